#include "adapters/tesseract/stamps.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kDark = 196;                           // darker is ink of any kind, on a page whose paper is even
constexpr int kTimesWide = 6, kTimesTall = 3;        // letters: smaller is print
constexpr int kMostOfPage = 60, kMostOfHeight = 25;  // parts in hundred: larger is a frame or a table
constexpr int kMostFilled = 35;                      // parts in hundred of its place: fuller is a picture or a band
constexpr int kSmallestLetter = 8;                   // pixels
constexpr int kPaler = 40;                           // grey values by which a stamp is paler than the print
constexpr int kSpread = 35;                          // by which its parts differ
constexpr int kLeastPrint = 500;                     // pixels of print that tell how dark it is

using Histogram = std::array<std::int64_t, 256>;

int rank_of(const Histogram& values, int per_cent) {
  std::int64_t below = 0;
  const std::int64_t all = std::accumulate(values.begin(), values.end(), std::int64_t{0});
  for (int value = 0; value < 256; ++value)
    if ((below += values[value]) * 100 >= all * per_cent && all > 0) return value;
  return 255;
}

struct Piece {
  int x = 0, y = 0, width = 0, height = 0;
};

// The grey values of a piece of ink, which is `mask` at its place.
Histogram values_of(const Pix& pix, const Pix& mask, const Piece& piece) {
  Histogram out{};
  for (int row = 0; row < piece.height; ++row) {
    const l_uint32* marks = mask.data + static_cast<std::ptrdiff_t>(row) * mask.wpl;
    const l_uint32* line = pix.data + static_cast<std::ptrdiff_t>(piece.y + row) * pix.wpl;
    for (int column = 0; column < piece.width; ++column)
      if (GET_DATA_BIT(marks, column)) ++out[GET_DATA_BYTE(line, piece.x + column)];
  }
  return out;
}

std::int64_t count_of(const Histogram& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

// How dark the letters of the page are; nullopt where there are too few to tell.
std::optional<int> print_of(Pix& pix, int letter) {
  PixPtr ink(pixThresholdToBinary(&pix, kDark));
  Pixa* found = nullptr;
  Boxa* boxes = ink ? pixConnComp(ink.get(), &found, 8) : nullptr;
  Histogram print{};
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    Piece piece;
    boxaGetBoxGeometry(boxes, i, &piece.x, &piece.y, &piece.width, &piece.height);
    if (piece.height * 2 < letter || piece.height > 2 * letter || piece.width > 3 * letter) continue;
    PixPtr mask(pixaGetPix(found, i, L_CLONE));
    const Histogram values = values_of(pix, *mask, piece);
    std::ranges::transform(print, values, print.begin(), std::plus());
  }
  boxaDestroy(&boxes);
  pixaDestroy(&found);
  return count_of(print) < kLeastPrint ? std::nullopt : std::optional(rank_of(print, 30));
}

int paper_of(const Pix& pix) {
  Histogram page{};
  for (l_uint32 y = 0; y < pix.h; y += 2)
    for (l_uint32 x = 0; x < pix.w; x += 2)
      ++page[GET_DATA_BYTE(pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl, x)];
  return rank_of(page, 70);
}

// Ink lighter than `limit`, without the soft edges of darker ink; where that crosses it, it goes on.
PixPtr pale_ink(Pix& pix, int limit, int letter) {
  constexpr int kEdge = 3;
  const int crossing = 2 * letter / 3;
  PixPtr ink(pixThresholdToBinary(&pix, kDark)), dark(pixThresholdToBinary(&pix, limit));
  PixPtr around(dark ? pixDilateBrick(nullptr, dark.get(), kEdge, kEdge) : nullptr);
  PixPtr pale(ink && around ? pixSubtract(nullptr, ink.get(), around.get()) : nullptr);
  return PixPtr(pale ? pixCloseSafeBrick(nullptr, pale.get(), crossing, crossing) : nullptr);
}

// A row of it is inked nearly from side to side: the level rule of a table or a frame. A hand stamps askew.
bool is_level(const Pix& mask) {
  constexpr int kRule = 80;  // parts in hundred
  for (l_uint32 row = 0; row < mask.h; ++row) {
    const l_uint32* marks = mask.data + static_cast<std::ptrdiff_t>(row) * mask.wpl;
    int inked = 0;
    for (l_uint32 column = 0; column < mask.w; ++column) inked += GET_DATA_BIT(marks, column);
    if (inked * 100 >= static_cast<int>(mask.w) * kRule) return true;
  }
  return false;
}

struct Stamp {
  Piece place;  // on the picture that the half was made of
  int grey = 0;
};

std::vector<Stamp> stamps_on(Pix& half, int dark, int letter) {
  std::vector<Stamp> out;
  PixPtr pale = pale_ink(half, dark + kPaler, letter);
  Pixa* found = nullptr;
  Boxa* boxes = pale ? pixConnComp(pale.get(), &found, 8) : nullptr;
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    Piece piece;
    boxaGetBoxGeometry(boxes, i, &piece.x, &piece.y, &piece.width, &piece.height);
    const bool large = piece.width >= kTimesWide * letter && piece.height >= kTimesTall * letter;
    const bool page_wide = piece.width * 100 > static_cast<int>(half.w) * kMostOfPage ||
                           piece.height * 100 > static_cast<int>(half.h) * kMostOfHeight;
    if (!large || page_wide) continue;
    PixPtr mask(pixaGetPix(found, i, L_CLONE));
    if (!mask || is_level(*mask)) continue;
    const Histogram values = values_of(half, *mask, piece);
    if (count_of(values) * 100 >= std::int64_t{piece.width} * piece.height * kMostFilled) continue;
    out.push_back({{2 * piece.x, 2 * piece.y, 2 * piece.width, 2 * piece.height}, rank_of(values, 50)});
  }
  boxaDestroy(&boxes);
  pixaDestroy(&found);
  return out;
}

// Within its place, what is as pale as the stamp becomes paper.
void lighten(Pix& pix, const Piece& piece, int from, int paper) {
  for (int row = piece.y; row < piece.y + piece.height; ++row) {
    l_uint32* line = pix.data + static_cast<std::ptrdiff_t>(row) * pix.wpl;
    for (int column = piece.x; column < piece.x + piece.width; ++column)
      if (static_cast<int>(GET_DATA_BYTE(line, column)) > from)
        SET_DATA_BYTE(line, column, static_cast<l_uint32>(paper));
  }
}

}  // namespace

PixPtr without_pale_stamps(PixPtr pix, int letter) {
  if (letter < kSmallestLetter) return pix;
  // What is as large as a stamp is found at half the size, which costs a fourth.
  PixPtr half(pixScaleAreaMap2(pix.get()));
  const std::optional<int> dark = half ? print_of(*half, letter / 2) : std::nullopt;
  if (!dark || *dark + kPaler >= kDark) return pix;
  const std::vector<Stamp> stamps = stamps_on(*half, *dark, letter / 2);
  PixPtr out(stamps.empty() ? nullptr : pixCopy(nullptr, pix.get()));
  if (!out) return pix;
  const int paper = paper_of(*half);
  for (const Stamp& stamp : stamps)
    lighten(*out, stamp.place, std::max((*dark + stamp.grey) / 2, stamp.grey - kSpread), paper);
  return out;
}

}  // namespace ap::ocr
