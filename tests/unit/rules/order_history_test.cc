#include "rules/order_history.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace ap;
using namespace ap::rules;
using namespace ap::rules::test;

namespace {

// good_invoice() bills 2 of line 1 of PO-9, for 100.00.
OrderShare share(const std::string& invoice_number, InvoiceType type = InvoiceType::invoice, bool prepayment = false) {
  Invoice invoice = good_invoice();
  invoice.number = invoice_number;
  invoice.type = type;
  return share_of(invoice, prepayment, good_known().orders);
}

}  // namespace

TEST_CASE("a share is what an invoice takes of its orders, and a line of text") {
  OrderShare one = share("RE-1");
  REQUIRE(one.parts.size() == 1);
  CHECK(one.parts[0].place == OrderPlace{0, 0});
  CHECK(one.parts[0].quantity == number("2"));
  CHECK(one.parts[0].amount == number("100.00"));
  CHECK(decode_share(encode(one)) == one);
  OrderShare back = share("GS-1", InvoiceType::credit_note);
  CHECK(back.parts[0].amount == number("-100.00"));
  CHECK(decode_share(encode(back)) == back);
  CHECK(share("AZ-1", InvoiceType::invoice, true).parts.empty());
  CHECK(decode_share(encode(share("AZ-1", InvoiceType::invoice, true)))->prepayment);
  Invoice nothing;
  OrderShare empty = share_of(nothing, false, {});
  CHECK(empty.same.empty());
  CHECK(decode_share(encode(empty)) == empty);
}

TEST_CASE("numbers cannot break the text of a share, and what is no share is none") {
  OrderShare odd = share(
      "RE\x1f"
      "1\n");
  CHECK(odd.number == "RE1");
  CHECK(decode_share(encode(odd)) == odd);
  std::string text = encode(odd);
  CHECK_FALSE(decode_share(""));
  CHECK_FALSE(decode_share("2" + text.substr(1)));
  CHECK_FALSE(decode_share(text.substr(0, text.rfind('\x1f'))));
  CHECK_FALSE(decode_share(text + ":1"));
  CHECK_FALSE(decode_share(text + " x:0:1:1"));
}

TEST_CASE("ten thousand earlier invoices are added up to the last cent, and told in a sentence") {
  OrderHistory all;
  OrderShare one = share("RE-1");
  one.parts[0].amount = number("0.01");
  one.parts[0].quantity = number("0.001");
  for (int i = 0; i < 10000; ++i) all.add("id", one);
  const Taken& taken = all.of({0, 0});
  CHECK(taken.amount == number("100.00"));
  CHECK(taken.quantity == number("10"));
  CHECK(all.count == 10000);
  CHECK(all.bills.size() == OrderHistory::kListed);
  CHECK(taken.by.text().ends_with("RE-1 and 9990 more"));
  CHECK(all.of({0, 1}).amount.is_zero());
  one.parts[0].quantity.reset();
  all.add("id", one);
  all.add("id", share("RE-2"));
  CHECK_FALSE(all.of({0, 0}).quantity);  // once it is not known it stays so
}

TEST_CASE("ten names are told, the eleventh is counted") {
  NameList names;
  CHECK(names.empty());
  for (int i = 0; i < 10; ++i) names.add("n");
  CHECK(names.text() == "n, n, n, n, n, n, n, n, n, n");
  names.add("n");
  CHECK(names.text() == "n, n, n, n, n, n, n, n, n, n and 1 more");
}

TEST_CASE("prepayments take nothing, and what was deducted since is counted") {
  OrderHistory all;
  all.add("a", share("AZ-1", InvoiceType::invoice, true));
  CHECK(all.prepaid == number("119.00"));
  CHECK(all.prepayments.text() == "AZ-1 of 119.00");
  CHECK(all.net.is_zero());
  Invoice final = good_invoice();
  set(final, "totals.prepaid", "119.00");
  all.add("b", share_of(final, false, good_known().orders));
  all.add("c", share("GS-1", InvoiceType::credit_note));
  CHECK(all.deducted == number("119.00"));
  CHECK(all.net.is_zero());  // one invoice and one credit note of the same amount
  CHECK(all.of({0, 0}).quantity == number("0"));
}
