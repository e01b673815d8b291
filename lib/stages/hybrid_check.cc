#include "stages/hybrid_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/field_values.h"
#include "core/fields.h"
#include "extract/payment_code.h"
#include "stages/page_text.h"

namespace ap {
namespace {

// A page value below this confidence accuses nobody.
constexpr Confidence kSure = 950;
// From here on a page value accuses the XML even where the page shows the value of the XML as well, somewhere else.
constexpr Confidence kVerySure = 990;

Finding disagreement(std::string_view rule, std::string field, std::string message, std::string expected,
                     std::string actual) {
  Finding finding;
  finding.set = "ap";
  finding.rule = rule;
  finding.severity = Severity::error;
  finding.field = std::move(field);
  finding.message = std::move(message);
  finding.expected = std::move(expected);
  finding.actual = std::move(actual);
  return finding;
}

// Whether a page shows the value in any of its usual forms.
bool shown(const PageText& text, const std::string& value) {
  if (auto number = Decimal::parse(value)) return text.shows(*number);
  if (auto date = Date::parse(value)) return text.shows(*date);
  return text.shows(value);
}

bool same(const std::string& a, const std::string& b) {
  auto x = Decimal::parse(a), y = Decimal::parse(b);
  return x && y ? x->abs() == y->abs() : a == b;
}

// Whether the place that was read shows the value too, cut otherwise: "1 119.00" is 1119.00, or 1 beside 119.00.
bool also_reads(const Evidence& evidence, const std::string& value) {
  layout::Page place;
  for (std::string_view rest = evidence.text; !rest.empty();) {
    std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) place.words.push_back({.text = std::string(rest.substr(0, end)), .box = {}});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return shown(PageText({place}), value);
}

// A field of the XML and the field of the page that says the same.
struct Pair {
  std::string xml, page;
};

void pair_list(std::vector<Pair>& pairs, std::string_view list, std::size_t xml, std::size_t page,
               std::initializer_list<std::string_view> fields) {
  for (std::string_view field : fields)
    pairs.push_back({fmt::format("{}[{}].{}", list, xml, field), fmt::format("{}[{}].{}", list, page, field)});
}

// Header fields, the breakdown by rate, then lines where both sides have as many. Not unit prices: a page shows them
// before discounts, an e-invoice after; nor tax numbers, which pages show with and without their country.
std::vector<Pair> compared_fields(const Invoice& xml, const Invoice& page) {
  std::vector<Pair> pairs;
  for (const char* field :
       {"number", "issue_date", "due_date", "tax_point_date", "period.start", "period.end", "delivery.date",
        "purchase_order", "totals.lines", "totals.net", "totals.tax", "totals.gross", "totals.allowances",
        "totals.charges", "totals.prepaid", "totals.rounding", "totals.payable", "payment.iban", "payment.reference"})
    pairs.push_back({field, field});
  for (std::size_t p = 0; p < page.taxes.size(); ++p) {
    if (!page.taxes[p].rate) continue;
    auto rated = [&](const Tax& tax) { return tax.rate && *tax.rate == *page.taxes[p].rate; };
    auto found = std::ranges::find_if(xml.taxes, rated);
    if (found == xml.taxes.end() || std::ranges::count_if(xml.taxes, rated) != 1) continue;
    pair_list(pairs, "taxes", static_cast<std::size_t>(found - xml.taxes.begin()), p, {"basis", "amount"});
  }
  if (xml.lines.size() == page.lines.size())
    for (std::size_t i = 0; i < xml.lines.size(); ++i) pair_list(pairs, "lines", i, i, {"quantity", "net", "tax_rate"});
  return pairs;
}

// The amounts and dates that the XML states anywhere, also outside the model.
class Stated {
 public:
  Stated(const Invoice& xml, const std::vector<KeptValue>& kept) {
    for (const FieldValue& field : field_values(xml)) add(field.value);
    for (const KeptValue& value : kept)
      if (!value.xml) add(value.value);
  }

  // Of anything that is neither a number nor a date this knows nothing: true.
  bool has(const std::string& value) const {
    auto form = form_of(value);
    return !form || forms_.contains(*form);
  }

 private:
  static std::optional<std::string> form_of(const std::string& value) {
    if (auto number = Decimal::parse(value)) return number->abs().normalized().str();
    if (auto date = Date::parse(value)) return date->str();
    return std::nullopt;
  }
  void add(const std::string& value) {
    if (auto form = form_of(value)) forms_.insert(*form);
  }

  std::set<std::string> forms_;
};

std::string upper_iban(std::string_view text) {
  std::string out;
  for (char c : text)
    if (c != ' ') out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

}  // namespace

std::vector<Finding> compare_with_pages(const Invoice& xml, const std::vector<layout::Page>& pages, const Invoice& page,
                                        const EvidenceMap& evidence, const std::vector<KeptValue>& kept) {
  std::vector<Finding> findings;
  PageText text(pages);
  Stated in_xml(xml, kept);
  for (const Pair& pair : compared_fields(xml, page)) {
    std::string stated = get_field(xml, pair.xml).value_or(""), read = get_field(page, pair.page).value_or("");
    auto found = evidence.find(pair.page);
    if (stated.empty() || read.empty() || found == evidence.end() || found->second.confidence < kSure) continue;
    if (found->second.how == How::arithmetic || same(stated, read)) continue;
    // Nowhere on the pages, or the pages show something that the XML has nowhere: else two fields were only taken for
    // each other.
    bool foreign = found->second.confidence >= kVerySure && !in_xml.has(read) && !also_reads(found->second, stated);
    if (shown(text, stated) && !foreign) continue;
    findings.push_back(disagreement(
        "HYBRID_MISMATCH", pair.xml,
        fmt::format(
            "the XML inside the PDF says {}, the page {} shows {}; ask the sender which one holds, and pay neither "
            "before",
            stated, found->second.page, read),
        stated, read));
  }
  return findings;
}

std::vector<Finding> compare_with_codes(const Invoice& invoice, const layout::PackedPages& pages) {
  std::vector<Finding> findings;
  for (const extract::PaymentCode& code : extract::payment_codes(pages)) {
    std::string where = fmt::format("the payment code ({}) on page {}", code.kind, code.page);
    const std::string& iban = invoice.payment.iban;
    if (!code.iban.empty() && !iban.empty() && upper_iban(code.iban) != upper_iban(iban))
      findings.push_back(
          disagreement("QR_MISMATCH", "payment.iban",
                       fmt::format("{} pays to {}, the invoice says {}; ask the sender by a way known before", where,
                                   code.iban, iban),
                       iban, code.iban));
    const auto& due = invoice.totals.payable ? invoice.totals.payable : invoice.totals.gross;
    if (code.amount && due && !(code.amount->abs() == due->abs()))
      findings.push_back(
          disagreement("QR_MISMATCH", invoice.totals.payable ? "totals.payable" : "totals.gross",
                       fmt::format("{} pays {}, the invoice asks for {}", where, code.amount->str(), due->str()),
                       due->str(), code.amount->str()));
    if (!code.currency.empty() && !invoice.currency.empty() && code.currency != invoice.currency)
      findings.push_back(
          disagreement("QR_MISMATCH", "currency",
                       fmt::format("{} pays in {}, the invoice is in {}", where, code.currency, invoice.currency),
                       invoice.currency, code.currency));
  }
  return findings;
}

namespace {

Finding form(std::string message, std::string expected, std::string actual) {
  Finding finding;
  finding.set = "extraction";
  finding.rule = "HYBRID_FORM";
  finding.severity = Severity::warning;
  finding.message = std::move(message);
  finding.expected = std::move(expected);
  finding.actual = std::move(actual);
  return finding;
}

// The value of an XMP property, as element or attribute, whatever its prefix: ConformanceLevel>EN 16931<.
std::string xmp_value(std::string_view xmp, std::string_view property) {
  for (auto at = xmp.find(property); at != std::string_view::npos; at = xmp.find(property, at + 1)) {
    if (at == 0 || xmp[at - 1] != ':') continue;
    std::string_view rest = xmp.substr(at + property.size());
    if (rest.starts_with('>')) return std::string(rest.substr(1, rest.find('<') - 1));
    if (rest.starts_with("=\"") || rest.starts_with("='"))
      return std::string(rest.substr(2, rest.find(rest[1], 2) - 2));
  }
  return "";
}

struct Profile {
  std::string_view guideline;  // ends or begins the guideline id, see below
  std::string_view level;      // ConformanceLevel
};

// The guideline ids of Factur-X 1.0 / ZUGFeRD 2; the first that the guideline contains.
constexpr std::array kProfiles =
    std::to_array<Profile>({{"factur-x.eu:1p0:minimum", "MINIMUM"},
                            {"zugferd.de:2p0:minimum", "MINIMUM"},
                            {"factur-x.eu:1p0:basicwl", "BASIC WL"},
                            {"zugferd.de:2p0:basicwl", "BASIC WL"},
                            {"factur-x.eu:1p0:basic", "BASIC"},
                            {"zugferd.de:2p0:basic", "BASIC"},
                            {"factur-x.eu:1p0:extended", "EXTENDED"},
                            {"zugferd.de:2p0:extended", "EXTENDED"},
                            {"xrechnung", "XRECHNUNG"},
                            {"ferd:CrossIndustryDocument:invoice:1p0:basic", "BASIC"},
                            {"ferd:CrossIndustryDocument:invoice:1p0:comfort", "COMFORT"},
                            {"ferd:CrossIndustryDocument:invoice:1p0:extended", "EXTENDED"},
                            {"urn:cen.eu:en16931:2017", "EN 16931"}});

std::string_view level_of(std::string_view guideline) {
  for (const Profile& profile : kProfiles)
    if (guideline.find(profile.guideline) != std::string_view::npos) return profile.level;
  return "";
}

constexpr std::array<std::string_view, 5> kNames = {"factur-x.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml",
                                                    "xrechnung.xml", "order-x.xml"};

}  // namespace

std::vector<Finding> check_hybrid_form(const Attachment& attachment, std::string_view xmp,
                                       const EInvoiceReading& reading) {
  std::vector<Finding> findings;
  auto add = [&](std::string message, std::string expected, std::string actual) {
    findings.push_back(form(std::move(message), std::move(expected), std::move(actual)));
  };
  if (std::ranges::find(kNames, attachment.name) == kNames.end())
    add(fmt::format("the e-invoice is attached as '{}'; readers of Factur-X and ZUGFeRD look for another name",
                    attachment.name),
        "factur-x.xml", attachment.name);
  const std::string& relation = attachment.relationship;
  if (relation != "Alternative" && relation != "Data" && relation != "Source")
    add(relation.empty() ? "the attachment does not say how it relates to the PDF"
                         : fmt::format("the relationship of the attachment is '{}'", relation),
        "Alternative, Data or Source", relation);
  std::string name = xmp_value(xmp, "DocumentFileName"), level = xmp_value(xmp, "ConformanceLevel");
  if (name.empty() && level.empty()) {
    add("the XMP metadata of the PDF do not say that it carries an e-invoice", "DocumentFileName, ConformanceLevel",
        "");
    return findings;
  }
  if (name != attachment.name)
    add(fmt::format("the XMP metadata name the file '{}', it is '{}'", name, attachment.name), attachment.name, name);
  std::string_view wanted = level_of(reading.profile);
  if (!wanted.empty() && level != wanted && !(wanted == "EN 16931" && (level == "EN16931" || level == "COMFORT")))
    add(fmt::format("the XMP metadata say profile '{}', the XML says {}", level, reading.profile), std::string(wanted),
        level);
  return findings;
}

}  // namespace ap
