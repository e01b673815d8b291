// The bills that came, by vendor, order and number: what controls count against limits, orders and prepayments. Kept in
// the store; one conformance suite (tests/conformance/ledger_suite.h) says what every adapter must do. Each call is
// one transaction; safe for use by threads and processes at once; throws what a Store throws.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"

namespace ap {

// What one document adds to the ledger. Marks: core/master_kinds.h, and "number:4711" for the bill's own number.
struct Bill {
  std::string document_id, number, currency;
  InvoiceType type = InvoiceType::invoice;
  bool prepayment = false;
  std::optional<Date> date;  // of issue
  std::optional<Decimal> gross;
  std::vector<std::string> marks;
  bool operator==(const Bill&) const = default;
};

// With what the store knows of the document now.
struct FiledBill {
  Bill bill;               // without its marks
  std::int64_t order = 0;  // of arrival
  State state = State::extracted;
  std::optional<Route> route;
  std::int64_t event = 0;  // that last changed the record
};

struct BillQuery {
  std::vector<std::string> marks;   // any of them
  std::optional<Date> from, until;  // of issue, both included; bills without a date only when neither is given
  int limit = 0;                    // 0: all
};

// Orders that shares were reckoned against, and which versions of them: a share of other versions is of no use.
struct ShareBasis {
  std::string orders, versions;  // "9+10", "3+4"
};

// A bill that names an order, with what it takes of it as somebody reckoned and kept it (text of the stage's own).
struct FiledShare {
  std::string document_id;
  std::int64_t order = 0;  // of arrival
  State state = State::extracted;
  std::optional<Route> route;
  std::int64_t event = 0;            // that last changed the record
  std::optional<std::string> share;  // nullopt: none was kept, or the order or the record has changed since
};

class BillLedger {
 public:
  virtual ~BillLedger() = default;
  // Replaces what was noted for the document, which must be in the store; otherwise nothing happens.
  virtual void note(const Bill& bill) = 0;
  // Each document once, the latest issued first, then the latest arrived.
  virtual std::vector<FiledBill> bills(const BillQuery& query) = 0;

  // Bills that bear one of the marks and arrived before number `before`, each once, in order of arrival. Bills without
  // a share do not say what they took: the caller reckons it and keeps it.
  virtual void for_each_share(const std::vector<std::string>& marks, const ShareBasis& basis, std::int64_t before,
                              const std::function<void(const FiledShare&)>& visit) = 0;
  // Replaces what was kept for the document and these orders. `filed` says of which state of the record it is.
  virtual void keep_shares(const ShareBasis& basis, const std::vector<FiledShare>& filed) = 0;
};

}  // namespace ap
