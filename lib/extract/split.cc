#include "extract/split.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/split_signs.h"

namespace ap::extract {
namespace {

using namespace reading;

class Planner {
 public:
  Planner(const layout::PackedPages& pages, const ExtractOptions& options) {
    for (const layout::Page page : pages) signs_.push_back(signs_of(page, options));
  }

  SplitPlan plan() {
    for (int page = 0; page < count(); ++page) {
      const PageSigns& s = signs_[static_cast<std::size_t>(page)];
      if (s.blank) continue;
      if (s.separator) {
        separator_ = page;
        continue;
      }
      take(page);
    }
    skip();
    return std::move(plan_);
  }

 private:
  int count() const { return static_cast<int>(signs_.size()); }

  void take(int page) {
    const PageSigns& s = signs_[static_cast<std::size_t>(page)];
    std::string reason = plan_.parts.empty() ? "" : why_new(page);
    if (plan_.parts.empty() || !reason.empty()) {
      plan_.parts.push_back({page + 1, page + 1, reason});
      current_ = {};
    }
    plan_.parts.back().last = page + 1;
    if (current_.number.empty() && !s.other) current_.number = s.number;
    current_.sums |= s.sums;
    current_.head |= s.head;
    if (current_.seller.empty()) current_.seller = s.seller;
    current_.place = s.place, current_.of = s.of;
    separator_ = -1;
  }

  // Why `page` begins a document; "" when it goes on with the one before.
  std::string why_new(int page) const {
    const PageSigns& s = signs_[static_cast<std::size_t>(page)];
    if (separator_ >= 0) return fmt::format("it stands behind a separator sheet, page {}", separator_ + 1);
    if (s.place > 1 || s.other) return "";
    bool another = !s.number.empty() && !current_.number.empty() && !same_number(s.number, current_.number);
    bool foreign = !s.seller.empty() && !current_.seller.empty() && s.seller != current_.seller;
    // Where each page says "1 of 1", a page that says so begins a document; on others it takes sums on both sides.
    bool first = s.place == 1 && current_.place >= 1 && (current_.of == 0 || current_.place == current_.of);
    bool sums = s.head && current_.head && current_.sums && sums_from(page);
    std::string number = fmt::format("number {} after {}", s.number, current_.number);
    if (another && first) return number + fmt::format(", page 1{}", s.of > 0 ? fmt::format(" of {}", s.of) : "");
    if (another && foreign) return number + ", another seller";
    if (another && sums) return number + ", with head and totals of its own";
    if (foreign && sums)
      return fmt::format("another seller, {} after {}, with head and totals of its own", s.seller, current_.seller);
    return "";
  }

  // The document that would begin at `page` has a total, on it or on a page that goes on with it.
  bool sums_from(int page) const {
    const std::string& number = signs_[static_cast<std::size_t>(page)].number;
    for (int next = page; next < count(); ++next) {
      const PageSigns& s = signs_[static_cast<std::size_t>(next)];
      if (s.separator) return false;
      if (next > page && !s.number.empty() && !number.empty() && !same_number(s.number, number)) return false;
      if (s.sums) return true;
    }
    return false;
  }

  // Names the pages that no part holds.
  void skip() {
    std::size_t part = 0;
    for (int page = 1; page <= count(); ++page) {
      while (part < plan_.parts.size() && plan_.parts[part].last < page) ++part;
      if (part < plan_.parts.size() && plan_.parts[part].first <= page) continue;
      std::string reason = signs_[static_cast<std::size_t>(page) - 1].separator ? "separator" : "blank";
      bool goes_on =
          !plan_.skipped.empty() && plan_.skipped.back().last == page - 1 && plan_.skipped.back().reason == reason;
      if (goes_on)
        plan_.skipped.back().last = page;
      else
        plan_.skipped.push_back({page, page, reason});
    }
  }

  std::vector<PageSigns> signs_;
  PageSigns current_;   // what the part under way has said so far
  int separator_ = -1;  // index of the separator sheet since its last page
  SplitPlan plan_;
};

// Page numbers that run from 1 to the end: one document, whatever stands on the pages.
bool numbered_through(const layout::PackedPages& pages) {
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (page_mark(pages[i]) != std::pair(static_cast<int>(i) + 1, static_cast<int>(pages.size()))) return false;
  return true;
}

}  // namespace

SplitPlan plan_split(const layout::PackedPages& pages, const ExtractOptions& options) {
  if (pages.size() < 2 || numbered_through(pages))
    return {.parts = {{1, static_cast<int>(pages.size()), ""}}, .skipped = {}};
  return Planner(pages, options).plan();
}

layout::PackedPages pages_of(const layout::PackedPages& pages, int first, int last) {
  const int begin = std::max(first, 1) - 1, end = std::min(last, static_cast<int>(pages.size()));
  return pages.part(static_cast<std::size_t>(begin), static_cast<std::size_t>(std::max(begin, end)));
}

}  // namespace ap::extract
