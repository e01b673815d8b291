#include "extract/long_document.h"

#include <algorithm>
#include <iterator>

#include "extract/lines_long.h"

namespace ap::extract {
namespace {

// A leaf without a word in front: the document begins behind it.
std::size_t empty_leaves(const layout::PackedPages& pages) {
  std::size_t at = 0;
  while (at < pages.size() && pages[at].words.empty()) ++at;
  return at < pages.size() ? at : 0;
}

LineTable lines_of(const layout::PackedPages& pages, const LineHints& hints, const LongPlan& plan) {
  LongTable table(hints);
  std::size_t from = 0;
  while (from < pages.size() && !table.complete()) {
    // What is left for less than another step comes along: the last pages are two at least.
    const bool last = pages.size() - from < 2 * plan.step;
    const std::size_t end = last ? pages.size() : from + plan.step;
    table.take(pages.unpacked(from, end), last);
    from = end;
  }
  return table.finish();
}

}  // namespace

std::vector<layout::Page> looked_at(const layout::PackedPages& pages, const LongPlan& plan) {
  if (pages.size() <= std::max(plan.whole, plan.head + plan.tail)) return pages.unpacked();
  const std::size_t empty = empty_leaves(pages);
  const std::size_t tail = pages.size() - plan.tail, head = std::min(empty + plan.head, tail);
  std::vector<layout::Page> out = pages.unpacked(empty, head);
  std::ranges::move(pages.unpacked(tail, pages.size()), std::back_inserter(out));
  return out;
}

PageExtraction extract_document(const layout::PackedPages& pages, const ExtractOptions& options, const LongPlan& plan) {
  if (pages.size() <= std::max(plan.whole, plan.head + plan.tail)) return extract_invoice(pages.unpacked(), options);
  // As of a short document: the first page with words is the first; evidence keeps the numbers of the file.
  if (const std::size_t empty = empty_leaves(pages); empty > 0) {
    PageExtraction out = extract_document(pages.part(empty, pages.size()), options, plan);
    for (auto& [path, entry] : out.evidence)
      if (entry.page > 0) entry.page += static_cast<int>(empty);
    return out;
  }
  return extract_invoice(
      looked_at(pages, plan), [&](const LineHints& hints) { return lines_of(pages, hints, plan); }, options);
}

}  // namespace ap::extract
