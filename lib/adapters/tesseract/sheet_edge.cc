#include "adapters/tesseract/sheet_edge.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace ap::ocr {
namespace {

constexpr int kPlaces = 64;          // along a side
constexpr double kFirst = 0.05;      // part of the side left out at either end
constexpr int kBeside = 4;           // pixels along the side, to both hands, that are averaged
constexpr int kAcross = 6;           // pixels within and beyond that are compared
constexpr double kContrast = 12;     // grey values between them
constexpr double kOnLine = 2.5;      // pixels from the line
constexpr double kMostPlaces = 0.6;  // of the places must lie on it
constexpr int kRounds = 4;

struct Line {
  Spot from, to;
};

// How far beyond the line, in pixels, the paper ends at a part of its length; nullopt where it does not.
class Edge {
 public:
  Edge(const Pix& pix, const Line& line, double reach) : pix_(pix), line_(line), reach_(static_cast<int>(reach)) {
    const double dx = line.to.x - line.from.x, dy = line.to.y - line.from.y, length = std::hypot(dx, dy);
    along_ = {dx / length, dy / length};
    // The corners run clockwise, as y grows downwards: this is away from the sheet.
    outwards_ = {along_.y, -along_.x};
  }

  std::optional<double> at(double part) const {
    std::vector<double> values;
    for (int deep = -reach_ - kAcross; deep <= reach_ + kAcross; ++deep) {
      const std::optional<double> value = mean(part, deep);
      if (!value) return std::nullopt;
      values.push_back(*value);
    }
    double most = kContrast;
    std::optional<double> found;
    for (std::size_t i = kAcross; i + kAcross < values.size(); ++i) {
      double step = 0;
      for (std::size_t k = 1; k <= kAcross; ++k) step += values[i - k] - values[i + k];
      step /= kAcross;
      if (step <= most) continue;
      most = step;
      found = static_cast<double>(i) - kAcross - reach_;
    }
    return found;
  }

  Spot moved(double part, double deep) const {
    return {line_.from.x + (line_.to.x - line_.from.x) * part + outwards_.x * deep,
            line_.from.y + (line_.to.y - line_.from.y) * part + outwards_.y * deep};
  }

 private:
  // Along the side, so that grain does not count.
  std::optional<double> mean(double part, int deep) const {
    const Spot middle = moved(part, deep);
    int sum = 0;
    for (int i = -kBeside; i <= kBeside; ++i) {
      const int x = static_cast<int>(std::lround(middle.x + along_.x * i)),
                y = static_cast<int>(std::lround(middle.y + along_.y * i));
      if (x < 0 || y < 0 || x >= static_cast<int>(pix_.w) || y >= static_cast<int>(pix_.h)) return std::nullopt;
      sum += static_cast<int>(GET_DATA_BYTE(pix_.data + static_cast<std::ptrdiff_t>(y) * pix_.wpl, x));
    }
    return static_cast<double>(sum) / (2 * kBeside + 1);
  }

  const Pix& pix_;
  const Line line_;
  const int reach_;
  Spot along_, outwards_;
};

// Depth by part, as a straight line: begin + slope * part.
struct Fit {
  double begin = 0, slope = 0;
  double operator()(double part) const { return begin + slope * part; }
};

Fit fit_of(const std::vector<std::pair<double, double>>& points) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const auto& [part, deep] : points) n += 1, x += part, y += deep, xx += part * part, xy += part * deep;
  const double spread = n * xx - x * x;
  if (spread < 1e-9) return {n > 0 ? y / n : 0, 0};
  const double slope = (n * xy - x * y) / spread;
  return {(y - slope * x) / n, slope};
}

Line exact(const Pix& pix, const Line& line, double reach) {
  if (std::hypot(line.to.x - line.from.x, line.to.y - line.from.y) < kPlaces) return line;
  const Edge edge(pix, line, reach);
  std::vector<std::pair<double, double>> all;
  for (int i = 0; i < kPlaces; ++i) {
    const double part = kFirst + (1 - 2 * kFirst) * i / (kPlaces - 1);
    if (const auto deep = edge.at(part)) all.emplace_back(part, *deep);
  }
  if (static_cast<double>(all.size()) < kMostPlaces * kPlaces) return line;
  // Print at the edge and what lies on the table are off the line: each round leaves out what is far from it.
  std::vector<std::pair<double, double>> kept = all;
  for (int round = 0; round < kRounds; ++round) {
    const Fit fit = fit_of(kept);
    std::vector<double> off;
    for (const auto& [part, deep] : all) off.push_back(std::fabs(deep - fit(part)));
    std::vector<double> sorted = off;
    std::ranges::sort(sorted);
    const double most = std::max(kOnLine, sorted[static_cast<std::size_t>(kMostPlaces * (sorted.size() - 1))]);
    kept.clear();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (off[i] <= most) kept.push_back(all[i]);
  }
  const Fit fit = fit_of(kept);
  const auto close = std::ranges::count_if(
      all, [&](const auto& point) { return std::fabs(point.second - fit(point.first)) <= kOnLine; });
  if (static_cast<double>(close) < kMostPlaces * kPlaces) return line;
  return {edge.moved(0, fit(0)), edge.moved(1, fit(1))};
}

std::optional<Spot> meeting(const Line& a, const Line& b) {
  const double ax = a.to.x - a.from.x, ay = a.to.y - a.from.y, bx = b.to.x - b.from.x, by = b.to.y - b.from.y;
  const double cross = ax * by - ay * bx;
  if (std::fabs(cross) < 1e-6) return std::nullopt;
  const double t = ((b.from.x - a.from.x) * by - (b.from.y - a.from.y) * bx) / cross;
  return Spot{a.from.x + ax * t, a.from.y + ay * t};
}

}  // namespace

Quad with_exact_sides(const Pix& pix, const Quad& sheet, double reach) {
  std::array<Line, 4> sides;
  for (std::size_t i = 0; i < 4; ++i) sides[i] = exact(pix, {sheet[i], sheet[(i + 1) % 4]}, reach);
  Quad out;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::optional<Spot> corner = meeting(sides[(i + 3) % 4], sides[i]);
    if (!corner) return sheet;
    out[i] = *corner;
  }
  return out;
}

}  // namespace ap::ocr
