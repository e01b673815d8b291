#include "adapters/sandbox/wire.h"

#include <cstring>

#include "core/short_text.h"

namespace ap::wire {
namespace {

void append_number(std::string& out, std::uint64_t value, std::size_t bytes) {
  char little[sizeof value];
  value = little_endian(value);
  std::memcpy(little, &value, sizeof value);
  out.append(little, bytes);
}

}  // namespace

std::string encode_header(const FrameHeader& header) {
  std::string out;
  append_number(out, kMagic, 4);
  append_number(out, static_cast<std::uint32_t>(header.kind), 4);
  append_number(out, header.length, 8);
  return out;
}

std::optional<FrameHeader> decode_header(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes || number_at(bytes, 0, 4) != kMagic) return std::nullopt;
  std::uint64_t kind = number_at(bytes, 4, 4);
  if (kind < 1 || kind > static_cast<std::uint64_t>(FrameKind::page)) return std::nullopt;
  return FrameHeader{static_cast<FrameKind>(kind), number_at(bytes, 8, 8)};
}

void Encoder::put_number(std::uint64_t value, std::size_t bytes) { append_number(out_, value, bytes); }

void Encoder::put_string(std::string_view text) {
  const std::size_t before = out_.size();
  const std::uint64_t length = little_endian(text.size());
  constexpr std::size_t kLength = 4;
  out_.resize_and_overwrite(before + kLength + text.size(), [&](char* out, std::size_t) {
    std::memcpy(out + before, &length, kLength);
    return static_cast<std::size_t>(copy_text(out + before + kLength, text) - out);
  });
}

}  // namespace ap::wire
