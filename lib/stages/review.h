// ap-review: people work the exceptions. Every action is one transaction on the store with an event that says who did
// what, from which value to which, and why.
//
// An approval says that a person answers for what the rules found. Some findings cannot be answered for, only removed
// by a correction: see cannot_approve(). Who corrected a document may not approve it (four eyes), and what was
// corrected is never approved by the rules alone. Roles and limits: stages/authority.h. Thread-safe as far as the store
// is.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/record.h"
#include "extract/habits.h"
#include "ports/people.h"
#include "stages/find_document.h"
#include "stages/risk.h"
#include "stages/validate.h"

namespace ap {

struct ReviewOptions {
  Person person;        // the operating-system user who acts
  Authority authority;  // who may do what
  ValidateOptions validate;
  DueRules due;
  OcrUse ocr = OcrUse::automatic;  // pages are read again to learn from a correction, as ap-extract reads them
  std::vector<std::string> languages;
  bool dry_run = false;  // everything is tried and nothing kept
};

enum class ReviewOrder { arrival, risk, due, amount };

struct ReviewFilter {
  std::optional<State> state;
  std::optional<Route> route;
  std::optional<int> older_than_days;      // by the time it came in
  std::optional<Decimal> least, most;      // gross, or payable where there is no gross
  std::string rule;                        // has a finding with this code
  std::string vendor;                      // part of the seller's name, or its number, VAT id or IBAN in full
  std::optional<std::string> assignee;     // "" nobody's
  std::optional<std::int64_t> due_before;  // milliseconds since 1970
  ReviewOrder order = ReviewOrder::arrival;
  std::int64_t limit = 0;  // 0: all
  // Whether anything but the limit narrows it down, route and state left out.
  bool narrows() const {
    return older_than_days || least || most || !rule.empty() || !vendor.empty() || assignee || due_before;
  }
};

class Review {
 public:
  // `ports.store` must be set. References must outlive this.
  Review(ValidatePorts ports, ReviewOptions options);

  // In the order that the filter names; equal ones in order of arrival.
  std::vector<Record> list(const ReviewFilter& filter);
  // Whose they are, of those that are somebody's: document id -> user.
  std::map<std::string, std::string> assignments() { return ports_.store->assignments(); }

  // The document whose id begins with `prefix`: at least 6 hex digits, and only one may.
  Reviewed<Record> find(std::string_view prefix);

  // Sets fields to values ("" clears), marks them as corrected, and validates again. All or none. Earlier approvals
  // end. Not for exported, failed or duplicate documents. What the correction teaches about the vendor is kept at
  // once, and a habit that was corrected counts as failed; see learned(). Refused where it adjusts an amount by more
  // than the person may (stages/adjustment.h), earlier corrections of the document counted.
  Reviewed<Record> correct(const std::string& id, const std::vector<std::pair<std::string, std::string>>& changes);
  // What the last correction taught.
  const std::vector<Habit>& learned() const { return learned_; }

  // Habits of vendors, by vendor and field; those of vendors whose mark contains `part`, "" for all.
  std::vector<Habit> habits(std::string_view part);
  // Forgets a vendor's habits, or only the one for `field`; says how many went. Refused when there is none.
  Reviewed<int> forget(const std::string& vendor, const std::string& field);

  // From review to approve, within the person's limit. `reason` is needed where an error is answered for.
  Reviewed<Record> approve(const std::string& id, const std::string& reason);
  // From review or approve to reject; a reason is needed.
  Reviewed<Record> reject(const std::string& id, const std::string& reason);
  // From approve or reject back to review.
  Reviewed<Record> reopen(const std::string& id, const std::string& reason);

  // Lifts the hold for changed bank details (BANK_DETAILS_CHANGED): the account becomes one on file for the vendor,
  // with who confirmed it and `how` ("called the number of the contract"), and the document is validated again. Not by
  // who corrected the document, nor by who imported an account of the vendor that is the very one.
  Reviewed<Record> release(const std::string& id, const std::string& how);
  // Gives the document to a user of the system, "" to nobody. `known`: whether there is such a user.
  Reviewed<Record> assign(const std::string& id, const std::string& user,
                          const std::function<bool(std::string_view)>& known);

  // What happened to a document, oldest first.
  std::vector<StoredEvent> history(const std::string& id);

 private:
  Reviewed<Record> decide_by_person(Record record, Route route, std::string_view action, std::string_view event,
                                    const std::string& reason);
  Reviewed<Record> keep(Record record, Event event);
  // Nullopt when the person may do it to the document.
  std::optional<Refusal> forbidden(Act act, const Record& record) const;
  // Why a document cannot be approved as it is.
  std::optional<Refusal> unapprovable(const Record& record, const std::string& reason);
  bool corrected_by_actor(const std::string& id);
  std::optional<Refusal> put_on_file(const Record& record, const std::string& how);
  std::vector<Habit> lessons(const Record& record, const std::vector<extract::Correction>& corrections);
  void remember(const Record& record, std::vector<Habit> lessons);
  // Counts the habits that decided `fields` of the record as right or wrong.
  void judge_habits(const Record& record, const std::vector<std::string>& fields, bool right);

  ValidatePorts ports_;
  ReviewOptions options_;
  std::vector<Habit> learned_;
};

// Codes of findings on the record that no approval can answer for.
std::vector<std::string> cannot_approve(const Record& record);

// ---- what people see; times and ages relative to `now_ms`

struct ReviewTable {
  std::int64_t now_ms = 0;
  const DueRules& due;
  const std::map<std::string, std::string>& assignees;
};
std::string review_table(const std::vector<Record>& records, const ReviewTable& how);
std::string habit_table(const std::vector<Habit>& habits);
std::string habit_json(const Habit& habit);
std::string review_page(const Record& record, const std::vector<StoredEvent>& history, const ReviewTable& how);
// An event in plain words: "2026-11-22T10:00:00Z ann corrected totals.gross from 120.00 to 119.00".
std::string history_line(const StoredEvent& stored);
// "1208.25 EUR"; "" when the document states no total.
std::string total_of(const Record& record);
// Codes of what holds it, each once; the first reason where there is none.
std::string holding_codes(const Record& record);

}  // namespace ap
