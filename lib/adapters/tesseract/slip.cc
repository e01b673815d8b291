#include "adapters/tesseract/slip.h"

#include <algorithm>
#include <cmath>

#include "adapters/tesseract/recognized_words.h"
#include "adapters/tesseract/text_height.h"

namespace ap::ocr {
namespace {

constexpr int kWidestSlip = 66;         // letters
constexpr int kMostOfWidth = 70;        // parts in hundred
constexpr int kMostOfPage = 80;         // parts in hundred: cutting less away saves nothing
constexpr std::int32_t kAround = 1200;  // hundredths of a point left around the words
constexpr Confidence kWord = 300;       // below, it is dirt
constexpr Confidence kSureWord = 850;
constexpr int kClearPart = 90;       // parts in hundred of the words
constexpr std::size_t kFewest = 10;  // words that tell the width of the print
constexpr int kSmall = 27, kLarge = 34;
constexpr float kWanted = 30, kBesides = 1.3f;

}  // namespace

PrintWidth print_width(const std::vector<layout::Word>& words) {
  std::vector<std::int32_t> letter, left, right;
  for (const layout::Word& word : words) {
    if (word.confidence < kWord || word.text.size() < 3) continue;
    letter.push_back(word.box.width() / static_cast<std::int32_t>(word.text.size()));
    left.push_back(word.box.x0);
    right.push_back(word.box.x1);
  }
  if (letter.size() < kFewest) return {};
  auto at = [](std::vector<std::int32_t>& values, std::size_t per_cent) {
    auto place = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * per_cent / 100);
    std::ranges::nth_element(values, place);
    return *place;
  };
  const std::int32_t printed = at(right, 97) - at(left, 3);
  return {printed / std::max(at(letter, 50), 1), printed};
}

bool is_slip(const std::vector<layout::Word>& words, std::int32_t width) {
  const auto [across, printed] = print_width(words);
  return across > 0 && across <= kWidestSlip && std::int64_t{printed} * 100 <= std::int64_t{width} * kMostOfWidth;
}

bool is_clear(const std::vector<layout::Word>& words) {
  const auto counts = [](const layout::Word& word) { return word.text.size() >= 3; };
  const auto sure = [&](const layout::Word& word) { return counts(word) && word.confidence >= kSureWord; };
  return std::ranges::count_if(words, sure) * 100 >= std::ranges::count_if(words, counts) * kClearPart;
}

Region printed_region(Pix& page, const std::vector<layout::Word>& words) {
  const int dpi = static_cast<int>(page.xres);
  Box box{hundredths(page.w, dpi), hundredths(page.h, dpi), 0, 0};
  for (const layout::Word& word : words) {
    if (word.confidence < kWord) continue;
    box = {std::min(box.x0, word.box.x0), std::min(box.y0, word.box.y0), std::max(box.x1, word.box.x1),
           std::max(box.y1, word.box.y1)};
  }
  const auto pixels = [&](std::int32_t at) { return static_cast<l_int32>(std::int64_t{at} * dpi / 7200); };
  const l_int32 left = std::max(0, pixels(box.x0 - kAround)), top = std::max(0, pixels(box.y0 - kAround));
  const l_int32 right = std::min(static_cast<l_int32>(page.w), pixels(box.x1 + kAround));
  const l_int32 bottom = std::min(static_cast<l_int32>(page.h), pixels(box.y1 + kAround));
  Region whole{PixPtr(pixClone(&page)), 0, 0};
  const std::int64_t all = std::int64_t{page.w} * page.h;
  if (right <= left || bottom <= top || std::int64_t{right - left} * (bottom - top) * 100 > all * kMostOfPage) {
    return whole;
  }
  ::Box* place = boxCreate(left, top, right - left, bottom - top);
  PixPtr part(place ? pixClipRectangle(&page, place, nullptr) : nullptr);
  boxDestroy(&place);
  if (!part) return whole;
  pixSetResolution(part.get(), dpi, dpi);
  return {std::move(part), hundredths(left, dpi), hundredths(top, dpi)};
}

float other_size(Pix& pix) {
  PixPtr ink = ink_of(pix);
  const int letter = ink ? text_height(*ink) : 0;
  if (letter == 0 || (letter >= kSmall && letter <= kLarge)) return kBesides;
  return kWanted / static_cast<float>(letter);
}

PixPtr softened(Pix& pix, float factor) {
  PixPtr sized(factor > 0.99f && factor < 1.01f ? pixClone(&pix) : pixScale(&pix, factor, factor));
  PixPtr soft(sized ? pixBlockconvGray(sized.get(), nullptr, 1, 1) : nullptr);
  if (!soft) return nullptr;
  const auto dpi = static_cast<l_int32>(std::lround(static_cast<float>(pix.xres) * factor));
  pixSetResolution(soft.get(), dpi, dpi);
  return soft;
}

Box moved(const Box& box, std::int32_t right, std::int32_t down) {
  return {box.x0 + right, box.y0 + down, box.x1 + right, box.y1 + down};
}

}  // namespace ap::ocr
