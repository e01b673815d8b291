#include "stages/known.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/identifiers.h"
#include "core/names.h"
#include "rules/controls/clearing.h"
#include "rules/controls/order_lines.h"
#include "rules/controls/vendor_match.h"
#include "stages/known_marks.h"

namespace ap {
namespace {

constexpr int kLikeEnough = 40;    // percent of trigrams that make a vendor a candidate
constexpr int kLikeSanction = 70;  // the same for entries of sanctions lists
constexpr int kCandidates = 10, kOpenOrders = 5, kLatestOrders = 200, kSameAmount = 1000;
constexpr std::size_t kAtOnce = 500;  // shares kept in one transaction
constexpr int kYear = 365;
constexpr std::int64_t kDayMs = 86400000;

template <class T>
void add_new(std::vector<T>& to, T value, const std::string& key, std::set<std::string>& seen) {
  if (seen.insert(key).second) to.push_back(std::move(value));
}

// One gathering: the store, the day, and what was found so far.
struct Gathering {
  const Record& record;
  const Invoice& invoice;
  Store& store;
  Date today;
  std::int64_t own_order;
  rules::Known known = {};
  std::set<std::pair<MasterKind, std::string>> noted_items = {};

  MasterData& data() { return store.master_data(); }

  // Items of a kind that bear one of the marks; where they come from is noted.
  std::vector<MasterItem> find(MasterKind kind, const std::vector<std::string>& marks) {
    return noted(kind, data().find(kind, marks, today));
  }
  std::vector<MasterItem> similar(MasterKind kind, const std::string& key, int percent) {
    return noted(kind, data().similar(kind, key, percent, today, kCandidates));
  }
  std::vector<MasterItem> noted(MasterKind kind, std::vector<MasterItem> items) {
    for (const MasterItem& item : items) note(kind, item);
    return items;
  }
  void note(MasterKind kind, const MasterItem& item) {
    if (!noted_items.insert({kind, item.key}).second) return;
    auto first =
        item.first_ms > 0 ? std::optional(Date::from_days(static_cast<int>(item.first_ms / kDayMs))) : std::nullopt;
    known.sources.push_back({kind, item.key, item.import, first});
  }

  void entities() {
    known.entities_loaded = data().loaded(MasterKind::entities);
    if (!known.entities_loaded) return;
    std::set<std::string> seen;
    auto take = [&](const std::vector<MasterItem>& items) {
      for (const MasterItem& item : items) add_new(known.entities, entity_from(item.rows), item.key, seen);
    };
    for (const Party* party : {&invoice.buyer, &invoice.seller}) {
      take(find(MasterKind::entities, seller_marks(*party)));
      if (std::string key = name_key(party->name); !key.empty()) take(similar(MasterKind::entities, key, kLikeEnough));
    }
    if (!known.entities.empty()) return;
    // Nothing like the buyer's name: the address may be ours all the same.
    data().for_each(MasterKind::entities, today, [&](const MasterItem& item) {
      known.entities.push_back(entity_from(item.rows));
      note(MasterKind::entities, item);
      return known.entities.size() < 1000;
    });
  }

  void seller() {
    known.vendors_loaded = data().loaded(MasterKind::vendors);
    if (!known.vendors_loaded) return;
    std::set<std::string> seen;
    std::vector<Vendor> vendors;
    auto take = [&](const std::vector<MasterItem>& items) {
      for (const MasterItem& item : items) add_new(vendors, vendor_from(item.rows), item.key, seen);
    };
    const Party& seller = invoice.seller;
    std::string iban = iban_mark(invoice.payment.iban);
    std::vector<std::string> marks = seller_marks(seller);
    marks.push_back(tax_mark(seller.registration_id));
    marks.push_back(iban);
    std::vector<VendorAccount> accounts;
    if (!iban.empty()) {
      for (const MasterItem& item : find(MasterKind::accounts, {iban})) {
        accounts.push_back(account_from(item.rows));
        marks.push_back(vendor_mark(accounts.back().vendor_id));
      }
    }
    take(find(MasterKind::vendors, marks));
    known.seller = rules::choose_vendor(invoice, vendors, accounts);
    if (!known.seller.vendor && !name_key(seller.name).empty()) {
      take(similar(MasterKind::vendors, name_key(seller.name), kLikeEnough));
      known.seller = rules::choose_vendor(invoice, vendors, accounts);
    }
    for (const Vendor& vendor : vendors)
      if (std::ranges::find(vendor.ibans, compact_identifier(invoice.payment.iban)) != vendor.ibans.end())
        known.iban_owners.push_back(vendor.id);
    for (const VendorAccount& account : accounts) known.iban_owners.push_back(account.vendor_id);
    if (!known.seller.vendor) return;
    for (const MasterItem& item : find(MasterKind::accounts, {vendor_mark(known.seller.vendor->id)}))
      known.accounts.push_back(account_from(item.rows));
  }

  void sanctions() {
    known.sanctions_loaded = data().loaded(MasterKind::sanctions);
    if (!known.sanctions_loaded) return;
    std::set<std::string> seen, names;
    auto take = [&](const std::vector<MasterItem>& items) {
      for (const MasterItem& item : items) add_new(known.sanctions, sanction_from(item.rows), item.key, seen);
    };
    std::vector<std::string> marks{iban_mark(invoice.payment.iban)};
    if (!invoice.payment.bic.empty()) marks.push_back("bic:" + compact_identifier(invoice.payment.bic).substr(0, 8));
    for (const std::string& country : {invoice.seller.address.country, iban_country(invoice.payment.iban)})
      if (!country.empty()) marks.push_back("country:" + country);
    take(find(MasterKind::sanctions, marks));
    names.insert(name_key(invoice.seller.name));
    names.insert(name_key(invoice.payment.account_name));
    if (invoice.payee) names.insert(name_key(invoice.payee->name));
    for (const std::string& name : names)
      if (!name.empty()) take(similar(MasterKind::sanctions, name, kLikeSanction));
  }

  std::vector<PurchaseOrder> orders_named(const std::vector<std::string>& numbers) {
    std::vector<PurchaseOrder> orders;
    std::set<std::string> seen;
    for (const std::string& number : numbers)
      for (const MasterItem& item : find(MasterKind::orders, {order_mark(number)}))
        add_new(orders, order_from(item.rows), item.key, seen);
    return orders;
  }

  void orders() {
    known.orders_loaded = data().loaded(MasterKind::orders);
    known.receipts_loaded = data().loaded(MasterKind::receipts);
    if (!invoice.purchase_order.empty()) known.order_numbers = {invoice.purchase_order};
    if (!known.orders_loaded) return;
    known.orders = orders_named(known.order_numbers);
    auto parts = orders_in(invoice.purchase_order);
    if (known.orders.empty() && parts.size() > 1) {
      known.order_numbers = parts;
      known.orders = orders_named(parts);
    }
    // A reference of ours that happens to be an order.
    for (const std::string& other : {invoice.buyer_reference, invoice.contract}) {
      if (!known.order_numbers.empty() || other.empty()) continue;
      known.orders = orders_named({other});
      if (!known.orders.empty()) known.order_numbers = {other};
    }
    for (const std::string& number : known.order_numbers) {
      bool found = std::ranges::any_of(known.orders, [&](const PurchaseOrder& order) {
        return normalized_order(order.number) == normalized_order(number);
      });
      if (!found) known.unknown_orders.push_back(number);
    }
    if (known.orders.empty() && known.seller.vendor) open_orders(known.seller.vendor->id);
    if (!known.orders.empty()) known.links = rules::link_lines(invoice, known.orders);
    for (const PurchaseOrder& order : known.orders)
      for (const MasterItem& item : find(MasterKind::receipts, {order_mark(order.number)}))
        known.receipts.push_back(receipt_from(item.rows));
  }

  // Of the vendor's latest open orders those that may be meant: in the currency of the invoice, over its amount, or
  // with a number like the one it names.
  void open_orders(const std::string& vendor) {
    std::vector<std::pair<int, PurchaseOrder>> near;
    for (const MasterItem& item : data().find(MasterKind::orders, {vendor_mark(vendor)}, today, kLatestOrders)) {
      PurchaseOrder order = order_from(item.rows);
      if (!invoice.currency.empty() && order.currency != invoice.currency) continue;
      int score = 0;
      for (const std::string& number : known.order_numbers)
        score = std::max(score, similarity(normalized_order(number), normalized_order(order.number)));
      Decimal amount;
      for (const OrderLine& line : order.lines) amount += rules::ordered_amount(line).value_or(Decimal());
      if (invoice.totals.net && *invoice.totals.net == amount) score += kSameAmount;
      near.emplace_back(score, std::move(order));
    }
    std::ranges::stable_sort(near, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [score, order] : near)
      if (known.open_orders.size() < kOpenOrders) known.open_orders.push_back(std::move(order));
  }

  // Arrived before this document, and not refused or a repeat.
  bool counts(const std::string& id, std::int64_t order, State state, std::optional<Route> route) const {
    return id != record.id && order < own_order && state != State::failed && route != Route::reject &&
           route != Route::duplicate;
  }

  static rules::PastBill past(const FiledBill& filed) {
    const Bill& bill = filed.bill;
    return {bill.document_id, bill.number, bill.currency, bill.type, bill.prepayment, bill.date, bill.gross};
  }

  std::vector<rules::PastBill> past_bills(const BillQuery& query) {
    std::vector<rules::PastBill> bills;
    for (const FiledBill& filed : store.ledger().bills(query))
      if (counts(filed.bill.document_id, filed.order, filed.state, filed.route)) bills.push_back(past(filed));
    return bills;
  }

  void bills() {
    std::vector<std::string> parties = seller_marks(invoice.seller);
    if (known.seller.vendor)
      for (std::string& mark : vendor_marks(*known.seller.vendor)) parties.push_back(std::move(mark));
    if (invoice.issue_date)
      known.vendor_bills =
          past_bills({.marks = parties, .from = invoice.issue_date->plus_days(-kYear), .until = invoice.issue_date});
    if (invoice.type == InvoiceType::credit_note && !invoice.preceding_invoice.empty()) {
      known.preceding_bills = past_bills({.marks = joined_marks("number", invoice.preceding_invoice, parties)});
      known.credits = past_bills({.marks = joined_marks("credits", invoice.preceding_invoice, parties)});
    }
    earlier_bills();
  }

  // Which orders, and which versions of them, earlier bills are laid beside.
  ShareBasis share_basis() const {
    ShareBasis basis;
    if (known.orders.empty()) return basis;
    for (const rules::MasterSource& source : known.sources) {
      if (source.kind != MasterKind::orders) continue;
      basis.orders += (basis.orders.empty() ? "" : "+") + source.key;
      basis.versions += (basis.versions.empty() ? "" : "+") + std::to_string(source.import);
    }
    return basis;
  }

  // The share of an earlier bill that was not reckoned yet, or not with these versions of the orders.
  std::optional<rules::OrderShare> reckon(const FiledShare& filed) {
    auto other = store.find(filed.document_id);
    if (!other || !other->invoice) return std::nullopt;
    return rules::share_of(*other->invoice, rules::is_prepayment(*other->invoice, other->evidence, ""), known.orders);
  }

  // What earlier bills took of the same orders. What came twice counts once, and this invoice itself is told by
  // DUPLICATE_INVOICE.
  void earlier_bills() {
    std::vector<std::string> marks;
    for (const PurchaseOrder& order : known.orders) marks.push_back(order_mark(order.number));
    if (marks.empty())
      for (const std::string& number : known.order_numbers) marks.push_back(order_mark(number));
    if (marks.empty()) return;
    ShareBasis basis = share_basis();
    std::set<std::string> seen{rules::same_bill(invoice)};
    std::vector<FiledShare> fresh;
    auto keep = [&] { store.ledger().keep_shares(basis, std::exchange(fresh, {})); };
    store.ledger().for_each_share(marks, basis, own_order, [&](const FiledShare& filed) {
      if (!counts(filed.document_id, filed.order, filed.state, filed.route)) return;
      auto share = filed.share ? rules::decode_share(*filed.share) : std::nullopt;
      if (!share) {
        share = reckon(filed);
        if (!share) return;
        fresh.push_back(filed);
        fresh.back().share = rules::encode(*share);
        if (fresh.size() == kAtOnce) keep();
      }
      if (!share->same.empty() && !seen.insert(share->same).second) return;
      known.earlier.add(filed.document_id, *share);
    });
    if (!fresh.empty()) keep();
  }

  void calendar() {
    known.periods_loaded = data().loaded(MasterKind::periods);
    known.limits_loaded = data().loaded(MasterKind::limits);
    if (known.periods_loaded)
      for (const MasterItem& item : find(MasterKind::periods, {"all"})) known.periods.push_back(period_from(item.rows));
    if (known.limits_loaded)
      for (const MasterItem& item : find(MasterKind::limits, {"currency:" + invoice.currency}))
        known.limits.push_back(limit_from(item.rows));
  }
};

}  // namespace

rules::Known gather_known(const Record& record, Store* store, const Date& today) {
  if (store == nullptr || !record.invoice) return {};
  std::int64_t order = store->arrival_order(record.id);
  // Not in the store: everything there came first.
  Gathering gathering{record, *record.invoice, *store, today, order == 0 ? INT64_MAX : order};
  gathering.known.missing.clear();
  gathering.entities();
  gathering.seller();
  gathering.sanctions();
  gathering.orders();
  gathering.calendar();
  gathering.bills();
  return std::move(gathering.known);
}

}  // namespace ap
