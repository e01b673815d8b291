#include "extract/calibration.h"

#include <algorithm>
#include <array>
#include <span>

namespace ap::extract {
namespace {

struct Point {
  Confidence raw, real;
};

// Numbers, dates and references: found by a label beside them; a rival lowers the raw figure long before it wins.
constexpr std::array<Point, 6> kLabelled{{{0, 0}, {500, 700}, {700, 900}, {800, 975}, {850, 985}, {975, 995}}};
// Amounts: what arithmetic closes stands at 990 and above, what it does not close is hardly better than its label.
constexpr std::array<Point, 6> kAmounts{{{0, 0}, {700, 700}, {920, 920}, {940, 980}, {970, 990}, {990, 995}}};
// Names: a line of a letterhead is a guess until a legal form, a tax id or a second mention supports it.
constexpr std::array<Point, 6> kNames{{{0, 0}, {700, 500}, {920, 850}, {950, 950}, {965, 980}, {985, 995}}};

struct Family {
  std::string_view path;
  std::span<const Point> points;
};

constexpr std::array<Family, 13> kFamilies{{{"number", kLabelled},
                                            {"issue_date", kLabelled},
                                            {"due_date", kLabelled},
                                            {"currency", kLabelled},
                                            {"purchase_order", kLabelled},
                                            {"seller.vat_id", kLabelled},
                                            {"payment.iban", kLabelled},
                                            {"seller.name", kNames},
                                            {"buyer.name", kNames},
                                            {"totals.net", kAmounts},
                                            {"totals.tax", kAmounts},
                                            {"totals.gross", kAmounts},
                                            {"totals.payable", kAmounts}}};

Confidence interpolated(std::span<const Point> points, Confidence raw) {
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point& low = points[i - 1];
    const Point& high = points[i];
    if (raw < high.raw) return low.real + (raw - low.raw) * (high.real - low.real) / (high.raw - low.raw);
  }
  return std::max(raw, points.back().real);
}

}  // namespace

Confidence calibrated(std::string_view path, Confidence raw) {
  auto family = std::ranges::find(kFamilies, path, &Family::path);
  return family == kFamilies.end() ? raw : interpolated(family->points, raw);
}

void calibrate(EvidenceMap& evidence, const std::vector<layout::Page>& pages) {
  // A derived value (page 0) is as good as the pages it was derived from.
  auto from_text = [&](int number) {
    return std::ranges::all_of(pages, [&](const layout::Page& page) {
      return (number != 0 && page.number != number) || page.source == layout::PageSource::text;
    });
  };
  for (auto& [path, entry] : evidence) {
    if (entry.how == How::vendor) continue;  // a habit's certainty comes from people, not from the table
    Confidence real = calibrated(path, entry.confidence);
    entry.confidence = from_text(entry.page) ? real : std::min(real, entry.confidence);
  }
}

}  // namespace ap::extract
