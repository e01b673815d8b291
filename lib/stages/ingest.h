// ap-ingest: takes documents in, each exactly once, and says for every input what became of it.
//
// The order that makes a crash harmless: original into the blob store, flushed; record, arrival and event in one
// transaction (a mail with all its parts); only then may the source be moved or removed. Killed at any instant and run
// again, it goes on where it was: what had been committed is a known arrival and still gets its --after.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "ports/blob_store.h"
#include "ports/clock.h"
#include "ports/files.h"
#include "ports/reader.h"
#include "ports/store.h"
#include "stages/ingest_prepare.h"

namespace ap {

enum class After { keep, archive, erase };  // --after keep|archive|delete

struct IngestOptions {
  ingest::PrepareOptions prepare;
  int folder_depth = 32;
  std::int64_t settle_ms = 0;
  After after = After::keep;
  std::string archive_folder;  // for After::archive: files go to <folder>/<YYYY-MM-DD>/
  int jobs = 1;
  std::int64_t limit = 0;  // files that are news, 0: all
  bool dry_run = false;    // says what would happen; changes nothing
};

// Every input ends in exactly one of the six others: see balanced(). A file, a message of an mbox and an attachment
// are one input each.
struct IngestSummary {
  std::int64_t inputs = 0;
  std::int64_t taken = 0;        // new documents, mails among them
  std::int64_t known = 0;        // arrivals met before; no record
  std::int64_t duplicate = 0;    // known bytes by a new way
  std::int64_t refused = 0;      // failed records
  std::int64_t settling = 0;     // left for the next run
  std::int64_t missing = 0;      // of the refused: arguments that could not be read at all (exit code 66)
  std::int64_t passed_over = 0;  // names in folders that are no input
  bool stopped = false;          // by a signal or --limit

  bool balanced() const { return inputs == taken + known + duplicate + refused + settling; }
};

struct IngestPorts {
  Files& files;
  Reader& reader;
  Clock& clock;
  Store* store = nullptr;      // nullptr: nothing is remembered, repeats are found within the run only
  BlobStore* blobs = nullptr;  // nullptr: originals are not kept; then After must be keep
  std::function<std::expected<std::string, FileFailure>(std::uint64_t max_bytes)> standard_input;
  std::function<void(const Record&)> record;          // each record, in order of the inputs
  std::function<void(std::string_view)> notice;       // what a person may want to know; may be empty
  std::function<bool()> stop = [] { return false; };  // true: finish what is in hand, then return
};

// Throws Error(usage) when `after` would lose originals, Error(temporary) when nothing can be read for now.
IngestSummary ingest_inputs(const std::vector<std::string>& inputs, const IngestPorts& ports,
                            const IngestOptions& options);

}  // namespace ap
