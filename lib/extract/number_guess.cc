#include "extract/number_guess.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>

#include "extract/address.h"
#include "extract/doctype.h"
#include "extract/header.h"
#include "extract/recognised.h"
#include "extract/relate.h"
#include "extract/text.h"

namespace ap::extract::reading {

namespace {

// "15:14", "15:14:41"
bool is_time(std::string_view value) {
  const auto colons = std::ranges::count(value, ':');
  const auto figures = static_cast<std::ptrdiff_t>(value.size()) - colons;
  return count_digits(value) == figures && ((colons == 1 && figures <= 4) || (colons == 2 && figures <= 6));
}

}  // namespace

// A time of day is none, nor is what a card's chip calls its program: "A0000000031010".
bool plausible_number(std::string_view value) {
  int digits = count_digits(value);
  if (value.size() == 2 && (value[0] == 'n' || value[0] == 'N')) return false;  // "Nº", its o read as a figure
  if (digits == 0 || is_time(value) || value.find("A000000") != std::string_view::npos) return false;
  if (digits == static_cast<int>(value.size()) && (value.size() > 18)) return false;
  return value.find(',') == std::string_view::npos && value.find('@') == std::string_view::npos;
}

bool is_identifier(const std::vector<Identifier>& ids, int token) {
  return std::any_of(ids.begin(), ids.end(),
                     [&](const Identifier& id) { return id.first <= token && token < id.last; });
}

bool may_number(const Context& context, int t) {
  const Token& token = context.sheet.tokens[t];
  std::string_view text = trim(token.text, ".,:;()#");
  int digits = count_digits(text);
  bool shape = text.size() >= 4 && text.size() <= 24 && digits >= 3 && plausible_number(text) &&
               text.find_first_of("@%€$£+") == std::string_view::npos;
  bool year = text.size() == 4 && digits == 4 && (text.starts_with("19") || text.starts_with("20"));
  if (!shape || year || context.dates.at_token[t] >= 0) return false;
  if (is_identifier(context.ibans, t) || is_identifier(context.tax_ids, t)) return false;
  int amount = context.amounts.at_token[t];
  // "24.25228" has more decimals than an amount of money
  const auto& amounts = context.amounts.list;
  return amount < 0 ||
         ((amounts[amount].decimals() == 0 || amounts[amount].decimals() > 4) && !amounts[amount].currency);
}

namespace {

// A label before the token, in its cell or left of it, says that it is something else.
bool named_otherwise(const Context& context, int t) {
  int cell = context.sheet.tokens[t].cell, left = cell - 1;
  auto other = [&](const LabelHit& hit) { return hit.role != Role::number && hit.role != Role::none; };
  for (int h : context.labels.by_cell[cell])
    if (context.labels.hits[h].first < t && other(context.labels.hits[h])) return true;
  if (left < context.sheet.rows[context.sheet.cells[cell].row].first) return false;
  return std::ranges::any_of(context.labels.by_cell[left], [&](int h) { return other(context.labels.hits[h]); });
}

std::string figures_of(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), is_digit);
  return out.substr(std::min(out.find_first_not_of('0'), out.size()));
}

// A reference to pay with is often made of the number's figures, zeros before them and check digits behind:
// "+++000/2506/28903+++", "RF18 2506 289".
bool holds_figures(std::string_view text, std::string_view figures) {
  constexpr std::size_t kFewest = 5, kMostCheckDigits = 2;
  if (figures.size() < kFewest || count_digits(text) < 8 || text.find_first_of(".,:") != std::string_view::npos)
    return false;
  const std::string whole = figures_of(text);
  return whole.size() > figures.size() && whole.size() <= figures.size() + kMostCheckDigits &&
         whole.starts_with(figures);
}

// "Kassenzeichen (bei Zahlung bitte angeben): 5.0886": the value begins behind the remark.
int behind_bracket(const Sheet& sheet, const Place& place) {
  if (!sheet.tokens[place.first].folded.starts_with('(')) return place.first;
  for (int t = place.first; t + 1 < place.stop; ++t)
    if (sheet.tokens[t].folded.find(')') != std::string::npos) return t + 1;
  return place.first;
}

}  // namespace

void public_body(const Context& context, Choice& choice) {
  constexpr double kWeight = 0.45;
  for (const LabelHit& hit : context.labels.hits) {
    if (hit.words != 1 || !in_list(trim(context.sheet.tokens[hit.first].folded, ".:"), "kassenzeichen buchungszeichen"))
      continue;
    for (const Place& place : places(context.sheet, context.labels, hit, 1)) {
      const IdText id = id_at(context, behind_bracket(context.sheet, place), place.stop);
      if (id.value.empty() || !plausible_number(id.value)) continue;
      choice.add(id.value, kWeight, id.first, id.last, How::label, hit);
      break;
    }
  }
}

void quoted_again(const Context& context, Choice& choice) {
  const Sheet& sheet = context.sheet;
  for (std::size_t t = 0; t < sheet.tokens.size(); ++t) {
    int first = static_cast<int>(t);
    const layout::Page& page = sheet.page_of_token(first);
    if (page.number > 1 || sheet.tokens[t].box.y0 > page.height * 40 / 100) break;
    const Cell& cell = sheet.cells[sheet.tokens[t].cell];
    if (cell.last - cell.first > 4 || !may_number(context, first)) continue;
    if (auto town = town_in(sheet, cell.first, cell.last);
        town && town->postal.first <= first && first < town->postal.last)
      continue;
    std::string key = squeeze(sheet.tokens[t].text), figures = figures_of(sheet.tokens[t].text);
    if (named_otherwise(context, first)) continue;
    double score = 0;
    for (std::size_t other = t + 1; other < sheet.tokens.size() && score < 0.5; ++other) {
      if (sheet.cells[sheet.tokens[other].cell].row == sheet.cells[sheet.tokens[t].cell].row) continue;
      const bool in_reference = holds_figures(sheet.tokens[other].text, figures);
      if (!in_reference && squeeze(sheet.tokens[other].text) != key) continue;
      bool quoted = in_reference || context.labels.has(sheet.tokens[other].cell, Role::payment_reference);
      const layout::Page& where = sheet.page_of_token(static_cast<int>(other));
      bool far = where.number > 1 || sheet.tokens[other].box.y0 > where.height * 60 / 100;
      if (quoted || far) score = std::max(score, quoted ? 0.5 : 0.36);
    }
    std::string value(trim(sheet.tokens[t].text, " .,:;#()[]*"));
    if (sheet.tokens[t].confidence < kCertain) value = with_usual_prefix(value);
    if (score > 0) choice.add(value, score, first, first + 1, How::layout);
  }
}

namespace {

class HeadNumber {
 public:
  explicit HeadNumber(const Context& context)
      : context_(context), sheet_(context.sheet), body_(body_size(context.sheet)) {}

  void add_to(Choice& choice) const {
    for (std::size_t t = 0; t < sheet_.tokens.size(); ++t) {
      const int first = static_cast<int>(t);
      const layout::Page& page = sheet_.page_of_token(first);
      if (page.number > 1 || sheet_.tokens[t].box.y0 > page.height * 45 / 100) break;
      if (!stands_apart(first)) continue;
      double score = weight(first);
      if (score <= 0) continue;
      score += 0.03 * (1 - static_cast<double>(sheet_.tokens[t].box.y0) / page.height);
      const int begin = prefixed(first) ? first - 1 : first;
      std::string value(trim(sheet_.text(begin, first + 1), " .,:;#()[]*"));
      if (sheet_.tokens[t].confidence < kCertain) value = with_usual_prefix(value);
      choice.add(value, score, begin, first + 1, How::layout);
    }
  }

 private:
  // "corrects SI/2026/77780 (28/09/2026)": another document and its date.
  bool parenthesised(int t) const { return sheet_.tokens[t].folded.starts_with('('); }

  // "VF 8657": two or three capitals before the figures belong to them.
  bool prefixed(int t) const {
    if (t == sheet_.cells[sheet_.tokens[t].cell].first || context_.labels.covering(sheet_, t - 1)) return false;
    const std::string text = plain(sheet_.tokens[t - 1].text);
    return (text.size() == 2 || text.size() == 3) && std::ranges::all_of(text, is_upper);
  }

  // The only figures of a short cell, dates aside, and neither a town's nor named as something else.
  bool stands_apart(int t) const {
    const Cell& cell = sheet_.cells[sheet_.tokens[t].cell];
    if (squeeze(sheet_.tokens[t].text).starts_with("PO")) return false;  // an order's
    if (t + 1 < cell.last && context_.dates.at_token[t + 1] >= 0 && parenthesised(t + 1)) return false;
    if (cell.last - cell.first > 10 || !may_number(context_, t) || named_otherwise(context_, t)) return false;
    if (of_item(cell.row) || caption_of_another(sheet_.tokens[t].cell)) return false;
    for (int other = cell.first; other < cell.last; ++other)
      if (other != t && context_.dates.at_token[other] < 0 && count_digits(sheet_.tokens[other].folded) > 0)
        return false;
    auto town = town_in(sheet_, cell.first, cell.last);
    return !town || t < town->postal.first || t >= town->postal.last;
  }

  // "Customer" or "Purchase order" straight above at the same edge.
  bool caption_of_another(int index) const {
    const Cell& cell = sheet_.cells[index];
    if (cell.last - cell.first > 1 || cell.row == 0) return false;
    const Row& above = sheet_.rows[cell.row - 1];
    for (int c = above.first; c < above.last; ++c) {
      const Box& box = sheet_.cells[c].box;
      if (std::abs(box.x0 - cell.box.x0) > cell.box.height() / 2 || cell.box.y0 - box.y1 > cell.box.height()) continue;
      for (int h : context_.labels.by_cell[c])
        if (const LabelHit& hit = context_.labels.hits[h];
            hit.before == 0 && hit.after == 0 && hit.role != Role::number && hit.role != Role::none)
          return true;
    }
    return false;
  }

  // Prices or amounts stand on the row.
  bool of_item(int row) const {
    return std::ranges::any_of(context_.amounts.list,
                               [&](const Amount& a) { return a.row == row && a.decimals() == 2; });
  }

  double weight(int t) const {
    const Token& token = sheet_.tokens[t];
    const Cell& cell = sheet_.cells[token.cell];
    const bool worded = t > cell.first;
    double score = 0;
    if (worded && token.font_size * 4 >= body_ * 5) score = 0.3;  // "Nota de honorários INV-47842", in large print
    for (int next = t + 1; next < std::min(t + 4, cell.last); ++next)
      if (worded && context_.dates.at_token[next] >= 0 && !parenthesised(next))
        score = std::max(score, 0.28);  // "... 30071 in data 23.10.2026"
    const bool fact = worded || (cell_has_words(token.cell - 1, cell.row) && t == cell.first);
    if (fact && dated_row_near(cell)) score = std::max(score, 0.24);
    if (cell.last - cell.first == 1 && captioned(token.cell) && dated_beside(cell)) score = std::max(score, 0.24);
    if (score > 0 && is_upper(plain(token.text).front())) score += 0.03;
    return score;
  }

  // A cell of the row with letters and no figures.
  bool cell_has_words(int cell, int row) const {
    if (cell < 0 || sheet_.cells[cell].row != row) return false;
    const std::string text = fold(sheet_.cell_text(cell));
    return count_digits(text) == 0 && count_letters(text) > 2;
  }

  bool has_date(int first, int last) const {
    for (int t = first; t < last; ++t)
      if (context_.dates.at_token[t] >= 0) return true;
    return false;
  }

  bool date_in_row(int row) const {
    const Row& cells = sheet_.rows[row];
    return has_date(sheet_.cells[cells.first].first, sheet_.cells[cells.last - 1].last);
  }

  // One of the next two rows above or below, close by, has a date that stands in line with the cell.
  bool dated_row_near(const Cell& cell) const {
    for (int row = std::max(0, cell.row - 2); row <= cell.row + 2 && row < static_cast<int>(sheet_.rows.size());
         ++row) {
      if (row == cell.row || sheet_.rows[row].page != sheet_.rows[cell.row].page || !date_in_row(row)) continue;
      for (int c = sheet_.rows[row].first; c < sheet_.rows[row].last; ++c) {
        const Box& box = sheet_.cells[c].box;
        const std::int32_t slack = cell.box.height();
        const bool close = std::abs(box.center_y() - cell.box.center_y()) < 5 * cell.box.height();
        const bool in_line = std::abs(box.x0 - cell.box.x0) < slack || std::abs(box.x1 - cell.box.x1) < slack ||
                             std::abs(box.center_x() - cell.box.center_x()) < slack;
        if (close && in_line && has_date(sheet_.cells[c].first, sheet_.cells[c].last)) return true;
      }
    }
    return false;
  }

  // Words without figures straight above or below, at the same left edge.
  bool captioned(int index) const {
    const Cell& cell = sheet_.cells[index];
    for (int row : {cell.row - 1, cell.row + 1}) {
      if (row < 0 || row >= static_cast<int>(sheet_.rows.size())) continue;
      for (int c = sheet_.rows[row].first; c < sheet_.rows[row].last; ++c) {
        const Box& box = sheet_.cells[c].box;
        if (std::abs(box.x0 - cell.box.x0) < cell.box.height() / 2 && cell_has_words(c, row) &&
            std::abs(box.center_y() - cell.box.center_y()) < 3 * cell.box.height())
          return true;
      }
    }
    return false;
  }

  bool dated_beside(const Cell& cell) const { return date_in_row(cell.row); }

  const Context& context_;
  const Sheet& sheet_;
  int body_;
};

}  // namespace

void beside_dates(const Context& context, Choice& choice) { HeadNumber(context).add_to(choice); }

}  // namespace ap::extract::reading
