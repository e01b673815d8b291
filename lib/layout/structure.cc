#include "layout/structure.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace ap::layout {
namespace {

std::string join(const std::vector<Word>& words) {
  std::string out;
  for (const Word& w : words) {
    if (!out.empty()) out += ' ';
    out += w.text;
  }
  return out;
}

// A dash or point has a box far lower than its neighbours, and not at their centre.
bool is_mark(const Word& w) {
  return std::ranges::none_of(
      w.text, [](char c) { return (c & 0x80) || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); });
}

// Whether two words stand on one line; `distance` tells how well.
bool same_line(const Word& a, const Word& b, std::int32_t& distance) {
  distance = std::abs(a.box.center_y() - b.box.center_y());
  std::int32_t low = std::min(a.box.height(), b.box.height()), high = std::max(a.box.height(), b.box.height());
  std::int32_t tolerance = low / 2;
  if (low * 2 < high && (is_mark(a) || is_mark(b))) tolerance = std::max(tolerance, high * 3 / 10);
  return distance <= tolerance;
}

// Words that are on one line never lie over each other by more than a part of their width.
bool follows(const Word& last, const Word& next) {
  std::int32_t shared = overlap(last.box.x0, last.box.x1, next.box.x0, next.box.x1);
  return shared * 2 <= std::min(last.box.width(), next.box.width());
}

std::int32_t median_height(const std::vector<Word>& words) {
  std::vector<std::int32_t> heights;
  for (const Word& w : words) heights.push_back(w.box.height());
  auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, middle);
  return *middle;
}

// The text with every run of digits as one 0, so that page numbers do not make lines differ.
std::string shape_of(const std::string& text) {
  std::string out;
  for (char c : text) {
    bool digit = c >= '0' && c <= '9';
    if (digit && !out.empty() && out.back() == '0') continue;
    out += digit ? '0' : c;
  }
  return out;
}

}  // namespace

std::string TextLine::text() const { return join(words); }
std::string Cell::text() const { return join(words); }

std::vector<TextLine> text_lines(const Page& page) {
  std::vector<const Word*> order;
  for (const Word& w : page.words)
    if (!w.text.empty()) order.push_back(&w);
  std::ranges::stable_sort(order, [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  std::vector<std::vector<const Word*>> open;
  for (const Word* word : order) {
    std::vector<const Word*>* best = nullptr;
    std::int32_t best_distance = 0, distance = 0;
    for (auto& line : open) {
      if (!same_line(*line.back(), *word, distance) || !follows(*line.back(), *word)) continue;
      if (best && distance >= best_distance) continue;
      best = &line;
      best_distance = distance;
    }
    if (best)
      best->push_back(word);
    else
      open.push_back({word});
  }
  std::vector<TextLine> lines;
  for (const auto& words : open) {
    TextLine line{page.number, words.front()->box, {}};
    for (const Word* w : words) {
      line.box = unite(line.box, w->box);
      line.words.push_back(*w);
    }
    lines.push_back(std::move(line));
  }
  std::ranges::stable_sort(lines, [](const TextLine& a, const TextLine& b) {
    return std::pair(a.box.center_y(), a.box.x0) < std::pair(b.box.center_y(), b.box.x0);
  });
  return lines;
}

std::vector<TextLine> text_lines(const std::vector<Page>& pages) {
  std::vector<TextLine> all;
  for (const Page& page : pages) std::ranges::move(text_lines(page), std::back_inserter(all));
  return all;
}

std::vector<Cell> cells(const std::vector<TextLine>& lines, int gap_em) {
  std::vector<Cell> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::int32_t limit = median_height(lines[i].words) * gap_em / 100;
    for (const Word& w : lines[i].words) {
      bool start = out.empty() || out.back().line != i || w.box.x0 - out.back().box.x1 > limit;
      if (start) out.push_back({lines[i].page, w.box, {}, i});
      out.back().words.push_back(w);
      out.back().box = unite(out.back().box, w.box);
    }
  }
  return out;
}

std::vector<bool> repeated(const std::vector<TextLine>& lines, const std::vector<Page>& pages) {
  std::map<int, std::int32_t> heights;
  for (const Page& p : pages) heights[p.number] = p.height;
  auto at_edge = [&](const TextLine& l) {
    std::int32_t height = heights[l.page];
    return l.box.y1 < height / 5 || l.box.y0 > height - height / 7;
  };
  std::map<std::string, std::vector<std::size_t>> same;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (at_edge(lines[i])) same[shape_of(lines[i].text())].push_back(i);
  std::vector<bool> out(lines.size(), false);
  for (const auto& [shape, where] : same) {
    for (std::size_t a : where)
      for (std::size_t b : where)
        if (lines[a].page != lines[b].page && std::abs(lines[a].box.y0 - lines[b].box.y0) < heights[lines[a].page] / 50)
          out[a] = true;
  }
  return out;
}

std::int32_t body_height(const std::vector<TextLine>& lines) {
  std::vector<std::int32_t> heights;
  for (const TextLine& l : lines)
    for (const Word& w : l.words) heights.push_back(w.box.height());
  if (heights.empty()) return 0;
  auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, middle);
  return *middle;
}

std::optional<std::size_t> right_of(const std::vector<Cell>& cells, std::size_t label, std::int32_t max_gap) {
  std::size_t next = label + 1;  // cells of a line stand one after the other
  if (next >= cells.size() || cells[next].line != cells[label].line) return std::nullopt;
  if (cells[next].box.x0 - cells[label].box.x1 > max_gap) return std::nullopt;
  return next;
}

std::optional<std::size_t> below(const std::vector<Cell>& cells, std::size_t label, std::int32_t max_gap) {
  const Box& from = cells[label].box;
  std::optional<std::size_t> best;
  for (std::size_t i = label + 1; i < cells.size() && cells[i].page == cells[label].page; ++i) {
    const Box& box = cells[i].box;
    if (cells[i].line == cells[label].line || box.y0 < from.center_y()) continue;
    if (box.y0 - from.y1 > max_gap) break;
    if (overlap(from.x0, from.x1, box.x0, box.x1) <= 0) continue;
    if (best && (box.y0 > cells[*best].box.center_y() ||
                 overlap(from.x0, from.x1, box.x0, box.x1) <=
                     overlap(from.x0, from.x1, cells[*best].box.x0, cells[*best].box.x1)))
      continue;
    best = i;
  }
  return best;
}

}  // namespace ap::layout
