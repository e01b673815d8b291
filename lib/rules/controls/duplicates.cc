#include "rules/controls/duplicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/identifiers.h"

namespace ap::rules {
namespace {

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

// Words of a firm's name that tell it from others: legal forms say nothing.
std::set<std::string> name_words(const std::string& name) {
  static constexpr std::array<std::string_view, 34> kForms = {
      "GMBH", "MBH", "AG",   "KG",  "CO",  "OHG", "UG",   "SE",  "EK",   "EV",   "LTD", "LIMITED",
      "LLC",  "INC", "CORP", "PLC", "LLP", "SA",  "SARL", "SAS", "SASU", "EURL", "SRL", "SPA",
      "SNC",  "SL",  "SLU",  "BV",  "NV",  "VOF", "AB",   "OY",  "AS",   "THE"};
  std::set<std::string> words;
  for (std::string& word : words_of(name)) {
    if (std::ranges::find(kForms, word) == kForms.end()) words.insert(std::move(word));
  }
  return words;
}

bool same_name(const std::string& a, const std::string& b) {
  auto left = name_words(a), right = name_words(b);
  if (left.empty() || right.empty()) return false;
  return std::ranges::includes(left, right) || std::ranges::includes(right, left);
}

bool same_number(const std::string& a, const std::string& b) {
  return !a.empty() && compact_identifier(a) == compact_identifier(b);
}

}  // namespace

std::string normalized_number(std::string_view number) {
  std::string text;
  for (char c : number) {
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
    if (c == ' ' || c == '.' || c == '-' || c == '/' || c == '#' || c == '_' || c == ':' || c == '\t') continue;
    text.push_back(c);
  }
  static constexpr std::array<std::string_view, 11> kPrefixes = {
      "INVOICE", "RECHNUNG", "FACTURE", "FACTURA", "FATTURA", "INV", "RE", "RG", "NR", "NO", "N\xC2\xB0"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view prefix : kPrefixes) {
      // Only before a digit: a number that is a word stays what it is.
      if (!text.starts_with(prefix)) continue;
      std::string rest = text.substr(prefix.size());
      bool more = std::ranges::any_of(kPrefixes, [&](std::string_view p) { return rest.starts_with(p); });
      if (rest.empty() || (!(rest[0] >= '0' && rest[0] <= '9') && !more)) continue;
      text = rest;
      again = true;
      break;
    }
  }
  auto first = text.find_first_not_of('0');
  return first == std::string::npos ? text : text.substr(first);
}

std::optional<InvoiceKey> invoice_key(const Invoice& invoice) {
  const auto& total = invoice.totals.gross ? invoice.totals.gross : invoice.totals.payable;
  if (!total || invoice.currency.empty()) return std::nullopt;
  std::string number = normalized_number(invoice.number);
  if (number.empty()) {
    if (invoice.type != InvoiceType::receipt || !invoice.issue_date) return std::nullopt;
    number = "@" + invoice.issue_date->str();
  }
  // A credit note is never the repeat of an invoice.
  if (invoice.type == InvoiceType::credit_note) number = "CREDIT " + number;
  return InvoiceKey{number, total->normalized().str(), invoice.currency};
}

std::optional<std::string> same_vendor(const Invoice& a, const Invoice& b) {
  if (same_number(a.seller.vat_id, b.seller.vat_id)) return "tax number " + a.seller.vat_id;
  if (same_number(a.seller.tax_number, b.seller.tax_number)) return "tax number " + a.seller.tax_number;
  if (same_number(a.payment.iban, b.payment.iban)) return "account " + a.payment.iban;
  if (same_name(a.seller.name, b.seller.name)) return "seller " + a.seller.name;
  bool unknown = a.seller.name.empty() || b.seller.name.empty();
  if (unknown && a.issue_date && a.issue_date == b.issue_date) return "issue date " + a.issue_date->str();
  return std::nullopt;
}

Outcome check_duplicates(const Invoice& invoice, const Facts& facts) {
  if (!facts.duplicates) return cannot_run(facts.no_lookup);
  if (!invoice_key(invoice)) return nothing_to_check("number, total and currency are not all stated");
  Problems problems;
  for (const auto& other : *facts.duplicates)
    problems.push_back({"number",
                        fmt::format("already received as document {} ({}: {}); pay one of them only", other.document_id,
                                    other.rung, other.matched),
                        "", other.document_id});
  return problems;
}

}  // namespace ap::rules
