// ap-export: approved invoices into files, each exactly once.
//
// A batch is reserved in one transaction, with its documents as they are at that moment; then its files are written
// and renamed into place, the manifest last; then the batch is completed in one transaction. A run that dies in between
// leaves an open batch: the next run first completes it, in its own folder, format and time, so with the same bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/record.h"
#include "ports/clock.h"
#include "ports/files.h"
#include "ports/store.h"

namespace ap {

struct ExportOptions {
  std::string format = "csv";  // one name, or several with commas: csv,csv-lines
  std::string folder;
  std::string actor;
  std::int64_t limit = 0;  // documents of a batch; 0: all
  bool dry_run = false;    // says what would be written; reserves and writes nothing
};

struct ExportPorts {
  Files& files;
  Clock& clock;
  Store* store = nullptr;
  std::function<void(const Record&)> record;     // results, in order
  std::function<void(std::string_view)> notice;  // what was written, for people
};

struct ExportSummary {
  std::int64_t exported = 0, passed = 0, refused = 0;
  std::vector<std::string> batches;  // completed by this run, earlier ones that it resumed first
};

// Gives the next record of standard input; nullopt at the end.
using NextRecord = std::function<std::optional<Record>()>;

// Everything that is due in the store. Prints the records it exported. Nothing due: no file, no batch.
ExportSummary export_due(const ExportPorts& ports, const ExportOptions& options);

// What `next` selects. Each record of the input gives one of the output, in its order: exported, passed through
// unchanged, or refused with a finding because it is not in the store or differs from it. Keys of others (x_...), the
// trace and times are not compared. Without a store the records themselves are exported and nothing is remembered.
ExportSummary export_selected(const ExportPorts& ports, const ExportOptions& options, const NextRecord& next);

// Writes the files of a batch again: the same bytes, into options.folder or, where that is "", where they were first.
// Throws Error(no_input) when there is no such batch, and (internal) when this version would write other bytes.
void export_again(const ExportPorts& ports, const ExportOptions& options, const std::string& batch);

// Makes the documents of a batch exportable again. Throws Error(no_input) when no such batch is in force. The files
// stay where they are: who took them in must undo that too.
void void_batch(const ExportPorts& ports, const ExportOptions& options, const std::string& batch,
                const std::string& reason);

}  // namespace ap
