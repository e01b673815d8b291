// The reports of ap-validate that stand beside or in place of the stream of records: --format, --report, --baseline,
// and
// --explain for documents.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cli/context.h"
#include "cli/record_loop.h"
#include "report/verdict_output.h"
#include "stages/baseline.h"

namespace ap::cli {

struct VerdictChoice {
  std::string format = "ndjson";  // ndjson, junit, sarif
  std::string report;             // path of an HTML page; "" none
  std::string baseline;           // path of earlier records; "" none
  std::string explain;            // rule to explain with the figures of each document; "" none
};

class VerdictModes {
 public:
  // Reads the baseline. Throws Error(no_input, bad_input) when it cannot be read, (usage) when two would take the place
  // of the records.
  VerdictModes(Context& context, VerdictChoice choice);

  // Makes the stage hand over its records.
  void attach(Stage& stage);
  // Without documents: decides the records of the baseline again, each by `decide`, and keeps nothing.
  // Throws Error(bad_input) for a line that is no record.
  void replay(const std::function<Record(Record)>& decide);
  // Writes what was collected. The exit code of the loop goes in, that of the command comes out: with a baseline 1 when
  // a verdict changed, 0 when none did.
  int finish(int code);

 private:
  void see(const Record& record);

  Context& context_;
  VerdictChoice choice_;
  std::unique_ptr<report::VerdictOutput> stream_, page_;
  std::unique_ptr<Baseline> baseline_;
};

}  // namespace ap::cli
