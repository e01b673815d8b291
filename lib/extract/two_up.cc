#include "extract/two_up.h"

#include <algorithm>
#include <optional>

#include "extract/split_signs.h"

namespace ap::extract {
namespace {

using namespace reading;

constexpr std::size_t kLeastWords = 25;  // of a page; a letterhead has more

bool is_landscape(const layout::Page& page) { return page.width > page.height * 6 / 5; }

// The middle of the widest strip around the centre of the sheet that no word stands on.
std::optional<std::int32_t> gutter(const layout::Page& page) {
  std::int32_t from = page.width * 42 / 100, to = page.width * 58 / 100;
  std::vector<std::pair<std::int32_t, std::int32_t>> covered;
  for (const layout::Word& word : page.words)
    if (word.box.x1 > from && word.box.x0 < to) covered.emplace_back(word.box.x0, word.box.x1);
  std::ranges::sort(covered);
  std::int32_t at = from, best = 0, middle = 0;
  auto note = [&](std::int32_t end) {
    if (end - at > best) best = end - at, middle = at + (end - at) / 2;
  };
  for (const auto& [x0, x1] : covered) {
    note(x0);
    at = std::max(at, x1);
  }
  note(to);
  if (best < page.width / 50) return std::nullopt;
  return middle;
}

layout::Page half_of(const layout::Page& sheet, std::int32_t x0, std::int32_t x1) {
  layout::Page half = sheet;
  half.width = x1 - x0;
  auto outside = [&](const Box& box) { return box.center_x() < x0 || box.center_x() >= x1; };
  auto move = [&](Box& box) { box.x0 -= x0, box.x1 -= x0; };
  std::erase_if(half.words, [&](const layout::Word& word) { return outside(word.box); });
  std::erase_if(half.codes, [&](const layout::Code& code) { return outside(code.box); });
  for (layout::Word& word : half.words) move(word.box);
  for (layout::Code& code : half.codes) move(code.box);
  return half;
}

bool are_two_pages(const layout::Page& left, const layout::Page& right, const ExtractOptions& options) {
  if (left.words.size() < kLeastWords || right.words.size() < kLeastWords) return false;
  auto [left_place, left_of] = page_mark(left);
  auto [right_place, right_of] = page_mark(right);
  if (left_place > 0 && right_place == left_place + 1 && left_of == right_of) return true;
  PageSigns a = signs_of(left, options), b = signs_of(right, options);
  if (a.number.empty() || b.number.empty()) return false;
  return same_number(a.number, b.number) || (a.head && b.head && a.sums && b.sums);
}

}  // namespace

Unfolded unfold(const layout::PackedPages& sheets, const ExtractOptions& options) {
  Unfolded out;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const layout::Page sheet = sheets[i];
    int number = static_cast<int>(i) + 1;
    auto middle = is_landscape(sheet) ? gutter(sheet) : std::nullopt;
    if (middle) {
      layout::Page left = half_of(sheet, 0, *middle), right = half_of(sheet, *middle, sheet.width);
      if (are_two_pages(left, right, options)) {
        out.pages.push_back(left);
        out.origins.push_back({number, 'a', 0});
        out.pages.push_back(right);
        out.origins.push_back({number, 'b', *middle});
        continue;
      }
    }
    out.pages.push_back(sheets, i);
    out.origins.push_back({number, 0, 0});
  }
  return out;
}

void put_back(EvidenceMap& evidence, const Unfolded& from, std::size_t first) {
  for (auto& [path, entry] : evidence) {
    std::size_t page = first + static_cast<std::size_t>(std::max(entry.page, 1)) - 1;
    if (entry.page == 0 || page >= from.origins.size()) continue;
    const Origin& origin = from.origins[page];
    entry.page = origin.sheet - from.origins[first].sheet + 1;
    if (entry.box) entry.box->x0 += origin.dx, entry.box->x1 += origin.dx;
  }
}

}  // namespace ap::extract
