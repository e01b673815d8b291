#include "rules/controls/basis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <stdexcept>

#include "core/short_text.h"
#include "rules/controls/vendor.h"
#include "rules/limits.h"

namespace ap::rules {
namespace {

using View = std::string_view;

constexpr auto kConsults = std::to_array<std::pair<View, View>>({
    {"NOT_AN_INVOICE", ""},
    {"MISSING_REQUIRED_FIELD", ""},
    {"INVALID_FIELD_FORMAT", ""},
    {"NO_LINE_ITEMS", ""},
    {"LOW_CONFIDENCE", "confidence confidences"},
    {"INVALID_AMOUNT", ""},
    {"LINE_MATH_MISMATCH", ""},
    {"SUBTOTAL_MISMATCH", "total_tolerance"},
    {"TAX_MISMATCH", "tax_tolerance"},
    {"TAX_RATE_INVALID", ""},
    {"TOTAL_MISMATCH", "total_tolerance"},
    {"INVALID_IBAN", ""},
    {"INVALID_BIC", ""},
    {"INVALID_REFERENCE", ""},
    {"FUTURE_DATE", "today"},
    {"OLD_INVOICE", "today old_invoice_days"},
    {"DUE_BEFORE_ISSUE", ""},
    {"PERIOD_CLOSED", "periods"},
    {"DUPLICATE_INVOICE", "duplicates"},
    {"WRONG_BUYER", "entities"},
    {"UNKNOWN_VENDOR", "vendor"},
    {"INACTIVE_VENDOR", "vendor"},
    {"SANCTIONS_HIT", "sanctions sanctions_likeness vendor"},
    {"INVALID_CURRENCY", "vendor"},
    {"INVALID_TAX_ID", "vendor"},
    {"SPEND_LIMIT_EXCEEDED", "vendor bills"},
    {"PAYMENT_TERMS_VIOLATION", "vendor terms_tolerance_days"},
    {"BANK_DETAILS_CHANGED", "vendor accounts today"},
    {"PO_NOT_FOUND", "orders vendor"},
    {"PO_MISMATCH", "orders vendor extra_cost_limit"},
    {"PO_AMOUNT_MISMATCH", "orders order_bills price_percent price_absolute amount_percent amount_absolute"},
    {"PO_QUANTITY_MISMATCH", "orders order_bills quantity_percent quantity_absolute"},
    {"GRN_NOT_FOUND", "orders receipts"},
    {"GRN_MISMATCH", "orders receipts"},
    {"GRN_QUANTITY_MISMATCH", "orders receipts order_bills receipt_percent"},
    {"EXCESSIVE_AMOUNT", "amount_limit amount_limits vendor"},
    {"AMOUNT_ANOMALY", "bills anomaly_percent anomaly_count"},
    {"SPLIT_SUSPECTED", "bills limits split_percent split_days"},
    {"PREPAYMENT_UNCLEARED", "order_bills"},
    {"CREDIT_NOTE_UNMATCHED", "preceding"},
});

constexpr std::size_t kMost = 20;  // facts of one kind that are listed one by one

template <class Call>
void for_each_word(View words, Call call) {
  while (!words.empty()) {
    auto end = std::min(words.find(' '), words.size());
    if (end > 0) call(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

// "; status active" where there is something to say.
std::string part(View name, const std::string& value) {
  return value.empty() ? "" : fmt::format("; {} {}", name, value);
}
std::string joined(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, ", ")); }
std::string text(const std::optional<Decimal>& number) { return number ? number->str() : ""; }
std::string text(const std::optional<Date>& day) { return day ? day->str() : ""; }

// The facts behind one word of the table.
class Facing {
 public:
  Facing(const Invoice& invoice, const Facts& facts, const std::map<std::string, std::string>& origins)
      : invoice_(invoice), facts_(facts), origins_(origins) {}

  // Puts the facts of one kind together.
  using Tell = void (Facing::*)();
  static Tell teller(View word) {
    constexpr auto kTellers = std::to_array<std::pair<View, Tell>>({{"today", &Facing::today},
                                                                    {"vendor", &Facing::vendor},
                                                                    {"accounts", &Facing::accounts},
                                                                    {"entities", &Facing::entities},
                                                                    {"orders", &Facing::orders},
                                                                    {"receipts", &Facing::receipts},
                                                                    {"periods", &Facing::periods},
                                                                    {"limits", &Facing::limits},
                                                                    {"sanctions", &Facing::sanctions},
                                                                    {"duplicates", &Facing::duplicates},
                                                                    {"bills", &Facing::vendor_bills},
                                                                    {"preceding", &Facing::preceding},
                                                                    {"order_bills", &Facing::order_bills}});
    auto row = std::ranges::find(kTellers, word, &std::pair<View, Tell>::first);
    return row == kTellers.end() ? nullptr : row->second;
  }

  // `tell`: what teller() gave for the word; nullptr for the name of a limit.
  std::vector<Consulted> of(View word, Tell tell) {
    out_.clear();
    unlisted_ = 0;
    tell != nullptr ? (this->*tell)() : limit(word);
    if (out_.size() > kMost) {
      std::size_t more = out_.size() - kMost + unlisted_;
      out_.resize(kMost);
      add(fmt::format("and {} more", more), "", out_.back().source);
    }
    return std::move(out_);
  }

 private:
  const Known& known() const { return facts_.known; }
  void add(std::string name, std::string value, std::string source) {
    out_.push_back({std::move(name), std::move(value), std::move(source), {}});
  }

  // "vendors, import 3"
  std::string source(MasterKind kind, const std::string& key) const {
    for (const MasterSource& one : known().sources)
      if (one.kind == kind && one.key == key) return fmt::format("{}, import {}", to_string(kind), one.import);
    return std::string(to_string(kind));
  }
  // Of kinds whose items bear no name of their own.
  std::string source(MasterKind kind) const {
    std::string imports;
    for (const MasterSource& one : known().sources) {
      std::string number = std::to_string(one.import);
      bool told = (", " + imports + ",").find(", " + number + ",") != std::string::npos;
      if (one.kind == kind && !told) imports += (imports.empty() ? "" : ", ") + number;
    }
    return fmt::format("{}{}{}", to_string(kind), imports.empty() ? "" : ", import ", imports);
  }

  void limit(View name) {
    // Of the limits by currency the one that was looked at.
    auto own = facts_.settings.amount_limits.find(invoice_.currency);
    bool has_own = own != facts_.settings.amount_limits.end();
    if (name == (has_own ? "amount_limit" : "amount_limits")) return;
    std::string value =
        name == "amount_limits" ? own->first + "=" + own->second.str() : limit_text(facts_.settings, name);
    if (value.empty()) return;  // nothing of it concerns the invoice
    auto origin = origins_.find(std::string(name));
    add("validate." + std::string(name), value, origin == origins_.end() ? "default" : origin->second);
  }

  void today() { add("today", facts_.today.str(), "the clock, or --as-of"); }

  void vendor() {
    if (const auto& v = known().seller.vendor) {
      std::vector<std::string> numbers;
      for (const std::string& number : {v->vat_id, v->tax_number})
        if (!number.empty()) numbers.push_back(number);
      std::string value = fmt::format("{}; found by {}", v->name, known().seller.how);
      value += part("status", v->status) + part("tax numbers", joined(numbers)) + part("accounts", joined(v->ibans)) +
               part("currencies", joined(v->currencies)) + part("terms", v->terms) +
               part("net days", text(v->terms_days)) + part("limit of an invoice", text(v->amount_limit)) +
               part("spend limit", text(v->spend_limit)) + (v->order_required ? "; orders required" : "");
      add("vendor " + v->id, std::move(value), source(MasterKind::vendors, v->id));
      return;
    }
    for (const VendorCandidate& one : known().seller.candidates)
      add("candidate " + one.id, fmt::format("{}; {}", one.name, one.why), source(MasterKind::vendors, one.id));
    if (out_.empty()) add("vendor", "none came near", std::string(to_string(MasterKind::vendors)));
  }

  void accounts() {
    for (const VendorAccount& account : known().accounts)
      add("account " + account.iban,
          fmt::format("of vendor {}{}{}{}{}", account.vendor_id, part("confirmed by", account.confirmed_by),
                      part("on", text(account.confirmed_on)), part("from", text(account.valid_from)),
                      part("until", text(account.valid_until))),
          source(MasterKind::accounts));
  }

  void entities() {
    const OwnEntity* billed = buying_entity(invoice_, known());
    for (const OwnEntity& entity : known().entities) {
      if (billed != nullptr && billed != &entity) continue;
      add("entity " + (entity.id.empty() ? entity.name : entity.id),
          entity.name + part("tax numbers", joined(entity.tax_ids)) + (billed ? "; it is billed" : ""),
          source(MasterKind::entities));
    }
  }

  void orders() {
    for (const PurchaseOrder& order : known().orders) {
      Decimal net;
      for (const OrderLine& line : order.lines) net += line.net.value_or(Decimal());
      add("order " + order.number,
          fmt::format("vendor {}; {}; {} lines{} {}", order.vendor_id, order.status, order.lines.size(),
                      net.is_zero() ? "" : " over " + net.str(), order.currency),
          source(MasterKind::orders));
    }
    for (const std::string& number : known().unknown_orders) add("order " + number, "not on file", "orders");
  }

  void receipts() {
    for (const GoodsReceipt& receipt : known().receipts)
      add("receipt " + receipt.number,
          fmt::format("order {}{}; {} lines", receipt.order, part("of", text(receipt.date)), receipt.lines.size()),
          source(MasterKind::receipts));
    if (known().receipts_loaded && known().receipts.empty()) add("receipts", "none for its orders", "receipts");
  }

  void periods() {
    for (const PostingPeriod& period : known().periods)
      add(fmt::format("period {} to {}", text(period.start), text(period.end)),
          period.status + part("of", period.entity), source(MasterKind::periods));
  }

  void limits() {
    for (const ApprovalLimit& limit : known().limits)
      add("limit of " + limit.role, text(limit.amount) + " " + limit.currency, source(MasterKind::limits));
  }

  void sanctions() {
    for (const SanctionEntry& entry : known().sanctions)
      add(fmt::format("entry {} of list {}", entry.id, entry.list),
          entry.name + part("country", entry.country) + part("of", text(entry.list_date)),
          source(MasterKind::sanctions));
    if (known().sanctions_loaded && known().sanctions.empty())
      add("sanctions lists", "no entry came near", "sanctions");
  }

  void duplicates() {
    for (const DuplicateCandidate& one : *facts_.duplicates)
      add("earlier document", fmt::format("{}; score {}; {}", one.rung, one.score, one.matched), one.document_id);
    if (facts_.duplicates->empty()) add("earlier documents", "none is like it", "the whole history of the store");
  }

  void bills(View what, const std::vector<PastBill>& list) {
    for (const PastBill& bill : list)
      add(fmt::format("{} {}", what, bill.number),
          fmt::format("{} {}{}", text(bill.gross), bill.currency, part("of", text(bill.date))), bill.document_id);
  }

  void vendor_bills() { bills("invoice of the vendor", known().vendor_bills); }

  void preceding() {
    bills("invoice it refers to", known().preceding_bills);
    bills("earlier credit note", known().credits);
  }

  void order_bills() {
    const OrderHistory& earlier = known().earlier;
    for (const OrderHistory::Bill& bill : earlier.bills)
      add("earlier invoice " + bill.number, fmt::format("{} {} for its orders", text(bill.net), bill.currency),
          bill.document_id);
    unlisted_ = static_cast<std::size_t>(earlier.count) - earlier.bills.size();
  }

  const Invoice& invoice_;
  const Facts& facts_;
  const std::map<std::string, std::string>& origins_;
  std::vector<Consulted> out_;
  std::size_t unlisted_ = 0;  // facts that are counted and not in out_
};

// The words of all controls, each once, and those of each control by its place in the table.
struct Plan {
  std::vector<std::pair<View, Facing::Tell>> words;
  std::vector<std::vector<std::size_t>> of_control;
};

const Plan& all_asked() {
  static const Plan plan = [] {
    Plan made;
    for (const Rule& rule : controls()) {
      std::vector<std::size_t>& own = made.of_control.emplace_back();
      for_each_word(consults(rule.info.id).value_or(""), [&](View word) {
        auto at = std::ranges::find(made.words, word, &std::pair<View, Facing::Tell>::first);
        own.push_back(static_cast<std::size_t>(at - made.words.begin()));
        if (at == made.words.end()) made.words.emplace_back(word, Facing::teller(word));
      });
    }
    if (made.of_control.size() > 64) throw std::logic_error("basis_of() has a bit for each of 64 controls");
    return made;
  }();
  return plan;
}

}  // namespace

std::optional<View> consults(View rule) {
  auto row = std::ranges::find(kConsults, rule, &std::pair<View, View>::first);
  return row == kConsults.end() ? std::nullopt : std::optional(row->second);
}

Basis basis_of(const Invoice& invoice, const RunResult& result, const Facts& facts,
               const std::map<std::string, std::string>& origins) {
  const Plan& plan = all_asked();
  Basis basis;
  basis.passed.reserve(plan.of_control.size());
  std::vector<std::size_t> asked;                    // words, in the order in which they came up
  std::vector<std::uint64_t> by(plan.words.size());  // the controls that consult each, a bit for each
  // Both name the controls in the order of the table.
  auto skipped = result.checks.not_run.begin();
  auto finding = result.findings.begin();
  for (std::size_t i = 0; i < plan.of_control.size(); ++i) {
    const View id = controls()[i].info.id;
    if (skipped != result.checks.not_run.end() && same_text(skipped->rule, id)) {
      ++skipped;
      continue;
    }
    const bool passed = finding == result.findings.end() || !same_text(finding->rule, id);
    if (passed) basis.passed.emplace_back(id);
    while (finding != result.findings.end() && same_text(finding->rule, id)) ++finding;
    for (std::size_t word : plan.of_control[i]) {
      if (by[word] == 0) asked.push_back(word);
      by[word] |= std::uint64_t{1} << i;
    }
  }
  Facing facing(invoice, facts, origins);
  for (std::size_t word : asked) {
    for (Consulted& one : facing.of(plan.words[word].first, plan.words[word].second)) {
      one.rules.reserve(static_cast<std::size_t>(std::popcount(by[word])));
      for (std::uint64_t bits = by[word]; bits != 0; bits &= bits - 1)
        one.rules.emplace_back(controls()[static_cast<std::size_t>(std::countr_zero(bits))].info.id);
      basis.consulted.push_back(std::move(one));
    }
  }
  return basis;
}

}  // namespace ap::rules
