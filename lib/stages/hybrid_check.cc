#include "stages/hybrid_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/fields.h"
#include "extract/payment_code.h"
#include "stages/page_text.h"

namespace ap {
namespace {

// A page value below this confidence accuses nobody.
constexpr Confidence kSure = 950;

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

// Header fields that are compared, then the nets of lines where both sides have as many.
std::vector<std::string> compared_fields(const Invoice& xml, const Invoice& page) {
  std::vector<std::string> fields = {"number",     "issue_date",   "due_date",       "totals.net",
                                     "totals.tax", "totals.gross", "totals.payable", "payment.iban"};
  if (xml.lines.size() == page.lines.size())
    for (std::size_t i = 0; i < xml.lines.size(); ++i) fields.push_back(fmt::format("lines[{}].net", i));
  return fields;
}

std::string upper_iban(std::string_view text) {
  std::string out;
  for (char c : text)
    if (c != ' ') out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

}  // namespace

std::vector<Finding> compare_with_pages(const Invoice& xml, const std::vector<layout::Page>& pages, const Invoice& page,
                                        const EvidenceMap& evidence) {
  std::vector<Finding> findings;
  PageText text(pages);
  for (const std::string& field : compared_fields(xml, page)) {
    std::string stated = get_field(xml, field).value_or(""), read = get_field(page, field).value_or("");
    auto found = evidence.find(field);
    if (stated.empty() || read.empty() || found == evidence.end() || found->second.confidence < kSure) continue;
    if (found->second.how == How::arithmetic || same(stated, read) || shown(text, stated)) continue;
    findings.push_back(disagreement(
        "HYBRID_MISMATCH", field,
        fmt::format(
            "the XML inside the PDF says {}, the page {} shows {}; ask the sender which one holds, and pay neither "
            "before",
            stated, found->second.page, read),
        stated, read));
  }
  return findings;
}

std::vector<Finding> compare_with_codes(const Invoice& invoice, const std::vector<layout::Page>& pages) {
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
