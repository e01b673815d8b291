// What one rule says about one record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ap {

enum class Severity { info, warning, error };  // in rising order

std::string_view to_string(Severity severity);
std::optional<Severity> severity_from(std::string_view text);

struct Finding {
  std::string set;   // intake extraction structure en16931 peppol xrechnung ap controls policy
  std::string rule;  // BR-CO-15, TOTAL_MISMATCH
  Severity severity = Severity::error;
  std::string field;  // path inside the invoice, "" when it concerns no single field
  std::string path;   // place in the XML, line of a file; "" when none
  std::string message;
  std::string expected, actual;
  bool operator==(const Finding&) const = default;
};

// A rule that did not run. It never counts as passed.
struct NotRun {
  std::string rule, reason;
  bool operator==(const NotRun&) const = default;
};

struct Checks {
  int run = 0;
  int failed = 0;
  std::vector<NotRun> not_run;
  bool operator==(const Checks&) const = default;
};

}  // namespace ap
