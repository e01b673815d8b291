#include "adapters/tesseract/word_look.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>

#include "adapters/tesseract/recognized_words.h"

namespace ap::ocr {
namespace {

constexpr Confidence kHardly = 600;       // worth another look
constexpr Confidence kClearlySurer = 80;  // in the mean over the characters
constexpr std::size_t kMostRuns = 24, kMostOfRun = 8;
constexpr int kTall = 44;  // pixels of a run as it is shown
constexpr float kMostTimes = 4;
constexpr int kAround = 40;  // paper around it, in hundredths of its height

std::int64_t characters(const std::string& text) {
  return std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; });
}

// Over the characters, in thousandths.
std::int64_t mean_confidence(const std::vector<layout::Word>& words) {
  std::int64_t sum = 0, all = 0;
  for (const layout::Word& word : words) {
    sum += word.confidence * characters(word.text);
    all += characters(word.text);
  }
  return all > 0 ? sum / all : 0;
}

bool has_letter(const layout::Word& word) {
  return std::ranges::any_of(word.text, [](unsigned char c) { return std::isalnum(c) || c >= 0xC0; });
}

std::int32_t usual_height(const std::vector<layout::Word>& words) {
  std::vector<std::int32_t> heights;
  for (const layout::Word& word : words)
    if (word.confidence >= kHardly && has_letter(word)) heights.push_back(word.box.height());
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, middle);
  return *middle;
}

// One behind the other on a line, no further apart than words are.
bool follows(const Box& left, const Box& right, std::int32_t usual) {
  const std::int32_t shared = std::min(left.y1, right.y1) - std::max(left.y0, right.y0);
  const std::int32_t gap = right.x0 - left.x1;
  return 2 * shared > std::min(left.height(), right.height()) && gap > -usual && gap < usual;
}

Box place_of(const std::vector<layout::Word>& words, const Run& run) {
  Box box = words[run.front()].box;
  for (const std::size_t i : run) box = unite(box, words[i].box);
  return box;
}

}  // namespace

std::vector<Run> doubtful_runs(const std::vector<layout::Word>& words) {
  const std::int32_t usual = usual_height(words);
  const auto hardly = std::ranges::count_if(words, [](const layout::Word& word) { return word.confidence < kHardly; });
  if (usual == 0 || 2 * hardly > static_cast<std::ptrdiff_t>(words.size())) return {};
  std::vector<bool> taken(words.size());
  std::vector<Run> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (taken[i] || words[i].confidence >= kHardly || !has_letter(words[i])) continue;
    // What stands over two lines, or is no taller than a dot, is no print.
    if (words[i].box.height() > 2 * usual || 2 * words[i].box.height() < usual) continue;
    Run run{i};
    taken[i] = true;
    for (bool grown = true; grown && run.size() < kMostOfRun;) {
      grown = false;
      for (std::size_t k = 0; k < words.size() && !grown; ++k) {
        if (taken[k] || words[k].box.height() > 2 * usual) continue;
        const bool before = follows(words[k].box, words[run.front()].box, usual);
        if (!before && !follows(words[run.back()].box, words[k].box, usual)) continue;
        run.insert(before ? run.begin() : run.end(), k);
        taken[k] = grown = true;
      }
    }
    out.push_back(std::move(run));
  }
  auto worst = [&](const Run& run) {
    return std::ranges::min(run, {}, [&](std::size_t i) { return words[i].confidence; });
  };
  std::ranges::stable_sort(out, {}, [&](const Run& run) { return words[worst(run)].confidence; });
  return out;
}

bool is_surer(const std::vector<layout::Word>& again, const std::vector<layout::Word>& before) {
  if (again.empty()) return false;
  std::int64_t now = 0, then = 0;
  for (const layout::Word& word : again) now += characters(word.text);
  for (const layout::Word& word : before) then += characters(word.text);
  // A look that sees far less than what was read lost a part of it.
  return mean_confidence(again) >= mean_confidence(before) + kClearlySurer && 2 * now >= then &&
         std::ranges::min(again, {}, &layout::Word::confidence).confidence >=
             std::ranges::min(before, {}, &layout::Word::confidence).confidence;
}

void look_at_runs(Pix& page, std::vector<layout::Word>& words, std::vector<layout::Word>& others,
                  const ReadLine& read) {
  const int dpi = static_cast<int>(page.xres);
  std::vector<Run> runs = doubtful_runs(words);
  if (runs.size() > kMostRuns) runs.resize(kMostRuns);
  std::vector<bool> gone(words.size());
  std::vector<layout::Word> added;
  for (const Run& run : runs) {
    const Box place = place_of(words, run);
    auto pixels = [&](std::int32_t length) { return static_cast<int>(std::int64_t{length} * dpi / 7200); };
    const int height = std::max(1, pixels(place.height())), around = height * kAround / 100;
    const int left = std::max(0, pixels(place.x0) - around), top = std::max(0, pixels(place.y0) - around);
    ::Box* box = boxCreate(left, top, pixels(place.x1) + around - left, pixels(place.y1) + around - top);
    PixPtr piece(box ? pixClipRectangle(&page, box, nullptr) : nullptr);
    boxDestroy(&box);
    const float factor = std::min(static_cast<float>(kTall) / static_cast<float>(height), kMostTimes);
    const float times = factor > 1.2f || factor < 0.7f ? factor : 1;
    if (piece && times != 1) piece.reset(pixScale(piece.get(), times, times));
    if (!piece) continue;
    pixSetResolution(piece.get(), 300, 300);
    std::vector<layout::Word> again = read(piece, false), raw = read(piece, true), before;
    for (const std::size_t i : run) before.push_back(words[i]);
    if (is_surer(raw, before) && mean_confidence(raw) > mean_confidence(again)) again = std::move(raw);
    if (!is_surer(again, before)) continue;
    for (layout::Word& word : again) {
      auto back = [&](std::int32_t at, int from) {
        return hundredths(from + static_cast<std::int64_t>(static_cast<float>(at) / times), dpi);
      };
      // A line taken as it is has words as tall as the picture.
      const Box inside{std::max(place.x0, back(word.box.x0, left)), std::max(place.y0, back(word.box.y0, top)),
                       std::min(place.x1, back(word.box.x1, left)), std::min(place.y1, back(word.box.y1, top))};
      word.box = inside.x0 < inside.x1 && inside.y0 < inside.y1 ? inside : place;
      word.font_size = before.front().font_size;
    }
    for (const std::size_t i : run) gone[i] = true;
    std::ranges::move(before, std::back_inserter(others));
    std::ranges::move(again, std::back_inserter(added));
  }
  std::size_t at = 0;
  std::erase_if(words, [&](const layout::Word&) { return gone[at++]; });
  std::ranges::move(added, std::back_inserter(words));
}

}  // namespace ap::ocr
