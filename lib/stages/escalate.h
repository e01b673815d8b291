// Documents that nobody decided in time: gates of the policy that ask for it (overdue_hours) close on them.
//
// What closed stands in the record as a finding, and stays in every later validation as long as its conditions hold, so
// that deciding again needs no clock. Throws what the store throws. A document that changes meanwhile is left to the
// next run. Thread-safe as far as the store is.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "stages/risk.h"
#include "stages/validate.h"

namespace ap {

struct EscalateOptions {
  ValidateOptions validate;
  DueRules due;
  std::string actor;     // operating-system user
  bool dry_run = false;  // nothing is kept
};

struct Escalated {
  Record record;
  std::vector<std::string> gates;  // names of those that closed now
  std::int64_t overdue_ms = 0;
};

// Looks at every document in review whose due time is over, in order of arrival; calls `told` for each on which a gate
// closed, after the store has it, with an event "escalated". Stops when `told` returns false.
void escalate(const ValidatePorts& ports, const EscalateOptions& options,
              const std::function<bool(const Escalated&)>& told);

// "1234abcd escalated: LATE (needs approval by managers), due since 5 h".
std::string escalated_line(const Escalated& one, bool dry_run);

}  // namespace ap
