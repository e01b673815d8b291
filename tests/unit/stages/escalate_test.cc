#include "stages/escalate.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bill_kit.h"
#include "stages/decision_texts.h"

using namespace ap;
using namespace ap::test;

namespace {

constexpr std::int64_t kHourMs = 3600000;

// A bill in review that came in at 10:00 and is due four hours later, and a policy with one gate that waits.
struct Desk {
  Desk() {
    load_master(store);
    policy->name = "test";
    policy->version = "7";
    policy->text = "[policy]\n";
    policy->digest = sha256_hex(as_bytes(policy->text));
    policy->gates.push_back({"LATE", {}, rules::GateAction::approval, "managers", "", 9, 2});
    options.validate.policy = policy;
    options.due.hours = 4;
    options.actor = "service";
    record = bill("RE-1");
    set(record, "totals.gross", "500.00");  // adds up to nothing
    put(store, record);
    record = validate(record, ports, options.validate);
    REQUIRE(record.route() == Route::review);
    REQUIRE(store.update(record, State::extracted, Event{0, "service", "validated", ""}));
    id = record.id;
    due = clock.now = *due_ms(record, options.due);
  }
  std::vector<Escalated> run(std::int64_t after_due_ms) {
    clock.now = due + after_due_ms;
    std::vector<Escalated> all;
    escalate(ports, options, [&](const Escalated& one) { return all.push_back(one), true; });
    return all;
  }
  const Finding* late() {
    record = *store.find(id);
    auto found = std::ranges::find(record.findings, "LATE", &Finding::rule);
    return found == record.findings.end() ? nullptr : &*found;
  }

  StillClock clock;
  memory::MemoryStore store;
  ValidatePorts ports{
      .clock = clock, .store = &store, .keep_text = [this](std::string_view text) { store.keep_text(text); }};
  EscalateOptions options;
  std::shared_ptr<rules::Policy> policy = std::make_shared<rules::Policy>();
  Record record;
  std::string id;
  std::int64_t due = 0;
};

}  // namespace

TEST_CASE("what nobody decided in time goes to whom the policy names, to the hour, and once") {
  Desk desk;
  CHECK(desk.run(0).empty());  // due now is not overdue
  CHECK(desk.run(2 * kHourMs - 1).empty());
  CHECK(desk.late() == nullptr);
  auto done = desk.run(2 * kHourMs);
  REQUIRE(done.size() == 1);
  CHECK(done[0].gates == std::vector<std::string>{"LATE"});
  CHECK(escalated_line(done[0], false) ==
        desk.id.substr(0, 12) + " escalated: LATE (needs approval by managers), due since 2 h");
  REQUIRE(desk.late());
  CHECK(desk.late()->message == "nobody decided it 2 hours after it was due; it needs approval by managers");
  CHECK(desk.record.decision->reasons.back().starts_with("LATE: nobody decided it"));
  CHECK(desk.run(3 * kHourMs).empty());
  std::string history;
  desk.store.for_each_event(desk.id, [&](const StoredEvent& event) { return history = history_line(event), true; });
  CHECK(history.find("service escalated it to managers: due since 2026-11-18T14:00:00Z") != std::string::npos);
}

TEST_CASE("an escalation stays when the document is checked again, and holds until somebody of the role approves") {
  Desk desk;
  desk.run(5 * kHourMs);
  Record again = validate(*desk.store.find(desk.id), desk.ports, desk.options.validate);
  CHECK(std::ranges::count(again.findings, "LATE", &Finding::rule) == 1);
  Review bob(desk.ports, acting_as("bob")), eve(desk.ports, acting_as("eve", {"managers"}));
  CHECK(bob.approve(desk.id, "fine").error().message.find("somebody of the group managers") != std::string::npos);
  CHECK(eve.approve(desk.id, "fine"));
  // Without the gate in the policy nothing of it stays.
  desk.policy->gates.clear();
  again = validate(*desk.store.find(desk.id), desk.ports, desk.options.validate);
  CHECK(std::ranges::count(again.findings, "LATE", &Finding::rule) == 0);
}

TEST_CASE("a gate that waits asks for its conditions too, may reject, and closes on nothing when tried only") {
  Desk desk;
  SUBCASE("conditions") {
    desk.policy->gates[0].when = {{*rules::parse_condition("total > 500")}, {}};
    CHECK(desk.run(9 * kHourMs).empty());
    desk.policy->gates[0].when = {{*rules::parse_condition("total >= 500")}, {}};
    CHECK(desk.run(9 * kHourMs).size() == 1);
  }
  SUBCASE("what cannot be decided holds") {
    desk.policy->gates[0].when = {{*rules::parse_condition("tax_point_date > 2026-01-01")}, {}};
    CHECK(desk.run(9 * kHourMs).at(0).gates == std::vector<std::string>{"POLICY_UNDECIDED"});
    CHECK(desk.run(9 * kHourMs).empty());
  }
  SUBCASE("rejection") {
    desk.policy->gates[0].action = rules::GateAction::reject;
    CHECK(desk.run(9 * kHourMs).at(0).record.route() == Route::reject);
  }
  SUBCASE("a dry run") {
    desk.options.dry_run = true;
    CHECK(desk.run(9 * kHourMs).size() == 1);
    CHECK(desk.late() == nullptr);
  }
  SUBCASE("no policy") {
    desk.options.validate.policy = nullptr;
    CHECK(desk.run(9 * kHourMs).empty());
  }
}

TEST_CASE("overdue documents are counted, and the longest is named") {
  Desk desk;
  Overdue overdue;
  overdue.add(*desk.store.find(desk.id), desk.options.due, desk.due);
  CHECK(overdue.count == 0);
  overdue.add(*desk.store.find(desk.id), desk.options.due, desk.due + 1);
  CHECK(overdue.count == 1);
  CHECK(overdue.longest_ms == 1);
  CHECK(overdue.longest_id == desk.id);
}

TEST_CASE("the texts that decided are in the store, whatever the files have become") {
  Desk desk;
  Record record = *desk.store.find(desk.id);
  auto texts = decision_texts(desk.store, record, {});
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].label == desk.policy->label());
  CHECK(texts[0].text == "[policy]\n");
  CHECK(texts[1].label.starts_with("controls/2 "));
  CHECK(texts[1].text.find("\nprice_percent = 2\n") != std::string::npos);
  CHECK(kept_text(desk.store, texts[1].digest) == texts[1].text);
  CHECK(texts_section(record, texts).find("kept; ap-health journal text " + texts[0].digest) != std::string::npos);
  CHECK_THROWS_AS(kept_text(desk.store, "012"), Error);
  CHECK_THROWS_AS(kept_text(desk.store, "0123456789"), Error);
  CHECK_THROWS_AS(kept_text(desk.store, "notahex"), Error);
  // A record that was decided before texts were kept says so, and one that was disposed of has them by its events.
  memory::MemoryStore other;
  CHECK(texts_section(record, decision_texts(other, record, {})).find("is not in the store") != std::string::npos);
  Record rest;
  StoredEvent decided{1, record.id, {0, "x", "validated", R"({"policy":")" + record.decision->policy + R"("})"}};
  CHECK(decision_texts(desk.store, rest, {decided}).size() == 2);
}

TEST_CASE("a finding of the policy shows the table that it comes from") {
  Record record;
  record.decision = Decision{.route = Route::review, .policy = "tight 1 abcdef012345"};
  record.findings.push_back({.set = "policy", .rule = "LARGE", .path = "policy tight 1, line 4"});
  std::string text = "[policy]\nname = \"tight\"\n\n[[gate]]\nname = \"LARGE\"\n\n[[gate]]\nname = \"OTHER\"\n";
  CHECK(texts_section(record, {{"tight 1 abcdef012345", "abcdef012345", text, true}}) ==
        "  tight 1 abcdef012345: kept; ap-health journal text abcdef012345 prints it\n"
        "       4  [[gate]]\n       5  name = \"LARGE\"\n");
}

TEST_CASE("an approval that something new has ended does not come back by deciding again") {
  Desk desk;
  Record record = *desk.store.find(desk.id);
  record.decision->route = Route::approve;
  record.decision->approvals = {{"eve", "approve", "fine", "2026-11-18T15:00:00Z"}};
  CHECK(validate(record, desk.ports, desk.options.validate).route() == Route::approve);
  desk.policy->gates.push_back(
      {"NEW", {{*rules::parse_condition("total > 1")}, {}}, rules::GateAction::review, "", "", 12});
  Record held = validate(record, desk.ports, desk.options.validate);
  CHECK(held.route() == Route::review);
  held = validate(held, desk.ports, desk.options.validate);
  CHECK(held.route() == Route::review);
  CHECK(validate(held, desk.ports, desk.options.validate).route() == Route::review);
}
