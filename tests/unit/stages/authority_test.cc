#include "stages/authority.h"

#include <doctest/doctest.h>

#include "bill_kit.h"

using namespace ap;
using namespace ap::test;

namespace {

Authority office(const std::vector<std::string>& limits) {
  AuthorityRules rules;
  rules.groups = {{Role::clerk, {"clerks"}},
                  {Role::approver, {"approvers", "directors"}},
                  {Role::auditor, {"auditors"}},
                  {Role::administrator, {"admins"}}};
  for (const std::string& limit : limits) REQUIRE(add_limit(rules.approvals, limit));
  REQUIRE(add_limit(rules.adjustments, "*=10000"));
  REQUIRE(add_percentage(rules.variances, "10"));
  return Authority(rules);
}

bool approves(const Authority& authority, const Person& person, const char* gross, const char* currency) {
  Record record = bill("RE-1");
  set(record, "totals.gross", gross);
  set(record, "currency", currency);
  return authority.may_approve(person, record).has_value();
}

}  // namespace

TEST_CASE("without roles everybody may do everything") {
  Authority nobody;
  for (Act act : {Act::read, Act::correct, Act::approve, Act::import, Act::void_batch})
    CHECK(nobody.may({"ann", {}}, act, "it"));
  CHECK(nobody.may_approve({"ann", {}}, Record()));
}

TEST_CASE("a role may do what is its own, and auditors and administrators never more") {
  Authority authority = office({});
  auto may = [&](std::vector<std::string> groups, Act act) {
    return authority.may({"ann", std::move(groups)}, act, "it").has_value();
  };
  CHECK(may({"clerks"}, Act::correct));
  CHECK(may({"clerks"}, Act::reject));
  CHECK_FALSE(may({"clerks"}, Act::approve));
  CHECK_FALSE(may({"clerks"}, Act::release));
  CHECK(may({"approvers"}, Act::approve));
  CHECK_FALSE(may({"approvers"}, Act::correct));
  CHECK_FALSE(may({"approvers"}, Act::import));
  CHECK(may({"admins"}, Act::import));
  CHECK_FALSE(may({"admins"}, Act::approve));
  CHECK_FALSE(may({"admins", "approvers"}, Act::approve));
  CHECK(may({"auditors"}, Act::read));
  CHECK_FALSE(may({"auditors", "clerks", "approvers"}, Act::correct));
  CHECK_FALSE(may({"auditors", "approvers"}, Act::approve));
  CHECK_FALSE(may({}, Act::read));
}

TEST_CASE("a refusal names the user, the role with its groups, and what to do") {
  auto refused = office({}).may({"ann", {"clerks"}}, Act::approve, "document 1234");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permission);
  CHECK(refused.error().message ==
        "ann may not approve document 1234: that needs the role approver (group approvers or directors), and ann has "
        "only "
        "clerk; ask somebody who has it");
}

TEST_CASE("a limit holds in its currency, to the cent, and where there is none nothing is approved") {
  Authority authority = office({"EUR=119.00", "@directors:EUR=any", "zoe:EUR=10", "zoe:USD=500"});
  Person ann{"ann", {"approvers"}}, dora{"dora", {"directors"}}, zoe{"zoe", {"directors"}};
  CHECK(approves(authority, ann, "119.00", "EUR"));
  CHECK_FALSE(approves(authority, ann, "119.01", "EUR"));
  CHECK_FALSE(approves(authority, ann, "1.00", "USD"));
  CHECK_FALSE(approves(authority, ann, "", "EUR"));
  CHECK_FALSE(approves(authority, ann, "1.00", ""));
  CHECK(approves(authority, dora, "9999999.00", "EUR"));
  CHECK_FALSE(approves(authority, zoe, "11.00", "EUR"));  // a user's own stands before the group's
  CHECK(approves(authority, zoe, "11.00", "USD"));
  CHECK_FALSE(approves(office({}), ann, "1.00", "EUR"));
}

TEST_CASE("the larger of total and payable counts against a limit") {
  Record record = bill("RE-1");
  set(record, "totals.payable", "500.00");
  CHECK(amount_of(record) == Decimal(500));
  CHECK_FALSE(office({"EUR=200"}).may_approve({"ann", {"approvers"}}, record));
}

TEST_CASE("a limit that cannot be read is refused with what is wrong") {
  LimitTable rules;
  for (const char* wrong : {"EUR", "eur=5", "EUR=-5", "EUR=x", ":EUR=5", "@:EUR=5", "EURO=5", ""})
    CHECK_FALSE(add_limit(rules, wrong));
  CHECK(add_limit(rules, "EUR=any"));
  CHECK(add_limit(rules, "*=5"));
  for (const char* wrong : {"", "-1", "ten", ":5", "@:5", "EUR=5", "any:"}) CHECK_FALSE(add_percentage(rules, wrong));
  for (const char* right : {"0", "10", "12.5", "ann:any", "@directors:25"}) CHECK(add_percentage(rules, right));
}

namespace {

// What a gross of 50,000 becomes, whose currency is "EUR".
std::expected<void, Refusal> adjusts(const Authority& authority, const Person& person, const char* to,
                                     const char* currency = "EUR") {
  Record before = bill("RE-1"), after = before;
  set(before, "totals.gross", "50000.00");
  set(after, "totals.gross", to);
  for (Record* record : {&before, &after}) set(*record, "currency", currency);
  return authority.may_adjust(person, after, largest_adjustment(before, after, {}));
}

}  // namespace

TEST_CASE("an amount may be adjusted up to a limit in its currency, to the cent") {
  AuthorityRules rules;
  rules.groups = {{Role::clerk, {"clerks", "seniors"}}};
  for (const char* entry : {"EUR=10000", "*=500", "@seniors:EUR=40000", "zoe:EUR=any"})
    REQUIRE(add_limit(rules.adjustments, entry));
  Authority authority(rules);
  Person ann{"ann", {"clerks"}}, sam{"sam", {"clerks", "seniors"}}, zoe{"zoe", {"clerks"}};
  for (const char* fine : {"50000.00", "60000.00", "40000.00", "50000.01"}) CHECK(adjusts(authority, ann, fine));
  for (const char* far : {"60000.01", "39999.99", "-10000.00", ""}) CHECK_FALSE(adjusts(authority, ann, far));
  CHECK(adjusts(authority, sam, "10000.00"));
  CHECK_FALSE(adjusts(authority, sam, "9999.99"));
  CHECK(adjusts(authority, zoe, "1.00"));
  CHECK(adjusts(authority, ann, "49500.00", "JPY"));
  CHECK_FALSE(adjusts(authority, ann, "49499.00", "JPY"));
  CHECK(adjusts(Authority(), ann, "1.00"));  // a firm of one person
  CHECK(adjusts(authority, ann, "39999.99").error().message ==
        "ann may not correct totals.gross of document " + bill("RE-1").id.substr(0, 12) +
            " from 50000.00 to 39999.99: that adjusts it by 10000.01 EUR, and ann may adjust amounts by up to 10000 "
            "EUR (authority.adjustments); reject the document and ask for a right one, or ask zoe, or a member of the "
            "group seniors");
}

TEST_CASE("another currency, or a credit note made an invoice, adjusts the whole amount") {
  Record before = bill("RE-1"), after = before;
  set(after, "currency", "JPY");
  CHECK(largest_adjustment(before, after, {})->by == Decimal(119));
  after = before;
  set(after, "type", "credit_note");
  CHECK(largest_adjustment(before, after, {})->by == Decimal(238));
  after = before;
  set(after, "number", "RE-2");
  set(after, "lines[0].quantity", "5000");
  set(after, "totals.prepaid", "90000.00");  // was not read, so that it differs from nothing
  CHECK_FALSE(largest_adjustment(before, after, {}));
  CHECK(largest_adjustment(before, after, {{"totals.prepaid", "1.00"}})->by == Decimal(89999));
}

TEST_CASE("what differs is approved within a variance, and a cent beyond it is not") {
  AuthorityRules rules;
  rules.groups = {{Role::approver, {"approvers", "directors"}}};
  REQUIRE(add_limit(rules.approvals, "*=any"));
  for (const char* entry : {"10", "@directors:any"}) REQUIRE(add_percentage(rules.variances, entry));
  Authority authority(rules);
  Person ann{"ann", {"approvers"}}, dora{"dora", {"directors"}};
  auto approves = [&](const Person& person, const char* expected, const char* actual, const char* rule) {
    Record record = bill("RE-1");
    record.findings = {{"controls", rule, Severity::error, "totals.net", "", "it differs", expected, actual}};
    return authority.may_approve(person, record);
  };
  CHECK(approves(ann, "1000.00", "1100.00", "PO_AMOUNT_MISMATCH"));
  CHECK(approves(ann, "1000.00", "900.00", "TOTAL_MISMATCH"));
  CHECK_FALSE(approves(ann, "1000.00", "1100.01", "PO_AMOUNT_MISMATCH"));
  CHECK_FALSE(approves(ann, "30000000000000", "33000000000000.01", "PO_AMOUNT_MISMATCH"));
  CHECK_FALSE(approves(ann, "0.00", "1.00", "PO_QUANTITY_MISMATCH"));  // nothing is open any more
  CHECK_FALSE(approves(ann, "-5", "1", "PO_QUANTITY_MISMATCH"));
  CHECK(approves(dora, "0.00", "1.00", "PO_QUANTITY_MISMATCH"));
  CHECK(approves(dora, "1000.00", "9000.00", "PO_AMOUNT_MISMATCH"));
  CHECK(approves(ann, "open", "closed", "PO_AMOUNT_MISMATCH"));  // no figures
  CHECK(approves(ann, "100", "900", "AMOUNT_ANOMALY"));          // no variance of this kind
  CHECK(
      approves(ann, "1000.00", "1250.00", "PO_AMOUNT_MISMATCH").error().message ==
      "ann may not approve document " + bill("RE-1").id.substr(0, 12) +
          " with PO_AMOUNT_MISMATCH: 1250.00 instead of 1000.00, it is off by 25.0 %, and ann may accept up to "
          "10 % (authority.variances); have it corrected if it was misread, or ask the seller for a right one; to have "
          "it accepted, ask a member of the group directors");
}

TEST_CASE("a policy's gate wants a member of the group that it names") {
  Authority authority = office({});
  CHECK(authority.stands_for({"ann", {"approvers", "manager"}}, "manager"));
  CHECK_FALSE(authority.stands_for({"ann", {"approvers"}}, "manager"));
  CHECK(authority.stands_for({"ann", {"approvers"}}, "approver"));
  CHECK(Authority().stands_for({"ann", {}}, "approver"));  // without roles everybody has them
  CHECK_FALSE(Authority().stands_for({"ann", {}}, "manager"));
  CHECK(authority.may_approve({"ann", {"approvers"}}, Record()).error().message.find("no total") != std::string::npos);
}
