#include "adapters/zlib/drawn_shapes.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string>

namespace ap::zlib {
namespace {

constexpr std::string_view kBegin = "stream", kEnd = "endstream";
constexpr std::size_t kDictionary = 1024;        // bytes before a stream that may hold its dictionary
constexpr std::size_t kLargestSource = 8 << 20;  // packed; whoever draws more has its pages rendered
constexpr int kManyShapes = 120;

bool blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Operators "re" and "h" end a shape. They are counted across the borders of pieces.
class ShapeCounter {
 public:
  void add(std::string_view piece) {
    for (char c : piece) {
      bool ends = blank(c);
      if (ends && (token_ == "re" || token_ == "h")) ++count_;
      if (ends) {
        token_.clear();
      } else if (token_.size() < 3) {
        token_ += c;
      }
    }
  }
  bool many() const { return count_ >= kManyShapes; }

 private:
  std::string token_;  // at most its first three characters
  int count_ = 0;
};

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
  constexpr std::array<std::string_view, 9> kOthers{"/Image",  "/Length1", "/Type1C", "/CIDFontType0C", "/OpenType",
                                                    "/ObjStm", "/XRef",    "/XML",    "/EmbeddedFile"};
  return std::ranges::none_of(kOthers, [&](std::string_view other) {
    return dictionary.find(other) != std::string_view::npos;
  });
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
      bool packed = dictionary.find("/FlateDecode") != std::string_view::npos;
      packed ? inflate_into(content, shapes) : shapes.add(content);
      if (shapes.many()) return true;
    }
    at = pdf.find(kBegin, std::min(end + kEnd.size(), pdf.size()));
  }
  return false;
}

}  // namespace ap::zlib
