#include "rules/controls/duplicate_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/controls/duplicate_pair.h"

namespace ap::rules {
namespace {

constexpr std::size_t kMostParts = 16;  // documents of a few days that are tried as parts
constexpr std::size_t kMostForThree = 6;
constexpr int kPartDays = 3;
constexpr int kOriginalDays = 200;

bool same_vendor(const DuplicateProfile& a, const DuplicateProfile& b) {
  return compare_vendors(a.vendor, b.vendor).match == VendorMatch::same;
}

bool can_be_parts(const DuplicateProfile& own, const DuplicateProfile& other) {
  if (other.type != own.type || other.currency != own.currency || !own.date || !other.date) return false;
  int days = *own.date - *other.date;
  auto amount = other.amount();
  return days <= kPartDays && days >= -kPartDays && amount && !amount->is_zero() && !amount->is_negative() &&
         compare_numbers(own.preceding, other.number).relation != NumberRelation::same && same_vendor(own, other);
}

// The lines of the part all stand in the original.
bool holds_lines(const DuplicateProfile& original, const DuplicateProfile& part) {
  return !part.texts.empty() && std::ranges::includes(original.texts, part.texts);
}

// What besides the sum makes `part` a part of the original.
std::vector<std::string> evidence(const DuplicateProfile& part, const DuplicateProfile& original) {
  std::vector<std::string> found;
  if (part.date == original.date) found.push_back("same date " + part.date->str());
  if (!part.purchase_order.empty() && part.purchase_order == original.purchase_order)
    found.push_back("same order " + part.purchase_order);
  NumberMatch number = compare_numbers(part.number, original.number);
  if (number.same() || number.relation == NumberRelation::extended) found.push_back("number of " + original.number);
  if (part.service_start && part.service_start == original.service_start)
    found.push_back("same delivery " + part.service_start->str());
  if (!part.reference.empty() && part.reference == original.reference) found.push_back("same reference");
  if (holds_lines(original, part)) found.emplace_back("its lines");
  return found;
}

// The vendor sends this amount time and again.
bool recurs(const EarlierInvoice& original, const std::vector<EarlierInvoice>& others) {
  return std::ranges::count_if(others, [&](const EarlierInvoice& other) {
           return other.profile.gross == original.profile.gross && other.profile.type == original.profile.type &&
                  other.profile.date != original.profile.date && same_vendor(other.profile, original.profile);
         }) >= 2;
}

// Taken back by a credit note: billing it again, in whatever parts, is right.
bool credited(const EarlierInvoice& original, const std::vector<EarlierInvoice>& others) {
  return std::ranges::any_of(others, [&](const EarlierInvoice& other) {
    return other.profile.type == InvoiceType::credit_note &&
           compare_numbers(other.profile.preceding, original.profile.number).same() &&
           same_vendor(other.profile, original.profile);
  });
}

bool fits(const DuplicateProfile& own, const PartSum& sum, const EarlierInvoice& original) {
  const DuplicateProfile& p = original.profile;
  if (p.type != own.type || p.currency != own.currency || !(p.amount() == sum.total) || !p.date) return false;
  int days = *own.date - *p.date;
  if (days < -kPartDays || days > kOriginalDays || !same_vendor(own, p)) return false;
  bool before = std::ranges::all_of(sum.with, [&](const EarlierInvoice* part) { return original.order < part->order; });
  return before && !DuplicatePair(own, p).linked();
}

}  // namespace

std::vector<PartSum> part_sums(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others) {
  std::vector<PartSum> sums;
  auto amount = own.amount();
  if (!amount || amount->is_zero() || amount->is_negative()) return sums;
  std::vector<const EarlierInvoice*> parts;
  for (const EarlierInvoice& other : others)
    if (parts.size() < kMostParts && can_be_parts(own, other.profile)) parts.push_back(&other);
  for (const EarlierInvoice* part : parts) sums.push_back({{part}, *amount + *part->profile.amount()});
  if (parts.size() > kMostForThree) return sums;
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t j = i + 1; j < parts.size(); ++j)
      sums.push_back({{parts[i], parts[j]}, sums[i].total + *parts[j]->profile.amount()});
  return sums;
}

std::vector<DuplicateCandidate> find_split(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others) {
  std::vector<DuplicateCandidate> found;
  bool recurs_itself = std::ranges::any_of(others, [&](const EarlierInvoice& other) {
    return other.profile.gross == own.gross && other.profile.date != own.date && same_vendor(other.profile, own);
  });
  for (const PartSum& sum : part_sums(own, others)) {
    for (const EarlierInvoice& original : others) {
      if (!fits(own, sum, original) || credited(original, others)) continue;
      auto why = evidence(own, original.profile);
      std::size_t least = why.size();
      for (const EarlierInvoice* part : sum.with)
        least = std::min(least, evidence(part->profile, original.profile).size());
      // An amount that is billed again and again is the sum of two others by chance now and then, and by intent where
      // those are billed again and again as well.
      if (least < (!recurs(original, others) ? 1u : recurs_itself ? 3u : 2u)) continue;
      std::string with;
      for (const EarlierInvoice* part : sum.with) with += (with.empty() ? "" : " and ") + part->document_id;
      found.push_back({original.document_id, "D3",
                       fmt::format("its total and that of {} add up to {} {}, {}", with, original.profile.gross,
                                   original.profile.currency, fmt::join(why, ", ")),
                       (sum.with.size() == 1 ? 860 : 780) + 5 * static_cast<int>(least)});
    }
  }
  return found;
}

}  // namespace ap::rules
