// What many looks at one word of figures make of it.
#include "adapters/tesseract/figure_vote.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using ap::layout::Word;
using ap::ocr::as_date;
using ap::ocr::Look;
using ap::ocr::settle;

Word word(std::string text, ap::Confidence confidence) {
  return {.text = std::move(text), .box = {0, 0, 4000, 700}, .confidence = confidence};
}

bool has(const std::vector<Look>& looks, std::string_view text) {
  return std::ranges::any_of(looks, [&](const Look& look) { return look.text == text; });
}

}  // namespace

TEST_CASE("a date is known by its numbers, also where its slashes were read as strokes") {
  CHECK(as_date("25/12/2018") == "25/12/2018");
  CHECK(as_date("2511212018") == "25/12/2018");
  CHECK(as_date("25/1212018") == "25/12/2018");
  CHECK(as_date("2018-03-27") == "27/03/2018");
  CHECK(as_date("O4.O3.18") == "04/03/18");
}

TEST_CASE("what is no day of the calendar is no date") {
  CHECK(as_date("32/02/2018") == "");
  CHECK(as_date("13/13/2018") == "");
  CHECK(as_date("2599212018") == "");  // no strokes between the numbers
  CHECK(as_date("0123456789") == "");
  CHECK(as_date("12.40") == "");
  CHECK(as_date("CS0003166") == "");
}

TEST_CASE("what most looks see is taken, however the first had it") {
  Word date = word("24/12/2018", 900);
  std::vector<Look> rest;
  settle(date, {{"25/12/2018", 800}, {"2511212018", 300}, {"25/12/2018", 500}, {"221201", 400}, {"25/1212018", 300}},
         {}, rest);
  CHECK(date.text == "25/12/2018");
  CHECK(date.confidence < 900);
  CHECK(has(rest, "24/12/2018"));
  CHECK(rest.front().confidence < date.confidence);
}

TEST_CASE("looks that all differ change nothing, and the doubt is said") {
  Word amount = word("14.05", 850);
  std::vector<Look> rest;
  settle(amount, {{"14.85", 500}, {"19.05", 500}, {"14.35", 400}, {"74.05", 300}}, {}, rest);
  CHECK(amount.text == "14.05");
  CHECK(amount.confidence < 500);
  CHECK(has(rest, "14.85"));
}

TEST_CASE("among amounts a number without decimals counts less") {
  Word amount = word("4.00", 300);
  std::vector<Look> rest;
  settle(amount, {{"94.00", 700}, {"9400", 700}, {"94.00", 500}, {"400", 900}}, {}, rest);
  CHECK(amount.text == "94.00");
}

TEST_CASE("an earlier reading that was outvoted has a vote too") {
  Word amount = word("12.00", 500);
  std::vector<Look> rest;
  settle(amount, {{"42.00", 500}}, {{"42.00", 900}}, rest);
  CHECK(amount.text == "42.00");
  Word alone = word("12.00", 500);
  settle(alone, {{"42.00", 500}}, {}, rest);
  CHECK(alone.text == "12.00");
}
