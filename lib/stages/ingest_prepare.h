// Turns the bytes of one candidate into records, and puts the originals into the blob store. Writes nothing else.
//
// A mail becomes a record of its own (message/rfc822), followed by one record per attachment, whose parent it is.
// The mail's record is `validated` without a route: nothing more is to be done with it, every later stage passes it
// through, no one claims it. A mail that carries nothing to take is `failed` with route `reject`, UNSUPPORTED_TYPE.
// An mbox is a folder in one file: its messages are the inputs, it gets no record unless it cannot be taken apart.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ports/blob_store.h"
#include "ports/clock.h"
#include "ports/files.h"
#include "ports/malware_scanner.h"
#include "ports/reader.h"
#include "ports/store.h"
#include "stages/ingest_walk.h"

namespace ap::ingest {

// What one transaction takes in: one document, or a mail with its parts.
using Group = std::vector<Intake>;

struct Prepared {
  Candidate candidate;
  std::vector<Group> groups;    // nothing, one, or one per message of an mbox
  std::vector<Record> refused;  // records without id: what could not be read at all
  bool changed = false;         // the file changed while it was read: it waits for the next run
};

struct PrepareOptions {
  std::uint64_t document_bytes = 256ull << 20;
  int mail_depth = 5;  // mails attached to mails
  std::string actor;
  std::string standard_input_name = "stdin";
  MalwareScanner* scanner =
      nullptr;  // sees every document and every attachment, and no mail as a whole; may be nullptr
};

// Safe to call from several threads at once. Throws Error(temporary) when no worker can be started, and what the
// scanner throws.
class Preparer {
 public:
  // `blobs` may be nullptr: then nothing is kept. `standard_input` gives the bytes of "-".
  Preparer(Files& files, Reader& reader, Clock& clock, BlobStore* blobs, const PrepareOptions& options,
           std::function<std::expected<std::string, FileFailure>(std::uint64_t max_bytes)> standard_input);

  Prepared prepare(Candidate candidate);

 private:
  struct Origin {
    std::string name, path, channel, locator, parent;
    std::int64_t modified_ns = 0;
    std::optional<MailInfo> mail;
  };

  using Inspected = std::expected<std::string, IntakeRefusal>;  // the media type, "" when nothing we know

  Inspected inspect(const std::string& bytes, const std::string& name) const;
  void take_document(const std::string& bytes, const Inspected& type, const Origin& origin, int depth, Group& group);
  void take_mail(const std::string& bytes, const Origin& origin, int depth, Group& group);
  std::vector<Group> take_mbox(const std::string& bytes, const Origin& origin);
  Intake intake(const std::string& bytes, const Origin& origin, std::string media_type) const;
  Record refused_record(const Candidate& candidate, const IntakeRefusal& refusal) const;

  Files& files_;
  Reader& reader_;
  Clock& clock_;
  BlobStore* blobs_;
  PrepareOptions options_;
  std::function<std::expected<std::string, FileFailure>(std::uint64_t max_bytes)> standard_input_;
};

// Marks a record as refused: failed, route reject, one finding of set intake.
void refuse(Record& record, const IntakeRefusal& refusal);

}  // namespace ap::ingest
