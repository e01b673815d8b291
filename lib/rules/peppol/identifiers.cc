#include "rules/peppol/identifiers.h"

#include <string>

#include "rules/einvoice/values.h"

namespace ap::rules::peppol {
namespace {

bool digits(std::string_view text, std::size_t length) { return text.size() == length && all_digits(text); }
int at(std::string_view text, std::size_t i) { return text[i] - '0'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What XPath casts to an integer: digits with a sign or without.
bool integer(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  return all_digits(text);
}

bool all_letters(std::string_view text) {
  for (char c : text)
    if (!letter(c)) return false;
  return true;
}

}  // namespace

bool is_gln(std::string_view id) {
  if (!all_digits(id)) return false;
  int sum = 0;
  for (std::size_t i = 0; i + 1 < id.size(); ++i) sum = (sum + at(id, id.size() - 2 - i) * (i % 2 == 0 ? 3 : 1)) % 10;
  return (10 - sum) % 10 == at(id, id.size() - 1);
}

bool is_norwegian_organisation(std::string_view id) {
  if (!digits(id, 9) || id == "000000000") return false;
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += at(id, 7 - i) * static_cast<int>(i % 6 + 2);
  return (11 - sum % 11) % 11 == at(id, 8);
}

bool is_danish_cvr(std::string_view id) { return digits(id, 8) || (id.starts_with("DK") && digits(id.substr(2), 8)); }

bool is_belgian_enterprise(std::string_view id) {
  if (!digits(id, 10)) return false;
  int number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number * 10 + at(id, i);
  return 97 - number % 97 == at(id, 8) * 10 + at(id, 9);
}

bool is_italian_ipa(std::string_view id) {
  if (id.size() != 6) return false;
  for (char c : id)
    if (!letter(c) && !(c >= '0' && c <= '9')) return false;
  return true;
}

bool is_italian_tax_code(std::string_view id) {
  if (id.size() == 11) return integer(id);
  if (id.size() != 16) return false;
  return all_letters(id.substr(0, 6)) && integer(id.substr(6, 2)) && all_letters(id.substr(8, 1)) &&
         integer(id.substr(9, 2)) && integer(id.substr(14, 1)) && all_letters(id.substr(15));
}

bool is_italian_vat(std::string_view id) {
  if (!id.starts_with("IT") && !id.starts_with("it")) return true;
  std::string_view number = id.substr(2);
  if (!digits(number, 11)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 11; ++i)
    sum += i % 2 == 0 ? at(number, i) : at(number, i) * 2 % 10 + at(number, i) * 2 / 10;
  return sum % 10 == 0;
}

bool has_swedish_check_digit(std::string_view id) {
  if (!all_digits(id) || id.size() < 10) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i)
    sum += i % 2 == 0 ? at(id, 8 - i) * 2 % 10 + at(id, 8 - i) * 2 / 10 : at(id, 8 - i);
  return (10 - sum % 10) % 10 == at(id, 9);
}

bool is_swedish_organisation(std::string_view id) { return id.size() == 10 && has_swedish_check_digit(id); }

bool is_australian_business(std::string_view id) {
  if (!digits(id, 11)) return false;
  constexpr int kWeights[] = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
  int sum = -kWeights[0];
  for (std::size_t i = 0; i < 11; ++i) sum += at(id, i) * kWeights[i];
  return sum % 89 == 0;
}

bool is_greek_tax_number(std::string_view id) {
  if (id.size() < 9 || !all_digits(id.substr(0, 9))) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += at(id, i) * (256 >> i);
  return sum % 11 % 10 == at(id, 8);
}

bool is_iban(std::string_view text) {
  std::string id;
  for (char c : text)
    if (!einvoice::is_blank(c)) id += c;
  if (id.size() < 4 || id.size() > 34) return false;
  if (!(id[0] >= 'A' && id[0] <= 'Z' && id[1] >= 'A' && id[1] <= 'Z') || !digits(std::string_view(id).substr(2, 2), 2))
    return false;
  int rest = 0;
  for (char c : id.substr(4) + id.substr(0, 4)) {
    if (c >= '0' && c <= '9')
      rest = (rest * 10 + (c - '0')) % 97;
    else if (c >= 'A' && c <= 'Z')
      rest = (rest * 100 + (c - 'A' + 10)) % 97;
    else if (c >= 'a' && c <= 'z')
      rest = (rest * 100 + (c - 55)) % 97;  // the artefact counts lower case by its code point
    else
      return false;
  }
  return rest == 1;
}

}  // namespace ap::rules::peppol
