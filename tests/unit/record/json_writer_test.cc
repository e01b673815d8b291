#include "record/json_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace ap;

TEST_CASE("texts of every length are written as nlohmann writes them, whatever stands where in them") {
  JsonWriter out;
  auto as_library = [](const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  };
  for (std::size_t length = 0; length <= 50; ++length) {
    const std::string plain =
        std::string("0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ").substr(0, length);
    out.text(plain);
    CHECK(out.take() == as_library(plain));
    out = {};
    for (std::size_t at = 0; at < length; ++at) {
      for (char c : {'"', '\\', '\0', '\n', '\x1f', '\x20', '\x21', '\x23', '\x5b', '\x5d', '\x7f', '\x80', '\xff'}) {
        std::string text = plain;
        text[at] = c;
        out.text(text);
        const std::string written = out.take();
        out = {};
        if (written != as_library(text)) FAIL("length " << length << " at " << at << " byte " << static_cast<int>(c));
      }
      std::string text = plain;
      text.replace(at, 1, "\xC3\xA4");
      out.text(text);
      CHECK(out.take() == as_library(text));
      out = {};
    }
  }
}

TEST_CASE("keys and values of every length stand behind each other") {
  JsonWriter out;
  std::string expected = "{";
  out.begin_object();
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string text(length, static_cast<char>('a' + length % 26));
    length % 3 == 0 ? out.plain_member(text, text) : out.member(text, text);
    expected += (length == 0 ? "\"" : ",\"") + text + "\":\"" + text + "\"";
    out.key_and(text, "[7");
    out.raw(",8]");
    expected += ",\"" + text + "\":[7,8]";
  }
  out.end_object();
  CHECK(out.take() == expected + "}");
}
