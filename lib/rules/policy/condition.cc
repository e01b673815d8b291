#include "rules/policy/condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ap::rules {
namespace {

struct Operator {
  std::string_view sign;
  Compare compare;
  bool negated;
};
// Longer ones before those that they begin with.
constexpr std::array kOperators = std::to_array<Operator>({{"==", Compare::equal, false},
                                                           {"!=", Compare::equal, true},
                                                           {">=", Compare::at_least, false},
                                                           {"<=", Compare::at_most, false},
                                                           {">", Compare::more, false},
                                                           {"<", Compare::less, false},
                                                           {"not in", Compare::in, true},
                                                           {"in", Compare::in, false},
                                                           {"not contains", Compare::contains, true},
                                                           {"contains", Compare::contains, false},
                                                           {"not matches", Compare::matches, true},
                                                           {"matches", Compare::matches, false}});
constexpr std::string_view kSigns = "==, !=, >, >=, <, <=, in, not in, contains, not contains, matches, not matches";

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '[' || c == ']'; }

using Fault = std::unexpected<ConditionFault>;

// Reads a condition from left to right.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ == text_.size(); }
  void skip_blanks() {
    while (!at_end() && is_blank(text_[at_])) ++at_;
  }
  std::string name() {
    std::size_t start = at_;
    while (!at_end() && is_name(text_[at_])) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }
  // "not   in" is one operator however wide the gap.
  const Operator* sign() {
    for (const Operator& one : kOperators) {
      std::size_t at = at_;
      bool same = true;
      for (char c : one.sign) {
        if (at >= text_.size() || text_[at] != c) {
          same = false;
          break;
        }
        ++at;
        while (c == ' ' && at < text_.size() && is_blank(text_[at])) ++at;
      }
      bool word = is_letter(one.sign.back());
      if (!same || (word && at < text_.size() && is_name(text_[at]))) continue;
      at_ = at;
      return &one;
    }
    return nullptr;
  }
  // A value to the end, or with `listed` to the next comma.
  std::expected<std::string, ConditionFault> value(bool listed) {
    skip_blanks();
    std::size_t start = at_;
    if (!at_end() && (text_[at_] == '\'' || text_[at_] == '"')) {
      auto end = text_.find(text_[at_], at_ + 1);
      if (end == text_.npos) return Fault({start, "a quote is opened and not closed", "close it, or leave it out"});
      at_ = end + 1;
      skip_blanks();
      if (!at_end() && !(listed && text_[at_] == ','))
        return Fault({at_, "something follows the closing quote", "write one condition, and others beside it"});
      return std::string(text_.substr(start + 1, end - start - 1));
    }
    while (!at_end() && !(listed && text_[at_] == ',')) ++at_;
    auto end = at_;
    while (end > start && is_blank(text_[end - 1])) --end;
    if (end == start) return Fault({start, "a value is missing", "write '' where the text is to be empty"});
    return std::string(text_.substr(start, end - start));
  }
  bool comma() {
    skip_blanks();
    if (at_end() || text_[at_] != ',') return false;
    ++at_;
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// What is wrong with a value for the kind of the field; nullopt when it suits.
std::optional<ConditionFault> unsuitable(const Condition& condition, const std::string& value, std::size_t at) {
  bool ordered = condition.compare == Compare::more || condition.compare == Compare::at_least ||
                 condition.compare == Compare::less || condition.compare == Compare::at_most;
  bool textual = condition.compare == Compare::contains || condition.compare == Compare::matches;
  if (condition.form.kind == FieldKind::text) {
    if (ordered)
      return ConditionFault{at, fmt::format("{} is a text, which is neither larger nor smaller", condition.field),
                            "compare it with ==, in, contains or matches"};
    bool whole = condition.compare == Compare::equal || condition.compare == Compare::in || condition.form.late;
    std::string wrong = whole ? impossible(condition.field, value) : "";
    if (!wrong.empty())
      return ConditionFault{
          at, wrong, condition.form.late ? "ap-validate --list-rules shows them all" : "no document would ever fit"};
    return std::nullopt;
  }
  if (textual)
    return ConditionFault{
        at, fmt::format("{} is a {}", condition.field, condition.form.kind == FieldKind::number ? "number" : "date"),
        "compare it with ==, !=, >, >=, <, <= or in"};
  if (condition.form.kind == FieldKind::number && !Decimal::parse(value))
    return ConditionFault{at, fmt::format("'{}' is no number", value),
                          "write digits, with a point before decimals, as 10000 or 0.5"};
  if (condition.form.kind == FieldKind::date && !Date::parse(value))
    return ConditionFault{at, fmt::format("'{}' is no date", value), "write it as 2026-11-30"};
  return std::nullopt;
}

// -1, 0, 1 of numbers and dates; both are of that kind.
int order(FieldKind kind, const std::string& a, const std::string& b) {
  if (kind == FieldKind::number) {
    auto left = Decimal::parse(a).value_or(Decimal()), right = Decimal::parse(b).value_or(Decimal());
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return a < b ? -1 : a > b ? 1 : 0;  // dates of one form follow each other as their texts do
}

bool fits(const Condition& condition, const std::string& value) {
  FieldKind kind = condition.form.kind;
  auto same = [&](const std::string& wanted) {
    return kind == FieldKind::text ? folded(value) == folded(wanted) : order(kind, value, wanted) == 0;
  };
  const std::string& wanted = condition.values.front();
  switch (condition.compare) {
    case Compare::equal:
      return same(wanted);
    case Compare::more:
      return order(kind, value, wanted) > 0;
    case Compare::at_least:
      return order(kind, value, wanted) >= 0;
    case Compare::less:
      return order(kind, value, wanted) < 0;
    case Compare::at_most:
      return order(kind, value, wanted) <= 0;
    case Compare::in:
      return std::ranges::any_of(condition.values, same);
    case Compare::contains:
      // An entry of a list is meant as a whole, a part of a text as it stands there.
      return condition.form.many ? folded(value) == folded(wanted) : condition.patterns.front().matches(value);
    case Compare::matches:
      return condition.patterns.front().matches(value);
  }
  return false;
}

std::string shown(const Condition& condition, const std::vector<std::string>& values) {
  constexpr std::size_t kMost = 5;
  std::string out;
  for (std::size_t i = 0; i < values.size() && i < kMost; ++i)
    out += (i ? ", " : "") + (values[i].empty() ? std::string("''") : values[i]);
  if (values.size() > kMost) out += fmt::format(" and {} more", values.size() - kMost);
  return fmt::format("{} = {}", condition.field, values.empty() ? "none" : out);
}

}  // namespace

std::expected<Condition, ConditionFault> parse_condition(std::string_view text) {
  Reader reader(text);
  Condition condition;
  condition.text = text;
  reader.skip_blanks();
  std::size_t start = reader.at();
  condition.field = reader.name();
  if (condition.field.empty())
    return Fault({start, "a condition begins with a field", "write it as \"total > 10000\""});
  auto form = field_form(condition.field);
  if (!form) return Fault({start, fmt::format("there is no field '{}'", condition.field), ""});
  condition.form = *form;
  reader.skip_blanks();
  std::size_t sign_at = reader.at();
  const Operator* sign = reader.sign();
  if (sign == nullptr)
    return Fault({sign_at, reader.at_end() ? "an operator is missing" : "this is no operator",
                  fmt::format("write one of {}", kSigns)});
  condition.compare = sign->compare;
  condition.negated = sign->negated;
  do {
    reader.skip_blanks();
    std::size_t value_at = reader.at();
    auto value = reader.value(condition.compare == Compare::in);
    if (!value) return Fault(value.error());
    if (auto fault = unsuitable(condition, *value, value_at)) return Fault(*fault);
    condition.values.push_back(*value);
  } while (reader.comma());
  for (const std::string& value : condition.values)
    condition.patterns.emplace_back(condition.compare == Compare::contains ? "*" + value + "*" : value);
  return condition;
}

Judged judge(const Condition& condition, const Subject& subject) {
  Answer found = answer(subject, condition.field, condition.form.kind);
  if (!found.unknown.empty()) return {Truth::unknown, found.unknown};
  std::vector<std::string> hits;
  for (const std::string& value : found.values)
    if (fits(condition, value)) hits.push_back(value);
  bool holds = hits.empty() == condition.negated;
  // What made it true: the entries that fit, or everything that was looked at.
  return {holds ? Truth::yes : Truth::no, shown(condition, hits.empty() || condition.negated ? found.values : hits)};
}

bool When::is_late() const {
  auto late = [](const Condition& condition) { return condition.form.late; };
  return std::ranges::any_of(all, late) || std::ranges::any_of(none, late);
}

Judged judge(const When& when, const Subject& subject) {
  Judged whole{Truth::yes, ""};
  auto take = [&](const Condition& condition, Truth refuted) {
    Judged one = judge(condition, subject);
    if (one.truth == refuted) whole = {Truth::no, one.seen};
    if (whole.truth == Truth::no) return;
    if (one.truth == Truth::unknown && whole.truth == Truth::yes) whole = {Truth::unknown, ""};
    bool tells = (one.truth == Truth::unknown) == (whole.truth == Truth::unknown);
    if (tells && whole.seen.find(one.seen) == std::string::npos)
      whole.seen += (whole.seen.empty() ? "" : ", ") + one.seen;
  };
  for (const Condition& condition : when.all)
    if (whole.truth != Truth::no) take(condition, Truth::no);
  for (const Condition& condition : when.none)
    if (whole.truth != Truth::no) take(condition, Truth::yes);
  return whole;
}

}  // namespace ap::rules
