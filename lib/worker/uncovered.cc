#include "worker/uncovered.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <utility>

namespace ap::worker {
namespace {

constexpr int kContrast = 24;             // between neighbours; thin print is this pale at the overview's resolution
constexpr int kGap = 3;                   // pixels between two pieces of ink that belong together: a twelfth of an inch
constexpr int kMargin = 2;                // pixels by which print may stand out of the box of its word
constexpr int kSmallest = 3;              // pixels: print of 6 points
constexpr std::int32_t kNear = 1500;      // hundredths of a point
constexpr std::size_t kMostGroups = 500;  // a page of halftone dots has thousands; they are not looked at
constexpr int kShortest = 8;              // the longer side: a short word

// One byte a pixel: 1 where there is ink.
struct Mask {
  int width = 0, height = 0;
  std::vector<std::uint8_t> at;
  std::uint8_t& operator()(int x, int y) { return at.data()[static_cast<std::size_t>(y) * width + x]; }
};

int pixels(std::int32_t hundredths, int dpi) { return static_cast<int>(std::int64_t{hundredths} * dpi / 7200); }

// Ink is where the grey changes, so that coloured grounds and bars do not count; looked for at the picture's own
// resolution, since fine bars side by side are one grey at a coarser one.
Mask ink_of(const Picture& picture) {
  const int step = std::max(1, picture.dpi / kOverviewDpi);
  auto parts = [&](int length) { return (length + step - 1) / step; };
  Mask mask{parts(picture.width), parts(picture.height), {}};
  mask.at.resize(static_cast<std::size_t>(mask.width) * mask.height);
  std::vector<std::uint8_t> line(static_cast<std::size_t>(mask.width) * step);
  std::uint8_t* fine = line.data();
  const int width = picture.width, columns = mask.width;
  for (int y = 0; y + 1 < picture.height; ++y) {
    const std::uint8_t* row = picture.gray.data() + static_cast<std::size_t>(y) * width;
    const std::uint8_t* next = row + width;
    for (int x = 0; x + 1 < width; ++x)
      fine[x] = (std::abs(row[x] - row[x + 1]) > kContrast) | (std::abs(row[x] - next[x]) > kContrast);
    std::uint8_t* out = &mask(0, y / step);
    if (step == 2) {
      for (int x = 0; x < columns; ++x) out[x] |= fine[2 * x] | fine[2 * x + 1];
      continue;
    }
    for (int x = 0; x < columns; ++x) {
      for (int part = 0; part < step; ++part) out[x] |= fine[x * step + part];
    }
  }
  return mask;
}

void erase_words(Mask& mask, const std::vector<layout::Word>& words, int dpi) {
  for (const layout::Word& word : words) {
    int x0 = std::max(0, pixels(word.box.x0, dpi) - kMargin);
    int x1 = std::min(mask.width - 1, pixels(word.box.x1, dpi) + kMargin);
    int y0 = std::max(0, pixels(word.box.y0, dpi) - kMargin);
    int y1 = std::min(mask.height - 1, pixels(word.box.y1, dpi) + kMargin);
    for (int y = y0; y <= y1; ++y) {
      for (int x = x0; x <= x1; ++x) mask(x, y) = 0;
    }
  }
}

Mask transposed(const Mask& mask) {
  Mask out{mask.height, mask.width, std::vector<std::uint8_t>(mask.at.size())};
  const std::size_t width = static_cast<std::size_t>(mask.width), height = static_cast<std::size_t>(mask.height);
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) out.at.data()[x * height + y] = mask.at.data()[y * width + x];
  }
  return out;
}

// How many rows of ink lie upon each other there; 4 for more.
int thickness(Mask& mask, int x, int y) {
  constexpr int kEnough = 4;
  int first = y, last = y;
  while (first > 0 && last - first + 1 < kEnough && mask(x, first - 1)) --first;
  while (last + 1 < mask.height && last - first + 1 < kEnough && mask(x, last + 1)) ++last;
  return last - first + 1;
}

// Words may touch a rule in some places.
bool is_thin(Mask& mask, int x0, int x1, int y) {
  constexpr int kThick = 2, kParts = 8;
  int places = 0;
  for (int part = 1; part < kParts; ++part) places += thickness(mask, x0 + (x1 - x0) * part / kParts, y) <= kThick;
  return 2 * places >= kParts;
}

// Takes out level runs of ink that are long and at most two pixels thick.
void erase_level_rules(Mask& mask) {
  constexpr std::ptrdiff_t kLongRun = 24;
  for (int y = 0; y < mask.height; ++y) {
    std::uint8_t* const row = &mask(0, y);
    std::uint8_t* const end = row + mask.width;
    for (std::uint8_t* from = row; from < end;) {
      from = static_cast<std::uint8_t*>(std::memchr(from, 1, static_cast<std::size_t>(end - from)));
      if (from == nullptr) break;
      auto* to = static_cast<std::uint8_t*>(std::memchr(from, 0, static_cast<std::size_t>(end - from)));
      if (to == nullptr) to = end;
      if (to - from >= kLongRun && is_thin(mask, static_cast<int>(from - row), static_cast<int>(to - row), y))
        std::fill(from, to, std::uint8_t{0});
      from = to;
    }
  }
}

// Rules, and the sides of frames.
void erase_rules(Mask& mask) {
  erase_level_rules(mask);
  Mask turned = transposed(mask);
  erase_level_rules(turned);
  mask = transposed(turned);
}

struct Group {
  int x0, y0, x1, y1;
  std::size_t ink = 0;
  std::vector<int> rows{};  // of its ink
};

// All ink reachable from (x, y) by steps of at most kGap pixels; taken out of the mask on the way.
Group take_group(Mask& mask, int x, int y) {
  Group group{.x0 = x, .y0 = y, .x1 = x, .y1 = y};
  std::vector<std::pair<int, int>> open{{x, y}};
  mask(x, y) = 0;
  while (!open.empty()) {
    auto [cx, cy] = open.back();
    open.pop_back();
    ++group.ink;
    group.rows.push_back(cy);
    group.x0 = std::min(group.x0, cx), group.y0 = std::min(group.y0, cy);
    group.x1 = std::max(group.x1, cx), group.y1 = std::max(group.y1, cy);
    for (int ny = std::max(0, cy - kGap); ny <= std::min(mask.height - 1, cy + kGap); ++ny) {
      for (int nx = std::max(0, cx - kGap); nx <= std::min(mask.width - 1, cx + kGap); ++nx) {
        if (!std::exchange(mask(nx, ny), 0)) continue;
        open.emplace_back(nx, ny);
      }
    }
  }
  return group;
}

int width_of(const Group& group) { return group.x1 - group.x0 + 1; }
int height_of(const Group& group) { return group.y1 - group.y0 + 1; }

// What is left of frames and dotted lines covers little of its own box.
bool is_piece(const Group& group, WordsFrom words) {
  const int width = width_of(group), height = height_of(group);
  if (std::min(width, height) < kSmallest || std::max(width, height) < kShortest) return false;
  const std::size_t sparse = words == WordsFrom::text_layer ? 5 : 12;
  return group.ink * sparse >= static_cast<std::size_t>(width) * height;
}

bool is_speck(const Group& group) {
  const int width = width_of(group), height = height_of(group);
  return height >= kSmallest && height < kShortest && width >= 2 && width < kShortest;
}

// Lone figures that stand above each other, as in a column of a table, are one group, with rows without ink between
// them. Each for itself; the group alone where it is no such column.
std::vector<Group> figures_of(Group group) {
  if (width_of(group) >= kShortest || height_of(group) < kShortest) return {std::move(group)};
  std::ranges::sort(group.rows);
  std::vector<Group> out;
  for (const int row : group.rows) {
    if (out.empty() || row > out.back().y1 + 1) out.push_back({.x0 = group.x0, .y0 = row, .x1 = group.x1, .y1 = row});
    out.back().y1 = row;
    ++out.back().ink;
  }
  if (std::ranges::all_of(out, is_speck)) return out;
  return {std::move(group)};
}

// In hundredths of a point, with a margin.
Box box_of(const Group& group, int dpi) {
  const std::int32_t pixel = 7200 / dpi;
  return {(group.x0 - 1) * pixel, (group.y0 - 1) * pixel, (group.x1 + 2) * pixel, (group.y1 + 2) * pixel};
}

// Joins boxes closer than kNear, until none are: a drawing falls into many groups, and is one thing to look at.
void join_neighbours(std::vector<Box>& boxes) {
  auto near = [](const Box& a, const Box& b) {
    return a.x0 - kNear < b.x1 && b.x0 - kNear < a.x1 && a.y0 - kNear < b.y1 && b.y0 - kNear < a.y1;
  };
  for (bool joined = true; joined;) {
    joined = false;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t k = i + 1; k < boxes.size();) {
        if (near(boxes[i], boxes[k])) {
          boxes[i] = unite(boxes[i], boxes[k]);
          boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(k));
          joined = true;
        } else {
          ++k;
        }
      }
    }
  }
}

}  // namespace

Uncovered uncovered_ink(const Picture& overview, const std::vector<layout::Word>& words, WordsFrom from) {
  Uncovered out;
  if (overview.gray.empty() || overview.dpi <= 0) return out;
  Mask mask = ink_of(overview);
  const int dpi = overview.dpi / std::max(1, overview.dpi / kOverviewDpi);
  if (from == WordsFrom::text_layer) erase_rules(mask);
  erase_words(mask, words, dpi);
  erase_rules(mask);
  for (int y = 0; y < mask.height; ++y) {
    for (int x = 0; x < mask.width; ++x) {
      if (!mask(x, y)) continue;
      for (const Group& group : figures_of(take_group(mask, x, y))) {
        if (is_piece(group, from)) out.pieces.push_back(box_of(group, dpi));
        if (is_speck(group)) out.specks.push_back(box_of(group, dpi));
      }
    }
  }
  if (out.pieces.size() > kMostGroups) out.pieces.resize(kMostGroups);
  join_neighbours(out.pieces);
  return out;
}

bool may_be_code(const Picture& overview, const Box& piece) {
  constexpr int kWindow = 32, kStep = 4;  // pixels
  const Picture part = cut_out(overview, piece);
  if (part.gray.empty()) return false;
  const auto [least, most] = std::ranges::minmax(part.gray);
  const int middle = (least + most) / 2, clear = (most - least) / 4;
  if (clear < kContrast / 2) return false;
  auto gray = [&](int x, int y) { return int{part.gray[static_cast<std::size_t>(y) * part.width + x]}; };
  const int width = std::min(kWindow, part.width), height = std::min(kWindow, part.height);
  auto looks_like_one = [&](int x0, int y0) {
    int dark = 0, steps = 0;
    for (int y = y0; y < y0 + height; ++y) {
      for (int x = x0; x < x0 + width; ++x) {
        const int here = gray(x, y);
        dark += here < middle;
        steps += (x + 1 < x0 + width && std::abs(here - gray(x + 1, y)) > clear) ||
                 (y + 1 < y0 + height && std::abs(here - gray(x, y + 1)) > clear);
      }
    }
    const int area = width * height;
    return 10 * dark >= 3 * area && 10 * dark <= 7 * area && 5 * steps >= area;
  };
  for (int y = 0; y + height <= part.height; y += kStep) {
    for (int x = 0; x + width <= part.width; x += kStep) {
      if (looks_like_one(x, y)) return true;
    }
  }
  return false;
}

Picture shrunk(const Picture& picture, int dpi) {
  Picture out{.dpi = dpi};
  if (picture.dpi <= 0 || picture.gray.empty()) return out;
  auto scaled = [&](int length) { return std::max<std::int64_t>(1, std::int64_t{length} * dpi / picture.dpi); };
  out.width = static_cast<int>(scaled(picture.width));
  out.height = static_cast<int>(scaled(picture.height));
  out.gray.resize(static_cast<std::size_t>(out.width) * out.height);
  // Where the pixels of the smaller picture begin, and the last ends.
  std::vector<std::size_t> edges;
  for (int x = 0; x <= out.width; ++x) {
    edges.push_back(static_cast<std::size_t>(std::int64_t{x} * picture.width / out.width));
  }
  // The rows of a line are added up column by column first, which takes many columns at once.
  std::vector<std::uint32_t> columns(static_cast<std::size_t>(picture.width));
  for (int y = 0; y < out.height; ++y) {
    const std::int64_t top = std::int64_t{y} * picture.height / out.height;
    const std::int64_t bottom = std::max(top + 1, std::int64_t{y + 1} * picture.height / out.height);
    std::ranges::fill(columns, 0u);
    for (std::int64_t row = top; row < bottom; ++row) {
      const std::uint8_t* gray = picture.gray.data() + row * picture.width;
      for (std::size_t x = 0; x < columns.size(); ++x) columns[x] += gray[x];
    }
    std::uint8_t* line = out.gray.data() + static_cast<std::size_t>(y) * out.width;
    const auto rows = static_cast<std::uint32_t>(bottom - top);
    for (std::size_t x = 0; x + 1 < edges.size(); ++x) {
      const std::size_t right = std::max(edges[x] + 1, edges[x + 1]);
      std::uint32_t sum = 0;
      for (std::size_t column = edges[x]; column < right; ++column) sum += columns[column];
      line[x] = static_cast<std::uint8_t>(sum / (rows * static_cast<std::uint32_t>(right - edges[x])));
    }
  }
  return out;
}

void paint_out(Picture& picture, const Box& place, const std::vector<layout::Word>& words) {
  const std::int32_t left = std::max(0, place.x0), top = std::max(0, place.y0);
  for (const layout::Word& word : words) {
    int x0 = std::max(0, pixels(word.box.x0 - left, picture.dpi)),
        y0 = std::max(0, pixels(word.box.y0 - top, picture.dpi));
    int x1 = std::min(picture.width, pixels(word.box.x1 - left, picture.dpi) + 1);
    int y1 = std::min(picture.height, pixels(word.box.y1 - top, picture.dpi) + 1);
    for (int y = y0; y < y1 && x0 < x1; ++y) {
      auto row = picture.gray.begin() + static_cast<std::ptrdiff_t>(y) * picture.width;
      std::fill(row + x0, row + x1, std::uint8_t{255});
    }
  }
}

Picture cut_out(const Picture& picture, const Box& box) {
  int x0 = std::max(0, pixels(box.x0, picture.dpi)), x1 = std::min(picture.width, pixels(box.x1, picture.dpi));
  int y0 = std::max(0, pixels(box.y0, picture.dpi)), y1 = std::min(picture.height, pixels(box.y1, picture.dpi));
  Picture out{.dpi = picture.dpi};
  if (x0 >= x1 || y0 >= y1) return out;
  out.width = x1 - x0;
  out.height = y1 - y0;
  out.gray.reserve(static_cast<std::size_t>(out.width) * out.height);
  for (int y = y0; y < y1; ++y) {
    auto row = picture.gray.begin() + static_cast<std::ptrdiff_t>(y) * picture.width;
    out.gray.insert(out.gray.end(), row + x0, row + x1);
  }
  return out;
}

}  // namespace ap::worker
