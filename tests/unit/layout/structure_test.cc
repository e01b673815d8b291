#include "layout/structure.h"

#include <doctest/doctest.h>

using namespace ap;
using namespace ap::layout;

// A word of `text`, 10 points high, 5 points per letter, its left edge at x and its middle at y (points).
static Word word(const std::string& text, int x, int y) {
  int width = static_cast<int>(text.size()) * 500;
  return {text, {x * 100, y * 100 - 500, x * 100 + width, y * 100 + 500}, kCertain, 1000, false};
}

static Page page(int number, std::vector<Word> words) {
  Page p;
  p.number = number;
  p.width = 59500;
  p.height = 84200;
  p.words = std::move(words);
  return p;
}

static std::vector<std::string> texts(const std::vector<TextLine>& lines) {
  std::vector<std::string> out;
  for (const TextLine& l : lines) out.push_back(l.text());
  return out;
}

TEST_CASE("words on a baseline become one line whatever the reader's order") {
  Page p = page(1, {word("world", 100, 20), word("below", 50, 40), word("Hello", 50, 20)});
  CHECK(texts(text_lines(p)) == std::vector<std::string>{"Hello world", "below"});
}

TEST_CASE("a line that slopes as on a crooked scan stays one line") {
  std::vector<Word> words;
  for (int i = 0; i < 10; ++i) words.push_back(word("word", 40 + i * 50, 100 + i * 2));
  CHECK(text_lines(page(1, words)).size() == 1);
}

TEST_CASE("large letters beside two lines of small print do not join these") {
  Word big{"INVOICE", {5000, 2000, 20000, 5000}, kCertain, 3000, true};
  Page p = page(1, {big, word("small", 300, 28), word("print", 300, 42)});
  CHECK(text_lines(p).size() == 3);
}

TEST_CASE("a dash of little height stays on the line of its neighbours") {
  Word dash{"-", {14000, 2150, 14400, 2250}, kCertain, 1000, false};
  CHECK(texts(text_lines(page(1, {word("Total", 50, 20), dash, word("5,00", 160, 20)}))) ==
        std::vector<std::string>{"Total - 5,00"});
}

TEST_CASE("lines are cut into cells at wide gaps") {
  Page p = page(1, {word("Unit", 50, 20), word("price", 73, 20), word("12,00", 200, 20)});
  auto found = cells(text_lines(p));
  REQUIRE(found.size() == 2);
  CHECK(found[0].text() == "Unit price");
  CHECK(found[1].text() == "12,00");
}

TEST_CASE("what repeats at the edge of two pages is header or footer, page numbers aside") {
  std::vector<Page> pages = {page(1, {word("Firm", 50, 20), word("Item", 50, 300), word("Page1", 50, 820)}),
                             page(2, {word("Firm", 50, 20), word("Item", 50, 300), word("Page2", 50, 820)})};
  auto lines = text_lines(pages);
  CHECK(repeated(lines, pages) == std::vector<bool>{true, false, true, true, false, true});
}

TEST_CASE("a label finds its value beside it and below it") {
  auto lines =
      text_lines(page(1, {word("Number", 50, 20), word("17", 150, 20), word("Date", 50, 50), word("Today", 52, 62)}));
  auto found = cells(lines);
  REQUIRE(found.size() == 4);
  CHECK(found[*right_of(found, 0, 10000)].text() == "17");
  CHECK_FALSE(right_of(found, 0, 3000));
  CHECK_FALSE(right_of(found, 1, 10000));
  CHECK(found[*below(found, 2, 1000)].text() == "Today");
  CHECK_FALSE(below(found, 0, 1000));
}

TEST_CASE("columns beside each other are read one after the other") {
  Page p = page(1, {word("left1", 50, 100), word("right1", 300, 103), word("left2", 50, 112), word("right2", 300, 115),
                    word("foot", 50, 300)});
  auto found = blocks(cells(text_lines(p)));
  REQUIRE(found.size() == 3);
  CHECK(found[0].text() == "left1\nleft2");
  CHECK(found[1].text() == "right1\nright2");
  CHECK(found[2].text() == "foot");
}

TEST_CASE("no words give no structure") {
  CHECK(text_lines(page(1, {})).empty());
  CHECK(cells({}).empty());
  CHECK(blocks({}).empty());
  CHECK(body_height({}) == 0);
}
