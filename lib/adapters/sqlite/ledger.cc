#include "adapters/sqlite/ledger.h"

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <unordered_set>

namespace ap::sqlite {
namespace {

constexpr std::int64_t kNoDate = -1'000'000, kForever = 1'000'000;

std::optional<std::string> text_of(const std::optional<Decimal>& value) {
  return value ? std::optional(value->str()) : std::nullopt;
}

FiledBill read(const Statement& row) {
  FiledBill filed;
  filed.bill = {.document_id = row.text(0),
                .number = row.text(1),
                .currency = row.text(2),
                .type = invoice_type_from(row.text(3)).value_or(InvoiceType::invoice),
                .prepayment = row.integer(4) != 0,
                .date = std::nullopt,
                .gross = Decimal::parse(row.text(6)),
                .marks = {}};
  if (row.integer(5) != kNoDate) filed.bill.date = Date::from_days(static_cast<int>(row.integer(5)));
  filed.order = row.integer(7);
  filed.state = state_from(row.text(8)).value_or(State::extracted);
  filed.route = route_from(row.text(9));
  filed.event = row.integer(10);
  return filed;
}

}  // namespace

void SqliteLedger::note(const Bill& bill) {
  std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  {
    auto known = database_.prepare("SELECT 1 FROM documents WHERE id = ?");
    if (!known.bind(bill.document_id).step()) return;
  }
  std::int64_t day = bill.date ? bill.date->days() : kNoDate;
  database_.prepare("DELETE FROM bill_marks WHERE document_id = ?").bind(bill.document_id).run();
  database_
      .prepare(
          "INSERT OR REPLACE INTO bills (document_id, number, currency, type, prepayment, day, gross) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(bill.document_id, bill.number, bill.currency, to_string(bill.type), bill.prepayment, day,
            text_of(bill.gross))
      .run();
  for (const std::string& mark : bill.marks)
    database_.prepare("INSERT OR IGNORE INTO bill_marks (mark, day, document_id) VALUES (?, ?, ?)")
        .bind(mark, day, bill.document_id)
        .run();
  transaction.commit();
}

std::vector<std::string> SqliteLedger::bearers(const BillQuery& query) {
  bool dated = query.from || query.until;
  std::int64_t first = query.from ? query.from->days() : dated ? kNoDate + 1 : kNoDate;
  std::int64_t last = query.until ? query.until->days() : kForever;
  std::unordered_set<std::string> seen;
  std::vector<std::string> ids;
  for (const std::string& mark : query.marks) {
    if (mark.empty()) continue;
    auto rows = database_.prepare(
        "SELECT document_id FROM bill_marks WHERE mark = ?1 AND day >= ?2 AND day <= ?3 ORDER BY day");
    for (rows.bind(mark, first, last); rows.step();)
      if (auto [id, fresh] = seen.insert(rows.text(0)); fresh) ids.push_back(*id);
  }
  return ids;
}

// The same bills bear several marks; each is looked up once, and of its document the index alone is read: the row is as
// long as the record.
std::vector<FiledBill> SqliteLedger::bills(const BillQuery& query) {
  std::lock_guard lock(mutex_);
  std::vector<FiledBill> found;
  ReadSnapshot snapshot(database_);
  for (const std::string& id : bearers(query)) {
    auto row = database_.prepare(
        "SELECT b.document_id, b.number, b.currency, b.type, b.prepayment, b.day, b.gross, d.seq, d.state, d.route, "
        "d.event FROM bills b JOIN documents d INDEXED BY documents_facts ON d.id = b.document_id "
        "WHERE b.document_id = ?");
    if (row.bind(id).step()) found.push_back(read(row));
  }
  std::ranges::stable_sort(found, [](const FiledBill& a, const FiledBill& b) {
    return a.bill.date != b.bill.date ? a.bill.date > b.bill.date : a.order > b.order;
  });
  if (query.limit > 0 && found.size() > static_cast<std::size_t>(query.limit))
    found.erase(found.begin() + query.limit, found.end());
  return found;
}

// One walk along the marks of an order; of each bill two rows are looked up and no record is read.
void SqliteLedger::for_each_share(const std::vector<std::string>& marks, const ShareBasis& basis, std::int64_t before,
                                  const std::function<void(const FiledShare&)>& visit) {
  std::vector<FiledShare> found;
  {
    std::lock_guard lock(mutex_);
    for (const std::string& mark : marks) {
      if (mark.empty()) continue;
      auto rows = database_.prepare(
          "SELECT d.id, d.seq, d.state, d.route, d.event, s.share FROM bill_marks m "
          "JOIN documents d INDEXED BY documents_facts ON d.id = m.document_id "
          "LEFT JOIN bill_shares s ON s.document = d.seq AND s.orders = ?3 AND s.versions = ?4 AND s.event = d.event "
          "WHERE m.mark = ?1 AND d.seq < ?2");
      for (rows.bind(mark, before, basis.orders, basis.versions); rows.step();)
        found.push_back({rows.text(0), rows.integer(1), state_from(rows.text(2)).value_or(State::extracted),
                         route_from(rows.text(3)), rows.integer(4),
                         rows.is_null(5) ? std::nullopt : std::optional(rows.text(5))});
    }
  }
  std::ranges::sort(found, {}, &FiledShare::order);
  auto twice = std::ranges::unique(found, {}, &FiledShare::order);
  found.erase(twice.begin(), twice.end());
  for (const FiledShare& filed : found) visit(filed);
}

void SqliteLedger::keep_shares(const ShareBasis& basis, const std::vector<FiledShare>& filed) {
  std::lock_guard lock(mutex_);
  if (sqlite3_db_readonly(database_.handle(), "main") == 1) return;  // reckoned again by the next
  Transaction transaction(database_);
  for (const FiledShare& one : filed)
    if (one.share)
      database_
          .prepare(
              "INSERT OR REPLACE INTO bill_shares (document, orders, versions, event, share) "
              "SELECT seq, ?2, ?3, ?4, ?5 FROM documents WHERE id = ?1")
          .bind(one.document_id, basis.orders, basis.versions, one.event, *one.share)
          .run();
  transaction.commit();
}

}  // namespace ap::sqlite
