#include "adapters/sqlite/schema.h"

#include <array>

#include "adapters/sqlite/schema_steps.h"
#include "core/error.h"

namespace ap::sqlite {
namespace {

// Records are kept as the JSON line they travel as; columns repeat only what is looked up. `seq` is the order of
// arrival. Nothing is ever deleted.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE migrations (
  version    INTEGER PRIMARY KEY,
  applied_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE documents (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  id          TEXT    NOT NULL UNIQUE CHECK (length(id) = 64),
  state       TEXT    NOT NULL CHECK (state IN ('received','extracted','validated','exported','failed')),
  route       TEXT    CHECK (route IN ('approve','review','reject','duplicate')),
  received_ms INTEGER NOT NULL,
  record      TEXT    NOT NULL CHECK (json_valid(record)),
  claim_owner TEXT,
  claim_until INTEGER CHECK ((claim_until IS NULL) = (claim_owner IS NULL)),
  tries       INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  retry_at    INTEGER
) STRICT;
CREATE INDEX documents_by_state ON documents (state, route, seq);
CREATE INDEX documents_by_owner ON documents (claim_owner) WHERE claim_owner IS NOT NULL;

CREATE TABLE business_keys (
  document_id TEXT PRIMARY KEY REFERENCES documents (id),
  seller      TEXT NOT NULL,
  number      TEXT NOT NULL,
  gross       TEXT NOT NULL,
  currency    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX business_keys_by_key ON business_keys (number, seller, gross, currency);

CREATE TABLE arrivals (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  channel     TEXT    NOT NULL CHECK (channel IN ('file','mail','stdin')),
  locator     TEXT    NOT NULL,
  bytes       INTEGER NOT NULL CHECK (bytes >= 0),
  modified_ns INTEGER NOT NULL,
  document_id TEXT    NOT NULL REFERENCES documents (id),
  received_ms INTEGER NOT NULL,
  UNIQUE (channel, locator, bytes, modified_ns, document_id)
) STRICT;

CREATE TABLE events (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT REFERENCES documents (id),
  at_ms       INTEGER NOT NULL,
  actor       TEXT    NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind <> ''),
  detail      TEXT    CHECK (detail IS NULL OR json_valid(detail))
) STRICT;
CREATE INDEX events_by_document ON events (document_id, seq);
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
  BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events
  BEGIN SELECT raise(ABORT, 'events are append-only'); END;

CREATE TABLE batches (
  seq           INTEGER PRIMARY KEY AUTOINCREMENT,
  format        TEXT    NOT NULL,
  target        TEXT    NOT NULL,
  created_ms    INTEGER NOT NULL,
  complete      INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  manifest      TEXT    CHECK (manifest IS NULL OR json_valid(manifest)),
  voided_reason TEXT    CHECK (voided_reason <> ''),
  voided_by     TEXT
) STRICT;

CREATE TABLE batch_documents (
  batch       INTEGER NOT NULL REFERENCES batches (seq),
  position    INTEGER NOT NULL,
  document_id TEXT    NOT NULL REFERENCES documents (id),
  record      TEXT    NOT NULL CHECK (json_valid(record)),
  in_force    INTEGER NOT NULL DEFAULT 1 CHECK (in_force IN (0, 1)),
  PRIMARY KEY (batch, position)
) STRICT;
-- The rule that matters most: no document stands in two batches in force.
CREATE UNIQUE INDEX batch_documents_once ON batch_documents (document_id) WHERE in_force = 1;

CREATE TABLE runs (
  command         TEXT PRIMARY KEY,
  last_run_ms     INTEGER NOT NULL,
  last_success_ms INTEGER NOT NULL,
  last_exit_code  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run_outcomes (
  command TEXT    NOT NULL,
  outcome TEXT    NOT NULL,
  total   INTEGER NOT NULL CHECK (total >= 0),
  PRIMARY KEY (command, outcome)
) STRICT, WITHOUT ROWID;
)sql";

// Vendor memory: habits learned from corrections, and the marks by which a vendor is known.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE vendor_marks (
  mark   TEXT NOT NULL,
  vendor TEXT NOT NULL,
  PRIMARY KEY (mark, vendor)
) STRICT, WITHOUT ROWID;
CREATE INDEX vendor_marks_by_vendor ON vendor_marks (vendor);

CREATE TABLE vendor_habits (
  vendor      TEXT    NOT NULL,
  field       TEXT    NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('label','spot','constant','absent','date_order','decimals')),
  value       TEXT    NOT NULL,
  relation    TEXT    NOT NULL,
  shape       TEXT    NOT NULL,
  document_id TEXT    NOT NULL,
  actor       TEXT    NOT NULL,
  learned_ms  INTEGER NOT NULL,
  kept        INTEGER NOT NULL DEFAULT 0 CHECK (kept >= 0),
  failed      INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
  PRIMARY KEY (vendor, field)
) STRICT, WITHOUT ROWID;
)sql";

// The index of repeats takes the place of the business keys. It is made anew from the records by the next program that
// looks for repeats (stages/duplicate_index.h). `keys` repeats the keys of the document, for when they are replaced.
constexpr const char* kVersionRepeats = R"sql(
DROP TABLE business_keys;

CREATE TABLE repeat_keys (
  key      INTEGER NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE repeat_profiles (
  document INTEGER PRIMARY KEY REFERENCES documents (seq),
  keys     TEXT    NOT NULL,
  profile  TEXT    NOT NULL
) STRICT;

CREATE TABLE repeat_index (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  version INTEGER NOT NULL
) STRICT;
)sql";

// The journal: events bear hashes that form a chain.
constexpr const char* kVersionJournal = R"sql(
DROP TRIGGER events_never_change;
ALTER TABLE events ADD COLUMN record_hash TEXT CHECK (length(record_hash) = 64);
ALTER TABLE events ADD COLUMN hash TEXT CHECK (length(hash) = 64);
)sql";

// Only the next number is taken, so that no entry can be replaced by one of the same number.
constexpr const char* kJournalTriggers = R"sql(
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
  BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_only_appended BEFORE INSERT ON events
  WHEN NEW.hash IS NULL OR NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
  BEGIN SELECT raise(ABORT, 'events are only appended, with their hash'); END;
)sql";

// What happens to a document leaves an event, and who corrected a document does not approve it: not by a command, and
// not by SQL. `event` is the number of the event that last changed the record.
constexpr const char* kVersionAuthority = R"sql(
ALTER TABLE documents ADD COLUMN event INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER documents_change_by_event BEFORE UPDATE OF id, state, route, record, event ON documents
  WHEN NEW.id IS NOT OLD.id OR NEW.event <= OLD.event OR NOT EXISTS (
    SELECT 1 FROM events e WHERE e.seq = NEW.event AND e.document_id = NEW.id AND e.record_hash IS NOT NULL)
  BEGIN SELECT raise(ABORT, 'a record changes only with an event of its own'); END;
CREATE TRIGGER documents_never_go BEFORE DELETE ON documents
  BEGIN SELECT raise(ABORT, 'documents are never removed'); END;
CREATE TRIGGER documents_approved_by_another BEFORE UPDATE OF route ON documents
  WHEN NEW.route = 'approve' AND EXISTS (
    SELECT 1 FROM events a JOIN events c ON c.document_id = a.document_id AND c.kind = 'corrected' AND c.actor = a.actor
    WHERE a.seq = NEW.event AND a.kind = 'approved')
  BEGIN SELECT raise(ABORT, 'who corrected a document may not approve it (four eyes)'); END;
CREATE TRIGGER events_four_eyes BEFORE INSERT ON events
  WHEN NEW.kind = 'approved' AND EXISTS (
    SELECT 1 FROM events e WHERE e.document_id = NEW.document_id AND e.kind = 'corrected' AND e.actor = NEW.actor)
  BEGIN SELECT raise(ABORT, 'who corrected a document may not approve it (four eyes)'); END;
)sql";

// Master data: versions of items, each from an import that can be reverted, with their marks and trigrams; and the
// bills that documents added to the ledger.
constexpr const char* kVersionMaster = R"sql(
CREATE TABLE master_imports (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  kind            TEXT    NOT NULL,
  source          TEXT    NOT NULL,
  actor           TEXT    NOT NULL,
  at_ms           INTEGER NOT NULL,
  effective       TEXT,
  added           INTEGER NOT NULL DEFAULT 0,
  changed         INTEGER NOT NULL DEFAULT 0,
  unchanged       INTEGER NOT NULL DEFAULT 0,
  removed         INTEGER NOT NULL DEFAULT 0,
  refused         INTEGER NOT NULL DEFAULT 0,
  reverted_ms     INTEGER,
  reverted_by     TEXT,
  reverted_reason TEXT
) STRICT;
CREATE TRIGGER master_imports_never_go BEFORE DELETE ON master_imports
  BEGIN SELECT raise(ABORT, 'imports are append-only'); END;

CREATE TABLE master_versions (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  import   INTEGER NOT NULL REFERENCES master_imports (id),
  kind     TEXT    NOT NULL,
  key      TEXT    NOT NULL,
  from_day INTEGER NOT NULL,
  removed  INTEGER NOT NULL CHECK (removed IN (0, 1)),
  content  TEXT    NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX master_versions_by_key ON master_versions (kind, key, from_day, id);
CREATE INDEX master_versions_by_import ON master_versions (import);
CREATE TRIGGER master_versions_never_change BEFORE UPDATE ON master_versions
  BEGIN SELECT raise(ABORT, 'master data is append-only'); END;
CREATE TRIGGER master_versions_never_go BEFORE DELETE ON master_versions
  BEGIN SELECT raise(ABORT, 'master data is append-only'); END;

CREATE TABLE master_marks (
  kind    TEXT    NOT NULL,
  mark    TEXT    NOT NULL,
  version INTEGER NOT NULL REFERENCES master_versions (id),
  PRIMARY KEY (kind, mark, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE master_grams (
  kind    TEXT    NOT NULL,
  gram    INTEGER NOT NULL,
  version INTEGER NOT NULL REFERENCES master_versions (id),
  PRIMARY KEY (kind, gram, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE master_gram_counts (
  kind     TEXT    NOT NULL,
  gram     INTEGER NOT NULL,
  versions INTEGER NOT NULL,
  PRIMARY KEY (kind, gram)
) STRICT, WITHOUT ROWID;

CREATE TABLE bills (
  document_id TEXT    PRIMARY KEY REFERENCES documents (id),
  number      TEXT    NOT NULL,
  currency    TEXT    NOT NULL,
  type        TEXT    NOT NULL,
  prepayment  INTEGER NOT NULL CHECK (prepayment IN (0, 1)),
  day         INTEGER NOT NULL,
  gross       TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE bill_marks (
  mark        TEXT    NOT NULL,
  day         INTEGER NOT NULL,
  document_id TEXT    NOT NULL REFERENCES documents (id),
  PRIMARY KEY (mark, day, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_marks_by_document ON bill_marks (document_id);
)sql";

// Who acts and who decides. Every entry of the journal is written by a program that knows the operating-system user
// (ap_acts_as, see Database::act_as): where nobody vouches for the name, as in the shell of SQLite, nothing is
// appended. What a person corrected becomes approved only by an approval of somebody who corrected nothing on it,
// whoever asks and whatever the event is called; and what is exported is what was approved, byte by byte.
constexpr const char* kVersionPeople = R"sql(
DROP TRIGGER documents_approved_by_another;
DROP TRIGGER events_four_eyes;

CREATE TRIGGER events_by_who_acts BEFORE INSERT ON events WHEN NOT ap_acts_as(NEW.actor)
  BEGIN SELECT raise(ABORT, 'events bear the name of the operating-system user who acts'); END;
CREATE TRIGGER events_four_eyes BEFORE INSERT ON events
  WHEN NEW.kind = 'approved_alone' OR (NEW.kind IN ('approved','released') AND EXISTS (
    SELECT 1 FROM events e WHERE e.document_id = NEW.document_id AND e.kind = 'corrected' AND e.actor = NEW.actor))
  BEGIN SELECT raise(ABORT, 'who corrected a document may neither approve it nor release its account (four eyes)'); END;

-- Only its way into a batch and out of one leaves a route as it was decided.
CREATE TRIGGER documents_approved_by_another BEFORE UPDATE OF route, state, record, event ON documents
  WHEN NEW.route = 'approve'
    AND NOT (OLD.route = 'approve' AND OLD.state <> NEW.state AND OLD.state IN ('validated','exported')
             AND NEW.state IN ('validated','exported'))
    AND EXISTS (SELECT 1 FROM events c WHERE c.document_id = NEW.id AND c.kind = 'corrected')
    AND NOT EXISTS (
      SELECT 1 FROM events a WHERE a.document_id = NEW.id AND a.kind = 'approved'
        AND a.seq > (SELECT max(d.seq) FROM events d
                     WHERE d.document_id = NEW.id AND d.kind IN ('corrected','rejected','reopened'))
        AND NOT EXISTS (SELECT 1 FROM events c
                        WHERE c.document_id = NEW.id AND c.kind = 'corrected' AND c.actor = a.actor))
  BEGIN SELECT raise(ABORT, 'a document that a person corrected is approved by another (four eyes)'); END;

CREATE TRIGGER documents_columns_as_record BEFORE UPDATE OF state, route, record ON documents
  WHEN NEW.route IS NOT json_extract(NEW.record, '$.decision.route')
    OR NEW.state IS NOT json_extract(NEW.record, '$.state')
  BEGIN SELECT raise(ABORT, 'state and route are those of the record'); END;

CREATE TRIGGER batch_documents_as_approved BEFORE INSERT ON batch_documents
  WHEN NOT EXISTS (SELECT 1 FROM documents d
                   WHERE d.id = NEW.document_id AND d.route = 'approve' AND d.record = NEW.record)
  BEGIN SELECT raise(ABORT, 'a batch takes approved documents as they are'); END;
CREATE TRIGGER batch_documents_stay BEFORE UPDATE OF batch, position, document_id, record ON batch_documents
  BEGIN SELECT raise(ABORT, 'a batch keeps what it took'); END;

-- Who works on a document; `event` is the number of the event that says so.
CREATE TABLE assignments (
  document_id TEXT    PRIMARY KEY REFERENCES documents (id),
  assignee    TEXT    NOT NULL,
  event       INTEGER NOT NULL REFERENCES events (seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER assignments_by_event BEFORE INSERT ON assignments WHEN NOT EXISTS (
    SELECT 1 FROM events e WHERE e.seq = NEW.event AND e.document_id = NEW.document_id AND e.kind = 'assigned')
  BEGIN SELECT raise(ABORT, 'a document is assigned only with an event of its own'); END;
CREATE TRIGGER assignments_never_change BEFORE UPDATE ON assignments
  BEGIN SELECT raise(ABORT, 'a document is assigned only with an event of its own'); END;
)sql";

// What was disposed of stays as it is, and what is under a legal hold is not disposed of.
constexpr const char* kVersionDisposal = R"sql(
ALTER TABLE documents ADD COLUMN disposed INTEGER NOT NULL DEFAULT 0 CHECK (disposed IN (0, 1));

CREATE TRIGGER documents_stay_disposed BEFORE UPDATE OF id, state, route, record, disposed ON documents
  WHEN OLD.disposed = 1
  BEGIN SELECT raise(ABORT, 'the document was disposed of and does not change any more'); END;
CREATE TRIGGER documents_disposed_by_event BEFORE UPDATE OF disposed ON documents
  WHEN NEW.disposed = 1 AND NOT EXISTS (SELECT 1 FROM events e WHERE e.seq = NEW.event AND e.kind = 'disposed')
  BEGIN SELECT raise(ABORT, 'a document is disposed of only with an event that says so'); END;
CREATE TRIGGER events_legal_hold BEFORE INSERT ON events
  WHEN NEW.kind = 'disposed' AND 'held' = (
    SELECT e.kind FROM events e WHERE e.document_id = NEW.document_id AND e.kind IN ('held','hold_lifted')
    ORDER BY e.seq DESC LIMIT 1)
  BEGIN SELECT raise(ABORT, 'the document is under a legal hold'); END;

-- The copies in batches go with their document, and only then.
DROP TRIGGER batch_documents_stay;
CREATE TRIGGER batch_documents_stay BEFORE UPDATE OF batch, position, document_id, record ON batch_documents
  WHEN NEW.batch IS NOT OLD.batch OR NEW.position IS NOT OLD.position OR NEW.document_id IS NOT OLD.document_id
    OR NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = OLD.document_id AND d.disposed = 1 AND d.record = NEW.record)
  BEGIN SELECT raise(ABORT, 'a batch keeps what it took'); END;
)sql";

void make_journal(Database& database) {
  chain_events(database);
  database.execute(kJournalTriggers);
}

struct Step {
  const char* sql;
  void (*then)(Database&) = nullptr;  // what SQL cannot do, in the same transaction
};

// Step n brings version n to n + 1. Add at the end; never change what was released.
constexpr std::array kSteps{Step{kVersion1},         Step{kVersion2},
                            Step{kVersionRepeats},   Step{kVersionJournal, make_journal},
                            Step{kVersionAuthority}, Step{kVersionMaster},
                            Step{kVersionPeople},    Step{kVersionDisposal},
                            Step{kVersionSeals},     Step{kVersionShares, pack_grams}};
static_assert(kSteps.size() == kSchemaVersion);

std::int64_t pragma(Database& database, const char* name) {
  auto statement = database.prepare(std::string("PRAGMA ") + name);
  return statement.step() ? statement.integer(0) : 0;
}

}  // namespace

int schema_version(Database& database) {
  auto version = int(pragma(database, "user_version"));
  auto application = pragma(database, "application_id");
  auto objects = database.prepare("SELECT count(*) FROM sqlite_schema");
  objects.step();
  bool empty = version == 0 && application == 0 && objects.integer(0) == 0;
  if (!empty && application != kApplicationId)
    throw Error(ErrorKind::config, database.path() + " is a database of another program",
                "set --store to another path");
  if (version > kSchemaVersion)
    throw Error(ErrorKind::config,
                "the store " + database.path() + " has schema version " + std::to_string(version) +
                    ", this program knows " + std::to_string(kSchemaVersion),
                "upgrade this program");
  return version;
}

void migrate(Database& database) {
  // One transaction sets both, so a version that is there has its application beside it. The full look needs the lock:
  // another program may be making the schema at this moment.
  if (pragma(database, "user_version") == kSchemaVersion && pragma(database, "application_id") == kApplicationId)
    return;
  Transaction transaction(database);
  // Another program may have done it while we waited for the lock.
  for (int version = schema_version(database); version < kSchemaVersion; ++version) {
    const Step& step = kSteps[std::size_t(version)];
    database.execute(step.sql);
    if (step.then) step.then(database);
    database.prepare("INSERT INTO migrations (version, applied_ms) VALUES (?, unixepoch() * 1000)")
        .bind(version + 1)
        .run();
    database.execute("PRAGMA user_version=" + std::to_string(version + 1) +
                     "; PRAGMA application_id=" + std::to_string(kApplicationId));
  }
  transaction.commit();
}

}  // namespace ap::sqlite
