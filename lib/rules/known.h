// What master data and earlier bills say about one invoice: gathered by the stage with a few indexed queries, looked at
// by the controls. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/master_data.h"
#include "core/master_kinds.h"
#include "rules/order_history.h"

namespace ap::rules {

// Where an item of master data comes from: the import that brought the version in force, and the day of the first one.
struct MasterSource {
  MasterKind kind = MasterKind::vendors;
  std::string key;
  std::int64_t import = 0;
  std::optional<Date> first;
};

// A vendor that may be the seller, and how well it fits.
struct VendorCandidate {
  std::string id, name;
  int score = 0;    // thousandths
  std::string why;  // "name 82 % alike, other tax number DE1"
};

// Who the seller is among our vendors.
struct VendorChoice {
  std::optional<Vendor> vendor;
  std::string how;                          // "tax number DE101922587", "account DE42...", "name, 100 % alike"
  int score = 0;                            // thousandths
  std::string why_not;                      // without vendor: what stood in the way, "" when nothing came near
  std::vector<VendorCandidate> candidates;  // the nearest, best first, at most three
};

// An earlier bill, as the ledger has it.
struct PastBill {
  std::string document_id, number, currency;
  InvoiceType type = InvoiceType::invoice;
  bool prepayment = false;
  std::optional<Date> date;
  std::optional<Decimal> gross;
};

struct Known {
  // Why nobody could look anything up; "" when somebody did.
  std::string missing = "no store is set, so master data and earlier invoices are not known";
  // Which kinds were ever loaded.
  bool entities_loaded = false, vendors_loaded = false, orders_loaded = false, receipts_loaded = false,
       periods_loaded = false, limits_loaded = false, sanctions_loaded = false;

  std::vector<MasterSource> sources;  // of what stands below
  std::vector<OwnEntity> entities;    // of ours that may be buyer or seller
  VendorChoice seller;
  std::vector<VendorAccount> accounts;   // of the vendor, whatever their dates
  std::vector<std::string> iban_owners;  // vendors that have the stated account on file
  std::vector<SanctionEntry> sanctions;  // entries that may concern seller, payee, bank or country

  std::vector<std::string> order_numbers;  // that the document names
  std::vector<std::string> unknown_orders;
  std::vector<PurchaseOrder> orders;
  std::vector<PurchaseOrder> open_orders;  // of the vendor, where the document names none that exists; a few
  std::vector<GoodsReceipt> receipts;      // of `orders`
  OrderHistory earlier;                    // what was billed before for `orders`
  // For each line of the invoice its line of `orders` (controls/order_lines.h), made once for all controls; of another
  // number of lines than the invoice has: not made.
  std::vector<std::optional<OrderPlace>> links;

  std::vector<PastBill> vendor_bills;     // of the year before the issue date (and up to it), latest first
  std::vector<PastBill> preceding_bills;  // with the number that a credit note names
  std::vector<PastBill> credits;          // earlier credit notes for the same
  std::vector<PostingPeriod> periods;
  std::vector<ApprovalLimit> limits;  // of the currency
};

}  // namespace ap::rules
