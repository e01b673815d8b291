#include "adapters/xml/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ap::xml {
void append_utf8(char*& out, std::uint32_t c) {
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *out++ = static_cast<char>(0xC0 | (c >> 6));
    *out++ = static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    *out++ = static_cast<char>(0xE0 | (c >> 12));
    *out++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    *out++ = static_cast<char>(0x80 | (c & 0x3F));
  } else {
    *out++ = static_cast<char>(0xF0 | (c >> 18));
    *out++ = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    *out++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    *out++ = static_cast<char>(0x80 | (c & 0x3F));
  }
}

namespace {

using Result = std::expected<Utf8Text, std::string>;

std::string at_byte(std::string_view what, std::size_t offset) {
  return std::string(what) + " at byte " + std::to_string(offset);
}

bool forbidden_control(unsigned char c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

// The length of the well-formed UTF-8 sequence at `p`, 0 when there is none (RFC 3629, table 3-7 of Unicode).
std::size_t sequence_length(const unsigned char* p, std::size_t left) {
  auto continues = [&](std::size_t i) { return i < left && (p[i] & 0xC0) == 0x80; };
  unsigned char a = p[0];
  if (a >= 0xC2 && a <= 0xDF) return continues(1) ? 2 : 0;
  if (a >= 0xE0 && a <= 0xEF) {
    if (!continues(1) || !continues(2)) return 0;
    if (a == 0xE0 && p[1] < 0xA0) return 0;                   // longer than needed
    if (a == 0xED && p[1] > 0x9F) return 0;                   // a surrogate
    if (a == 0xEF && p[1] == 0xBF && p[2] >= 0xBE) return 0;  // U+FFFE, U+FFFF
    return 3;
  }
  if (a >= 0xF0 && a <= 0xF4) {
    if (!continues(1) || !continues(2) || !continues(3)) return 0;
    if (a == 0xF0 && p[1] < 0x90) return 0;
    if (a == 0xF4 && p[1] > 0x8F) return 0;
    return 4;
  }
  return 0;
}

// How many of the first bytes need no closer look, in blocks of 64: ASCII without the control characters that XML
// forbids. Written so that the compiler makes vector code of it, as wide as the processor has it.
#if defined(__x86_64__)
__attribute__((target_clones("avx2", "default")))
#endif
std::size_t plain_start(const unsigned char* p, std::size_t size) {
  std::size_t done = 0;
  for (; done + 64 <= size; done += 64) {
    unsigned char odd = 0;
    for (std::size_t i = 0; i < 64; ++i) {
      unsigned char c = p[done + i];
      odd |= static_cast<unsigned char>((c >= 0x80) | ((c < 0x20) & (c != '\t') & (c != '\n') & (c != '\r')));
    }
    if (odd != 0) break;
  }
  return done;
}

// The first fault of UTF-8 text, "" when it is sound.
std::string utf8_fault(std::string_view text) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t i = 0, n = text.size();
  while (i < n) {
    i += plain_start(p + i, n - i);
    for (std::size_t stop = std::min(n, i + 64); i < stop;) {
      if (p[i] < 0x80) {
        if (p[i] == 0) return at_byte("there is a null byte", i);
        if (forbidden_control(p[i])) return at_byte("there is a control character that XML does not allow", i);
        ++i;
        continue;
      }
      std::size_t length = sequence_length(p + i, n - i);
      if (length == 0) return at_byte("the text is not valid UTF-8", i);
      i += length;
    }
  }
  return "";
}

Utf8Text allocate(std::size_t capacity) { return {std::shared_ptr<char[]>(new char[capacity + 1]), 0}; }

Result checked(Utf8Text text) {
  text.data[text.size] = '\0';
  std::string fault = utf8_fault({text.data.get(), text.size});
  if (!fault.empty()) return std::unexpected(fault);
  return text;
}

Result from_utf8(std::string_view bytes) {
  Utf8Text text = allocate(bytes.size());
  text.size = bytes.size();
  std::memcpy(text.data.get(), bytes.data(), bytes.size());
  return checked(std::move(text));
}

// Windows-1252 from 0x80 to 0x9F; 0 where nothing is defined.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class SingleByte { latin1, latin9, windows1252 };

std::uint32_t decode(unsigned char c, SingleByte set) {
  if (set == SingleByte::windows1252 && c >= 0x80 && c < 0xA0) return kWindows1252[c - 0x80];
  if (set == SingleByte::latin9) {  // ISO-8859-15 differs from ISO-8859-1 in eight places
    switch (c) {
      case 0xA4:
        return 0x20AC;
      case 0xA6:
        return 0x0160;
      case 0xA8:
        return 0x0161;
      case 0xB4:
        return 0x017D;
      case 0xB8:
        return 0x017E;
      case 0xBC:
        return 0x0152;
      case 0xBD:
        return 0x0153;
      case 0xBE:
        return 0x0178;
      default:
        break;
    }
  }
  return c;
}

Result from_single_byte(std::string_view bytes, SingleByte set) {
  Utf8Text text = allocate(bytes.size() * 3);
  char* out = text.data.get();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::uint32_t c = decode(static_cast<unsigned char>(bytes[i]), set);
    if (c == 0) return std::unexpected(at_byte("there is a byte that the declared encoding does not have", i));
    append_utf8(out, c);
  }
  text.size = static_cast<std::size_t>(out - text.data.get());
  return checked(std::move(text));
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

// The name in <?xml ... encoding="NAME"?>, in upper case; "" when none is declared.
std::string declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return "";
  std::string_view declaration = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 512));
  auto at = declaration.find("encoding");
  if (at == std::string_view::npos) return "";
  auto open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return "";
  auto close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return "";
  return upper(declaration.substr(open + 1, close - open - 1));
}

Result from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::unexpected("the text is not valid UTF-16: it ends within a character");
  auto unit = [&](std::size_t i) -> std::uint32_t {
    auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? (a << 8 | b) : (b << 8 | a);
  };
  Utf8Text text = allocate(bytes.size() / 2 * 3);
  char* out = text.data.get();
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    std::uint32_t c = unit(i);
    if (c >= 0xD800 && c < 0xE000) {
      std::uint32_t low = i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (c >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
        return std::unexpected(at_byte("the text is not valid UTF-16", i));
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    append_utf8(out, c);
  }
  text.size = static_cast<std::size_t>(out - text.data.get());
  // UTF-8 is what some programs declare whatever they write.
  const std::string declared = declared_encoding({text.data.get(), text.size});
  if (!declared.empty() && !declared.starts_with("UTF-16") && declared != "UTF-8")
    return std::unexpected("the document says its encoding is '" + declared.substr(0, 40) + "', but it is UTF-16");
  return checked(std::move(text));
}

}  // namespace

std::expected<Utf8Text, std::string> to_utf8(Bytes bytes) {
  using namespace std::string_view_literals;
  std::string_view text = as_text(bytes);
  if (text.starts_with("\xEF\xBB\xBF"sv)) return from_utf8(text.substr(3));
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv) || text.starts_with("\0\0\0<"sv) ||
      text.starts_with("<\0\0\0"sv))
    return std::unexpected("the encoding UTF-32 is not supported; save the document as UTF-8");
  if (text.starts_with("\xFE\xFF"sv)) return from_utf16(text.substr(2), true);
  if (text.starts_with("\xFF\xFE"sv)) return from_utf16(text.substr(2), false);
  if (text.starts_with("\0<"sv)) return from_utf16(text, true);
  if (text.starts_with("<\0"sv)) return from_utf16(text, false);
  std::string encoding = declared_encoding(text);
  if (encoding.empty() || encoding == "UTF-8" || encoding == "UTF8" || encoding == "US-ASCII" || encoding == "ASCII")
    return from_utf8(text);
  if (encoding == "ISO-8859-1" || encoding == "LATIN1") return from_single_byte(text, SingleByte::latin1);
  if (encoding == "ISO-8859-15") return from_single_byte(text, SingleByte::latin9);
  if (encoding == "WINDOWS-1252" || encoding == "CP1252") return from_single_byte(text, SingleByte::windows1252);
  if (encoding.starts_with("UTF-16")) return std::unexpected("the document says it is UTF-16, but its bytes are not");
  return std::unexpected("the encoding '" + encoding.substr(0, 40) + "' is not supported; save the document as UTF-8");
}

}  // namespace ap::xml
