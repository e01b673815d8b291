#include "extract/habit_places.h"

#include <algorithm>
#include <array>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr std::string_view kDates = "issue_date due_date tax_point_date delivery.date period.start period.end";
constexpr std::string_view kAmounts =
    "totals.lines totals.allowances totals.charges totals.net totals.tax totals.gross totals.prepaid totals.rounding "
    "totals.payable";
constexpr std::string_view kTexts =
    "number purchase_order contract buyer_reference preceding_invoice payment.reference seller.tax_number "
    "seller.registration_id currency buyer.name buyer.vat_id payment.bic payment.account_name payee.name";

constexpr int kMostWords = 6;  // tokens of a value, and of a label

std::string_view bare(std::string_view folded) { return trim(folded, " .,:;#()[]|*=-"); }

// Folded words without signs; "" when there are none.
std::string words_of(const Sheet& sheet, int first, int last) {
  std::string out;
  for (int t = first; t < last; ++t) {
    std::string_view word = bare(sheet.tokens[t].folded);
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool label_like(std::string_view words) { return count_letters(words) >= 2 && count_digits(words) == 0; }

// Recognised words differ by a letter now and then.
bool same_word(const Token& token, std::string_view word) {
  std::string_view text = bare(token.folded);
  if (text == word) return true;
  if (token.confidence == kCertain || word.size() < 5 || text.size() != word.size()) return false;
  int differences = 0;
  for (std::size_t i = 0; i < word.size(); ++i) differences += text[i] != word[i];
  return differences == 1;
}

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> out;
  while (!words.empty()) {
    auto blank = words.find(' ');
    out.push_back(words.substr(0, blank));
    words = blank == std::string_view::npos ? std::string_view() : words.substr(blank + 1);
  }
  return out;
}

// The token behind the label words that begin at `t`, -1 when other words stand there.
int behind(const Sheet& sheet, const Cell& cell, int t, const std::vector<std::string_view>& words) {
  std::size_t done = 0;
  for (; t < cell.last && done < words.size(); ++t) {
    if (bare(sheet.tokens[t].folded).empty()) continue;
    if (!same_word(sheet.tokens[t], words[done])) return -1;
    ++done;
  }
  return done == words.size() ? t : -1;
}

}  // namespace

std::optional<ValueType> habit_type(std::string_view field) {
  if (in_list(field, kDates)) return ValueType::date;
  if (in_list(field, kAmounts)) return ValueType::amount;
  if (in_list(field, kTexts) || is_constant(field)) return ValueType::text;
  return std::nullopt;
}

bool is_constant(std::string_view field) {
  return field == "currency" || field == "payment.bic" || field == "payment.account_name" || field == "payee.name" ||
         (field.starts_with("seller.") && field != "seller.address.country") || field == "buyer.name" ||
         field == "buyer.vat_id";
}

std::vector<Printed> find_value(const Sheet& sheet, const Dates& dates, const Amounts& amounts, ValueType type,
                                std::string_view value) {
  std::vector<Printed> out;
  if (type == ValueType::date) {
    for (const PrintedDate& date : dates.list)
      for (const DateReading& reading : date.readings)
        if (reading.date.str() == value) out.push_back({date.first, date.last});
    return out;
  }
  if (type == ValueType::amount) {
    auto wanted = Decimal::parse(value);
    if (!wanted) return out;
    for (const Amount& amount : amounts.list) {
      bool other = std::ranges::find(amount.others, *wanted) != amount.others.end();
      if (amount.value == *wanted || other) out.push_back({amount.first, amount.last});
    }
    return out;
  }
  std::string key = squeeze(plain(value));
  if (key.empty()) return out;
  for (const Cell& cell : sheet.cells) {
    for (int t = cell.first; t < cell.last; ++t) {
      std::string joined;
      for (int end = t; end < cell.last && end < t + 10 && joined.size() < key.size(); ++end) {
        joined += squeeze(plain(sheet.tokens[end].text));
        if (joined != key || bare(sheet.tokens[t].folded).empty()) continue;
        out.push_back({t, end + 1});
        break;
      }
    }
  }
  return out;
}

namespace {

// The nearest cell above that overlaps the value, within three lines; -1 when there is none.
int nearest_above(const Sheet& sheet, const Printed& value) {
  const Cell& cell = sheet.cells[sheet.tokens[value.first].cell];
  Box box = sheet.box(value.first, value.last);
  for (int r = cell.row - 1; r >= 0 && sheet.rows[r].page == sheet.rows[cell.row].page; --r) {
    const Row& row = sheet.rows[r];
    if (box.y0 - row.box.y1 > 3 * box.height()) return -1;
    for (int c = row.first; c < row.last; ++c)
      if (std::min(sheet.cells[c].box.x1, box.x1) > std::max(sheet.cells[c].box.x0, box.x0)) return c;
  }
  return -1;
}

}  // namespace

std::vector<Beside> beside(const Sheet& sheet, const Printed& value) {
  std::vector<Beside> out;
  int index = sheet.tokens[value.first].cell;
  const Cell& cell = sheet.cells[index];
  int first = std::max(cell.first, value.first - kMostWords);
  for (int t = first; t < value.first; ++t)
    if (count_digits(sheet.tokens[t].folded) > 0) first = t + 1;
  if (std::string words = words_of(sheet, first, value.first); label_like(words))
    out.push_back({words, Relation::same_cell, sheet.tokens[value.first - 1].text.ends_with(':') ? 1.0 : 0.8});
  if (index > sheet.rows[cell.row].first && value.first == cell.first) {
    const Cell& left = sheet.cells[index - 1];
    std::string words = words_of(sheet, left.first, left.last);
    if (left.last - left.first <= kMostWords && label_like(words)) out.push_back({words, Relation::right, 0.9});
  }
  if (int over = nearest_above(sheet, value); over >= 0) {
    const Cell& above = sheet.cells[over];
    std::string words = words_of(sheet, above.first, above.last);
    if (above.last - above.first <= kMostWords && label_like(words)) out.push_back({words, Relation::below, 0.6});
  }
  std::ranges::stable_sort(out, [](const Beside& a, const Beside& b) { return a.worth > b.worth; });
  return out;
}

std::vector<Place> places_beside(const Sheet& sheet, const Labels& labels, std::string_view words, Relation relation) {
  std::vector<Place> out;
  std::vector<std::string_view> wanted = split(words);
  if (wanted.empty()) return out;
  for (std::size_t c = 0; c < sheet.cells.size(); ++c) {
    const Cell& cell = sheet.cells[c];
    for (int t = cell.first; t < cell.last; ++t) {
      if (bare(sheet.tokens[t].folded).empty()) continue;
      int end = behind(sheet, cell, t, wanted);
      if (end < 0) continue;
      bool whole = t == cell.first && end == cell.last;
      if (relation != Relation::same_cell && !whole) continue;
      LabelHit hit;
      hit.cell = static_cast<int>(c);
      hit.first = t, hit.last = end;
      hit.words = static_cast<int>(wanted.size());
      for (const Place& place : places(sheet, labels, hit, 1))
        if (place.relation == relation && place.distance == 0) out.push_back(place);
    }
  }
  return out;
}

std::string shape_of(std::string_view value) {
  std::string out;
  for (char c : plain(value)) {
    if (is_digit(c)) {
      if (out.empty() || out.back() != '9') out += '9';
    } else {
      out += is_lower(c) ? static_cast<char>(c - 32) : c;
    }
  }
  return out;
}

std::string loose_shape(std::string_view shape) {
  std::string out;
  for (char c : shape) {
    if (is_upper(c)) {
      if (out.empty() || out.back() != 'A') out += 'A';
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view relation_name(Relation relation) {
  constexpr std::array<std::string_view, 4> kNames{"same_cell", "right", "below", "above"};
  return kNames[static_cast<std::size_t>(relation)];
}

std::optional<Relation> relation_from(std::string_view name) {
  for (Relation relation : {Relation::same_cell, Relation::right, Relation::below, Relation::above})
    if (relation_name(relation) == name) return relation;
  return std::nullopt;
}

}  // namespace ap::extract::reading
