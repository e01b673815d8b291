// Compares verdicts with those of an earlier run, to see what a new version, configuration or policy changes.
#pragma once

#include <expected>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "stages/validate.h"

namespace ap {

// A record of an earlier run decided once more, for comparison; nothing is kept. What the rule sets found in an
// e-invoice stays where its bytes cannot be had again. An exported document is decided as if it were not.
Record decide_again(Record record, const ValidatePorts& ports, ValidateOptions options);

// Add the earlier records, then compare() the new ones in order, then summary(). Documents are matched by id, those
// without one by name; a file whose content has changed since by its path. Not thread-safe.
class Baseline {
 public:
  // The text of an NDJSON file. Error: the number of the broken line and what is wrong with it.
  std::expected<void, std::string> read(std::string_view ndjson);

  // What changed, as lines of text; "" when nothing did.
  std::string compare(const Record& record);
  // One line: how many of how many changed, and documents that only the earlier run had.
  std::string summary() const;
  bool changed() const { return changed_ > 0; }

 private:
  struct Verdict {
    std::string name, route;
    std::set<std::string> rules;  // "en16931 BR-CO-10 error"
    std::vector<std::string> reasons;
    bool met = false;
  };
  static std::string key(const Record& record);
  static Verdict verdict(const Record& record);

  std::map<std::string, Verdict> earlier_;
  std::map<std::string, std::string> by_path_;  // to the key in earlier_
  int changed_ = 0, same_ = 0, fresh_ = 0;
};

}  // namespace ap
