#include "extract/sheet.h"

#include <algorithm>

#include "extract/columns.h"
#include "extract/recognised.h"
#include "extract/spaced_letters.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

// Cuts a word into pieces at blanks and behind a ':' , '.' or '#' that ends a run of letters before a digit.
std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t start = 0;
  bool letters = false, digits = false;
  auto cut = [&](std::size_t end) {
    if (end > start) out.push_back(text.substr(start, end - start));
    start = end;
    letters = digits = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      cut(i);
      start = i + 1;
      continue;
    }
    bool more = i + 1 < text.size();
    if (c == ':' && letters && more && text[i + 1] != '/' && text[i + 1] != '\\')
      cut(i + 1);
    else if ((c == '.' || c == '#') && letters && !digits && more && is_digit(text[i + 1]))
      cut(i + 1);
    else if (more && is_digit(text[i + 1]) && letters && !digits && i >= start + 2 && i <= start + 3 &&
             (text.substr(i - 1, 2) == "\u00b0" || text.substr(i - 1, 2) == "\u00ba") &&
             (text[start] == 'n' || text[start] == 'N'))
      cut(i + 1);  // "n°2025-07"
    else if (c == '#' && i == start && more && is_digit(text[i + 1]))
      cut(i + 1);
    else if (is_digit(c))
      digits = true;
    else if (is_alnum(c) || (static_cast<unsigned char>(c) & 0x80))
      letters = true;
  }
  cut(text.size());
  return out;
}

std::vector<Token> page_tokens(const layout::Page& page, std::size_t room) {
  std::vector<Token> out;
  out.reserve(std::min(page.words.size(), room));
  for (const layout::Word& word : page.words) {
    if (out.size() >= room) break;
    for (std::string_view piece : pieces(word.text)) {
      Token token;
      token.text = piece;
      token.folded = fold(piece);
      if (trim(token.folded).empty()) continue;
      auto at = static_cast<std::int64_t>(piece.data() - word.text.data());
      auto size = static_cast<std::int64_t>(word.text.size());
      auto x = [&](std::int64_t i) {
        return static_cast<std::int32_t>(word.box.x0 + static_cast<std::int64_t>(word.box.width()) * i / size);
      };
      token.box = {x(at), word.box.y0, x(at + static_cast<std::int64_t>(piece.size())), word.box.y1};
      token.confidence = word.confidence;
      token.font_size = word.font_size > 0 ? word.font_size : word.box.height();
      token.bold = word.bold;
      out.push_back(std::move(token));
    }
  }
  return out;
}

// Groups tokens whose vertical middles agree. Tall letters beside small print share a row when their middles do.
std::vector<std::vector<Token>> into_rows(std::vector<Token> tokens) {
  std::stable_sort(tokens.begin(), tokens.end(),
                   [](const Token& a, const Token& b) { return a.box.center_y() < b.box.center_y(); });
  std::vector<std::vector<Token>> rows;
  std::int64_t sum = 0;
  std::int32_t height = 0;
  for (Token& token : tokens) {
    bool joins = false, lower = false;
    if (!rows.empty()) {
      auto count = static_cast<std::int64_t>(rows.back().size());
      std::int32_t reach = std::min(height, token.box.height()) * 45 / 100;
      joins = token.box.center_y() - sum / count <= std::max(reach, 100);
      // Beside big letters two lines of small print stand: they are two rows.
      if (joins && height * 2 > 3 * token.box.height())
        lower = std::ranges::any_of(rows.back(), [&](const Token& other) {
          return other.box.height() * 4 < 5 * token.box.height() &&
                 token.box.center_y() - other.box.center_y() > token.box.height() * 7 / 10;
        });
    }
    if (!joins || lower) rows.emplace_back(), sum = 0, height = 0;
    sum += token.box.center_y();
    height = std::max(height, token.box.height());
    rows.back().push_back(std::move(token));
  }
  for (auto& row : rows)
    std::stable_sort(row.begin(), row.end(), [](const Token& a, const Token& b) { return a.box.x0 < b.box.x0; });
  return rows;
}

// Boxes of recognised words are tight around their letters, so their height says little of the type size: there the
// usual width of a letter on the row counts as well.
std::int32_t letter_width(const std::vector<Token>& row) {
  std::int64_t width = 0, letters = 0;
  for (const Token& token : row) {
    if (token.confidence == kCertain) return 0;
    width += token.box.width();
    for (char c : token.text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }
  return static_cast<std::int32_t>(width / std::max<std::int64_t>(letters, 1));
}

// A title in big letters beside a line of the letterhead, or printed over it: of far other size and on another base
// line. A small figure set high behind its amount follows it at once.
bool other_line(const Token& before, const Token& token) {
  if (before.confidence < kCertain || token.confidence < kCertain) return false;
  const std::int32_t small = std::min(before.box.height(), token.box.height());
  const std::int32_t big = std::max(before.box.height(), token.box.height());
  auto base = [](const Box& box) { return box.y1 - box.height() * 22 / 100; };
  const std::int32_t gap = token.box.x0 - before.box.x1, apart = std::abs(base(before.box) - base(token.box));
  return big * 10 >= small * 16 && apart * 100 > small * 30 && (gap * 100 > small * 15 || gap * 2 < -small);
}

bool starts_cell(const Token& before, const Token& token, std::int32_t letter) {
  if (other_line(before, token)) return true;
  std::int32_t gap = token.box.x0 - before.box.x1;
  std::int32_t height = std::min(before.box.height(), token.box.height());
  const std::int32_t sizes[] = {std::max(before.font_size, 100), std::max(token.font_size, 100)};
  std::int32_t size = std::min({height, sizes[0], sizes[1]});
  // "Tussock Ridge Ltd  Credit Note": big letters before small ones do not make their blanks wider.
  if (std::max(sizes[0], sizes[1]) * 10 >= size * 16 && token.confidence >= kCertain)
    letter = std::min(letter, size / 2);
  return gap > std::max({size * 85 / 100, letter * 18 / 10, 250});
}

void add_row(Sheet& sheet, int page, std::vector<Token>& tokens) {
  Row row{page, static_cast<int>(sheet.cells.size()), 0, tokens.front().box};
  std::int32_t letter = letter_width(tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    int index = static_cast<int>(sheet.tokens.size());
    if (i == 0 || starts_cell(tokens[i - 1], tokens[i], letter))
      sheet.cells.push_back({static_cast<int>(sheet.rows.size()), index, index, tokens[i].box});
    Cell& cell = sheet.cells.back();
    cell.last = index + 1;
    cell.box = unite(cell.box, tokens[i].box);
    row.box = unite(row.box, tokens[i].box);
    tokens[i].cell = static_cast<int>(sheet.cells.size()) - 1;
    sheet.tokens.push_back(std::move(tokens[i]));
  }
  row.last = static_cast<int>(sheet.cells.size());
  sheet.rows.push_back(row);
}

bool same_place(const Box& a, const Box& b) {
  const std::int32_t wide = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  const std::int32_t high = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return 2 * wide > std::min(a.width(), b.width()) && 2 * high > std::min(a.height(), b.height());
}

// The other readings of pages, each with the tokens of one row that lie where it does.
void add_variants(Sheet& sheet) {
  for (const Row& row : sheet.rows) {
    const int begin = sheet.cells[row.first].first, end = sheet.cells[row.last - 1].last;
    for (const layout::Word& other : (*sheet.pages)[static_cast<std::size_t>(row.page)].others) {
      if (other.box.y1 < row.box.y0 || other.box.y0 > row.box.y1) continue;
      Variant variant{.text = std::string(trim(other.text)), .confidence = other.confidence, .first = end};
      for (int t = begin; t < end; ++t) {
        if (!same_place(sheet.tokens[t].box, other.box)) continue;
        variant.first = std::min(variant.first, t);
        variant.last = t + 1;
      }
      if (variant.first < variant.last && !variant.text.empty()) sheet.variants.push_back(std::move(variant));
    }
  }
  std::ranges::stable_sort(sheet.variants, {}, &Variant::first);
}

}  // namespace

std::string Sheet::text(int first, int last, std::string_view strip) const {
  std::string out;
  for (int i = first; i < last; ++i) {
    if (i > first) out += ' ';
    out += tokens[i].text;
  }
  return std::string(trim(out, strip.empty() ? " " : strip));
}

Box Sheet::box(int first, int last) const {
  Box out = tokens[first].box;
  for (int i = first + 1; i < last; ++i) out = unite(out, tokens[i].box);
  return out;
}

Confidence Sheet::confidence(int first, int last) const {
  Confidence least = kCertain;
  for (int i = first; i < last; ++i) least = std::min(least, tokens[i].confidence);
  return least;
}

Sheet build_sheet(const std::vector<layout::Page>& pages) {
  Sheet sheet;
  sheet.pages = &pages;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::size_t room = std::min(kMostTokensOnPage, kMostTokens - std::min(kMostTokens, sheet.tokens.size()));
    for (auto& row : into_rows(page_tokens(pages[p], room))) {
      mend_recognised(row);
      join_spaced_letters(row);
      add_row(sheet, static_cast<int>(p), row);
    }
  }
  part_columns(sheet);
  add_variants(sheet);
  return sheet;
}

}  // namespace ap::extract::reading
