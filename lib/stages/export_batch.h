// Writes the files of one batch and its manifest. The same batch gives the same bytes, today and when it is resumed or
// written again.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "ports/files.h"

namespace ap::exporting {

// What a manifest says of a batch, apart from the files.
struct BatchFacts {
  std::string id, format, created_at;
  std::string_view once;           // "store", "none"
  std::vector<std::string> voids;  // voided batches that held documents of this one
};

// Calls its argument for each record of the batch, in export order; may be called several times.
using EachRecord = std::function<void(const std::function<void(const Record&)>&)>;

// The files of a batch, written under temporary names. Nothing is visible before commit().
//
// Control totals are the sums of the columns of the files: a credit note's positive amounts are added like others.
class BatchFiles {
 public:
  // Throws Error(usage) for an unknown format, cannot_create or io when the folder cannot be written.
  BatchFiles(Files& files, std::string folder, const BatchFacts& facts, const EachRecord& each);

  // The manifest (ap.batch/1), one line of JSON and a line end.
  const std::string& manifest() const { return manifest_; }
  // Renames the files into place, the manifest last: who sees it sees the whole batch.
  void commit();

 private:
  std::string folder_, manifest_;
  std::vector<std::unique_ptr<OutputFile>> files_;  // the manifest is the last
};

}  // namespace ap::exporting
