#include "rules/controls/vendor_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "core/identifiers.h"
#include "core/master_kinds.h"
#include "core/names.h"

namespace ap::rules {
namespace {

// Thousandths: from which likeness a name alone decides, with a like address, and against another tax number; and how
// far the second must be behind.
constexpr int kNameAlone = 850, kNameWithAddress = 650, kLikeAddress = 800, kNameAgainstNumber = 950, kMargin = 50;
constexpr int kSameFirm = 400;  // what an account must be backed by when the tax number is another
constexpr std::size_t kShown = 3;

bool same_number(const std::string& a, const std::string& b) {
  return !a.empty() && compact_identifier(a) == compact_identifier(b);
}

std::set<std::string> words(const std::string& key) {
  std::istringstream stream(key);
  std::set<std::string> out;
  for (std::string word; stream >> word;) out.insert(word);
  return out;
}

// Mean likeness of what both addresses say; -1 when they share no part.
int address_likeness(const Address& a, const Address& b) {
  int sum = 0, parts = 0;
  auto compare = [&](const std::string& left, const std::string& right) {
    std::string x = text_key(left), y = text_key(right);
    if (x.empty() || y.empty()) return;
    sum += similarity(x, y);
    ++parts;
  };
  compare(a.street, b.street);
  compare(a.postal_code, b.postal_code);
  compare(a.city, b.city);
  return parts == 0 ? -1 : sum / parts;
}

// A vendor with all that speaks for and against it.
struct Weighed {
  const Vendor* vendor;
  bool tax = false, iban = false, conflict = false;
  int name = 0, address = -1;

  int score() const {
    if (tax) return 1000;
    if (iban) return conflict ? 700 : 980;
    int base = address < 0 ? name : (name * 3 + address) / 4;
    return std::max(0, std::min(base, 960) - (conflict ? 200 : 0));
  }
  std::string why() const {
    std::string text;
    auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (tax) add("same tax number");
    if (iban) add("same account");
    add(fmt::format("name {} % alike", name / 10));
    if (address >= 0) add(fmt::format("address {} %", address / 10));
    if (conflict) add("its tax number is " + tax_numbers(*vendor).front());
    return text;
  }
};

Weighed weigh(const Invoice& invoice, const Vendor& vendor, const std::vector<VendorAccount>& accounts) {
  Weighed weighed{&vendor};
  const Party& seller = invoice.seller;
  auto numbers = tax_numbers(vendor);
  for (const std::string& number : {seller.vat_id, seller.tax_number, seller.registration_id})
    weighed.tax |= std::ranges::any_of(numbers, [&](const std::string& own) { return same_tax_number(own, number); });
  const std::string& iban = invoice.payment.iban;
  weighed.iban = std::ranges::any_of(vendor.ibans, [&](const std::string& own) { return same_number(own, iban); }) ||
                 std::ranges::any_of(accounts, [&](const VendorAccount& account) {
                   return account.vendor_id == vendor.id && same_number(account.iban, iban);
                 });
  weighed.name = name_likeness(seller.name, vendor);
  weighed.address = address_likeness(seller.address, vendor.address);
  bool sound = !seller.vat_id.empty() &&
               check_tax_id(seller.vat_id, seller.address.country).verdict != TaxIdVerdict::wrong_check &&
               check_tax_id(seller.vat_id, seller.address.country).verdict != TaxIdVerdict::malformed;
  weighed.conflict = !weighed.tax && sound && (!vendor.vat_id.empty() || !vendor.more_tax_ids.empty());
  return weighed;
}

// Of several that share a number or account: the one by the other, then by name and address, else the only active one.
const Weighed* narrowed(const std::vector<const Weighed*>& several) {
  if (several.size() == 1) return several[0];
  std::vector<const Weighed*> left;
  for (const Weighed* one : several)
    if (one->tax && one->iban) left.push_back(one);
  if (left.size() == 1) return left[0];
  if (left.empty()) left = several;
  auto rank = [](const Weighed* one) { return one->name + std::max(one->address, 0); };
  std::ranges::stable_sort(left, [&](const Weighed* a, const Weighed* b) { return rank(a) > rank(b); });
  if (left.size() > 1 && rank(left[0]) - rank(left[1]) >= kMargin) return left[0];
  std::erase_if(left, [&](const Weighed* one) { return one->vendor->status != "active"; });
  return left.size() == 1 ? left[0] : nullptr;
}

void choose(VendorChoice& choice, const Weighed& chosen, std::string how) {
  choice.vendor = *chosen.vendor;
  choice.how = std::move(how);
  choice.score = chosen.score();
}

// By name and address, where one vendor is near enough and clearly nearer than all others.
void choose_by_name(VendorChoice& choice, const std::vector<Weighed>& ranked) {
  if (ranked.empty()) return;
  const Weighed& best = ranked[0];
  int needed = best.conflict ? kNameAgainstNumber : best.address >= kLikeAddress ? kNameWithAddress : kNameAlone;
  if (best.name < needed) {
    if (best.conflict && best.name >= kNameAlone) choice.why_not = "the nearest has another tax number";
    return;
  }
  bool clear = ranked.size() == 1 || best.score() - ranked[1].score() >= kMargin;
  if (!clear) {
    choice.why_not = "several vendors bear a name like this";
    return;
  }
  choose(choice, best, fmt::format("name, {} % alike", best.name / 10));
}

}  // namespace

std::vector<std::string> tax_numbers(const Vendor& vendor) {
  std::vector<std::string> numbers;
  for (const std::string& number : {vendor.vat_id, vendor.tax_number, vendor.registration_id})
    if (!number.empty()) numbers.push_back(number);
  numbers.insert(numbers.end(), vendor.more_tax_ids.begin(), vendor.more_tax_ids.end());
  return numbers;
}

int name_likeness(const std::string& name, const std::string& other) {
  std::string a = name_key(name), b = name_key(other);
  int alike = similarity(a, b);
  auto left = words(a), right = words(b);
  bool within = std::ranges::includes(left, right) || std::ranges::includes(right, left);
  constexpr std::size_t kLongEnough = 6;
  if (within && std::min(a.size(), b.size()) >= kLongEnough) alike = std::max(alike, 900);
  return alike;
}

int name_likeness(const std::string& name, const Vendor& vendor) {
  int best = name_likeness(name, vendor.name);
  for (const std::string& alias : vendor.aliases) best = std::max(best, name_likeness(name, alias));
  return best;
}

VendorChoice choose_vendor(const Invoice& invoice, const std::vector<Vendor>& vendors,
                           const std::vector<VendorAccount>& accounts) {
  std::vector<Weighed> ranked;
  for (const Vendor& vendor : vendors) ranked.push_back(weigh(invoice, vendor, accounts));
  std::ranges::stable_sort(ranked, [](const Weighed& a, const Weighed& b) { return a.score() > b.score(); });
  VendorChoice choice;
  for (const Weighed& one : ranked) {
    if (choice.candidates.size() == kShown) break;
    choice.candidates.push_back({one.vendor->id, one.vendor->name, one.score(), one.why()});
  }
  std::vector<const Weighed*> by_tax, by_iban;
  for (const Weighed& one : ranked) {
    if (one.tax) by_tax.push_back(&one);
    if (one.iban && (!one.conflict || one.name >= kSameFirm)) by_iban.push_back(&one);
  }
  if (!by_tax.empty()) {
    const Weighed* one = narrowed(by_tax);
    if (one != nullptr)
      choose(choice, *one,
             "tax number " + (invoice.seller.vat_id.empty() ? invoice.seller.tax_number : invoice.seller.vat_id));
    else
      choice.why_not = "several vendors bear its tax number, and neither account, name nor address tells which";
    return choice;
  }
  if (!by_iban.empty()) {
    const Weighed* one = narrowed(by_iban);
    if (one != nullptr) choose(choice, *one, "account " + invoice.payment.iban);
    if (one != nullptr || by_iban.size() > 1) {
      if (one == nullptr) choice.why_not = "several vendors share its account";
      return choice;
    }
  }
  choose_by_name(choice, ranked);
  return choice;
}

}  // namespace ap::rules
