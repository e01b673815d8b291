#include "rules/xrechnung/german.h"

#include <algorithm>

#include "rules/einvoice/values.h"

namespace ap::rules::xrechnung {
namespace {

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::size_t take_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  text.remove_prefix(n);
  return n;
}

// Digits, a point, two digits.
bool take_amount(std::string_view& text) {
  if (take_digits(text) == 0 || !take(text, ".")) return false;
  return take_digits(text) == 2;
}

// #SKONTO#TAGE=n#PROZENT=n.nn[#BASISBETRAG=[-]n.nn]#
bool discount_line(std::string_view line) {
  if (!take(line, "#SKONTO#TAGE=") || take_digits(line) == 0) return false;
  if (!take(line, "#PROZENT=") || !take_amount(line)) return false;
  if (take(line, "#BASISBETRAG=")) {
    take(line, "-");
    if (!take_amount(line)) return false;
  }
  return line == "#";
}

// What stands behind the last pair of # with something between them on one line; everything when there is none.
std::string_view after_last_pair(std::string_view text) {
  std::size_t end = text.size();
  while (true) {
    std::size_t begin = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    std::size_t first = begin == std::string_view::npos ? 0 : begin + 1;
    std::string_view line = text.substr(first, end - first);
    auto open = line.find('#'), close = line.rfind('#');
    if (open != std::string_view::npos && close - open >= 2) return text.substr(first + close + 1);
    if (begin == std::string_view::npos) return text;
    end = begin;
  }
}

}  // namespace

bool discounts_well_formed(std::string_view terms) {
  bool any = false;
  for (std::string_view rest = terms; !rest.empty();) {
    auto end = rest.find('\n');
    Normalized line(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (!line.view().starts_with('#')) continue;
    any = true;
    if (!discount_line(line)) return false;
  }
  if (!any) return true;
  for (char c : after_last_pair(terms)) {
    if (c == '\n') return true;
    if (!einvoice::is_blank(c)) return false;
  }
  return false;
}

bool is_email(std::string_view text) {
  auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
  if (std::any_of(text.begin(), text.end(), einvoice::is_blank)) return false;
  std::string_view domain = text.substr(at + 1);
  if (domain.find('.') == std::string_view::npos) return false;
  while (true) {
    auto point = domain.find('.');
    if (point == 0 || domain.empty()) return false;
    if (point == std::string_view::npos) return true;
    domain.remove_prefix(point + 1);
  }
}

bool has_three_digits(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 3;
}

bool is_absolute_url(std::string_view text) {
  auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !letter(text[0])) return false;
  std::size_t n = 1;
  while (n < text.size() &&
         (letter(text[n]) || (text[n] >= '0' && text[n] <= '9') || text[n] == '+' || text[n] == '.' || text[n] == '-'))
    ++n;
  return n >= 2 && n < text.size() && text[n] == ':';
}

bool is_taxed_category(std::string_view code) {
  constexpr std::string_view kCodes[] = {"S", "Z", "E", "AE", "K", "G", "L", "M"};
  return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
}

bool is_german_document_type(std::string_view code) {
  constexpr std::string_view kCodes[] = {"326", "380", "384", "389", "381", "875", "876", "877"};
  return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
}

}  // namespace ap::rules::xrechnung
