// Words by which items of master data are found, and documents beside them.
#include <algorithm>
#include <array>

#include "core/codes.h"
#include "core/identifiers.h"
#include "core/master_kinds.h"
#include "core/names.h"

namespace ap {
namespace {

std::string mark(std::string_view kind, const std::string& value) {
  return value.empty() ? "" : std::string(kind) + ":" + value;
}

// "ESB12345678" -> "B12345678"; "" for a number without the letters of a country, or too short to tell.
std::string without_country(const std::string& compact) {
  constexpr std::size_t kShortest = 8;
  if (compact.size() < kShortest + 2) return "";
  std::string country = compact.substr(0, 2);
  return known_country(country) || country == "EL" ? compact.substr(2) : "";
}

void add_tax_marks(std::vector<std::string>& marks, std::string_view number) {
  for (std::string& each : tax_marks(number)) marks.push_back(std::move(each));
}

// Mark lists have no empty and no repeated entries.
std::vector<std::string> tidy(std::vector<std::string> marks) {
  std::ranges::sort(marks);
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  std::erase(marks, "");
  return marks;
}

std::vector<std::string> marks_of(const OwnEntity& entity) {
  std::vector<std::string> marks{name_mark(entity.name), "entity:" + entity.id};
  for (const auto& id : entity.tax_ids) add_tax_marks(marks, id);
  for (const auto& alias : entity.aliases) marks.push_back(name_mark(alias));
  return marks;
}

std::vector<std::string> marks_of(const Vendor& vendor) {
  std::vector<std::string> marks{vendor_mark(vendor.id), name_mark(vendor.name)};
  for (const auto& id : {vendor.vat_id, vendor.tax_number, vendor.registration_id}) add_tax_marks(marks, id);
  for (const auto& id : vendor.more_tax_ids) add_tax_marks(marks, id);
  for (const auto& iban : vendor.ibans) marks.push_back(iban_mark(iban));
  for (const auto& alias : vendor.aliases) marks.push_back(name_mark(alias));
  return marks;
}

std::vector<std::string> marks_of(const SanctionEntry& entry) {
  std::vector<std::string> marks{name_mark(entry.name), iban_mark(entry.iban)};
  if (!entry.bic.empty()) marks.push_back("bic:" + compact_identifier(entry.bic).substr(0, 8));
  if (entry.name.empty() && !entry.country.empty()) marks.push_back("country:" + entry.country);
  return marks;
}

}  // namespace

std::string tax_mark(std::string_view number) { return mark("tax", compact_identifier(number)); }

std::vector<std::string> tax_marks(std::string_view number) {
  std::string bare = without_country(compact_identifier(number));
  std::vector<std::string> marks{tax_mark(number)};
  if (!bare.empty()) marks.push_back(mark("tax", bare));
  return marks;
}

bool same_tax_number(std::string_view a, std::string_view b) {
  std::string left = compact_identifier(a), right = compact_identifier(b);
  if (left.empty() || right.empty()) return false;
  return left == right || without_country(left) == right || left == without_country(right);
}

std::string iban_mark(std::string_view iban) { return mark("iban", compact_identifier(iban)); }
std::string name_mark(std::string_view name) { return mark("name", name_key(name)); }
std::string order_mark(std::string_view number) { return mark("order", normalized_order(number)); }
std::string vendor_mark(std::string_view id) { return mark("vendor", std::string(id)); }

std::string normalized_order(std::string_view number) {
  std::string text;
  for (char c : number) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    bool part = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (part) text.push_back(c);
  }
  static constexpr std::array<std::string_view, 8> kPrefixes = {"PURCHASEORDER", "BESTELLUNG", "ORDER", "BESTELL",
                                                                "PONO",          "PONR",       "PO",    "BESTNR"};
  for (std::string_view prefix : kPrefixes) {
    bool digits = text.size() > prefix.size() && text[prefix.size()] >= '0' && text[prefix.size()] <= '9';
    if (!text.starts_with(prefix) || !digits) continue;
    text.erase(0, prefix.size());
    break;
  }
  auto first = text.find_first_not_of('0');
  return first == std::string::npos ? text : text.substr(first);
}

std::vector<std::string> master_marks(MasterKind kind, const std::vector<MasterRow>& rows) {
  switch (kind) {
    case MasterKind::entities:
      return tidy(marks_of(entity_from(rows)));
    case MasterKind::vendors:
      return tidy(marks_of(vendor_from(rows)));
    case MasterKind::accounts: {
      auto account = account_from(rows);
      return tidy({vendor_mark(account.vendor_id), iban_mark(account.iban)});
    }
    case MasterKind::orders: {
      auto order = order_from(rows);
      std::vector<std::string> marks{order_mark(order.number)};
      if (order.status == "open") marks.push_back(vendor_mark(order.vendor_id));
      return tidy(marks);
    }
    case MasterKind::receipts:
      return tidy({order_mark(receipt_from(rows).order)});
    case MasterKind::periods:
    case MasterKind::retention:
      return {"all"};
    case MasterKind::limits:
      return {"currency:" + limit_from(rows).currency};
    case MasterKind::sanctions:
      return tidy(marks_of(sanction_from(rows)));
    case MasterKind::expected:
      return tidy({vendor_mark(expected_from(rows).vendor_id)});
  }
  return {};
}

std::vector<std::string> master_names(MasterKind kind, const std::vector<MasterRow>& rows) {
  std::vector<std::string> names;
  auto add = [&](const std::string& name, const std::vector<std::string>& aliases) {
    names.push_back(name_key(name));
    for (const auto& alias : aliases) names.push_back(name_key(alias));
  };
  if (kind == MasterKind::entities) {
    auto entity = entity_from(rows);
    add(entity.name, entity.aliases);
  } else if (kind == MasterKind::vendors) {
    auto vendor = vendor_from(rows);
    add(vendor.name, vendor.aliases);
  } else if (kind == MasterKind::sanctions) {
    auto entry = sanction_from(rows);
    add(entry.name, entry.aliases);
  }
  return tidy(std::move(names));
}

}  // namespace ap
