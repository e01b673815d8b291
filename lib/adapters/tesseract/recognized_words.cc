#include "adapters/tesseract/recognized_words.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <memory>
#include <string>

namespace ap::ocr {
namespace {

constexpr Confidence kSure = 700, kLeaderSure = 950;
constexpr std::int64_t kFewCharacters = 40;
constexpr const char* kLeader = ".......";

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

// Characters that are letters or digits; those beyond ASCII are taken for letters.
std::int64_t readable_characters(const std::string& text) {
  return std::ranges::count_if(text, [](unsigned char c) { return std::isalnum(c) || c >= 0xC0; });
}

}  // namespace

std::int32_t hundredths(std::int64_t pixels, int dpi) { return static_cast<std::int32_t>(pixels * 7200 / dpi); }

std::vector<layout::Word> collect_words(tesseract::TessBaseAPI& model, int dpi) {
  std::vector<layout::Word> words;
  std::unique_ptr<tesseract::ResultIterator> it(model.GetIterator());
  if (!it) return words;
  do {
    std::unique_ptr<char[]> text(it->GetUTF8Text(tesseract::RIL_WORD));
    if (!text) continue;
    layout::Word word;
    word.text = without_blanks(text.get());
    int left, top, right, bottom;
    if (word.text.empty() || !it->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
    word.box = {hundredths(left, dpi), hundredths(top, dpi), hundredths(right, dpi), hundredths(bottom, dpi)};
    float confidence = it->Confidence(tesseract::RIL_WORD);
    word.confidence = std::clamp(static_cast<int>(std::lround(confidence * 10)), 0, kCertain);
    float row_height = 0, descenders = 0, ascenders = 0;
    it->RowAttributes(&row_height, &descenders, &ascenders);
    word.font_size = std::max(0, hundredths(std::lround(row_height), dpi));
    if (is_leader(word)) word.text = kLeader;
    words.push_back(std::move(word));
  } while (it->Next(tesseract::RIL_WORD));
  return words;
}

bool is_leader(const layout::Word& word) {
  return word.text.size() >= 6 && 4 * word.box.height() < word.font_size && word.box.width() > 8 * word.box.height();
}

layout::Word leader_word(const Box& pixels, int dpi) {
  layout::Word word{.text = kLeader, .confidence = kLeaderSure};
  word.box = {hundredths(pixels.x0, dpi), hundredths(pixels.y0, dpi), hundredths(pixels.x1, dpi),
              hundredths(pixels.y1, dpi)};
  word.font_size = word.box.height();
  return word;
}

bool lies_below_words(const layout::Word& leader, const std::vector<layout::Word>& words) {
  return std::ranges::any_of(words, [&](const layout::Word& word) {
    const Box& a = leader.box;
    const Box& b = word.box;
    return 2 * (std::min(a.x1, b.x1) - std::max(a.x0, b.x0)) > b.width() && std::min(a.y1, b.y1) > std::max(a.y0, b.y0);
  });
}

std::int64_t legibility(const std::vector<layout::Word>& words) {
  std::int64_t sum = 0;
  for (const layout::Word& word : words) {
    std::int64_t readable = readable_characters(word.text);
    if (word.confidence >= kSure && readable >= 3) sum += readable;
  }
  return sum;
}

bool may_stand_wrongly(const std::vector<layout::Word>& words) {
  std::int64_t all = 0, long_words = 0, tall = 0;
  for (const layout::Word& word : words) {
    all += static_cast<std::int64_t>(word.text.size());
    if (readable_characters(word.text) < 3) continue;
    ++long_words;
    tall += word.box.height() > word.box.width();
  }
  std::int64_t sure = legibility(words);
  return sure < kFewCharacters || sure * 3 < all || tall * 2 > long_words;
}

}  // namespace ap::ocr
