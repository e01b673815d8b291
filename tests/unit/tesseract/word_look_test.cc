// Another look at words that were hardly made out.
#include "adapters/tesseract/word_look.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using ap::layout::Word;
using ap::ocr::PixPtr;

Word word(const char* text, int x, int y, int confidence) {
  return {.text = text, .box = {x, y, x + 2000, y + 700}, .confidence = confidence, .font_size = 900};
}

std::vector<Word> page_of_words() {
  return {word("Summe", 4000, 2000, 950), word("netto", 6300, 2000, 940), word("12,00", 40000, 2000, 960),
          word("S7t.", 20000, 4000, 120), word("Datum", 4000, 6000, 960), word("Betrag", 6300, 6000, 500),
          word("Preis", 4000, 8000, 950)};
}

}  // namespace

TEST_CASE("doubtful words are looked at with those beside them, worst first") {
  const auto runs = ap::ocr::doubtful_runs(page_of_words());
  REQUIRE(runs.size() == 2);
  CHECK(runs[0] == ap::ocr::Run{3});
  CHECK(runs[1] == ap::ocr::Run{4, 5});
}

TEST_CASE("a page that was hardly made out at all is not looked at, nor is what stands over two lines") {
  std::vector<Word> words = page_of_words();
  for (Word& each : words) each.confidence = std::min(each.confidence, 300);
  words[0].confidence = 900;
  CHECK(ap::ocr::doubtful_runs(words).empty());
  words = page_of_words();
  words[3].box.y1 += 900;
  CHECK(ap::ocr::doubtful_runs(words).size() == 1);
}

TEST_CASE("another reading is kept where it is clearly surer and no shorter") {
  CHECK(ap::ocr::is_surer({word("Szt.", 0, 0, 900)}, {word("S7t.", 0, 0, 120)}));
  CHECK(!ap::ocr::is_surer({word("Szt.", 0, 0, 180)}, {word("S7t.", 0, 0, 120)}));
  CHECK(!ap::ocr::is_surer({word("S", 0, 0, 900)}, {word("S7t.", 0, 0, 120)}));
  CHECK(!ap::ocr::is_surer({word("Sz", 0, 0, 990), word("t.", 0, 0, 100)}, {word("S7t.", 0, 0, 120)}));
  CHECK(!ap::ocr::is_surer({}, {word("S7t.", 0, 0, 120)}));
}

TEST_CASE("what is surer takes the place of what was read before, which is kept beside it") {
  PixPtr page(pixCreate(2500, 3500, 8));
  pixSetAllArbitrary(page.get(), 255);
  pixSetResolution(page.get(), 300, 300);
  std::vector<Word> words = page_of_words(), others;
  ap::ocr::look_at_runs(*page, words, others, [&](const PixPtr&, bool raw) {
    return raw ? std::vector<Word>{{.text = "Szt.", .box = {10, 10, 60, 40}, .confidence = 930}} : std::vector<Word>{};
  });
  REQUIRE(words.size() == 7);
  CHECK(words.back().text == "Szt.");
  CHECK(words.back().box.center_y() > 3900);
  CHECK(words.back().box.center_y() < 4800);
  CHECK(words[words.size() - 2].text != "S7t.");
  CHECK(std::ranges::count(others, std::string("S7t."), &Word::text) == 1);
}

TEST_CASE("a word that lies beside the run on the picture gets the place of the run") {
  PixPtr page(pixCreate(2500, 3500, 8));
  pixSetAllArbitrary(page.get(), 255);
  pixSetResolution(page.get(), 300, 300);
  std::vector<Word> words = page_of_words(), others;
  const ap::Box place = words[3].box;
  ap::ocr::look_at_runs(*page, words, others, [&](const PixPtr&, bool) {
    return std::vector<Word>{{.text = "Szt.", .box = {900, 900, 960, 940}, .confidence = 930}};
  });
  CHECK(words.back().box == place);
}
