#include "adapters/sqlite/ledger.h"

#include <algorithm>
#include <set>

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

std::vector<FiledBill> SqliteLedger::bills(const BillQuery& query) {
  std::lock_guard lock(mutex_);
  std::set<std::string> seen;
  std::vector<FiledBill> found;
  bool dated = query.from || query.until;
  for (const std::string& mark : query.marks) {
    if (mark.empty()) continue;
    auto rows = database_.prepare(
        "SELECT b.document_id, b.number, b.currency, b.type, b.prepayment, b.day, b.gross, d.seq, d.state, d.route "
        "FROM bill_marks m JOIN bills b ON b.document_id = m.document_id JOIN documents d ON d.id = m.document_id "
        "WHERE m.mark = ?1 AND m.day >= ?2 AND m.day <= ?3 ORDER BY m.day DESC, d.seq DESC");
    rows.bind(mark,
              query.from ? query.from->days()
              : dated    ? kNoDate + 1
                         : kNoDate,
              query.until ? query.until->days() : kForever);
    while (rows.step())
      if (seen.insert(rows.text(0)).second) found.push_back(read(rows));
  }
  std::ranges::stable_sort(found, [](const FiledBill& a, const FiledBill& b) {
    return a.bill.date != b.bill.date ? a.bill.date > b.bill.date : a.order > b.order;
  });
  if (query.limit > 0 && found.size() > static_cast<std::size_t>(query.limit))
    found.erase(found.begin() + query.limit, found.end());
  return found;
}

}  // namespace ap::sqlite
