#include "rules/controls/vendor.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/identifiers.h"
#include "core/master_kinds.h"
#include "core/names.h"
#include "rules/controls/vendor_match.h"

namespace ap::rules {
namespace {

constexpr int kOurName = 800, kOurStreet = 850;  // thousandths of likeness

bool same_number(const std::string& a, const std::string& b) {
  return !a.empty() && compact_identifier(a) == compact_identifier(b);
}

bool has_number(const OwnEntity& entity, const Party& party) {
  return std::ranges::any_of(entity.tax_ids, [&](const std::string& id) {
    return same_tax_number(id, party.vat_id) || same_tax_number(id, party.tax_number);
  });
}

// How alike the name of an entity and a name are: without legal forms, and for those that only differ by them with
// these. Compared as a pair.
std::pair<int, int> name_fit(const OwnEntity& entity, const std::string& name) {
  std::pair best{name_likeness(name, entity.name), similarity(text_key(name), text_key(entity.name))};
  for (const std::string& alias : entity.aliases)
    best = std::max(best, std::pair(name_likeness(name, alias), similarity(text_key(name), text_key(alias))));
  return best;
}

bool has_address(const OwnEntity& entity, const Address& address) {
  if (entity.address.street.empty() || entity.address.postal_code.empty()) return false;
  return compact_identifier(entity.address.postal_code) == compact_identifier(address.postal_code) &&
         similarity(text_key(entity.address.street), text_key(address.street)) >= kOurStreet;
}

std::string name_of(const Party& party) {
  if (party.name.empty()) return party.vat_id.empty() ? "nobody" : "the holder of " + party.vat_id;
  return "'" + party.name + "'" + (party.vat_id.empty() ? "" : " (" + party.vat_id + ")");
}

// The entity that a party is: by tax number, else the one whose name is most alike. Companies of one group often
// differ by their legal form alone.
const OwnEntity* ours(const Party& party, const Known& known) {
  for (const OwnEntity& entity : known.entities)
    if (has_number(entity, party)) return &entity;
  if (name_key(party.name).empty()) return nullptr;
  const OwnEntity* best = nullptr;
  std::pair<int, int> most{kOurName, 0};
  for (const OwnEntity& entity : known.entities) {
    auto fit = name_fit(entity, party.name);
    if (fit < most || (best != nullptr && fit == most)) continue;
    best = &entity;
    most = fit;
  }
  return best;
}

// Neither name nor tax number: an address alone says nothing.
bool names_nobody(const Party& party) { return name_key(party.name).empty() && party.vat_id.empty(); }

std::string our_names(const std::vector<OwnEntity>& entities) {
  std::string names;
  for (const OwnEntity& entity : entities) names += (names.empty() ? "" : ", ") + entity.name;
  return names;
}

// ---- sanctions

struct Screened {
  std::string field, name, country;
};

std::vector<Screened> screened(const Invoice& invoice) {
  const Party& seller = invoice.seller;
  std::vector<Screened> all{{"seller.name", seller.name, seller.address.country}};
  if (invoice.payee) all.push_back({"payee.name", invoice.payee->name, invoice.payee->address.country});
  const std::string& holder = invoice.payment.account_name;
  if (!holder.empty() && name_key(holder) != name_key(seller.name))
    all.push_back({"payment.account_name", holder, seller.address.country});
  return all;
}

std::string list_of(const SanctionEntry& entry) {
  return fmt::format("entry {} of the list {}{}", entry.id, entry.list,
                     entry.list_date ? " of " + entry.list_date->str() : "");
}

int likeness(const SanctionEntry& entry, const std::string& name) {
  int best = similarity(name_key(entry.name), name_key(name));
  for (const std::string& alias : entry.aliases) best = std::max(best, similarity(name_key(alias), name_key(name)));
  return best;
}

void screen_name(Problems& problems, const SanctionEntry& entry, const Screened& who, int threshold) {
  int alike = likeness(entry, who.name);
  // Names of firms of different countries must be all but equal.
  bool elsewhere = !entry.country.empty() && !who.country.empty() && entry.country != who.country;
  if (alike < (elsewhere ? std::max(threshold, 970) : threshold)) return;
  problems.push_back(
      {who.field,
       fmt::format("'{}' is {} % like '{}', {}; find out whether it is the same before anything is paid, "
                   "and note the entry under sanctions_cleared of the vendor if it is not",
                   who.name, alike / 10, entry.name, list_of(entry)),
       "", entry.name});
}

void screen_bank(Problems& problems, const SanctionEntry& entry, const Invoice& invoice) {
  const Payment& payment = invoice.payment;
  auto bank = [](const std::string& bic) { return compact_identifier(bic).substr(0, 8); };
  if (same_number(entry.iban, payment.iban))
    problems.push_back(
        {"payment.iban", fmt::format("the account {} is {}", payment.iban, list_of(entry)), "", payment.iban});
  if (!entry.bic.empty() && !payment.bic.empty() && bank(entry.bic) == bank(payment.bic))
    problems.push_back({"payment.bic", fmt::format("the bank {} is {}", payment.bic, list_of(entry)), "", payment.bic});
  if (!entry.name.empty() || !entry.bic.empty() || !entry.iban.empty() || entry.country.empty()) return;
  for (auto [field, country] : {std::pair("seller.address.country", invoice.seller.address.country),
                                std::pair("payment.iban", iban_country(payment.iban))})
    if (country == entry.country)
      problems.push_back({field, fmt::format("{} is {}", entry.country, list_of(entry)), "", country});
}

}  // namespace

const std::optional<Decimal>& bill_total(const Invoice& invoice) {
  return invoice.totals.gross ? invoice.totals.gross : invoice.totals.payable;
}

std::string vendor_name(const Vendor& vendor) { return vendor.id + " " + vendor.name; }

std::unexpected<Skipped> no_vendor(const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return cannot_run(known.missing);
  if (!known.vendors_loaded) return cannot_run("no vendors are loaded; load them with ap-validate import vendors FILE");
  return nothing_to_check("the seller is none of our vendors");
}

const OwnEntity* buying_entity(const Invoice& invoice, const Known& known) {
  if (const OwnEntity* entity = ours(invoice.buyer, known)) return entity;
  if (names_nobody(invoice.buyer)) return nullptr;
  auto found = std::ranges::find_if(
      known.entities, [&](const OwnEntity& entity) { return has_address(entity, invoice.buyer.address); });
  return found == known.entities.end() ? nullptr : &*found;
}

Outcome check_buyer(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return cannot_run(known.missing);
  if (!known.entities_loaded)
    return cannot_run("our own entities are not loaded; load them with ap-validate import entities FILE");
  const Party& buyer = invoice.buyer;
  bool silent = names_nobody(buyer);
  if (silent && invoice.type == InvoiceType::receipt) return nothing_to_check("the receipt names no buyer");
  const OwnEntity *buying = buying_entity(invoice, known), *selling = ours(invoice.seller, known);
  if (buying == nullptr && selling != nullptr)
    return Problems{
        {"buyer.name",
         fmt::format("this is our own sales invoice: {} bills {}; it is nothing to pay", selling->name, name_of(buyer)),
         "", buyer.name}};
  if (buying == nullptr)
    return Problems{{"buyer.name",
                     silent
                         ? "the document names no buyer, so it is not known whether it is for us; ask the seller for "
                           "an invoice with our name and address"
                         : fmt::format("addressed to {}, which is none of our entities by tax number, name or "
                                       "address{}; send it back, or add the name to the entity's aliases",
                                       name_of(buyer),
                                       known.entities.empty() ? "" : " (nearest: " + our_names(known.entities) + ")"),
                     our_names(known.entities), buyer.name}};
  // Our name with a tax number that is not ours, of a country in which we have one.
  auto check = check_tax_id(buyer.vat_id, buyer.address.country);
  if (buyer.vat_id.empty() || check.verdict != TaxIdVerdict::valid || has_number(*buying, buyer)) return Problems{};
  bool comparable = std::ranges::any_of(buying->tax_ids, [&](const std::string& id) {
    return check_tax_id(id, buying->address.country).country == check.country;
  });
  if (!comparable) return Problems{};
  return Problems{{"buyer.vat_id",
                   fmt::format("names {} but gives the tax number {}, which is not ours ({})", buying->name,
                               buyer.vat_id, fmt::join(buying->tax_ids, ", ")),
                   fmt::format("{}", fmt::join(buying->tax_ids, ", ")), buyer.vat_id}};
}

Outcome check_vendor_known(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return cannot_run(known.missing);
  if (!known.vendors_loaded) return cannot_run("no vendors are loaded; load them with ap-validate import vendors FILE");
  if (known.seller.vendor) return Problems{};
  std::string nearest;
  for (const VendorCandidate& one : known.seller.candidates)
    nearest += fmt::format("{}{} {} ({})", nearest.empty() ? "; nearest: " : "; ", one.id, one.name, one.why);
  std::string why =
      known.seller.why_not.empty() ? "no vendor has its tax number, account or name" : known.seller.why_not;
  return Problems{{"seller.name",
                   fmt::format("{} is not known: {}{}; have the vendor set up, or correct what was misread",
                               name_of(invoice.seller), why, nearest),
                   "", invoice.seller.name}};
}

Outcome check_vendor_active(const Invoice&, const Facts& facts) {
  if (!facts.known.seller.vendor) return no_vendor(facts);
  const Vendor& vendor = *facts.known.seller.vendor;
  if (vendor.status == "active") return Problems{};
  return Problems{{"seller.name",
                   fmt::format("vendor {} is {} in the vendor file; ask who keeps it why before paying",
                               vendor_name(vendor), vendor.status),
                   "active", vendor.status}};
}

Outcome check_sanctions(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return nothing_to_check(known.missing);
  if (!known.sanctions_loaded)
    return nothing_to_check("no sanctions list is loaded; load one with ap-validate import sanctions FILE");
  Problems problems;
  for (const SanctionEntry& entry : known.sanctions) {
    const auto& vendor = known.seller.vendor;
    if (vendor && std::ranges::find(vendor->sanctions_cleared, entry.id) != vendor->sanctions_cleared.end()) continue;
    for (const Screened& who : screened(invoice)) screen_name(problems, entry, who, facts.settings.sanctions_likeness);
    screen_bank(problems, entry, invoice);
  }
  return problems;
}

Outcome check_vendor_currency(const Invoice& invoice, const Facts& facts) {
  if (!facts.known.seller.vendor) return no_vendor(facts);
  const Vendor& vendor = *facts.known.seller.vendor;
  if (vendor.currencies.empty()) return nothing_to_check("no currency is agreed with vendor " + vendor.id);
  if (invoice.currency.empty()) return nothing_to_check("the document states no currency");
  if (std::ranges::find(vendor.currencies, invoice.currency) != vendor.currencies.end()) return Problems{};
  std::string agreed = fmt::format("{}", fmt::join(vendor.currencies, ", "));
  return Problems{{"currency",
                   fmt::format("billed in {}, but {} is agreed with vendor {}; ask purchasing whether that changed",
                               invoice.currency, agreed, vendor_name(vendor)),
                   agreed, invoice.currency}};
}

}  // namespace ap::rules
