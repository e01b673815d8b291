#include "einvoice/field_reader.h"

#include <algorithm>

namespace ap::einvoice {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string without_blanks(std::string_view text) {
  std::string out;
  for (char c : text)
    if (!is_blank(c)) out += c;
  return out;
}

// Two letters, two digits, 11 to 30 letters or digits (ISO 13616). Whether the check digits hold is a control's
// business.
bool looks_like_iban(std::string_view text) {
  if (text.size() < 15 || text.size() > 34 || !is_upper(text[0]) || !is_upper(text[1])) return false;
  return is_digit(text[2]) && is_digit(text[3]) && std::all_of(text.begin() + 4, text.end(), [](char c) {
           return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z');
         });
}

// The number after "KEY=" in a line of '#'-separated parts.
std::optional<Decimal> part(std::string_view line, std::string_view key) {
  auto at = line.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = line.substr(at + key.size());
  return Decimal::parse(rest.substr(0, rest.find('#')));
}

}  // namespace

void FieldReader::place(std::string_view name, Element from) {
  mapping_.places.push_back({within_, name, from.id(), N::none});
  mapping_.taken.push_back(from.id());
}

void FieldReader::fault(std::string_view rule, std::string_view field, Element at, std::string message) {
  Finding finding;
  finding.set = "structure";
  finding.rule = rule;
  finding.severity = Severity::error;
  finding.field = field.empty() ? std::string() : mapping_.prefixes[within_] + std::string(field);
  finding.path = tree_.path(at.id());
  finding.message = std::move(message);
  finding.actual = at.text().substr(0, 100);
  mapping_.findings.push_back(std::move(finding));
}

void FieldReader::text(std::string& field, std::string_view name, Element from) {
  if (!take(field.empty(), from)) return;
  field = from.trimmed();
  place(name, from);
}

void FieldReader::attribute(std::string& field, std::string_view name, Element from, N attribute) {
  std::string_view value = trim(from.attribute(attribute));
  if (value.empty() || !field.empty()) return;
  field = value;
  mapping_.places.push_back({within_, name, from.id(), attribute});
}

void FieldReader::number(std::optional<Decimal>& field, std::string_view name, Element from) {
  if (!from || field) return;
  field = Decimal::parse_xs(from.text());
  if (field)
    place(name, from);
  else
    fault("AP-ST-NUMBER", name, from, "this is not a decimal number, so the field stays empty");
}

void FieldReader::bad_date(std::string_view name, Element from) {
  fault("AP-ST-DATE", name, from, "this is not a date of the calendar, so the field stays empty");
}

void FieldReader::iso_date(std::optional<Date>& field, std::string_view name, Element from) {
  if (!take(!field, from)) return;
  field = Date::parse(from.trimmed().substr(0, 10));
  if (field)
    place(name, from);
  else
    bad_date(name, from);
}

void FieldReader::format_date(std::optional<Date>& field, std::string_view name, Element from) {
  if (!take(!field, from)) return;
  std::string_view text = from.trimmed();
  if (text.size() >= 8 && std::all_of(text.begin(), text.begin() + 8, is_digit)) {
    std::string iso =
        std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6, 2));
    field = Date::parse(iso);
  } else {
    field = Date::parse(text.substr(0, 10));
  }
  if (field)
    place(name, from);
  else
    bad_date(name, from);
}

void FieldReader::iban(std::string& field, std::string_view name, Element from) {
  if (!take(field.empty(), from)) return;
  std::string account = without_blanks(from.text());
  if (!looks_like_iban(account)) return;
  field = std::move(account);
  place(name, from);
}

void FieldReader::discounts(Payment& payment, Element terms) {
  for (const CashDiscount& discount : discounts_in(terms.text())) {
    const std::uint32_t before = within_;
    within("payment.discounts[" + std::to_string(payment.discounts.size()) + "].");
    mapping_.places.push_back({within_, "percent", terms.id(), N::none});
    mapping_.places.push_back({within_, "days", terms.id(), N::none});
    within_ = before;
    payment.discounts.push_back(discount);
  }
}

std::vector<CashDiscount> discounts_in(std::string_view rest) {
  std::vector<CashDiscount> found;
  while (!rest.empty()) {
    auto end = rest.find('\n');
    std::string_view line = trim(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (!line.starts_with("#SKONTO#")) continue;
    CashDiscount discount{part(line, "#PROZENT="), part(line, "#TAGE=")};
    if (discount.percent && discount.days) found.push_back(discount);
  }
  return found;
}

void FieldReader::discount(Payment& payment, Element days, Element percent) {
  if (!percent || percent.blank()) return;
  within("payment.discounts[" + std::to_string(payment.discounts.size()) + "].");
  CashDiscount discount;
  number(discount.percent, "percent", percent);
  number(discount.days, "days", days);
  if (discount.percent) payment.discounts.push_back(discount);
}

}  // namespace ap::einvoice
