#include "extract/receipt_amounts.h"

#include <algorithm>

#include "extract/text.h"

namespace ap::extract::reading {
namespace {

constexpr double kOtherLook = 0.7;   // of a reading that was outvoted
constexpr double kContested = 0.95;  // of one that another look disputes
constexpr std::size_t kMostOthers = 4;

// The digit a character is mistaken for; '\0' for none. Digits stand for themselves.
char digit_like(char c) {
  if (is_digit(c)) return c;
  switch (c) {
    case 'O':
    case 'o':
    case 'Q':
    case 'D':
      return '0';
    case 'l':
    case 'I':
    case '|':
    case '!':
    case 'i':
    case ']':
      return '1';
    case 'Z':
      return '2';
    case 'S':
    case 's':
      return '5';
    case 'G':
      return '6';
    case 'B':
      return '8';
    case 'g':
      return '9';
    default:
      return '\0';
  }
}

// "RM", "RH" (RM badly read), "$", "EUR": up to three characters that are no digit before the first digit.
std::string_view without_currency(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !is_digit(text[at]) && text[at] != '.' && text[at] != ',') ++at;
  bool currency = at > 0 && at < text.size() && at <= 3 && (at > 1 || digit_like(text[0]) == '\0' || text[0] == '$');
  return currency ? text.substr(at) : text;
}

struct Shape {
  std::int64_t cents = 0;
  int whole = 0, decimals = 0;  // digits before and after the mark
  int mistaken = 0;             // letters taken for digits
  char mark = '\0';
  std::size_t end = 0;  // behind the number
};

Shape shape_of(std::string_view text) {
  Shape out;
  for (std::size_t i = 0; i < text.size() && out.whole + out.decimals < 10; ++i) {
    char c = text[i], digit = digit_like(c);
    bool marks = std::string_view(".,:;'-").find(c) != std::string_view::npos;
    if (marks && out.mark == '\0' && out.whole > 0 && i + 1 < text.size()) {
      out.mark = c;
      continue;
    }
    if (digit == '\0' || (out.mark != '\0' && out.decimals == 2)) break;
    out.mistaken += digit != c;
    out.cents = out.cents * 10 + (digit - '0');
    ++(out.mark == '\0' ? out.whole : out.decimals);
    out.end = i + 1;
  }
  return out;
}

}  // namespace

std::optional<RepairedAmount> repair_amount(std::string_view text) {
  std::string kept = plain(text);
  std::string_view body = without_currency(trim(kept, " -~_()[]*'\"="));
  std::string single;
  for (char c : body)
    if (single.empty() || c != single.back() || (c != '.' && c != ',')) single += c;
  body = single;
  Shape shape = shape_of(body);
  std::string_view rest = body.substr(shape.end);
  if (rest.size() > 3 || count_digits(rest) > 0 || shape.mistaken * 2 > shape.whole + shape.decimals)
    return std::nullopt;
  double quality = 1.0;
  for (int i = 0; i < shape.mistaken; ++i) quality *= 0.6;
  if (!rest.empty()) quality *= 0.9;
  if (shape.mark != '\0') {
    if (shape.decimals != 2 || shape.whole > 6) return std::nullopt;
    if (shape.mark != '.' && shape.mark != ',') quality *= shape.mark == ':' ? 0.6 : 0.5;
    return RepairedAmount{Decimal::scaled(shape.cents, 2), quality};
  }
  if (shape.whole < 3 || shape.whole > 6 || !rest.empty()) return std::nullopt;
  return RepairedAmount{Decimal::scaled(shape.cents, 2), quality * 0.35};
}

std::vector<RepairedAmount> SlipAmounts::readings(std::size_t a) const {
  std::vector<RepairedAmount> out{{amounts.list[a].value, quality[a]}};
  out.insert(out.end(), others[a].begin(), others[a].end());
  return out;
}

bool SlipAmounts::usable(std::size_t a) const {
  const Amount& amount = amounts.list[a];
  return !amount.percent && !amount.value.is_negative() && !amount.value.is_zero() &&
         (amount.decimals() == 2 || (amount.currency && amount.decimals() < 2));
}

namespace {

class Repairer {
 public:
  explicit Repairer(const Context& context) : context_(context), sheet_(context.sheet) {
    taken_.assign(sheet_.tokens.size(), false);
    for (const auto* ids : {&context.ibans, &context.tax_ids})
      for (const Identifier& id : *ids)
        for (int t = id.first; t < id.last; ++t) taken_[t] = true;
    for (std::size_t t = 0; t < taken_.size(); ++t)
      if (int d = context.dates.at_token[t]; d >= 0 && !context.dates.list[d].bare) taken_[t] = true;
  }

  SlipAmounts repair() {
    out_.amounts.mark = context_.amounts.mark;
    out_.amounts.at_token.assign(sheet_.tokens.size(), -1);
    for (int t = 0; t < static_cast<int>(sheet_.tokens.size());) t = at(t);
    out_.others.resize(out_.amounts.list.size());
    for (const Variant& variant : sheet_.variants) keep_other(variant);
    return std::move(out_);
  }

 private:
  void keep(Amount amount, double quality) {
    for (int t = amount.first; t < amount.last; ++t)
      out_.amounts.at_token[t] = static_cast<int>(out_.amounts.list.size());
    out_.amounts.list.push_back(std::move(amount));
    out_.quality.push_back(quality);
  }

  // What another look saw in the place of an amount, where it is an amount as well.
  void keep_other(const Variant& variant) {
    int at = -1;
    for (int t = variant.first; t < variant.last && at < 0; ++t) at = out_.amounts.at_token[t];
    if (at < 0) return;
    auto a = static_cast<std::size_t>(at);
    std::string text;
    for (char c : variant.text)
      if (c != ' ') text += c;
    auto found = repair_amount(text);
    if (!found || found->value.is_zero() || found->value == out_.amounts.list[a].value.abs()) return;
    for (const RepairedAmount& known : out_.others[a])
      if (known.value == found->value) return;
    found->quality *= kOtherLook * std::min(1.0, 0.7 + 0.6 * variant.confidence / 1000.0);
    if (out_.amounts.list[a].negative) found->value = -found->value;
    if (out_.others[a].size() < kMostOthers) out_.others[a].push_back(*found);
    if (out_.quality[a] >= 1.0) out_.quality[a] = kContested;
  }

  int at(int t) {
    int known = context_.amounts.at_token[t];
    if (known >= 0) {
      const Amount& amount = context_.amounts.list[known];
      if (t > amount.first) return t + 1;
      bool plain_integer = amount.decimals() == 0 && !amount.currency && !amount.percent;
      if (plain_integer && amount.last == t + 1)
        if (int end = repaired(t); end > t) return end;
      keep(amount, amount.decimals() == 2 ? 1.0 : 0.6);
      return std::max(t + 1, amount.last);
    }
    return std::max(t + 1, repaired(t));
  }

  // The end of the amount that begins at token `t` once it is repaired, `t` when there is none.
  int repaired(int t) {
    const Token& token = sheet_.tokens[t];
    if (taken_[t] || token.confidence == kCertain || count_digits(token.folded) == 0) return t;
    int end = t + 1;
    auto found = joined(t);
    if (found)
      ++end;
    else
      found = repair_amount(token.text);
    if (!found || identifier_row(t)) return t;
    Amount amount;
    amount.value = found->value;
    amount.first = t;
    amount.last = end;
    amount.cell = token.cell;
    amount.row = sheet_.cells[token.cell].row;
    amount.page = sheet_.rows[amount.row].page;
    amount.box = sheet_.box(t, end);
    amount.negative = token.text.starts_with('-');
    if (amount.negative) amount.value = -amount.value;
    keep(std::move(amount), found->quality);
    return end;
  }

  // "42" and "50" close together, "7," and "60".
  std::optional<RepairedAmount> joined(int t) const {
    if (t + 1 >= static_cast<int>(sheet_.tokens.size()) || sheet_.tokens[t + 1].cell != sheet_.tokens[t].cell)
      return std::nullopt;
    const Token &a = sheet_.tokens[t], &b = sheet_.tokens[t + 1];
    std::string cents(trim(plain(b.text), "-~_|)"));
    bool two = cents.size() == 2 && digit_like(cents[0]) != '\0' && digit_like(cents[1]) != '\0';
    if (!two || taken_[t + 1] || b.box.x0 - a.box.x1 > b.box.height()) return std::nullopt;
    bool mark = a.text.ends_with('.') || a.text.ends_with(',');
    auto found = repair_amount(std::string(trim(a.text, ".,")) + "." + cents);
    if (found) found->quality *= mark ? 0.9 : b.box.x0 - a.box.x1 > b.box.height() * 6 / 10 ? 0.4 : 0.65;
    return found;
  }

  // What stands on a row with a telephone, a tax id or a number is no amount.
  bool identifier_row(int t) const {
    const Row& row = sheet_.rows[sheet_.cells[sheet_.tokens[t].cell].row];
    for (int c = row.first; c < row.last; ++c)
      for (int h : context_.labels.by_cell[c]) {
        Role role = context_.labels.hits[h].role;
        if (role == Role::phone || role == Role::fax || role == Role::vat_id || role == Role::registration ||
            role == Role::number || role == Role::issue_date)
          return context_.labels.hits[h].before == 0;
      }
    return false;
  }

  const Context& context_;
  const Sheet& sheet_;
  std::vector<bool> taken_;
  SlipAmounts out_;
};

}  // namespace

SlipAmounts slip_amounts(const Context& context) { return Repairer(context).repair(); }

}  // namespace ap::extract::reading
