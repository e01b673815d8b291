#include "adapters/sandbox/wire.h"

#include <bit>
#include <cstring>

namespace ap::wire {
namespace {

// Numbers are little endian, whatever the machine is.
std::uint64_t swapped(std::uint64_t value) {
  return std::endian::native == std::endian::little ? value : __builtin_bswap64(value);
}

void append_number(std::string& out, std::uint64_t value, std::size_t bytes) {
  char little[sizeof value];
  value = swapped(value);
  std::memcpy(little, &value, sizeof value);
  out.append(little, bytes);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data() + at, count);
  return swapped(value);
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
  if (kind < 1 || kind > 4) return std::nullopt;
  return FrameHeader{static_cast<FrameKind>(kind), number_at(bytes, 8, 8)};
}

void Encoder::put_number(std::uint64_t value, std::size_t bytes) { append_number(out_, value, bytes); }

void Encoder::put_string(std::string_view text) {
  put_number(text.size(), 4);
  out_ += text;
}

std::uint64_t Decoder::get_number(std::size_t bytes) {
  check(bytes <= rest_.size());
  if (failed_) return 0;
  std::uint64_t value = number_at(rest_, 0, bytes);
  rest_.remove_prefix(bytes);
  return value;
}

std::string_view Decoder::get_string() {
  std::uint64_t length = get_number(4);
  check(length <= rest_.size());
  if (failed_) return {};
  std::string_view text = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return text;
}

}  // namespace ap::wire
