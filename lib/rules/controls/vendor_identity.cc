#include "rules/controls/vendor_identity.h"

#include <algorithm>
#include <array>

#include "core/identifiers.h"

namespace ap::rules {
namespace {

// Legal forms say nothing of which firm it is.
constexpr std::array<std::string_view, 48> kForms = {
    "GMBH", "MBH", "AG",   "KG",  "CO",  "OHG", "UG",   "SE",  "EK",   "EV",   "LTD",  "LIMITED",
    "LLC",  "INC", "CORP", "PLC", "LLP", "SA",  "SARL", "SAS", "SASU", "EURL", "SRL",  "SPA",
    "SNC",  "SL",  "SLU",  "BV",  "NV",  "VOF", "AB",   "OY",  "AS",   "THE",  "APS",  "SP",
    "ZOO",  "SRO", "KFT",  "DOO", "OYJ", "ASA", "GBR",  "UND", "AND",  "E",    "KGAA", "COMPANY"};

// Capitals and digits of ASCII, other characters of words kept as they are; everything else separates words.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (char c : text) {
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
    bool part = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (part)
      words.back().push_back(c);
    else if (c == '.' || c == '\'')
      continue;  // "G.m.b.H." is one word
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.substr(a.size() == b.size() ? std::min(i + 1, a.size()) : i) == b.substr(std::min(i + 1, b.size()));
}

// A long word in common, as it is or with one character read wrongly; short words say little.
bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (const std::string& left : a)
    for (const std::string& right : b)
      if (left.size() >= 5 && right.size() >= 5 && one_edit(left, right)) return true;
  return false;
}

bool includes_all(const std::vector<std::string>& words, const std::vector<std::string>& of) {
  return std::ranges::includes(words, of);
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  for (std::string& word : words_of(name))
    if (std::ranges::find(kForms, word) == kForms.end()) words.push_back(std::move(word));
  std::ranges::sort(words);
  auto rest = std::ranges::unique(words);
  words.erase(rest.begin(), rest.end());
  return words;
}

VendorIdentity vendor_identity(std::string_view vat_id, std::string_view tax_number, std::string_view iban,
                               std::string_view name) {
  VendorIdentity out;
  out.tax_id = compact_identifier(vat_id);
  if (out.tax_id.empty()) out.tax_id = compact_identifier(tax_number);
  out.iban = compact_identifier(iban);
  out.name = name;
  out.words = name_words(name);
  return out;
}

VendorComparison compare_vendors(const VendorIdentity& a, const VendorIdentity& b) {
  bool both_tax = !a.tax_id.empty() && !b.tax_id.empty(), both_iban = !a.iban.empty() && !b.iban.empty();
  bool both_named = !a.words.empty() && !b.words.empty();
  bool same_tax = both_tax && a.tax_id == b.tax_id, same_iban = both_iban && a.iban == b.iban;
  bool same_name = both_named && (includes_all(a.words, b.words) || includes_all(b.words, a.words));
  bool near_name = both_named && (same_name || share_a_word(a.words, b.words));
  VendorComparison out;
  // Another account alone is no other vendor: firms have several.
  out.conflict = (both_tax && !same_tax) || (both_named && !near_name);
  if (same_tax)
    out.by = "tax number " + a.tax_id;
  else if (same_iban)
    out.by = "account " + a.iban;
  else if (same_name)
    out.by = "seller " + a.name;
  if (!out.by.empty()) {
    out.match = VendorMatch::same;
  } else if (near_name || (both_tax && one_edit(a.tax_id, b.tax_id))) {
    out.match = VendorMatch::alike;
    out.by = near_name ? "a like seller name " + a.name : "nearly the tax number " + a.tax_id;
  } else if (both_named || both_tax) {
    out.match = VendorMatch::different;
  }
  return out;
}

}  // namespace ap::rules
