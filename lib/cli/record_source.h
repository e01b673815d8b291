// Where the records of a run come from: lines of standard input, files, or documents that wait in the store.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/file_content.h"
#include "core/record.h"

namespace ap::cli {

// One piece of work. Exactly one of line, file and record says what it is.
struct Item {
  std::int64_t number = 0;  // from 1
  std::optional<std::string> line;
  bool too_long = false;  // the line went over limits.line_bytes; `line` holds its beginning
  std::optional<std::string> file;
  bool looked_at = false;              // the file, before its turn (cli/look_ahead.h)
  std::optional<FileRecord> prepared;  // what came of it
  std::optional<Record> record;        // from the store
  std::optional<Claim> claim;
};

// next() is called by one thread at a time, the others by any.
class RecordSource {
 public:
  virtual ~RecordSource() = default;
  virtual std::optional<Item> next() = 0;
  virtual void cancel() {}                    // makes a blocked next() return
  virtual std::int64_t total() { return 0; }  // for the progress line; 0 unknown
};

// Each gives `limit` items at most (0: all) and ends when a stop signal came.
// Throws Error(usage) when standard input is a terminal: somebody forgot something.
std::unique_ptr<RecordSource> lines_of_standard_input(Context& context);
std::unique_ptr<RecordSource> records_of_files(Context& context, std::vector<std::string> files);
// Claims documents in `state`, in order of arrival. Claims that were not kept are given back at the end.
std::unique_ptr<RecordSource> claimed_records(Context& context, State state);
// Documents for which `wanted` holds, as they are at the start, without claiming them.
std::unique_ptr<RecordSource> listed_records(Context& context, const std::function<bool(const Record&)>& wanted);

}  // namespace ap::cli
