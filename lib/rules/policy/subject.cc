#include "rules/policy/subject.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/field_values.h"
#include "core/fields.h"
#include "rules/controls/vendor.h"
#include "rules/registry.h"

namespace ap::rules {
namespace {

using enum FieldKind;

constexpr std::array kFields = std::to_array<PolicyField>({
    {"total", number, false, false, "the total with tax, else what is to be paid"},
    {"age_days", number, false, false, "days since the issue date"},
    {"vendor.id", text, false, false, "of the vendor that was found; empty when the seller is none of ours"},
    {"vendor.name", text, false, false, "its name in the vendor file"},
    {"vendor.country", text, false, false, "its country in the vendor file"},
    {"vendor.known_days", number, false, false, "days since the vendor was first imported"},
    {"vendor.bills", number, false, false, "its invoices of the twelve months before"},
    {"entity.id", text, false, false, "of our own entity that is billed; empty when it is none"},
    {"entity.name", text, false, false, "its name"},
    {"document.method", text, false, false, "how it was read: einvoice, text, ocr or mixed"},
    {"document.channel", text, false, false, "how it came: file, mail or stdin"},
    {"findings", text, true, true, "codes of the errors and warnings"},
    {"findings.errors", number, true, false, "how many errors were found"},
    {"findings.warnings", number, true, false, "how many warnings were found"},
});

constexpr std::string_view kAny = "[]";  // stands for every entry of a list

// An invoice in which every list has one entry and every part is there, so that each path exists.
Invoice full_invoice() {
  Invoice invoice;
  invoice.payee.emplace();
  invoice.lines.emplace_back();
  invoice.taxes.emplace_back();
  invoice.allowances_charges.emplace_back();
  invoice.payment.discounts.emplace_back();
  return invoice;
}

std::string at_index(std::string_view name, std::size_t index) {
  std::string path(name);
  auto any = path.find(kAny);
  if (any != path.npos) path.insert(any + 1, std::to_string(index));
  return path;
}

// What a field takes tells its kind.
FieldKind kind_of(const std::string& path) {
  Invoice invoice = full_invoice();
  if (set_field(invoice, path, "x") || set_field(invoice, path, "invoice") || set_field(invoice, path, "true"))
    return text;
  return set_field(invoice, path, "1") ? number : date;
}

Answer one(std::string value) { return {{std::move(value)}, ""}; }
Answer unknown(std::string why) { return {{}, std::move(why)}; }

Answer of_invoice(const Invoice& invoice, std::string_view name, FieldKind kind) {
  std::string where(name);
  if (name.find(kAny) == name.npos) {
    std::string value = get_field(invoice, name).value_or("");
    return value.empty() && kind != text ? unknown("the document states no " + where) : one(std::move(value));
  }
  Answer all;
  for (std::size_t i = 0;; ++i) {
    auto value = get_field(invoice, at_index(name, i));
    if (!value) return all;
    if (kind == text || !value->empty()) all.values.push_back(std::move(*value));
  }
}

Answer of_vendor(const Subject& subject, std::string_view part) {
  const Known& known = subject.facts.known;
  if (!known.missing.empty()) return unknown(known.missing);
  if (!known.vendors_loaded) return unknown("no vendors are loaded");
  const auto& vendor = known.seller.vendor;
  if (part == "bills") {
    auto count =
        std::ranges::count_if(known.vendor_bills, [](const auto& b) { return b.type != InvoiceType::credit_note; });
    return one(std::to_string(count));
  }
  if (part == "known_days") {
    if (!vendor) return unknown("the seller is none of our vendors");
    for (const MasterSource& source : known.sources)
      if (source.kind == MasterKind::vendors && source.key == vendor->id && source.first)
        return one(std::to_string(subject.facts.today - *source.first));
    return unknown("it is not known since when the vendor is on file");
  }
  if (!vendor) return one("");
  return one(part == "id" ? vendor->id : part == "name" ? vendor->name : vendor->address.country);
}

Answer of_entity(const Subject& subject, std::string_view part) {
  const Known& known = subject.facts.known;
  if (!known.missing.empty()) return unknown(known.missing);
  if (!known.entities_loaded) return unknown("our own entities are not loaded");
  const OwnEntity* entity = buying_entity(subject.invoice, known);
  if (entity == nullptr) return one("");
  return one(part == "id" ? (entity->id.empty() ? entity->name : entity->id) : entity->name);
}

Answer of_findings(const Subject& subject, std::string_view name) {
  if (subject.findings == nullptr) return unknown("the controls have not run yet");
  auto count = [&](Severity severity) {
    return one(std::to_string(std::ranges::count(*subject.findings, severity, &Finding::severity)));
  };
  if (name == "findings.errors") return count(Severity::error);
  if (name == "findings.warnings") return count(Severity::warning);
  Answer codes;
  for (const Finding& finding : *subject.findings)
    if (finding.severity != Severity::info && std::ranges::find(codes.values, finding.rule) == codes.values.end())
      codes.values.push_back(finding.rule);
  return codes;
}

}  // namespace

std::span<const PolicyField> policy_fields() { return kFields; }

std::optional<FieldForm> field_form(std::string_view name) {
  if (auto row = std::ranges::find(kFields, name, &PolicyField::name); row != kFields.end())
    return FieldForm{row->kind, row->late, row->many};
  bool many = name.find(kAny) != name.npos;
  if (!many && name.find('[') != name.npos) return std::nullopt;
  std::string path = at_index(name, 0);
  if (!get_field(full_invoice(), path)) return std::nullopt;
  return FieldForm{kind_of(path), false, many};
}

std::string impossible(std::string_view name, const std::string& value) {
  auto one_of = [&](std::string_view what, std::initializer_list<std::string_view> words) {
    bool known = value.empty() || std::ranges::find(words, value) != words.end();
    return known ? "" : fmt::format("there is no {} '{}'; they are {}", what, value, fmt::join(words, ", "));
  };
  if (name == "document.method") return one_of("way of reading", {"einvoice", "text", "ocr", "mixed"});
  if (name == "document.channel") return one_of("channel", {"file", "mail", "stdin"});
  if (name == "type") return one_of("type", {"invoice", "credit_note", "receipt"});
  if (name == "findings") return find_rules(value).empty() ? fmt::format("there is no rule '{}'", value) : "";
  return "";
}

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  for (const PolicyField& field : kFields) names.emplace_back(field.name);
  for (FieldValue& field : field_values(full_invoice(), EmptyFields::keep)) {
    if (auto index = field.path.find("[0]"); index != field.path.npos) field.path.erase(index + 1, 1);
    names.push_back(std::move(field.path));
  }
  return names;
}

Answer answer(const Subject& subject, std::string_view name, FieldKind kind) {
  constexpr std::string_view kVendor = "vendor.", kEntity = "entity.";
  if (name.starts_with(kVendor)) return of_vendor(subject, name.substr(kVendor.size()));
  if (name.starts_with(kEntity)) return of_entity(subject, name.substr(kEntity.size()));
  if (name.starts_with("findings")) return of_findings(subject, name);
  if (name == "document.method") return one(subject.facts.method);
  if (name == "document.channel") return one(subject.channel);
  if (name == "total") {
    const auto& total = bill_total(subject.invoice);
    return total ? one(total->str()) : unknown("the document states no total");
  }
  if (name == "age_days") {
    const auto& day = subject.invoice.issue_date;
    return day ? one(std::to_string(subject.facts.today - *day)) : unknown("the document states no issue_date");
  }
  return of_invoice(subject.invoice, name, kind);
}

}  // namespace ap::rules
