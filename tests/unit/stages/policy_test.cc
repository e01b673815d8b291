#include "rules/policy/policy.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bill_kit.h"
#include "rules/controls/basis.h"
#include "stages/adoption.h"
#include "stages/authority.h"
#include "stages/baseline.h"
#include "stages/explain_decision.h"
#include "stages/review.h"
#include "stages/validate.h"

using namespace ap;
using namespace ap::test;

namespace {

rules::When when(const char* text) { return {{*rules::parse_condition(text)}, {}}; }

struct Desk {
  Desk() {
    load_master(store);
    policy->name = "test";
    policy->version = "7";
    policy->digest = std::string(64, 'd');
  }
  void gate(const char* name, const char* text, rules::GateAction action, const char* role = "") {
    policy->gates.push_back({name, when(text), action, role, "", 9});
  }
  void route(const char* code, rules::RouteAction action) {
    policy->routes.push_back({{rules::Pattern(code)}, code, {}, action, std::nullopt, 5});
  }
  Record run(Record record) {
    ValidateOptions options;
    options.policy = policy;
    return validate(std::move(record), {clock, &store}, options);
  }

  StillClock clock;
  memory::MemoryStore store;
  std::shared_ptr<rules::Policy> policy = std::make_shared<rules::Policy>();
};

const Finding* find(const Record& record, const char* rule) {
  auto found = std::ranges::find(record.findings, rule, &Finding::rule);
  return found == record.findings.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a policy that says nothing changes nothing but the name in the decision") {
  Desk desk;
  Record record = desk.run(bill("RE-1"));
  CHECK(record.route() == Route::approve);
  CHECK(record.decision->policy.starts_with("test 7 dddddddddddd; controls/2 "));
}

TEST_CASE("limits of a policy take the place of those below, cases go over them") {
  Desk desk;  // 119.00 EUR
  desk.policy->limits = {{"amount_limit", {"118.99"}, 3}};
  Record record = desk.run(bill("RE-1"));
  REQUIRE(find(record, "EXCESSIVE_AMOUNT"));
  CHECK(record.route() == Route::review);
  desk.policy->cases = {{"muster", when("vendor.id == V1"), {{"amount_limit", {"119.00"}, 6}}, 5}};
  record = desk.run(bill("RE-1"));
  CHECK(record.route() == Route::approve);
  auto limit = std::ranges::find(record.basis.consulted, "validate.amount_limit", &Consulted::name);
  REQUIRE(limit != record.basis.consulted.end());
  CHECK(limit->value == "119.00");
  CHECK(limit->source == "policy test 7, line 6 (case muster: vendor.id = V1)");
  desk.policy->cases[0].when = when("vendor.id == V2");
  CHECK(desk.run(bill("RE-1")).route() == Route::review);
}

TEST_CASE("a general limit of a policy is not undone by limits of currencies below it") {
  Desk desk;
  desk.policy->limits = {{"amount_limit", {"100"}, 3}, {"confidence", {"0.99"}, 4}};
  rules::Settings settings;
  settings.amount_limits = {{"EUR", Decimal(50000)}};
  std::map<std::string, std::string> origins;
  Record record = bill("RE-1");
  rules::Facts facts(desk.clock.today());
  CHECK(rules::apply_limits(*desk.policy, {*record.invoice, facts}, settings, origins).empty());
  CHECK(settings.amount_limits.empty());
  CHECK(settings.confidences.empty());  // type would have stayed at 0.95
  CHECK(settings.confidence == 990);
}

TEST_CASE("a route notes, holds or rejects a code, and locked codes keep holding") {
  Desk desk;
  Record old = bill("RE-1");
  set(old, "issue_date", "2025-01-02");
  CHECK(desk.run(old).route() == Route::review);
  desk.route("OLD_INV*", rules::RouteAction::note);
  Record noted = desk.run(old);
  CHECK(noted.route() == Route::approve);
  CHECK(find(noted, "OLD_INVOICE")->severity == Severity::info);
  CHECK(find(noted, "OLD_INVOICE")->message.ends_with("(info instead of warning by policy test 7, line 5)"));
  desk.policy->routes.clear();
  desk.route("OLD_INVOICE", rules::RouteAction::reject);
  CHECK(desk.run(old).route() == Route::reject);

  Desk strict;
  Record no_lines = bill("RE-2");
  no_lines.invoice->lines.clear();
  CHECK(strict.run(no_lines).route() == Route::approve);
  strict.route("NO_LINE_ITEMS", rules::RouteAction::review);
  CHECK(strict.run(no_lines).route() == Route::review);

  Desk locked;  // the reader of files refuses such a route; were it there, it would do nothing
  locked.route("*", rules::RouteAction::note);
  Record wrong = bill("RE-3");
  set(wrong, "payment.iban", "DE89370400440532013001");
  CHECK(find(locked.run(wrong), "INVALID_IBAN")->severity == Severity::error);
  CHECK(locked.run(wrong).route() == Route::review);
}

TEST_CASE("a gate closes on its condition and says which values closed it") {
  Desk desk;
  desk.gate("BIG", "total >= 119", rules::GateAction::approval, "manager");
  Record record = desk.run(bill("RE-1"));
  CHECK(record.route() == Route::review);
  const Finding* finding = find(record, "BIG");
  REQUIRE(finding);
  CHECK(finding->set == "policy");
  CHECK(finding->path == "policy test 7, line 9");
  CHECK(finding->actual == "total = 119.00");
  CHECK(rules::wanted_role(*finding) == "manager");
  CHECK_FALSE(rules::is_block(*finding));
  CHECK(desk.run(record) == record);  // once more: the same, and the finding only once
  desk.policy->gates[0].when = when("total > 119");
  CHECK(desk.run(bill("RE-1")).route() == Route::approve);

  Desk actions;
  actions.gate("SEEN", "total > 1", rules::GateAction::flag);
  CHECK(actions.run(bill("RE-1")).route() == Route::approve);
  CHECK(find(actions.run(bill("RE-1")), "SEEN")->severity == Severity::warning);
  actions.gate("STOP", "total > 1", rules::GateAction::block);
  CHECK(actions.run(bill("RE-1")).route() == Route::review);
  CHECK(rules::is_block(*find(actions.run(bill("RE-1")), "STOP")));
  actions.gate("AWAY", "total > 1", rules::GateAction::reject);
  CHECK(actions.run(bill("RE-1")).route() == Route::reject);
}

TEST_CASE("only a member of the group that a gate wants may approve, and nobody approves a block away") {
  Desk desk;
  desk.gate("BIG", "total > 1", rules::GateAction::approval, "manager");
  Record record = desk.run(bill("RE-1"));
  Authority nobody_configured;
  CHECK_FALSE(nobody_configured.may_approve({"ann", {"clerks"}}, record));
  CHECK(nobody_configured.may_approve({"bob", {"clerks", "manager"}}, record));
  CHECK(cannot_approve(record).empty());
  desk.gate("STOP", "total > 1", rules::GateAction::block);
  CHECK(cannot_approve(desk.run(bill("RE-1"))) == std::vector<std::string>{"STOP"});
}

TEST_CASE("gates count findings after the routes have had their say") {
  Desk desk;
  desk.gate("WRONG", "findings.errors >= 1", rules::GateAction::flag);
  Record no_lines = bill("RE-1");
  no_lines.invoice->lines.clear();
  CHECK_FALSE(find(desk.run(no_lines), "WRONG"));
  desk.route("NO_LINE_ITEMS", rules::RouteAction::review);
  CHECK(find(desk.run(no_lines), "WRONG"));
}

TEST_CASE("what a policy cannot decide holds the document") {
  Desk desk;
  desk.gate("LATE", "tax_point_date > 2026-12-31", rules::GateAction::flag);
  Record record = desk.run(bill("RE-1"));
  CHECK(record.route() == Route::review);
  REQUIRE(find(record, "POLICY_UNDECIDED"));
  CHECK(find(record, "POLICY_UNDECIDED")->message.find("the document states no tax_point_date") != std::string::npos);

  Desk cases;
  cases.policy->cases = {{"late", when("tax_point_date > 2026-12-31"), {{"amount_limit", {"1"}, 6}}, 5}};
  CHECK(cases.run(bill("RE-1")).route() == Route::review);
  CHECK(find(cases.run(bill("RE-1")), "POLICY_UNDECIDED"));
}

TEST_CASE("the record keeps what each control consulted and what passed") {
  Desk desk;
  put(desk.store, bill("RE-1"));
  Record record = desk.run(bill("RE-1"));
  const Basis& basis = record.basis;
  CHECK(std::ranges::count(basis.passed, "TOTAL_MISMATCH") == 1);
  CHECK(std::ranges::count(basis.passed, "UNKNOWN_VENDOR") == 1);
  auto vendor = std::ranges::find(basis.consulted, "vendor V1", &Consulted::name);
  REQUIRE(vendor != basis.consulted.end());
  CHECK(vendor->source == "vendors, import 2");
  CHECK(vendor->value.find("found by tax number") != std::string::npos);
  CHECK(std::ranges::count(vendor->rules, "UNKNOWN_VENDOR") == 1);
  // A control is in exactly one place: it passed, it found something, or it did not run.
  for (const rules::Rule& rule : rules::controls()) {
    std::string id(rule.info.id);
    CHECK_MESSAGE(rules::consults(id), id);
    bool passed = std::ranges::count(basis.passed, id), failed = find(record, id.c_str());
    bool skipped = std::ranges::count(record.checks->not_run, id, &NotRun::rule);
    CHECK_MESSAGE(passed + failed + skipped == 1, id);
  }
}

TEST_CASE("a decision is explained with values, places and sources") {
  Desk desk;
  desk.gate("BIG", "total > 100", rules::GateAction::approval, "manager");
  Record wrong = bill("RE-1");
  set(wrong, "totals.gross", "120.00");
  wrong.evidence["totals.gross"].page = 1;
  wrong.evidence["totals.gross"].box = Box{5000, 60050, 6000, 61000};
  std::string text = explain_decision(desk.run(wrong), {});
  auto says = [&](const char* part) { CHECK_MESSAGE(text.find(part) != std::string::npos, part, "\n", text); };
  says("invoice RE-1 of Muster & Sohn GmbH over 120.00 EUR");
  says("decision: review, under test 7 dddddddddddd; controls/2");
  says("TOTAL_MISMATCH (controls, error) on totals.gross");
  says("totals.gross = 120.00 (page 1 at 50.0 600.5, confidence 1.000)");
  says("validate.total_tolerance: 0.01 [default]");
  says("BIG (policy, error)");
  says("approval by manager");
  says("what passed");
  says("what did not run");
  says("[vendors, import 2]");
}

TEST_CASE("what is decided under another policy than the store adopted is held, and nobody approves it away") {
  Desk desk;
  ValidateOptions plain, strict;
  strict.policy = desk.policy;
  put(desk.store, bill("RE-1"));
  CHECK_FALSE(adopted(desk.store));
  CHECK(desk.run(bill("RE-1")).route() == Route::approve);
  adopt(desk.store, strict, "adam", 1795000000000);
  CHECK(adopted(desk.store)->ruling.starts_with("test 7 dddddddddddd; controls/2 "));
  CHECK(desk.run(bill("RE-1")).route() == Route::approve);
  Record other = validate(bill("RE-1"), {desk.clock, &desk.store}, plain);
  REQUIRE(find(other, "POLICY_NOT_ADOPTED"));
  CHECK(find(other, "POLICY_NOT_ADOPTED")->message.find("the store adopted test 7") != std::string::npos);
  CHECK(other.route() == Route::review);
  CHECK(find(validate(bill("RE-1"), {desk.clock, nullptr}, plain), "POLICY_NOT_ADOPTED") == nullptr);
  REQUIRE(desk.store.update(other, State::extracted, Event{1, "ann", "validated", ""}));
  Review review({desk.clock, &desk.store}, acting_as("bert"));
  auto refused = review.approve(other.id, "because");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("the store did not adopt") != std::string::npos);
  // Decided again under the adopted one it is free.
  CHECK(desk.run(other).route() == Route::approve);
  // Trying a policy keeps nothing and holds nothing.
  CHECK(find(decide_again(other, {desk.clock, &desk.store}, plain), "POLICY_NOT_ADOPTED") == nullptr);
  strict.settings.old_invoice_days += 1;  // the same policy over other settings is another ruling
  CHECK(find(validate(bill("RE-1"), {desk.clock, &desk.store}, strict), "POLICY_NOT_ADOPTED"));
  give_up_adoption(desk.store, "adam", 1795000000001);
  CHECK_FALSE(adopted(desk.store));
  CHECK(validate(bill("RE-1"), {desk.clock, &desk.store}, plain).route() == Route::approve);
}

TEST_CASE("limits of a case in the policy do not make another ruling of it") {
  Desk desk;
  desk.policy->cases = {{"all", when("currency == EUR"), {{"amount_limit", {"5000"}, 3}}, 2}};
  ValidateOptions options;
  options.policy = desk.policy;
  adopt(desk.store, options, "adam", 1);
  CHECK(desk.run(bill("RE-1")).route() == Route::approve);
}

TEST_CASE("a baseline decided again shows what a policy changes, and keeps what cannot be read again") {
  Desk desk;
  Record before = validate(bill("RE-1"), {desk.clock, &desk.store}, {});
  Record einvoice = bill("RE-2");
  einvoice.extraction->method = "einvoice";
  einvoice = validate(einvoice, {desk.clock, &desk.store}, {});
  einvoice.findings.push_back({.set = "en16931", .rule = "BR-CO-15", .severity = Severity::warning});
  desk.gate("BIG", "total > 100", rules::GateAction::review);
  ValidateOptions options;
  options.policy = desk.policy;
  Record after = decide_again(before, {desk.clock, &desk.store}, options);
  CHECK(before.route() == Route::approve);
  CHECK(after.route() == Route::review);
  CHECK(find(decide_again(einvoice, {desk.clock, &desk.store}, options), "BR-CO-15"));
  before.state = State::exported;
  CHECK(decide_again(before, {desk.clock, &desk.store}, options).route() == Route::review);
}
