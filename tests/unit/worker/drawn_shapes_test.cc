#include "adapters/zlib/drawn_shapes.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>

using ap::zlib::draws_many_shapes;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::string pdf_with(const std::string& dictionary, const std::string& content) {
  return "%PDF-1.7\n4 0 obj\n<< /Length 1 " + dictionary + " >>\nstream\n" + content + "\nendstream\nendobj\n";
}

std::string packed(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size());
  return out.substr(0, size);
}

}  // namespace

TEST_CASE("many rectangles or outlines are seen, packed or not, and few are not") {
  CHECK(draws_many_shapes(pdf_with("", repeated("1 2 3 3 re\n", 120))));
  CHECK_FALSE(draws_many_shapes(pdf_with("", repeated("1 2 3 3 re\n", 119))));
  CHECK(draws_many_shapes(pdf_with("/Filter /FlateDecode", packed(repeated("0 0 m 1 0 l 1 1 l h f\n", 150)))));
  // Frames, rules and letters are none.
  for (const char* other :
       {"1 2 300 3 re\n", "1 2 3 0.4 re\n", "0 0 m 1 0 l 1 1 2 2 3 3 c h f\n", "0 0 m 90 0 l 90 1 l h\n"})
    CHECK_FALSE(draws_many_shapes(pdf_with("", repeated(other, 500))));
  // "1 2 3 re\n" four times in ASCII85: 36 bytes are nine whole groups.
  const std::string encoded = "0d&4o1E^^L$8EYY+>Y-\\AI:.71*A@qEb,S4+>P&q+ED$#";
  CHECK(draws_many_shapes(pdf_with("/Filter [/ASCII85Decode]", repeated(encoded, 30) + "~>")));
  CHECK_FALSE(draws_many_shapes(pdf_with("/Filter [/ASCII85Decode]", repeated(encoded, 29) + "~>")));
  CHECK_FALSE(draws_many_shapes(pdf_with("/Filter /FlateDecode", packed(repeated("(are here) Tj\n", 900)))));
}

TEST_CASE("pictures and fonts are not drawings; what cannot be looked at may draw anything") {
  CHECK_FALSE(draws_many_shapes(pdf_with("/Subtype /Image", repeated(" re ", 500))));
  CHECK_FALSE(draws_many_shapes(pdf_with("/Length1 4711", repeated(" re ", 500))));
  CHECK(draws_many_shapes("trailer << /Encrypt 9 0 R >>"));
  CHECK_FALSE(draws_many_shapes(""));
  CHECK_FALSE(draws_many_shapes("stream"));
  CHECK_FALSE(draws_many_shapes(pdf_with("/Filter /FlateDecode", "no deflate at all")));
  CHECK_FALSE(draws_many_shapes(pdf_with("/Filter /FlateDecode", packed(repeated("1 2 3 3 re\n", 400)).substr(0, 10))));
}
