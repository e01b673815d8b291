// The line table of a long document, taken off a few pages at a time: only what becomes a line of the invoice stays.
//
// The pages that hold the first rows decide which table it is, as for a short document; the pages behind go on under
// its heading, with what the rows so far add up to. Not thread-safe, and for one document.
#pragma once

#include <optional>
#include <vector>

#include "extract/lines.h"
#include "extract/lines_choice.h"
#include "extract/lines_heading.h"
#include "layout/page.h"

namespace ap::extract {

class LongTable {
 public:
  explicit LongTable(LineHints hints) : hints_(std::move(hints)) {}

  // The next pages, in order; `last`: none follow. Two at least, so that their headers and footers are known.
  void take(const std::vector<layout::Page>& pages, bool last);
  // The lines make the total, and no page need be looked at any more.
  bool complete() const { return complete_; }
  // As extract_lines() of all the pages.
  LineTable finish();

 private:
  std::optional<lines::Candidate> next(const lines::Document& doc, const LineHints& hints);
  void add(const lines::Candidate& found);
  bool is_total(const Decimal& sum) const;

  LineHints hints_;
  LineTable table_;
  Decimal sum_, adjusted_;
  std::vector<bool> closes_;     // of each line: its product holds
  std::vector<Decimal> totals_;  // printed sums that the lines may make
  std::optional<lines::Heading> heading_;
  bool begun_ = false, headed_ = false, ended_ = false, complete_ = false;
};

}  // namespace ap::extract
