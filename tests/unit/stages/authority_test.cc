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
  for (const std::string& limit : limits) REQUIRE(add_limit(rules, limit));
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
  AuthorityRules rules;
  for (const char* wrong : {"EUR", "eur=5", "EUR=-5", "EUR=x", ":EUR=5", "@:EUR=5", "EURO=5", ""})
    CHECK_FALSE(add_limit(rules, wrong));
  CHECK(add_limit(rules, "EUR=any"));
}

TEST_CASE("a policy's gate wants a member of the group that it names") {
  Authority authority = office({});
  CHECK(authority.stands_for({"ann", {"approvers", "manager"}}, "manager"));
  CHECK_FALSE(authority.stands_for({"ann", {"approvers"}}, "manager"));
  CHECK(authority.stands_for({"ann", {"approvers"}}, "approver"));
  CHECK(Authority().stands_for({"ann", {}}, "manager"));
}
