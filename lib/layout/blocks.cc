// Blocks and reading order: cells joined to their neighbours below, then a recursive cut of the page along its gaps.
#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "layout/structure.h"

namespace ap::layout {
namespace {

// Whether `b`, which is lower, continues `a`: no more than about a line's gap, similar letters, a shared edge or
// overlap.
bool continues(const Cell& a, const Cell& b) {
  std::int32_t height = std::min(a.box.height(), b.box.height());
  std::int32_t gap = b.box.y0 - a.box.y1;
  if (gap > height * 7 / 10 || gap < -height / 2) return false;
  if (std::max(a.box.height(), b.box.height()) * 10 > height * 18) return false;
  std::int32_t shared = overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1);
  return shared * 10 > std::min(a.box.width(), b.box.width()) * 3;
}

// Disjoint sets over indices.
struct Sets {
  std::vector<std::size_t> parent;
  explicit Sets(std::size_t n) : parent(n) { std::iota(parent.begin(), parent.end(), 0); }
  std::size_t find(std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent[std::max(a, b)] = std::min(a, b);
  }
};

using Blocks = std::vector<Block>;

// Cuts `blocks` where a gap goes through the whole of them, upwards (y) or sideways; empty when there is none.
std::vector<Blocks> cut(Blocks blocks, bool by_y) {
  auto low = [by_y](const Block& b) { return by_y ? b.box.y0 : b.box.x0; };
  auto high = [by_y](const Block& b) { return by_y ? b.box.y1 : b.box.x1; };
  std::ranges::stable_sort(blocks, {}, low);
  std::vector<Blocks> parts;
  std::int32_t end = 0;
  for (Block& b : blocks) {
    if (parts.empty() || low(b) >= end) parts.emplace_back();
    end = parts.back().empty() ? high(b) : std::max(end, high(b));
    parts.back().push_back(std::move(b));
  }
  return parts;
}

// Reading order of blocks of one page: sideways cuts inside horizontal bands.
void in_order(Blocks blocks, bool by_y, int depth, Blocks& out) {
  if (blocks.size() <= 1 || depth > 12) {
    std::ranges::stable_sort(blocks, {}, [](const Block& b) { return std::pair(b.box.y0, b.box.x0); });
    std::ranges::move(blocks, std::back_inserter(out));
    return;
  }
  std::vector<Blocks> parts = cut(std::move(blocks), by_y);
  if (parts.size() == 1) {
    std::vector<Blocks> other = cut(std::move(parts.front()), !by_y);
    if (other.size() == 1) return in_order(std::move(other.front()), by_y, 13, out);
    for (Blocks& part : other) in_order(std::move(part), by_y, depth + 1, out);
    return;
  }
  for (Blocks& part : parts) in_order(std::move(part), !by_y, depth + 1, out);
}

}  // namespace

std::string Block::text() const {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += cells[i].line == cells[i - 1].line ? ' ' : '\n';
    out += cells[i].text();
  }
  return out;
}

std::vector<Block> blocks(const std::vector<Cell>& cells) {
  Sets sets(cells.size());
  for (std::size_t a = 0; a < cells.size(); ++a) {
    for (std::size_t b = a + 1; b < cells.size() && cells[b].page == cells[a].page; ++b) {
      if (cells[b].box.y0 > cells[a].box.y1 + 2 * cells[a].box.height()) break;
      if (cells[b].line != cells[a].line && continues(cells[a], cells[b])) sets.join(a, b);
    }
  }
  std::vector<std::optional<std::size_t>> block_of(cells.size());
  Blocks found;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::optional<std::size_t>& at = block_of[sets.find(i)];
    if (!at) {
      at = found.size();
      found.push_back({cells[i].page, cells[i].box, {}});
    }
    found[*at].box = unite(found[*at].box, cells[i].box);
    found[*at].cells.push_back(cells[i]);
  }
  Blocks out;
  for (std::size_t first = 0; first < found.size();) {
    std::size_t last = first;
    while (last < found.size() && found[last].page == found[first].page) ++last;
    in_order({found.begin() + static_cast<std::ptrdiff_t>(first), found.begin() + static_cast<std::ptrdiff_t>(last)},
             true, 0, out);
    first = last;
  }
  return out;
}

}  // namespace ap::layout
