#include "core/utf8.h"

#include <doctest/doctest.h>

using namespace ap;

TEST_CASE("valid text of every length stays, and what is none is replaced wherever it stands") {
  const std::string text = "abcdefghijklmnopqrstuvwxyz0123456789";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::string plain = text.substr(0, length);
    CHECK(valid_utf8(plain) == plain);
    for (std::size_t at = 0; at < length; ++at) {
      const std::string before = plain.substr(0, at), after = plain.substr(at + 1);
      for (char broken : {'\0', '\x80', '\xFF'})
        if (valid_utf8(before + broken + after) != before + "\xEF\xBF\xBD" + after)
          FAIL("length " << length << " at " << at << " byte " << static_cast<int>(broken));
      const std::string accented = before + "\xC3\xA4" + after;
      CHECK(valid_utf8(accented) == accented);
    }
  }
}
