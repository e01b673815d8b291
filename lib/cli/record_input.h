// Records of standard input for commands that do not run the record loop.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "cli/context.h"
#include "cli/record_source.h"
#include "core/record.h"

namespace ap::cli {

// Not thread-safe. A line that is no record gives a failed record with id "" and a finding.
class RecordInput {
 public:
  // Throws Error(usage) when standard input is a terminal: nothing would come.
  explicit RecordInput(Context& context);
  std::optional<Record> next();
  std::int64_t broken() const { return broken_; }

 private:
  Context& context_;
  std::unique_ptr<RecordSource> lines_;
  std::int64_t broken_ = 0;
};

}  // namespace ap::cli
