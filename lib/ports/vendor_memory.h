// What was learned about vendors, kept in the store. One conformance suite (tests/conformance/vendor_memory_suite.h)
// says what every adapter must do. Each call is one transaction; safe for use by threads and processes at once; throws
// what a Store throws.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/habit.h"

namespace ap {

class VendorMemory {
 public:
  virtual ~VendorMemory() = default;

  // The habits of the vendor whose marks these are (vendor_of()), by field; empty when no vendor fits. Marks look like
  // "tax:DE123456789", "iban:DE89...", "name:ACMEGMBH".
  virtual std::vector<Habit> recall(const std::vector<std::string>& marks) = 0;

  // Keeps habits for the vendor whose marks these are, or for a new one, named by the first mark; a habit replaces an
  // earlier one for its field. The vendor is known by all of these marks from now on. Members `vendor`, `kept` and
  // `failed` of what is given do not count. Returns the vendor. `marks` must not be empty.
  virtual std::string remember(const std::vector<std::string>& marks, const std::vector<Habit>& habits) = 0;

  // A person approved (`right`) or corrected what the habit decided. True when it was dropped for failing.
  virtual bool judge(const std::string& vendor, const std::string& field, bool right) = 0;

  // Forgets one habit, or with an empty field the vendor altogether. How many habits went.
  virtual int forget(const std::string& vendor, const std::string& field) = 0;

  // Every habit, by vendor and field.
  virtual void for_each_habit(const std::function<bool(const Habit&)>& visit) = 0;
};

}  // namespace ap
