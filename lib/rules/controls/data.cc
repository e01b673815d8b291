#include "rules/controls/data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "core/codes.h"
#include "core/field_walk.h"
#include "core/fields.h"
#include "core/short_text.h"

namespace ap::rules {
namespace {

using View = std::string_view;

constexpr std::array<View, 10> kInvoiceKeys = {"type",           "number",      "issue_date", "currency",
                                               "seller.name",    "totals.net",  "totals.tax", "totals.gross",
                                               "totals.payable", "payment.iban"};
constexpr std::array<View, 5> kReceiptKeys = {"issue_date", "currency", "seller.name", "totals.gross", "payment.iban"};

bool blank(View text) {
  return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t'; });
}

struct Required {
  View field;
  View name;  // for messages
  bool receipt;
  bool (*missing)(const Invoice&);
};
constexpr std::array kRequired = std::to_array<Required>(
    {{"number", "invoice number", false, [](const Invoice& invoice) { return blank(invoice.number); }},
     {"issue_date", "issue date", true, [](const Invoice& invoice) { return !invoice.issue_date; }},
     {"currency", "currency", true, [](const Invoice& invoice) { return blank(invoice.currency); }},
     {"seller.name", "seller's name", true, [](const Invoice& invoice) { return blank(invoice.seller.name); }},
     {"totals.gross", "total", true,
      [](const Invoice& invoice) { return !invoice.totals.gross && !invoice.totals.payable; }}});

bool is_control_character(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

// Eight bytes at a time; where one of them may be such a character, all are looked at.
bool has_control_characters(View text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x80 * kOnes;
  std::size_t at = 0;
  for (std::uint64_t bytes; text.size() - at >= sizeof bytes; at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const std::uint64_t last = bytes ^ 0x7f * kOnes;
    if (((((bytes - 0x20 * kOnes) & ~bytes) | ((last - kOnes) & ~last)) & kHighs) != 0) break;
  }
  return std::ranges::any_of(text.substr(at), is_control_character);
}

bool has_letter_or_digit(View text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// Where tax of a value added tax system is charged, the seller must name its number.
bool needs_tax_number(const Invoice& invoice) {
  constexpr View kCountries =
      "AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK CH ";
  const std::string& country = invoice.seller.address.country;
  bool taxed = invoice.totals.tax && !invoice.totals.tax->is_zero();
  return taxed && invoice.type != InvoiceType::receipt && !country.empty() &&
         kCountries.find(country + " ") != View::npos;
}

// Whether any text of the invoice has control characters: asked of every document, so no path is put together for it.
struct ControlCharacters {
  bool found = false;

  void text(View, View, const std::string& value) { found = found || has_control_characters(value); }
  void number(View, View, const std::optional<Decimal>&) {}
  void date(View, View, const std::optional<Date>&) {}
  void flag(View, View, const bool&) {}
  void type(View, View, const InvoiceType&) {}
  void object(View, View, const auto& value) { visit_fields(*this, value); }
  template <class T>
  void optional(View, View, const std::optional<T>& value) {
    if (value) visit_fields(*this, *value);
  }
  void list(View, View, const auto& list) {
    for (const auto& entry : list) visit_fields(*this, entry);
  }
};

struct Formats {
  Problems problems;

  void refuse(std::string field, std::string message, std::string expected, std::string actual) {
    problems.push_back({std::move(field), std::move(message), std::move(expected), std::move(actual)});
  }
  void country(std::string field, const std::string& code) {
    if (!code.empty() && !known_country(code))
      refuse(field, fmt::format("'{}' is no country code", code), "ISO 3166-1 alpha-2, such as DE", code);
  }
  // field() puts the path together where it is wanted.
  template <class Field>
  void rate(const Field& field, const std::optional<Decimal>& percent) {
    if (percent && (*percent > 100 || *percent < -100))
      refuse(field(), fmt::format("a rate of {} % is impossible", percent->str()), "between 0 and 100", percent->str());
  }
  template <class Field>
  void category(const Field& field, const std::string& code) {
    constexpr View kCategories = "AE B E G K L M O S Z ";
    if (!code.empty() && kCategories.find(code + " ") == View::npos)
      refuse(field(), fmt::format("'{}' is no tax category", code), "UNTDID 5305: S, Z, E, AE, K, G, O, L, M or B",
             code);
  }
  void order(std::string field, const Period& period) {
    if (period.start && period.end && *period.end < *period.start)
      refuse(field,
             fmt::format("the period ends on {}, before it begins on {}", period.end->str(), period.start->str()),
             period.start->str(), period.end->str());
  }
};

void check_texts(Formats& formats, const Invoice& invoice) {
  ControlCharacters any;
  visit_fields(any, invoice);
  if (any.found)
    walk_values(invoice, [&](View path, View value) {
      if (has_control_characters(value))
        formats.refuse(std::string(path), "the text has control characters", "printable text", "");
    });
  if (!invoice.number.empty() && !has_letter_or_digit(invoice.number))
    formats.refuse("number", fmt::format("'{}' has neither a letter nor a digit", invoice.number), "", invoice.number);
  if (invoice.number.size() > 100)
    formats.refuse("number", fmt::format("an invoice number of {} characters", invoice.number.size()),
                   "at most 100 characters", invoice.number.substr(0, 100));
}

// A value that an e-invoice carries is certain even where nobody kept evidence.
Confidence confidence_of(const Facts& facts, View path) {
  if (facts.method == "einvoice" && facts.evidence.size() == facts.evidence.packed().places().size()) return kCertain;
  return facts.evidence.confidence_of(path).value_or(facts.method == "einvoice" ? kCertain : 0);
}

// "0.970"
std::string as_decimal(Confidence confidence) { return fmt::format("{}.{:03}", confidence / 1000, confidence % 1000); }

}  // namespace

std::span<const std::string_view> key_fields(InvoiceType type) {
  if (type == InvoiceType::receipt) return kReceiptKeys;
  return kInvoiceKeys;
}

Outcome check_required_fields(const Invoice& invoice, const Facts&) {
  Problems problems;
  for (const Required& required : kRequired) {
    if (invoice.type == InvoiceType::receipt && !required.receipt) continue;
    if (!required.missing(invoice)) continue;
    problems.push_back({std::string(required.field), fmt::format("the {} was not found on the document", required.name),
                        "a value", ""});
  }
  if (needs_tax_number(invoice) && invoice.seller.vat_id.empty() && invoice.seller.tax_number.empty())
    problems.push_back(
        {"seller.vat_id",
         fmt::format("tax of {} is charged, but no tax number of the seller was found", invoice.totals.tax->str()),
         "a VAT or tax number", ""});
  return problems;
}

Outcome check_field_formats(const Invoice& invoice, const Facts&) {
  Formats formats;
  if (!invoice.currency.empty() && !known_currency(invoice.currency))
    formats.refuse("currency", fmt::format("'{}' is no currency", invoice.currency), "ISO 4217, such as EUR",
                   invoice.currency);
  check_texts(formats, invoice);
  formats.country("seller.address.country", invoice.seller.address.country);
  formats.country("buyer.address.country", invoice.buyer.address.country);
  formats.country("delivery.address.country", invoice.delivery.address.country);
  formats.order("period", invoice.period);
  for (std::size_t i = 0; i < invoice.taxes.size(); ++i) {
    formats.rate([&] { return fmt::format("taxes[{}].rate", i); }, invoice.taxes[i].rate);
    formats.category([&] { return fmt::format("taxes[{}].category", i); }, invoice.taxes[i].category);
  }
  for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
    formats.rate([&] { return fmt::format("lines[{}].tax_rate", i); }, invoice.lines[i].tax_rate);
    formats.category([&] { return fmt::format("lines[{}].tax_category", i); }, invoice.lines[i].tax_category);
  }
  for (std::size_t i = 0; i < invoice.payment.discounts.size(); ++i)
    formats.rate([&] { return fmt::format("payment.discounts[{}].percent", i); }, invoice.payment.discounts[i].percent);
  return std::move(formats.problems);
}

Outcome check_lines_present(const Invoice& invoice, const Facts&) {
  if (!invoice.lines.empty() || invoice.type == InvoiceType::receipt) return Problems{};
  return Problems{
      {"lines", "no line items were found; the total cannot be explained or matched with an order", "", ""}};
}

Outcome check_confidence(const Invoice& invoice, const Facts& facts) {
  Problems problems;
  const auto& thresholds = facts.settings.confidences;
  for (View path : key_fields(invoice.type)) {
    auto own = std::ranges::find_if(thresholds, [&](const auto& one) { return same_text(one.first, path); });
    Confidence threshold = own != thresholds.end() ? own->second : facts.settings.confidence;
    Confidence confidence = confidence_of(facts, path);
    if (confidence >= threshold) continue;
    std::string value = get_field(invoice, path).value_or("");
    if (value.empty()) continue;
    problems.push_back({std::string(path),
                        fmt::format("'{}' was read with confidence {}, below {}; please look at the document", value,
                                    as_decimal(confidence), as_decimal(threshold)),
                        as_decimal(threshold), as_decimal(confidence)});
  }
  return problems;
}

Outcome check_is_invoice(const Invoice&, const Facts& facts) {
  struct Other {
    View code, name;
  };
  constexpr std::array kOthers = std::to_array<Other>({{"130", "invoicing data sheet"},
                                                       {"220", "order"},
                                                       {"231", "order response"},
                                                       {"310", "offer"},
                                                       {"325", "pro-forma invoice"},
                                                       {"351", "despatch advice"},
                                                       {"270", "delivery note"},
                                                       {"481", "remittance advice"},
                                                       {"632", "goods receipt"},
                                                       {"770", "booking confirmation"}});
  auto found = std::ranges::find(kOthers, facts.document_type_code, &Other::code);
  if (found == kOthers.end()) return Problems{};
  return Problems{
      {"type",
       fmt::format("the document calls itself a {} (type {}); nothing is payable on it", found->name, found->code),
       "an invoice or credit note", std::string(found->name)}};
}

}  // namespace ap::rules
