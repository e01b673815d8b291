#include "adapters/tesseract/vote.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "adapters/tesseract/slip.h"

namespace {

ap::layout::Word at(std::string text, int x, ap::Confidence confidence, int width = 1000) {
  return {.text = std::move(text), .box = {x, 0, x + width, 400}, .confidence = confidence};
}

}  // namespace

TEST_CASE("one reading is given back as it is") {
  const std::vector<ap::layout::Word> only{at("TOTAL", 0, 100)};
  auto out = ap::ocr::vote({only});
  CHECK(out.words == only);
  CHECK(out.others.empty());
}

TEST_CASE("two readings that agree outvote a surer third, which stays as another reading") {
  auto out = ap::ocr::vote({{at("6.20", 0, 900)}, {at("8.20", 10, 750)}, {at("8.20", 5, 700)}});
  REQUIRE(out.words.size() == 1);
  CHECK(out.words[0].text == "8.20");
  REQUIRE(out.others.size() == 1);
  CHECK(out.others[0].text == "6.20");
}

TEST_CASE("where all agree the word is surer than any of the readings alone") {
  auto out = ap::ocr::vote({{at("CASH", 0, 700)}, {at("CASH", 10, 700)}, {at("CASH", 5, 700)}});
  REQUIRE(out.words.size() == 1);
  CHECK(out.words[0].confidence > 800);
  CHECK(out.words[0].confidence < ap::kCertain);
  CHECK(out.others.empty());
}

TEST_CASE("a word of one reading and its halves in another are one place") {
  auto out = ap::ocr::vote({{at("295", 0, 700, 500), at(").00", 520, 500, 480)}, {at("295.00", 10, 800)}});
  REQUIRE(out.words.size() == 1);
  CHECK(out.words[0].text == "295.00");
  REQUIRE(out.others.size() == 1);
  CHECK(out.others[0].text == "295 ).00");
  CHECK(out.others[0].box.x1 == 1000);
}

TEST_CASE("half of a line, however sure, does not win over the whole, and a blot joins nothing") {
  ap::layout::Word blot = at("l", 0, 950, 4000);
  blot.box.y1 = 9000;
  auto out = ap::ocr::vote(
      {{at("TAX", 0, 850), at("INVOICE", 1200, 850, 2000)}, {at("TAX", 0, 950), at("Ti", 1200, 940, 500), blot}});
  REQUIRE(out.words.size() == 3);
  CHECK(out.words[1].text == "INVOICE");
  CHECK(out.words[2].text == "l");
}

TEST_CASE("a word whose box one reading has twice as tall is there once") {
  ap::layout::Word tall = at("GARDENIA", 0, 960, 3000);
  tall.box.y0 = -450;
  auto out = ap::ocr::vote({{tall}, {at("GARDENIA", 10, 950, 3000)}, {at("GARDENlA", 0, 700, 3000)}});
  REQUIRE(out.words.size() == 1);
  CHECK(out.words[0].text == "GARDENIA");
}

TEST_CASE("a sign that another reading has within a word is not added beside it") {
  ap::layout::Word sign = at("-", 20, 950, 100);
  sign.box.y0 = 180, sign.box.y1 = 220;
  auto out = ap::ocr::vote({{at("-0.02", 0, 900)}, {sign, at("0.02", 200, 800, 800)}});
  REQUIRE(out.words.size() == 1);
  CHECK(out.words[0].text == "-0.02");
}

TEST_CASE("what a later reading alone has is added where it is sure, dirt of the first is dropped") {
  auto out = ap::ocr::vote({{at("TOTAL", 0, 900), at("~", 2000, 200)}, {at("CASH", 4000, 900), at("it", 6000, 500)}});
  REQUIRE(out.words.size() == 2);
  CHECK(out.words[0].text == "TOTAL");
  CHECK(out.words[1].text == "CASH");
}

TEST_CASE("a slip is narrow print on a wider page") {
  std::vector<ap::layout::Word> slip, letter;
  for (int i = 0; i < 12; ++i) slip.push_back(at("cash", i % 4 * 3000, 900, 2000));
  for (int i = 0; i < 12; ++i) letter.push_back(at("word", i * 4000, 900, 2000));
  CHECK(ap::ocr::print_width(slip).letters == 22);
  CHECK(ap::ocr::print_width(letter).letters == 84);
  CHECK(ap::ocr::print_width({at("cash", 0, 900)}).letters == 0);
  CHECK(ap::ocr::is_slip(slip, 60000));
  CHECK_FALSE(ap::ocr::is_slip(slip, 12000));  // it fills the page: a letter in large print
  CHECK_FALSE(ap::ocr::is_slip(letter, 100000));
}

TEST_CASE("print is clear when nine words of ten were read surely, figures of two signs aside") {
  std::vector<ap::layout::Word> words(9, at("cash", 0, 900));
  words.push_back(at("c.sh", 0, 300));
  words.push_back(at("17", 0, 300));
  CHECK(ap::ocr::is_clear(words));
  words.push_back(at("ca5h", 0, 300));
  CHECK_FALSE(ap::ocr::is_clear(words));
}
