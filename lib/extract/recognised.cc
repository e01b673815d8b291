#include "extract/recognised.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "core/look_alikes.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr Confidence kMended = 800;  // at most

using Pair = std::pair<std::string_view, std::string_view>;

// As they are read, and as they are written.
constexpr std::array<Pair, 24> kForms{
    {{"$.A.", "S.A."},     {"5.A.", "S.A."},     {"8.A.", "S.A."},     {"$.L.", "S.L."},     {"5.L.", "S.L."},
     {"$.p.A.", "S.p.A."}, {"5.p.A.", "S.p.A."}, {"S.p.4.", "S.p.A."}, {"$.r.l.", "S.r.l."}, {"5.r.l.", "S.r.l."},
     {"S.r.I.", "S.r.l."}, {"S.r.1.", "S.r.l."}, {"S.r.|.", "S.r.l."}, {"Sar!", "Sàrl"},     {"Sàr!", "Sàrl"},
     {"Sàr|", "Sàrl"},     {"Sàr1", "Sàrl"},     {"Sar1", "Sàrl"},     {"s.r.0.", "s.r.o."}, {"5.r.o.", "s.r.o."},
     {"8.r.o.", "s.r.o."}, {"l/S", "I/S"},       {"1/S", "I/S"},       {"A/5", "A/S"}}};

std::string_view core_of(std::string_view text) { return trim(text, ",;: "); }

void replace(Token& token, std::string_view was, std::string_view now) {
  const auto at = token.text.find(was);
  token.text.replace(at, was.size(), now);
  token.folded = fold(token.text);
  token.confidence = std::min(token.confidence, kMended);
}

// A word with a capital in front and no figure in it, as the parts of a firm's name are.
bool is_name_word(const Token& token) {
  const auto first = static_cast<unsigned char>(token.text.front());
  return (std::isupper(first) || first >= 0xC3) && token.folded.size() >= 3 && count_digits(token.text) == 0;
}

bool is_close(const Token& left, const Token& right) {
  return right.box.x0 - left.box.x1 < std::max(left.box.height(), right.box.height());
}

// "Sp. z 0.0." and "S.a r.l."
void mend_form(std::vector<Token>& row, std::size_t at) {
  Token& token = row[at];
  const std::string_view core = core_of(token.text);
  for (const auto& [was, now] : kForms)
    if (core == was) return replace(token, was, now);
  if (at > 0 && is_name_word(row[at - 1]) && is_close(row[at - 1], token))
    for (std::string_view was : {"pic", "ple", "p1c", "pIc"})
      if (core == was) return replace(token, was, "plc");
  if (at > 0 && row[at - 1].folded == "z")
    for (std::string_view was : {"0.0.", "o.0.", "0.o.", "0.0", "O.O.", "0.0,"})
      if (token.text == was) return replace(token, was, "o.o.");
  if (at + 1 < row.size() && core_of(row[at + 1].folded).starts_with("r.l"))
    for (std::string_view was : {"S.a", "S.ä", "S.á", "S.4", "5.a", "5.4", "5.à", "S.ã", "S.3"})
      if (token.text == was) return replace(token, was, "S.à");
}

// A lone sign between two names.
void mend_ampersand(std::vector<Token>& row, std::size_t at) {
  if (at == 0 || at + 1 >= row.size()) return;
  Token& token = row[at];
  const bool stands = is_name_word(row[at - 1]) && is_name_word(row[at + 1]) && is_close(row[at - 1], token) &&
                      is_close(token, row[at + 1]);
  if (!stands) return;
  for (std::string_view was : {"€", "6.", "6:", "8.", "8:", "&.", "$", "£", "8z", "8c", "8t", "6z"})
    if (token.text == was) return replace(token, was, "&");
}

// "N.2 CLIENTE", "FACTURA N.* ...": the raised o behind N.
void mend_number_sign(std::vector<Token>& row, std::size_t at) {
  Token& token = row[at];
  const bool last = at + 1 == row.size();
  if (token.text == "N." && !last) {
    Token& raised = row[at + 1];
    const bool glued = raised.box.x0 <= token.box.x1 && raised.text.size() == 1 && at + 2 < row.size() &&
                       !is_close(raised, row[at + 2]) && count_digits(row[at + 2].text) >= 3;
    if (!glued || std::string_view("290*?%").find(raised.text[0]) == std::string_view::npos) return;
    token.text = "N.º";
    token.folded = fold(token.text);
    token.box = unite(token.box, raised.box);
    row.erase(row.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    return;
  }
  if (last || !is_close(token, row[at + 1])) return;
  for (std::string_view was : {"N?", "N*", "N%"})
    if (token.text == was && count_digits(row[at + 1].text) >= 3) return replace(token, was, "Nº");
  if (count_digits(row[at + 1].text) > 0) return;
  const std::string_view next = row[at + 1].folded;
  const bool of = next == "de" || next == "da" || next == "do" || next == "du" || next == "di";
  for (std::string_view was : {"NS", "N2", "N*", "N?", "N%", "Ne", "N.*", "N.%"})
    if (token.text == was && (of || is_name_word(row[at + 1]))) return replace(token, was, "Nº");
}

// "1120.0094" within "83 1120.0094 7751": dust between two groups of a long number.
void mend_groups(std::vector<Token>& row, std::size_t at) {
  constexpr std::size_t kGroup = 4;
  Token& token = row[at];
  const std::string& text = token.text;
  if (text.size() != 2 * kGroup + 1 || count_digits(text) != 2 * static_cast<int>(kGroup)) return;
  if (std::string_view(".,:'").find(text[kGroup]) == std::string_view::npos) return;
  auto is_group = [](const Token& other) {
    return other.text.size() <= kGroup && count_digits(other.text) == static_cast<int>(other.text.size());
  };
  const bool beside = (at > 0 && is_group(row[at - 1]) && is_close(row[at - 1], token)) ||
                      (at + 1 < row.size() && is_group(row[at + 1]) && is_close(token, row[at + 1]));
  if (beside) replace(token, text.substr(kGroup, 1), "");
}

// "11:02.2026", "11.02:26": points of a date that were read as colons. With colons alone and two figures of a year it
// may be a time.
void mend_date(Token& token) {
  const std::string& text = token.text;
  if (text.size() != 8 && text.size() != 10) return;
  if (text.find(':') == std::string::npos || count_digits(text) != static_cast<int>(text.size()) - 2) return;
  auto is_mark = [](char c) { return c == ':' || c == '.'; };
  if (!is_mark(text[2]) || !is_mark(text[5]) || (text.size() == 8 && text[2] == text[5])) return;
  if (text.substr(3, 2) > "12" || text.substr(0, 2) > "31") return;
  token.text[2] = token.text[5] = '.';
  token.folded = fold(token.text);
  token.confidence = std::min(token.confidence, kMended);
}

bool is_mark(char c) { return c == '.' || c == ','; }

// "2," and "549.28", "2" and ",957.16": the groups of one amount, read as two words where its mark stands far from
// them. What is left would be another amount, and as plain to read.
void mend_split_amount(std::vector<Token>& row, std::size_t at) {
  if (at + 1 >= row.size()) return;
  Token& token = row[at];
  const Token& next = row[at + 1];
  if (5 * (next.box.x0 - token.box.x1) > std::max(token.box.height(), next.box.height())) return;
  const std::string_view left = trim(token.text, "$€£"), right = next.text;
  const bool mark_left = !left.empty() && is_mark(left.back()), mark_right = !right.empty() && is_mark(right.front());
  if (mark_left == mark_right) return;
  const std::string_view head = mark_left ? left.substr(0, left.size() - 1) : left;
  const std::string_view tail = mark_right ? right.substr(1) : right;
  const char mark = mark_left ? left.back() : right.front();
  constexpr std::size_t kGroup = 3, kWithCents = 6;
  const bool begins = !head.empty() && head.size() <= kGroup && count_digits(head) == static_cast<int>(head.size());
  const bool goes_on =
      tail.size() == kWithCents && count_digits(tail) == 5 && is_mark(tail[kGroup]) && tail[kGroup] != mark;
  if (!begins || !goes_on) return;
  token.text += next.text;
  token.folded = fold(token.text);
  token.box = unite(token.box, next.box);
  token.confidence = std::min({token.confidence, next.confidence, kMended});
  row.erase(row.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

}  // namespace

void mend_recognised(std::vector<Token>& row) {
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at].confidence == kCertain || row[at].text.empty()) continue;
    mend_form(row, at);
    mend_ampersand(row, at);
    mend_number_sign(row, at);
    mend_groups(row, at);
    mend_date(row[at]);
    mend_split_amount(row, at);
  }
}

std::string mended_amount(std::string_view read) {
  for (std::string_view quote : {"\u2018", "\u2019", "\u201c", "\u201d", "'", "`", "\""})
    if (read.starts_with(quote) && count_digits(read) >= 2) return std::string(read.substr(quote.size()));
  // "1'\"529.81": the apostrophe between thousands, seen twice.
  std::string text(read);
  for (std::string_view twice : {"'\"", "\"'", "''"})
    if (auto at = text.find(twice); at != std::string::npos && at > 0 && is_digit(text[at - 1]))
      return text.replace(at, twice.size(), "'");
  const std::size_t end = text.find_last_of("0123456789"), last = text.find_last_of(".,", end);
  if (last == std::string::npos || end == std::string::npos || end != last + 2) return "";
  const char mark = text[last], other = mark == ',' ? '.' : ',';
  int groups = 0;
  for (std::size_t at = last; at >= 4 && text[at - 4] == mark && count_digits(text.substr(at - 3, 3)) == 3; at -= 4) {
    text[at - 4] = other;
    ++groups;
  }
  const bool alone = std::ranges::count(text.substr(text.find_first_of("0123456789")), mark) == 1;
  return groups > 0 && alone ? text : "";
}

std::string with_usual_prefix(const std::string& number) {
  constexpr std::array<std::string_view, 16> kPrefixes{"SI", "PI",  "CI",  "TI", "BI",   "INV",  "IN",  "SO",
                                                       "PO", "DOC", "ORD", "NO", "SINV", "BILL", "CRI", "FO"};
  const auto end = number.find_first_of("/-.");
  if (end == std::string::npos || end == 0 || end > 5 || count_digits(number.substr(end)) < 3) return number;
  std::string front = number.substr(0, end);
  if (std::ranges::none_of(front, [](unsigned char c) { return std::isalpha(c); })) return number;
  auto key = [](std::string_view text) {
    std::string out;
    for (char c : text)
      out += c == 'l' || c == '|' ? '1' : digit_for(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    return out;
  };
  for (std::string_view prefix : kPrefixes)
    if (front == prefix) return number;
  // One stroke may be seen as two.
  std::string once = key(front);
  const auto twice = once.find("11");
  if (twice != std::string::npos) once.erase(twice, 1);
  for (std::string_view prefix : kPrefixes)
    if (key(front) == key(prefix) || once == key(prefix)) return std::string(prefix) + number.substr(end);
  return number;
}

}  // namespace ap::extract::reading
