#include "adapters/tesseract/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "adapters/tesseract/sheet_edge.h"
#include "core/evidence.h"

namespace ap::ocr {
namespace {

constexpr int kOverview = 320;            // pixels of the longer side of the picture that sides are looked for in
constexpr double kDeepest = 0.36;         // how far into the picture a side may lie, as a part of its width or height
constexpr double kDeepestOfShort = 0.45;  // of a side that is looked for once more
constexpr double kSteepest = 0.14;        // by how much it may lean, likewise
constexpr int kStrongest = 48;       // of a step from dark to light: more does not count, so that print does not win
constexpr int kClear = 4;            // a step that counts as one
constexpr double kClearPart = 0.62;  // of a side's length that must show a step
// Parts in hundred of the ground that may change sharply, with the sheet seen on all sides, and on three: there the
// fourth may be a coloured part of a page with print on it.
constexpr int kPrintAround = 15, kPrintBeside = 2;
constexpr double kWrongPart = 0.12;  // of a side's length that may show the contrary
constexpr int kPrintStep = 28;
constexpr double kSmallest = 0.25, kSmallestWhole = 0.15;  // of the picture's area; with all four sides seen
constexpr double kOff = 4;                                 // pixels of the small picture by which a side may be off
constexpr double kInset = 0.004;                           // of the picture's width: the sheet's edge and its shadow

// A small grey picture with values as they are needed here: one int a pixel.
struct Overview {
  int width = 0, height = 0;
  std::vector<int> at;
  int operator()(int x, int y) const { return at[static_cast<std::size_t>(y) * width + x]; }
};

Overview overview_of(Pix& pix) {
  const float factor = static_cast<float>(kOverview) / static_cast<float>(std::max(pix.w, pix.h));
  PixPtr small(factor < 1 ? pixScaleAreaMap(&pix, factor, factor) : pixClone(&pix));
  PixPtr smooth(small ? pixBlockconvGray(small.get(), nullptr, 1, 1) : nullptr);
  Overview out;
  if (!smooth) return out;
  out.width = static_cast<int>(smooth->w);
  out.height = static_cast<int>(smooth->h);
  for (int y = 0; y < out.height; ++y) {
    const l_uint32* line = smooth->data + static_cast<std::ptrdiff_t>(y) * smooth->wpl;
    for (int x = 0; x < out.width; ++x) out.at.push_back(static_cast<int>(GET_DATA_BYTE(line, x)));
  }
  return out;
}

// The part of a side of the picture that is looked at, in pixels of the small picture.
struct Span {
  int first = 0, last = 0;
  int size() const { return last - first; }
};

// A side as a line through the picture: its distance from the picture's own side at the beginning and the end.
struct Side {
  double begin = 0, end = 0;
  bool found = false;
};

// One direction of looking: from a side of the picture inwards. `along` runs on that side, `depth` away from it.
struct View {
  const Overview& picture;
  int side;  // 0 left, 1 right, 2 top, 3 bottom
  int length() const { return side < 2 ? picture.height : picture.width; }
  int depth() const { return side < 2 ? picture.width : picture.height; }
  int operator()(int along, int deep) const {
    switch (side) {
      case 0:
        return picture(deep, along);
      case 1:
        return picture(picture.width - 1 - deep, along);
      case 2:
        return picture(along, deep);
      default:
        return picture(along, picture.height - 1 - deep);
    }
  }
};

// How much lighter it becomes at a place, going inwards; what is beyond kStrongest does not count.
std::vector<std::int8_t> steps_of(const View& view, int deepest) {
  std::vector<std::int8_t> steps(static_cast<std::size_t>(view.length()) * deepest, 0);
  for (int along = 0; along < view.length(); ++along) {
    for (int deep = 2; deep < deepest; ++deep) {
      int step = view(along, deep + 2) - view(along, deep - 2);
      steps[static_cast<std::size_t>(along) * deepest + deep] =
          static_cast<std::int8_t>(std::clamp(step, -kStrongest, kStrongest));
    }
  }
  return steps;
}

// It stays darker outside and lighter inside over a strip on both hands: a rule or a line of print on the sheet shows a
// step as well, but has paper on either hand.
bool parts_ground_from_sheet(const View& view, const Side& side, const Span& span) {
  constexpr int kNear = 3, kFar = 9;
  int lighter = 0, darker = 0;
  for (int along = span.first; along < span.last; ++along) {
    const int deep = static_cast<int>(side.begin + (side.end - side.begin) * along / view.length());
    int within = 0, outside = 0, count = 0;
    for (int i = kNear; i <= kFar && deep - i >= 0 && deep + i < view.depth(); ++i, ++count) {
      within += view(along, deep + i);
      outside += view(along, deep - i);
    }
    lighter += within - outside > kClear * count;
    darker += outside - within > kClear * count;
  }
  return lighter > kClearPart * span.size() && darker < kWrongPart * span.size();
}

// The line along which it becomes lighter most clearly, over nearly all of the span.
Side find_side(const View& view, const Span& span, double deepest_part) {
  const int length = view.length(), deepest = static_cast<int>(view.depth() * deepest_part);
  const int lean = static_cast<int>(view.depth() * kSteepest);
  if (span.size() < 20 || deepest < 8) return {};
  const std::vector<std::int8_t> steps = steps_of(view, deepest);
  Side best;
  int most = 0;
  for (int begin = 3; begin < deepest - 1; ++begin) {
    for (int end = std::max(3, begin - lean); end < std::min(deepest - 1, begin + lean); ++end) {
      int sum = 0, clear = 0;
      for (int along = span.first; along < span.last; ++along) {
        const int deep = begin + (end - begin) * along / length;
        const int step = steps[static_cast<std::size_t>(along) * deepest + deep];
        sum += step;
        clear += step >= kClear;
      }
      if (sum > most && clear > kClearPart * span.size()) {
        most = sum;
        best = {static_cast<double>(begin), static_cast<double>(end), true};
      }
    }
  }
  best.found = best.found && parts_ground_from_sheet(view, best, span);
  return best;
}

using Sides = std::array<Side, 4>;  // as View numbers them

// The part of a side between the two that it meets, as far as they were found, else about the middle.
Span span_between(const Overview& picture, const Sides& sides, int side) {
  constexpr int kInner = 4;  // pixels: what is left out at the corners
  const View view{picture, side};
  const int before = side < 2 ? 2 : 0, after = before + 1;
  const int length = view.length();
  auto from = [&](const Side& s) { return static_cast<int>(std::max(s.begin, s.end)) + kInner; };
  return {sides[before].found ? from(sides[before]) : length * 3 / 10,
          length - (sides[after].found ? from(sides[after]) : length * 3 / 10)};
}

// A narrow slip on a wide photo has short sides, and a small one has four of them: what was not found over the whole
// length is looked for about the middle, and must then show itself from side to side.
void find_short_sides(const Overview& picture, Sides& sides) {
  std::array<bool, 4> sought{};
  for (int side = 0; side < 4; ++side) sought[side] = !sides[side].found;
  for (int pass = 0; pass < 2; ++pass) {
    const Sides known = sides;
    for (int side = 0; side < 4; ++side)
      if (sought[side]) sides[side] = find_side({picture, side}, span_between(picture, known, side), kDeepestOfShort);
  }
}

// Where the lines of two sides meet: `across` gives x by y, `down` gives y by x, each linear.
Spot meet(const Side& across, const Side& down, const Overview& picture) {
  const double slope_x = (across.end - across.begin) / picture.height;
  const double slope_y = (down.end - down.begin) / picture.width;
  const double x = (across.begin + slope_x * down.begin) / (1 - slope_x * slope_y);
  return {x, down.begin + slope_y * x};
}

double area(const Quad& q) {
  double twice = 0;
  for (int i = 0; i < 4; ++i) twice += q[i].x * q[(i + 1) % 4].y - q[(i + 1) % 4].x * q[i].y;
  return std::fabs(twice) / 2;
}

bool inside(const Quad& q, double x, double y) {
  for (int i = 0; i < 4; ++i) {
    const Spot &p = q[i], &n = q[(i + 1) % 4];
    if ((n.x - p.x) * (y - p.y) - (n.y - p.y) * (x - p.x) < 0) return false;
  }
  return true;
}

double length(const Spot& from, const Spot& to) { return std::hypot(to.x - from.x, to.y - from.y); }

Spot between(const Spot& from, const Spot& to, double part) {
  return {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
}

// How much the picture changes at either end of a line between two corners, the lesser of the two; nothing where the
// picture ends. The ground may be lit unevenly, so that only what lies close to each other is compared.
std::optional<double> contrast_along(const Overview& picture, const Spot& from, const Spot& to) {
  constexpr int kFirst = 3, kLast = 9;  // pixels from the end
  const double pixel = 1 / std::max(1.0, length(from, to));
  auto mean = [&](double part, int direction) -> std::optional<double> {
    int sum = 0;
    for (int i = kFirst; i <= kLast; ++i) {
      const Spot at = between(from, to, part + direction * i * pixel);
      if (at.x < 0 || at.y < 0 || at.x >= picture.width || at.y >= picture.height) return std::nullopt;
      sum += picture(static_cast<int>(at.x), static_cast<int>(at.y));
    }
    return static_cast<double>(sum) / (kLast - kFirst + 1);
  };
  std::optional<double> least;
  for (const auto& [part, outwards] : {std::pair{0.0, -1}, std::pair{1.0, 1}}) {
    const auto within = mean(part, -outwards), beyond = mean(part, outwards);
    if (!within || !beyond) continue;
    const double step = std::fabs(*within - *beyond);
    least = least ? std::min(*least, step) : step;
  }
  return least;
}

// Steps as sharp as those of print on a line between two corners, away from its ends.
int print_along(const Overview& picture, const Spot& from, const Spot& to) {
  const int steps = static_cast<int>(length(from, to));
  int sharp = 0;
  for (int i = steps / 25; i < steps - steps / 25; ++i) {
    const Spot here = between(from, to, static_cast<double>(i) / steps);
    const Spot next = between(from, to, static_cast<double>(i + 1) / steps);
    for (const Spot& at : {here, next})
      if (at.x < 0 || at.y < 0 || at.x >= picture.width || at.y >= picture.height) return 0;
    sharp += std::abs(picture(static_cast<int>(next.x), static_cast<int>(next.y)) -
                      picture(static_cast<int>(here.x), static_cast<int>(here.y))) > kPrintStep;
  }
  return sharp;
}

// A coloured band at the edge of a sheet is darker than the paper, so that the side was found where the band ends:
// moves the side from corner `first` to the next out to where the ground begins, or, where band and ground are alike,
// to where there is no print any more.
void take_in_band(const Overview& picture, Quad& quad, int first) {
  constexpr double kBand = 12, kGround = 8;
  constexpr int kLeast = 6, kAcross = 3, kAround = 5;  // pixels: of a band; the soft edge of the paper; beyond print
  constexpr int kFewestSteps = 12;
  Spot &one = quad[first], &other = quad[(first + 1) % 4];
  const Spot far_one = quad[(first + 3) % 4], far_other = quad[(first + 2) % 4];
  const double side = length(far_one, one), other_side = length(far_other, other);
  if (side < 20 || other_side < 20) return;
  auto moved = [&, near_one = one, near_other = other](int deep) {
    return std::pair{between(far_one, near_one, 1 + deep / side),
                     between(far_other, near_other, 1 + deep / other_side)};
  };
  auto contrast = [&](int deep) {
    const auto [from, to] = moved(deep);
    return contrast_along(picture, from, to);
  };
  int deep = kAcross, print = 0, printed = 0;
  for (auto seen = contrast(deep); deep < kDeepest * side && seen && *seen >= kBand; seen = contrast(++deep)) {
  }
  const auto beyond = contrast(deep + 2);
  if (deep - kAcross >= kLeast && (!beyond || *beyond <= kGround)) {
    std::tie(one, other) = moved(deep - 1);
    return;
  }
  for (deep = kAcross; deep < kDeepest / 2 * side; ++deep) {
    const auto [from, to] = moved(deep);
    const int steps = print_along(picture, from, to);
    print += steps;
    if (steps > 1) printed = deep;
  }
  if (print >= kFewestSteps) std::tie(one, other) = moved(printed + kAround);
}

// Parts in hundred of the ground around the sheet where brightness changes as sharply as print does.
int sharp_ground(const Overview& picture, const Quad& quad) {
  int ground = 1, sharp = 0;
  for (int y = 4; y + 4 < picture.height; ++y) {
    for (int x = 4; x + 4 < picture.width; ++x) {
      // The sheet's own edge does not count.
      if (inside(quad, x + 4, y) || inside(quad, x - 4, y) || inside(quad, x, y + 4) || inside(quad, x, y - 4)) {
        continue;
      }
      ++ground;
      sharp += std::abs(picture(x + 1, y) - picture(x - 1, y)) + std::abs(picture(x, y + 1) - picture(x, y - 1)) >
               kPrintStep;
    }
  }
  return sharp * 100 / ground;
}

// A value that most of the paper in a part of the picture is no lighter than.
l_uint32 paper_in(const Pix& pix, const ::ap::Box& part) {
  constexpr int kEvery = 3;
  constexpr std::size_t kRank = 70;  // parts in hundred: print is darker
  std::vector<l_uint32> values;
  for (int y = std::max(0, part.y0); y < std::min(part.y1, static_cast<int>(pix.h)); y += kEvery)
    for (int x = std::max(0, part.x0); x < std::min(part.x1, static_cast<int>(pix.w)); x += kEvery)
      values.push_back(GET_DATA_BYTE(pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl, x));
  if (values.empty()) return 255;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * kRank / 100);
  std::ranges::nth_element(values, at);
  return *at;
}

// What lies around the sheet becomes paper as light as the sheet is beside it. White around a sheet in the shade looks
// like the sharp end of a dark band, and makes whoever evens out the light darken the print at the edge.
void continue_paper(Pix& pix, const ::ap::Box& sheet) {
  constexpr int kStep = 16, kDeep = 64;  // pixels along the edge that get one value, and that it is taken from
  const int width = static_cast<int>(pix.w), height = static_cast<int>(pix.h);
  auto paint = [&](const ::ap::Box& place, l_uint32 value) {
    for (int y = std::max(0, place.y0); y < std::min(place.y1, height); ++y) {
      l_uint32* line = pix.data + static_cast<std::ptrdiff_t>(y) * pix.wpl;
      for (int x = std::max(0, place.x0); x < std::min(place.x1, width); ++x) SET_DATA_BYTE(line, x, value);
    }
  };
  for (int y = sheet.y0; y < sheet.y1; y += kStep) {
    const int end = std::min(y + kStep, sheet.y1);
    paint({0, y, sheet.x0, end}, paper_in(pix, {sheet.x0, y - kStep, sheet.x0 + kDeep, end + kStep}));
    paint({sheet.x1, y, width, end}, paper_in(pix, {sheet.x1 - kDeep, y - kStep, sheet.x1, end + kStep}));
  }
  for (int x = 0; x < width; x += kStep) {
    const int end = x + kStep;
    paint({x, 0, end, sheet.y0}, paper_in(pix, {x - kStep, sheet.y0, end + kStep, sheet.y0 + kDeep}));
    paint({x, sheet.y1, end, height}, paper_in(pix, {x - kStep, sheet.y1 - kDeep, end + kStep, sheet.y1}));
  }
}

}  // namespace

std::optional<Quad> find_sheet(Pix& pix) {
  const Overview picture = overview_of(pix);
  if (picture.at.empty()) return std::nullopt;
  Sides sides;
  for (int side = 0; side < 4; ++side) {
    const View view{picture, side};
    sides[side] = find_side(view, {0, view.length()}, kDeepest);
  }
  auto count = [&] { return std::ranges::count_if(sides, &Side::found); };
  const Sides whole = sides;
  if (count() < 4) find_short_sides(picture, sides);
  if (count() < 4) sides = whole;
  const auto found = count();
  if (found < 3) return std::nullopt;
  auto [left, right, top, bottom] = sides;
  // From distances to coordinates; a side that was not found lies on the picture's.
  right = {picture.width - 1 - right.begin, picture.width - 1 - right.end, right.found};
  bottom = {picture.height - 1 - bottom.begin, picture.height - 1 - bottom.end, bottom.found};
  Quad quad{meet(left, top, picture), meet(right, top, picture), meet(right, bottom, picture),
            meet(left, bottom, picture)};
  for (int corner = 0; corner < 4; ++corner) take_in_band(picture, quad, corner);
  if (area(quad) < (found == 4 ? kSmallestWhole : kSmallest) * picture.width * picture.height) return std::nullopt;
  if (sharp_ground(picture, quad) > (found == 4 ? kPrintAround : kPrintBeside)) return std::nullopt;
  const double scale_x = static_cast<double>(pix.w) / picture.width,
               scale_y = static_cast<double>(pix.h) / picture.height;
  Quad out;
  for (int i = 0; i < 4; ++i) out[i] = {quad[i].x * scale_x, quad[i].y * scale_y};
  return with_exact_sides(pix, out, kOff * std::max(scale_x, scale_y));
}

PixPtr rectified(PixPtr pix, const Quad& sheet) {
  const Quad& q = sheet;
  const double left = (q[0].x + q[3].x) / 2, right = (q[1].x + q[2].x) / 2;
  const double top = (q[0].y + q[1].y) / 2, bottom = (q[2].y + q[3].y) / 2;
  const Quad upright{Spot{left, top}, Spot{right, top}, Spot{right, bottom}, Spot{left, bottom}};
  std::optional<Projection> back = projection(upright, q);
  if (!back) return pix;
  const int width = static_cast<int>(pix->w), height = static_cast<int>(pix->h);
  PixPtr out = warped(*pix, *back, width, height);
  if (!out) return pix;
  const double inset = kInset * width;
  const int x0 = std::max(0, static_cast<int>(left + inset)), x1 = std::min(width, static_cast<int>(right - inset));
  const int y0 = std::max(0, static_cast<int>(top + inset)), y1 = std::min(height, static_cast<int>(bottom - inset));
  continue_paper(*out, {x0, y0, x1, y1});
  return successor(std::move(pix), out.release());
}

}  // namespace ap::ocr
