#include "stages/sod.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bill_kit.h"
#include "stages/review.h"

using namespace ap;
using namespace ap::test;

namespace {

struct Town : People {
  std::map<std::string, std::vector<std::string>> users;
  Person acting() override { return {"x", {}}; }
  std::optional<Person> find(std::string_view user) override {
    auto found = users.find(std::string(user));
    return found == users.end() ? std::nullopt : std::optional(Person{found->first, found->second});
  }
  std::vector<std::string> members(std::string_view group) override {
    std::vector<std::string> names;
    for (const auto& [name, groups] : users)
      if (std::ranges::find(groups, group) != groups.end()) names.push_back(name);
    return names;
  }
};

struct Office {
  Office() { load_master(store); }
  StillClock clock;
  memory::MemoryStore store;
  Town town;
  ValidatePorts ports{clock, &store};

  Review as(const char* name) { return Review(ports, acting_as(name)); }
  std::string take(const char* number) {
    Record record = bill(number);
    set(record, "totals.gross", "120.00");
    put(store, record);
    Record done = validate(record, ports, {});
    REQUIRE(store.update(done, record.state, Event{0, "validate", "validated", ""}));
    return record.id;
  }
  std::vector<std::string> codes() {
    std::vector<std::string> out;
    for (const DutyConflict& conflict : duty_conflicts(store, town, Authority()))
      if (conflict.did) out.push_back(conflict.user + " " + conflict.code);
    return out;
  }
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("who acted and may not by today's groups, or is no user here, is named") {
  Office office;
  office.town.users = {{"anna", {"clerks"}}, {"bert", {"approvers"}}, {"carl", {"clerks"}}};
  std::string one = office.take("RE-1"), two = office.take("RE-2");
  REQUIRE(office.as("anna").correct(one, {{"totals.gross", "119.00"}}));
  REQUIRE(office.as("bert").approve(one, ""));
  AuthorityRules rules;
  rules.groups = {{Role::clerk, {"clerks"}}, {Role::approver, {"approvers"}}};
  auto did = [&] {
    Codes out;
    for (const DutyConflict& conflict : duty_conflicts(office.store, office.town, Authority(rules)))
      if (conflict.did) out.push_back(conflict.user + ": " + conflict.message);
    return out;
  };
  CHECK(did().empty());
  REQUIRE(office.as("carl").approve(two, "agreed"));
  CHECK(did() == Codes{"carl: approved documents, and by today's groups may not"});
  office.town.users.erase("bert");
  CHECK(did().front() == "bert: approved documents, and by today's groups there is no such user");
}

TEST_CASE("who did his own duty only is no conflict") {
  Office office;
  std::string id = office.take("RE-1");
  REQUIRE(office.as("anna").correct(id, {{"totals.gross", "119.00"}}));
  REQUIRE(office.as("bert").approve(id, ""));
  CHECK(office.codes().empty());
}

TEST_CASE("who corrected one document of a vendor and approved another is named with it") {
  Office office;
  std::string one = office.take("RE-1"), two = office.take("RE-2");
  REQUIRE(office.as("anna").correct(one, {{"totals.gross", "119.00"}}));
  REQUIRE(office.as("anna").approve(two, "agreed"));
  CHECK(office.codes() == Codes{"anna corrected-and-approved-vendor"});
  auto conflicts = duty_conflicts(office.store, office.town, Authority());
  CHECK(conflicts[0].documents == Codes{two});
  CHECK(duty_text(conflicts).find("anna         corrected-and-approved-vendor") != std::string::npos);
  CHECK(duty_json(conflicts[0]).find(R"("how":"did","user":"anna")") != std::string::npos);
}

TEST_CASE("who imported a vendor and approved a payment to it is named, also when the import was taken back") {
  Office office;
  std::string id = office.take("RE-1");
  office.store.master_data().revert(2, "wrong", "ann", 5);
  REQUIRE(office.as("ann").approve(id, "agreed"));  // load_master() imports as ann
  CHECK(office.codes() == Codes{"ann imported-and-approved"});
}

TEST_CASE("who put in an account and approved another document that is paid to it is named") {
  Office office;
  std::string one = office.take("RE-1"), two = office.take("RE-2");
  const char* iban = "DE89370400440532013000";
  REQUIRE(office.as("anna").correct(one, {{"payment.iban", iban}}));
  REQUIRE(office.as("bert").correct(two, {{"payment.iban", iban}}));
  // Both are held for the account; it comes on file, and each is validated again.
  MasterRow row{{"vendor_id", "V1"}, {"iban", iban}};
  office.store.master_data().import({.kind = MasterKind::accounts,
                                     .items = {{master_key(MasterKind::accounts, row), {row}}},
                                     .today = *Date::from_ymd(2026, 11, 22),
                                     .source = "test",
                                     .actor = "carl"});
  Record again = validate(*office.store.find(two), office.ports, {});
  REQUIRE(office.store.update(again, State::validated, Event{0, "validate", "validated", ""}));
  REQUIRE(office.as("anna").approve(two, "agreed"));
  Codes codes = office.codes();
  CHECK(std::ranges::find(codes, "anna bank-and-approved") != codes.end());
}

TEST_CASE("who could hold conflicting duties is found by groups") {
  Office office;
  office.town.users = {{"anna", {"c"}}, {"both", {"a", "c"}}, {"chief", {"a", "m"}}, {"audra", {"u", "c"}}};
  AuthorityRules rules;
  rules.groups = {{Role::clerk, {"c"}}, {Role::approver, {"a"}}, {Role::auditor, {"u"}}, {Role::administrator, {"m"}}};
  Codes codes;
  for (const DutyConflict& conflict : duty_conflicts(office.store, office.town, Authority(rules)))
    codes.push_back(conflict.user + " " + conflict.code);
  CHECK(codes == Codes{"audra auditor-and-other", "both clerk-and-approver", "chief approver-and-administrator"});
}
