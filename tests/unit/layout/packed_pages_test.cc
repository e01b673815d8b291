#include "layout/packed_pages.h"

#include <doctest/doctest.h>

#include <random>

using namespace ap;
using namespace ap::layout;

namespace {

Page sample(int number) {
  Page page{.number = number,
            .width = 59500,
            .height = 84200,
            .rotation = 270,
            .source = PageSource::mixed,
            .language = "de"};
  page.words = {{"Straße", {100, 200, 3000, 1400}, 930, 1000, true},
                {"12", {3300, 200, 4000, 1400}, 930, 1000, true},
                {"über", {-50, 1500, 700, 2600}, kCertain, 0, false},
                {"", {0, 0, 0, 0}, 0, 0, false}};
  page.others = {{"StraBe", {100, 200, 3000, 1400}, 500, 1000, false}};
  page.codes = {{"QRCode", "BCD\n002", {1, 2, 3, 4}}};
  return page;
}

bool refused(auto change) {
  Page page = sample(1);
  change(page);
  return !unpack(pack(page), 1);
}

}  // namespace

TEST_CASE("a page is unpacked as it was packed, numbered by its place") {
  PackedPages pages{sample(1), Page{.number = 2}, sample(3)};
  REQUIRE(pages.size() == 3);
  CHECK(pages[0] == sample(1));
  CHECK(pages[1] == Page{.number = 2});
  CHECK(pages.back() == sample(3));
  CHECK(pages.unpacked() == std::vector<Page>{sample(1), Page{.number = 2}, sample(3)});
  CHECK(pages.part(2, 3)[0] == sample(1));
  CHECK(pages.part(2, 3) == pages.part(0, 1));
  CHECK_FALSE(pages.part(1, 3) == pages.part(0, 2));
}

TEST_CASE("words on one line take few bytes beside their letters") {
  Page page{.number = 1};
  constexpr int kWords = 400;
  for (int i = 0; i < kWords; ++i)
    page.words.push_back(
        {"Betrag", {i % 10 * 4000, i / 10 * 1400, i % 10 * 4000 + 3000, i / 10 * 1400 + 1000}, kCertain, 900});
  constexpr std::size_t kLetters = 6, kBeside = 8;
  CHECK(pack(page).size() < kWords * (kLetters + kBeside));
}

TEST_CASE("what is no page is refused") {
  CHECK_FALSE(refused([](Page&) {}));
  CHECK(refused([](Page& page) { page.rotation = 45; }));
  CHECK(refused([](Page& page) { page.width = -1; }));
  CHECK(refused([](Page& page) { page.source = static_cast<PageSource>(9); }));
  CHECK(refused([](Page& page) { page.words[0].confidence = 1001; }));
  CHECK(refused([](Page& page) { page.words[0].font_size = -1; }));
  CHECK(refused([](Page& page) { page.words[0].box.x1 = page.words[0].box.x0 - 1; }));
  CHECK(refused([](Page& page) { page.words[0].box.y1 = 2'000'000'000; }));
  CHECK(refused([](Page& page) { page.codes[0].box.x0 = -20'000'000; }));
  const std::string whole = pack(sample(1));
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK_FALSE(unpack(std::string_view(whole).substr(0, length), 1));
  CHECK_FALSE(unpack(whole + "x", 1));
  PackedPages pages;
  CHECK_FALSE(pages.add_packed(whole + "x"));
  CHECK(pages.add_packed(whole));
  CHECK(pages.size() == 1);
}

TEST_CASE("a count of words beyond the bytes is refused before memory is taken") {
  std::string bytes = pack(Page{.number = 1});
  // Behind width, height, rotation, source and an empty language stands the number of words.
  bytes.replace(5, 1, std::string("\xFE\xFF\xFF\xFF\x0F", 5));
  CHECK_FALSE(unpack(bytes, 1));
}

TEST_CASE("pages with random bytes changed are unpacked within their ranges or refused") {
  std::mt19937 random(11);
  const std::string whole = pack(sample(1));
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = whole;
    for (int change = 0; change < 3; ++change) bytes[random() % bytes.size()] = static_cast<char>(random());
    const auto page = unpack(bytes, 1);
    if (!page) continue;
    for (const Word& word : page->words) {
      const bool in_range = word.box.x0 <= word.box.x1 && word.box.y0 <= word.box.y1 && word.box.x1 <= 10'000'000 &&
                            word.confidence >= 0 && word.confidence <= kCertain && word.font_size >= 0;
      CHECK(in_range);
    }
    CHECK(unpack(pack(*page), 1) == page);
  }
}

TEST_CASE("text that is no UTF-8 is made so when it is unpacked") {
  Page page{.number = 1};
  page.words = {{"a\xFFz", {0, 0, 1, 1}}};
  CHECK(unpack(pack(page), 1)->words[0].text == "a\xEF\xBF\xBDz");
}

TEST_CASE("a page whose boxes stand inside out or beyond all pages is packed so that it can be unpacked") {
  layout::Page page;
  page.width = page.height = 60000;
  page.words.push_back({"x", {500, 700, 400, 20'000'000}, kCertain, -3, false});
  const layout::PackedPages packed{page};
  const layout::Page again = packed[0];
  CHECK(again.words.at(0).box.x1 >= again.words.at(0).box.x0);
  CHECK(again.words.at(0).font_size == 0);
}
