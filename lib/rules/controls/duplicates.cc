#include "rules/controls/duplicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "rules/controls/duplicate_pair.h"
#include "rules/controls/duplicate_parts.h"

namespace ap::rules {
namespace {

constexpr std::size_t kMostTold = 3;

bool same_vendor(const DuplicateProfile& a, const DuplicateProfile& b) {
  return compare_vendors(a.vendor, b.vendor).match == VendorMatch::same;
}

// D9, the pattern that is no repeat: billed, taken back by a credit note, billed again. The new bill is dated no
// earlier than the credit note; a copy of the first bill is not.
bool billed_again(const DuplicatePair& pair, const std::vector<EarlierInvoice>& others) {
  if (pair.own.type == InvoiceType::credit_note) return false;
  bool copy = pair.number.same() && pair.same_day() && pair.same_gross;
  if (copy) return false;
  return std::ranges::any_of(others, [&](const EarlierInvoice& credit) {
    const DuplicateProfile& c = credit.profile;
    if (c.type != InvoiceType::credit_note || !same_vendor(c, pair.other)) return false;
    if (c.date && pair.own.date && *c.date > *pair.own.date) return false;
    if (!c.preceding.empty()) return compare_numbers(c.preceding, pair.other.number).same();
    return c.gross == pair.other.gross && (!c.date || !pair.other.date || *c.date >= *pair.other.date);
  });
}

// The vendor sends several invoices over this amount on one day, one for each of several contracts: it did so on
// another day too, or these are three already.
bool sends_siblings(const DuplicatePair& pair, const std::vector<EarlierInvoice>& others) {
  std::map<Date, std::set<std::string>> numbers;
  for (const EarlierInvoice& other : others) {
    const DuplicateProfile& p = other.profile;
    if (p.gross != pair.own.gross || p.type != pair.own.type || !p.date) continue;
    // Contracts or orders that the bills name tell them apart: only those of this one count.
    if (p.reference != pair.own.reference || p.purchase_order != pair.own.purchase_order) continue;
    if (same_vendor(p, pair.own)) numbers[*p.date].insert(folded_number(p.number));
  }
  return std::ranges::any_of(numbers, [](const auto& day) { return day.second.size() > 1; });
}

// An account that collects for many (a factor, a platform) proves nothing.
bool collects_for_many(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others) {
  std::set<std::string> names;
  for (const EarlierInvoice& other : others)
    if (other.profile.vendor.iban == own.vendor.iban)
      names.insert(other.profile.vendor.tax_id.empty() ? other.profile.vendor.name : other.profile.vendor.tax_id);
  return names.size() > 2;
}

// What the vendor prints as a number stays the same from bill to bill: a customer or contract number.
bool is_constant(const DuplicatePair& pair, const std::vector<EarlierInvoice>& others) {
  std::set<Date> days;
  for (const EarlierInvoice& other : others)
    if (other.profile.date && compare_numbers(other.profile.number, pair.own.number).same() &&
        same_vendor(other.profile, pair.own))
      days.insert(*other.profile.date);
  return days.size() >= 3;
}

bool explained(const DuplicateMatch& match, const DuplicatePair& pair, const std::vector<EarlierInvoice>& others) {
  if (match.rung == "D10" || match.rung == "D11" || match.rung == "D1") return false;
  if (billed_again(pair, others)) return true;
  if (match.may_be_sibling && sends_siblings(pair, others)) return true;
  if (match.rung == "D7" && collects_for_many(pair.own, others)) return true;
  return match.rung == "D3" && pair.number.same() && !pair.same_day() && is_constant(pair, others);
}

}  // namespace

std::vector<DuplicateCandidate> find_repeats(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others) {
  std::vector<std::pair<DuplicateCandidate, std::int64_t>> found;
  for (const EarlierInvoice& other : others) {
    DuplicatePair pair(own, other.profile);
    auto match = compare_pair(pair);
    if (!match || explained(*match, pair, others)) continue;
    found.push_back({{other.document_id, match->rung, match->matched, match->score}, other.order});
  }
  if (found.empty()) {
    for (DuplicateCandidate& split : find_split(own, others)) found.push_back({std::move(split), 0});
  }
  if (found.empty() && own.copy)
    found.push_back({{"", "D11", "marked as a copy, and its original is not known here", 600}, 0});
  // The surest; among equals the earliest.
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
    return a.first.score != b.first.score ? a.first.score > b.first.score : a.second < b.second;
  });
  std::vector<DuplicateCandidate> best;
  for (auto& [candidate, order] : found) {
    bool told = std::ranges::any_of(best, [&](const auto& b) { return b.document_id == candidate.document_id; });
    if (best.size() < kMostTold && !told) best.push_back(std::move(candidate));
  }
  return best;
}

std::vector<std::uint64_t> more_keys(const DuplicateProfile& own, const std::vector<EarlierInvoice>& others) {
  std::vector<std::uint64_t> keys;
  for (const PartSum& sum : part_sums(own, others)) {
    auto more = keys_of_total(own, sum.total);
    keys.insert(keys.end(), more.begin(), more.end());
  }
  std::ranges::sort(keys);
  auto rest = std::ranges::unique(keys);
  keys.erase(rest.begin(), rest.end());
  return keys;
}

Outcome check_duplicates(const Invoice& invoice, const Facts& facts) {
  if (!facts.duplicates) return cannot_run(facts.no_lookup);
  bool named = !invoice.number.empty() || (invoice.type == InvoiceType::receipt && invoice.issue_date);
  bool enough = named && (invoice.totals.gross || invoice.totals.payable);
  if (facts.duplicates->empty() && !enough) return nothing_to_check("number and total are not both stated");
  Problems problems;
  for (const auto& other : *facts.duplicates) {
    std::string score = fmt::format("{}.{:03}", other.score / 1000, other.score % 1000);
    std::string message =
        other.document_id.empty()
            ? fmt::format("it may have come before ({}, score {}): {}", other.rung, score, other.matched)
            : fmt::format("already received as document {} ({}, score {}): {}; pay one of them only", other.document_id,
                          other.rung, score, other.matched);
    problems.push_back({"number", std::move(message), "", other.document_id});
  }
  return problems;
}

}  // namespace ap::rules
