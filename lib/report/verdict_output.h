// Verdicts of validated records in the forms that people and CI systems know. Pure: records in, text out, the same text
// for the same records. Add records in order, then finish() once.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"

namespace ap::report {

// What a rule is about, in one line, for SARIF; "" when unknown.
using RuleText = std::function<std::string(std::string_view set, std::string_view id)>;

class VerdictOutput {
 public:
  virtual ~VerdictOutput() = default;
  virtual void add(const Record& record) = 0;
  virtual std::string finish() = 0;
};

// JUnit XML: a suite per document, a case per rule that found something (errors fail), rules not run are skipped.
std::unique_ptr<VerdictOutput> junit_output();
// SARIF 2.1.0: a result per finding, with file, XML path and field.
std::unique_ptr<VerdictOutput> sarif_output(std::string version, RuleText summary);
// One self-contained HTML page: each invoice as people read it, with its findings beside the terms.
std::unique_ptr<VerdictOutput> html_output();

// Text with & < > " ' as references; control characters that XML does not have become spaces.
std::string escaped(std::string_view text);

}  // namespace ap::report
