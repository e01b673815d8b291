#include "rules/einvoice/values.h"

namespace ap::rules {

std::optional<Decimal> value(Element element) {
  if (!element) return std::nullopt;
  auto number = Decimal::parse_xs(element.text());
  if (!number)
    throw Unevaluable("'" + std::string(element.text().substr(0, 40)) + "' at " + element.tree().path(element.id()) +
                      " is not a number that can be computed with");
  return number;
}

Decimal value_or_zero(Element element) { return value(element).value_or(Decimal()); }

bool decimals_at_most(Element element, std::size_t most) {
  std::string_view text = element.text();
  auto point = text.find('.');
  return point == std::string_view::npos || text.size() - point - 1 <= most;
}

std::optional<bool> truth(std::string_view text) {
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  return std::nullopt;
}

Normalized::Normalized(std::string_view text) : view_(einvoice::trim(text)) {
  bool plain = true;
  for (std::size_t i = 0; i < view_.size() && plain; ++i)
    plain =
        !einvoice::is_blank(view_[i]) || (view_[i] == ' ' && view_[i + 1] != ' ' && !einvoice::is_blank(view_[i + 1]));
  if (plain) return;
  bool blank = false;
  for (char c : view_) {
    if (einvoice::is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank) copied_ += ' ';
    blank = false;
    copied_ += c;
  }
}

std::string upper_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return out;
}

bool equals_upper(std::string_view text, std::string_view upper) {
  if (text.size() != upper.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 32) : text[i];
    if (c != upper[i]) return false;
  }
  return true;
}

bool all_digits(std::string_view text) {
  for (char c : text)
    if (c < '0' || c > '9') return false;
  return !text.empty();
}

}  // namespace ap::rules
