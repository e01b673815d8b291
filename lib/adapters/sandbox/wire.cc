#include "adapters/sandbox/wire.h"

namespace ap::wire {
namespace {

void append_number(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

// Length of the valid UTF-8 sequence at the start of `text` (RFC 3629: no overlong forms, no surrogates); 0 if none.
std::size_t sequence_length(std::string_view text) {
  auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  unsigned first = byte(0);
  if (first >= 0x01 && first <= 0x7F) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t length = sequence_length(text);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    } else {
      out += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return out;
}

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
