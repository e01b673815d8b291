#include "core/short_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace ap;

TEST_CASE("short texts of every length are copied whole, and nothing beside them is touched") {
  const std::string text = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJ";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    std::string room(text.size() + 2, '#');
    char* end = copy_text(room.data() + 1, std::string_view(text).substr(0, length));
    CHECK(end == room.data() + 1 + length);
    CHECK(room == "#" + text.substr(0, length) + std::string(text.size() + 1 - length, '#'));
  }
}

TEST_CASE("texts are the same only with the same bytes in every place") {
  const std::string text = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJ";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::string a = text.substr(0, length);
    CHECK(same_text(a, std::string(a)));
    CHECK_FALSE(same_text(a, a + "x"));
    for (std::size_t at = 0; at < length; ++at) {
      std::string b = a;
      b[at] = static_cast<char>(b[at] ^ 0x80);
      if (same_text(a, b)) FAIL("length " << length << " at " << at);
    }
  }
}
