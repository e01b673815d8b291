// ap-health retention: how long documents are kept, legal holds, and their disposal.
//
// A mail, a scan and what came in them share bytes and go together: a family, named by the document that has no parent.
// It is due the day after the last day on which any of its members must be kept, when all of them are done with
// (exported, rejected, repeats, failed, or a mail that only carried documents) and none is under a legal hold.
// Disposal takes the record first, the store's trigger refusing what is held, and the originals after it; a run that
// died between the two is completed by the next. Events: held, hold_lifted, disposed.
// Thread-safe as far as the store is.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ports/blob_store.h"
#include "ports/clock.h"
#include "ports/store.h"
#include "rules/retention/retention.h"
#include "stages/find_document.h"

namespace ap {

struct RetentionOptions {
  std::string actor;                   // operating-system user
  std::vector<std::string> countries;  // of our companies, ISO 3166; where the buyer's is none of these, the longest
                                       // time counts. Empty: the buyer's country, and without one nothing is due
  rules::YearEnd financial_year;
};

enum class RetentionStatus { kept, due, held, open, unknown, disposed };
std::string_view to_string(RetentionStatus status);

struct RetentionFamily {
  std::string id;                    // of the document without a parent
  std::vector<std::string> members;  // all of them, itself included, in order of arrival
  std::string name;                  // of its source
  RetentionStatus status = RetentionStatus::kept;
  std::optional<Date> until;  // the last day of the longest time
  std::string rule, why;      // the rule of that time; why it is held, open or unknown
};

class Retention {
 public:
  // References must outlive this.
  Retention(Store& store, Clock& clock, RetentionOptions options);

  // Every family, in order of arrival.
  std::vector<RetentionFamily> families();

  // Places a legal hold, or lifts it; a reason is needed. Refused when it stands already, or does not.
  Reviewed<Record> hold(const std::string& id, const std::string& reason);
  Reviewed<Record> lift(const std::string& id, const std::string& reason);

  // Entries of the journal about the family that say values or words of people and that no disposal can take away: they
  // were written before values stood beside the journal (core/journal.h).
  std::int64_t values_that_stay(const RetentionFamily& family);

  // Ends a family that is due, its originals and what `forget_pages` keeps of a document; finishes what an earlier run
  // began. False when another run changed or held a document meanwhile: then nothing more of the family goes.
  bool dispose(const RetentionFamily& family, BlobStore& originals,
               const std::function<void(const std::string& id)>& forget_pages);

 private:
  Store& store_;
  Clock& clock_;
  RetentionOptions options_;
};

// What is left of a record: that it was there, by which way it came, what became of it, and why it went.
Record rest_of(const Record& record, const Disposal& disposal);

// For people, and one JSON object a family.
std::string retention_table(const std::vector<RetentionFamily>& families);
std::string retention_json(const RetentionFamily& family);

}  // namespace ap
