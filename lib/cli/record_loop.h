// The loop that every stage of the pipe runs in: records in, records out, in order, whatever the number of jobs.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "cli/file_content.h"
#include "core/record.h"
#include "stages/extract.h"

namespace ap::cli {

struct Stage {
  State takes = State::received;   // the state that the stage works on
  State gives = State::extracted;  // the state of what it finished
  std::string_view event;          // kind of the event in the store: "extracted"
  // Turns one record into the next where it stands, and puts documents that it found inside (a scan with several
  // invoices) beside it. Called from several threads at once. It leaves failed records for what is wrong with the
  // document; Error(temporary, unavailable) leaves the document to another run; other errors of the world end the run.
  // `content` holds the bytes that the record stands for where they are at hand: a file named as an argument.
  std::function<void(Extracted& document, std::optional<FileContent>&& content)> work;
  // Begins work on a file whose turn comes later, while another process would have to wait (may be empty); nullptr:
  // nothing was begun.
  std::function<std::unique_ptr<BegunReading>(const std::string& bytes)> begin = {};
  // Before the result is kept, in order, on one thread: what the store must know besides (may be empty).
  std::function<void(const Record&)> before_keep;
  // Sees every record that goes out, in order, on one thread (may be empty). With `silent` a report takes the place of
  // the records: nothing is printed by the loop.
  std::function<void(const Record&)> see = {};
  bool silent = false;
};

// What the command line named to work on.
struct Inputs {
  bool named = false;  // files, by arguments or --files0-from, though the list may be empty
  std::vector<std::string> files;
};

// Arguments and --files0-from together; a lone "-" is standard input, as no argument is. Files named make the command
// work without a store unless one was asked for, so call this before the first use of the store or the blobs.
// Throws Error(usage) for files together with --pending.
Inputs resolve_inputs(Context& context, const std::vector<std::string>& arguments);

// Runs `stage` over the files (each becomes a record of its own), or the claims of --pending, or standard input;
// prints the records; keeps them where there is a store. Returns the exit code: 0, 1, 65, 66, 70 or 75.
//
// Parts are documents of their own, printed behind the record they were found in; in a store they come in before that
// record is finished, so that a run that dies between the two is completed by the next.
// Records that are not the stage's pass through unchanged. A line that is no record gives one record with id null and
// a finding. Memory is bounded by jobs, not by input. Stops between documents when a signal came.
int run_records(Context& context, const Stage& stage, const Inputs& inputs);

// 1 when the record needs a person: failed, review, reject, or a finding at or above `fail_on` (error, warning,
// never); 0 otherwise.
int verdict(const Record& record, std::string_view fail_on);

}  // namespace ap::cli
