#include "core/json_text.h"

#include <doctest/doctest.h>

#include <vector>

using namespace ap;

TEST_CASE("strings are quoted, control characters escaped, broken UTF-8 replaced") {
  CHECK(json_quote("a \"b\" \\ \n\x01") == "\"a \\\"b\\\" \\\\ \\n\\u0001\"");
  CHECK(json_quote("Grüße €") == "\"Grüße €\"");
  CHECK(json_quote("\xF0\x9F\x98\x80") == "\"\xF0\x9F\x98\x80\"");
  CHECK(json_quote("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
  CHECK(json_quote("\xC3") == "\"\xEF\xBF\xBD\"");
  CHECK(json_quote("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(json_quote(std::string_view("\0", 1)) == "\"\\u0000\"");
}

TEST_CASE("objects keep the order of their members") {
  JsonText object;
  object.text("b", "x").number("a", -3).flag("c", true).raw("d", json_array(std::vector<std::string>{"1", "2"}));
  CHECK(object.str() == R"({"b":"x","a":-3,"c":true,"d":[1,2]})");
  CHECK(JsonText().str() == "{}");
}
