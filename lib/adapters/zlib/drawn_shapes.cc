#include "adapters/zlib/drawn_shapes.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace ap::zlib {
namespace {

constexpr std::string_view kBegin = "stream", kEnd = "endstream";
constexpr std::size_t kDictionary = 1024;        // bytes before a stream that may hold its dictionary
constexpr std::size_t kLargestSource = 8 << 20;  // packed; whoever draws more has its pages rendered
constexpr int kManyShapes = 120;

bool blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The runs of modules of a code: small both ways, in the units of the page or of the code itself. Frames of tables,
// rules and underlines are long, letters drawn as outlines have curves.
bool like_a_run(double width, double height) {
  constexpr double kThinnest = 0.6, kHighest = 10, kLongest = 40;
  width = std::abs(width), height = std::abs(height);
  return std::min(width, height) >= kThinnest && std::min(width, height) <= kHighest &&
         std::max(width, height) <= kLongest;
}

// Reads a content stream in pieces and counts such rectangles, and closed outlines of straight lines.
class ShapeCounter {
 public:
  void add(std::string_view piece) {
    for (char c : piece) {
      if (!blank(c)) {
        if (length_ < token_.size()) token_[length_++] = c;
      } else if (length_ > 0) {
        end_token({token_.data(), length_});
        length_ = 0;
      }
    }
  }
  bool many() const { return count_ >= kManyShapes; }

 private:
  void end_token(std::string_view token) {
    char first = token.front();
    if ((first >= '0' && first <= '9') || first == '-' || first == '.') {
      double value = 0;
      std::from_chars(token.data(), token.data() + token.size(), value);
      operands_ = {operands_[1], operands_[2], operands_[3], value};
    } else if (token == "re") {
      if (like_a_run(operands_[2], operands_[3])) ++count_;
    } else if (token == "m") {
      left_ = right_ = operands_[2], low_ = high_ = operands_[3];
      straight_ = true;
    } else if (token == "l") {
      left_ = std::min(left_, operands_[2]), right_ = std::max(right_, operands_[2]);
      low_ = std::min(low_, operands_[3]), high_ = std::max(high_, operands_[3]);
    } else if (token == "c" || token == "v" || token == "y") {
      straight_ = false;
    } else if (token == "h") {
      if (straight_ && like_a_run(right_ - left_, high_ - low_)) ++count_;
    }
  }

  std::array<char, 24> token_{};  // longer ones are cut: no operator is, and no number needs more
  std::size_t length_ = 0;
  std::array<double, 4> operands_{};
  double left_ = 0, right_ = 0, low_ = 0, high_ = 0;
  bool straight_ = false;
  int count_ = 0;
};

// ASCII85 (PDF 32000-1, 7.4.3); stops at what does not belong to it.
std::string decoded85(std::string_view text) {
  std::string out;
  std::uint64_t group = 0;
  int digits = 0;
  auto put = [&](int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(group >> (24 - 8 * i) & 0xFF);
  };
  for (char c : text) {
    if (blank(c)) continue;
    if (c == 'z' && digits == 0) {
      out.append(4, '\0');
    } else if (c >= '!' && c <= 'u') {
      group = group * 85 + static_cast<std::uint64_t>(c - '!');
      if (++digits < 5) continue;
      put(4);
      group = 0, digits = 0;
    } else {
      break;
    }
  }
  int rest = digits;
  for (; digits > 0 && digits < 5; ++digits) group = group * 85 + 84;
  if (rest > 1) put(rest - 1);
  return out;
}

// Counts what a packed stream draws; what is damaged counts as far as it goes.
void inflate_into(std::string_view packed, ShapeCounter& shapes) {
  z_stream state{};
  if (inflateInit(&state) != Z_OK) return;
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write to it
  state.avail_in = static_cast<uInt>(packed.size());
  std::array<char, 1 << 14> out;
  int code = Z_OK;
  while (code == Z_OK && !shapes.many()) {
    state.next_out = reinterpret_cast<Bytef*>(out.data());
    state.avail_out = out.size();
    code = ::inflate(&state, Z_NO_FLUSH);
    shapes.add({out.data(), out.size() - state.avail_out});
  }
  inflateEnd(&state);
}

std::string_view dictionary_before(std::string_view pdf, std::size_t at) {
  std::size_t from = at > kDictionary ? at - kDictionary : 0;
  std::string_view before = pdf.substr(from, at - from);
  auto object = before.rfind(" obj");
  return object == std::string_view::npos ? before : before.substr(object);
}

bool is_drawing(std::string_view dictionary) {
  constexpr std::array<std::string_view, 10> kOthers{"/Subtype/Image", "/Subtype /Image", "/Length1", "/Type1C",
                                                     "/CIDFontType0C", "/OpenType",       "/ObjStm",  "/XRef",
                                                     "/XML",           "/EmbeddedFile"};
  return std::ranges::none_of(kOthers,
                              [&](std::string_view other) { return dictionary.find(other) != std::string_view::npos; });
}

}  // namespace

bool draws_many_shapes(std::string_view pdf) {
  if (pdf.find("/Encrypt") != std::string_view::npos) return true;
  std::size_t looked_at = 0;
  for (std::size_t at = pdf.find(kBegin); at != std::string_view::npos;) {
    std::size_t begin = at + kBegin.size();
    if (begin < pdf.size() && pdf[begin] == '\r') ++begin;
    if (begin < pdf.size() && pdf[begin] == '\n') ++begin;
    std::size_t end = std::min(pdf.find(kEnd, begin), pdf.size());
    std::string_view dictionary = dictionary_before(pdf, at), content = pdf.substr(begin, end - begin);
    if (is_drawing(dictionary)) {
      looked_at += content.size();
      if (looked_at > kLargestSource) return true;
      ShapeCounter shapes;
      auto has = [&](std::string_view filter) { return dictionary.find(filter) != std::string_view::npos; };
      if (has("/LZWDecode") || has("/RunLengthDecode") || has("/ASCIIHexDecode") || has("/Crypt")) return true;
      std::string bytes = has("/ASCII85Decode") || has("/A85") ? decoded85(content) : "";
      if (!bytes.empty()) content = bytes;
      has("/FlateDecode") || has("/Fl") ? inflate_into(content, shapes) : shapes.add(content);
      if (shapes.many()) return true;
    }
    at = pdf.find(kBegin, std::min(end + kEnd.size(), pdf.size()));
  }
  return false;
}

}  // namespace ap::zlib
