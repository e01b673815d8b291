#include "stages/expected.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.h"
#include "stages/known_marks.h"

namespace ap {
namespace {

constexpr int kGraceDays = 10;
constexpr std::size_t kLooked = 12;

int whole(const std::optional<Decimal>& value, int standard) {
  return value ? std::stoi(value->rounded(0).str()) : standard;
}

int months_of(const ExpectedBill& bill) { return bill.every == "year" ? 12 : bill.every == "quarter" ? 3 : 1; }

// The given day of a month counted from year 0, or its last where it has fewer.
Date day_in(int month, int wanted) {
  Date first = *Date::from_ymd(month / 12, month % 12 + 1, 1);
  return first.plus_days(std::clamp(wanted, 1, first.end_of_month().day()) - 1);
}

std::vector<Date> dates_of(const ExpectedBill& bill, const Date& today) {
  std::vector<Date> dates;
  if (!bill.start) return dates;
  int wanted = whole(bill.day, 1), step = months_of(bill);
  for (int month = bill.start->year() * 12 + bill.start->month() - 1;; month += step) {
    Date day = day_in(month, wanted);
    if (day > today || (bill.end && day > *bill.end)) break;
    if (day >= *bill.start) dates.push_back(day);
  }
  if (dates.size() > kLooked) dates.erase(dates.begin(), dates.end() - kLooked);
  return dates;
}

// An invoice of the vendor dated in the months that the bill is for.
bool came(Store& store, const std::vector<std::string>& marks, const Date& dated, int months) {
  Date first = dated.plus_days(1 - dated.day());
  Date last = first;
  for (int i = 0; i < months; ++i) last = last.end_of_month().plus_days(1);
  auto bills = store.ledger().bills({.marks = marks, .from = first, .until = last.plus_days(-1)});
  return std::ranges::any_of(bills, [](const FiledBill& filed) {
    return filed.bill.type != InvoiceType::credit_note && filed.state != State::failed &&
           filed.route != Route::reject && filed.route != Route::duplicate;
  });
}

std::string message_of(const MissingBill& one) {
  const ExpectedBill& bill = one.expected;
  std::string amount = bill.amount ? fmt::format(", about {} {}", bill.amount->str(), bill.currency) : "";
  return fmt::format("no invoice of vendor {} dated about {} for {}{}; missing since {}", bill.vendor_id,
                     one.dated.str(), bill.description.empty() ? bill.id : bill.description, amount,
                     one.late_since.str());
}

}  // namespace

std::vector<MissingBill> missing_bills(Store& store, const Date& today) {
  std::vector<MissingBill> missing;
  store.master_data().for_each(MasterKind::expected, today, [&](const MasterItem& item) {
    ExpectedBill bill = expected_from(item.rows);
    std::vector<std::string> marks;
    for (const MasterItem& one : store.master_data().find(MasterKind::vendors, {vendor_mark(bill.vendor_id)}, today))
      for (std::string& mark : vendor_marks(vendor_from(one.rows))) marks.push_back(std::move(mark));
    for (const Date& dated : dates_of(bill, today)) {
      Date late = dated.plus_days(whole(bill.grace_days, kGraceDays) + 1);
      if (late <= today && !came(store, marks, dated, months_of(bill))) missing.push_back({bill, dated, late});
    }
    return true;
  });
  std::ranges::stable_sort(missing, {}, &MissingBill::dated);
  return missing;
}

std::string expected_not_run(Store& store) {
  if (store.master_data().loaded(MasterKind::expected)) return "";
  return "no calendar of recurring bills is loaded; load it with ap-validate import expected FILE";
}

std::string missing_text(const std::vector<MissingBill>& missing) {
  if (missing.empty()) return "nothing that was expected is missing\n";
  std::string text;
  for (const MissingBill& one : missing) text += "EXPECTED_MISSING " + one.expected.id + ": " + message_of(one) + "\n";
  return text;
}

std::string missing_json(const std::vector<MissingBill>& missing) {
  std::string text;
  for (const MissingBill& one : missing)
    text += JsonText()
                .text("rule", "EXPECTED_MISSING")
                .text("severity", "info")
                .text("expected", one.expected.id)
                .text("vendor_id", one.expected.vendor_id)
                .text("dated", one.dated.str())
                .text("missing_since", one.late_since.str())
                .text("message", message_of(one))
                .str() +
            "\n";
  return text;
}

}  // namespace ap
