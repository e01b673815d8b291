// ap-review: people work the exceptions. Every action is one transaction on the store with an event that says who did
// what, from which value to which, and why.
//
// An approval says that a person answers for what the rules found. Some findings cannot be answered for, only removed
// by a correction: see cannot_approve(). Who corrected a document may not approve it (four eyes).
// Thread-safe as far as the store is.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/record.h"
#include "extract/habits.h"
#include "stages/find_document.h"
#include "stages/validate.h"

namespace ap {

template <class T>
using Reviewed = std::expected<T, Refusal>;

struct ReviewOptions {
  std::string actor;      // operating-system user
  bool four_eyes = true;  // who corrected may not approve
  ValidateOptions validate;
  OcrUse ocr = OcrUse::automatic;  // pages are read again to learn from a correction, as ap-extract reads them
  std::vector<std::string> languages;
};

struct ReviewFilter {
  std::optional<State> state;
  std::optional<Route> route;
  std::optional<int> older_than_days;  // by the time it came in
  std::optional<Decimal> least, most;  // gross, or payable where there is no gross
  std::string rule;                    // has a finding with this code
  std::int64_t limit = 0;              // 0: all
};

class Review {
 public:
  // `ports.store` must be set. References must outlive this.
  Review(ValidatePorts ports, ReviewOptions options);

  // In order of arrival.
  std::vector<Record> list(const ReviewFilter& filter);

  // The document whose id begins with `prefix`: at least 6 hex digits, and only one may.
  Reviewed<Record> find(std::string_view prefix);

  // Sets fields to values ("" clears), marks them as corrected, and validates again. All or none. Earlier approvals
  // end. Not for exported, failed or duplicate documents. What the correction teaches about the vendor is kept at
  // once, and a habit that was corrected counts as failed; see learned().
  Reviewed<Record> correct(const std::string& id, const std::vector<std::pair<std::string, std::string>>& changes);
  // What the last correction taught.
  const std::vector<Habit>& learned() const { return learned_; }

  // Habits of vendors, by vendor and field; those of vendors whose mark contains `part`, "" for all.
  std::vector<Habit> habits(std::string_view part);
  // Forgets a vendor's habits, or only the one for `field`; says how many went. Refused when there is none.
  Reviewed<int> forget(const std::string& vendor, const std::string& field);

  // From review to approve. `reason` is needed where an error is answered for.
  Reviewed<Record> approve(const std::string& id, const std::string& reason);
  // From review or approve to reject; a reason is needed.
  Reviewed<Record> reject(const std::string& id, const std::string& reason);
  // From approve or reject back to review.
  Reviewed<Record> reopen(const std::string& id, const std::string& reason);

  // What happened to a document, oldest first.
  std::vector<StoredEvent> history(const std::string& id);

 private:
  Reviewed<Record> decide_by_person(Record record, Route route, std::string_view action, std::string_view event,
                                    const std::string& reason);
  Reviewed<Record> keep(Record record, Event event);
  bool corrected_by_actor(const std::string& id);
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

std::string review_table(const std::vector<Record>& records, std::int64_t now_ms);
std::string habit_table(const std::vector<Habit>& habits);
std::string habit_json(const Habit& habit);
std::string review_page(const Record& record, const std::vector<StoredEvent>& history);

}  // namespace ap
