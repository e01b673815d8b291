// Later steps of the schema; see schema.cc, which puts them in order. Never changed once released.
#pragma once

namespace ap::sqlite {

// Version 9. Values of events stand beside the journal, sealed in it (core/journal.h), and go with their document.
// Texts that decisions name by their digest. Approvals that a gate of the policy wants from a role come from one who
// holds it: ap_stands_for() is what the program knows of who acts. The words of findings are those of
// rules/policy/policy.cc.
inline constexpr const char* kVersionSeals = R"sql(
CREATE TABLE event_values (
  event   INTEGER PRIMARY KEY REFERENCES events (seq),
  salt    TEXT NOT NULL CHECK (length(salt) = 32),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TRIGGER event_values_as_sealed BEFORE INSERT ON event_values
  WHEN (SELECT json_extract(e.detail, '$.sealed') FROM events e WHERE e.seq = NEW.event)
       IS NOT ap_seal(NEW.salt, NEW.content)
  BEGIN SELECT raise(ABORT, 'values of an event are those that the journal sealed'); END;
CREATE TRIGGER event_values_never_change BEFORE UPDATE ON event_values
  BEGIN SELECT raise(ABORT, 'values of an event never change'); END;
CREATE TRIGGER event_values_go_with_their_document BEFORE DELETE ON event_values
  WHEN NOT EXISTS (SELECT 1 FROM events e JOIN documents d ON d.id = e.document_id
                   WHERE e.seq = OLD.event AND d.disposed = 1)
  BEGIN SELECT raise(ABORT, 'values of an event go only when its document is disposed of'); END;

CREATE TABLE texts (
  digest  TEXT PRIMARY KEY CHECK (length(digest) = 64),
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER texts_as_named BEFORE INSERT ON texts WHEN NEW.digest IS NOT ap_sha256(NEW.content)
  BEGIN SELECT raise(ABORT, 'a text is kept under its own digest'); END;
CREATE TRIGGER texts_never_change BEFORE UPDATE ON texts
  BEGIN SELECT raise(ABORT, 'texts that decisions name never change'); END;
CREATE TRIGGER texts_never_go BEFORE DELETE ON texts
  BEGIN SELECT raise(ABORT, 'texts that decisions name are never removed'); END;

CREATE TRIGGER events_in_own_role BEFORE INSERT ON events
  WHEN NEW.kind = 'approved' AND EXISTS (
    SELECT 1 FROM json_each(NEW.detail, '$.as') r WHERE NOT ap_stands_for(r.value))
  BEGIN SELECT raise(ABORT, 'who acts does not hold the role in which this is approved'); END;
CREATE TRIGGER documents_approved_in_role BEFORE UPDATE OF route, state, record, event ON documents
  WHEN NEW.route = 'approve' AND OLD.route IS NOT 'approve' AND EXISTS (
    SELECT 1 FROM json_each(NEW.record, '$.findings') f
    WHERE json_extract(f.value, '$.set') = 'policy'
      AND (json_extract(f.value, '$.expected') = 'a correction, or rejection'
           OR substr(json_extract(f.value, '$.expected'), 1, 12) = 'approval by ' AND NOT EXISTS (
             SELECT 1 FROM events a, json_each(a.detail, '$.as') r
             WHERE a.document_id = NEW.id AND a.kind = 'approved'
               AND r.value = substr(json_extract(f.value, '$.expected'), 13)
               AND a.seq > coalesce((SELECT max(d.seq) FROM events d WHERE d.document_id = NEW.id
                                     AND d.kind IN ('corrected','rejected','reopened')), 0))))
  BEGIN SELECT raise(ABORT, 'the policy wants the approval of a role that nobody gave, or blocks the document'); END;
)sql";

// Version 10. What a bill takes of orders, for each combination of orders that an invoice named: reckoned from the
// record of that event and the versions of the orders, so that cumulative matching reads no record again. And trigrams
// of names as packed lists of versions (postings.h), which pack_grams() makes of the rows there were. And the policy
// that a store adopted.
inline constexpr const char* kVersionShares = R"sql(
CREATE TABLE bill_shares (
  document INTEGER NOT NULL REFERENCES documents (seq),
  orders   TEXT    NOT NULL,
  versions TEXT    NOT NULL,
  event    INTEGER NOT NULL,
  share    TEXT    NOT NULL,
  PRIMARY KEY (document, orders)
) STRICT, WITHOUT ROWID;

-- What is asked of a document without its record.
CREATE INDEX documents_facts ON documents (id, state, route, event);

CREATE INDEX events_policy_adopted ON events (kind, seq) WHERE kind = 'policy_adopted';
CREATE TRIGGER events_adopt_as_administrator BEFORE INSERT ON events
  WHEN NEW.kind = 'policy_adopted' AND NOT ap_stands_for('administrator')
  BEGIN SELECT raise(ABORT, 'a policy is adopted by an administrator'); END;

CREATE TABLE master_postings (
  kind     TEXT    NOT NULL,
  gram     INTEGER NOT NULL,
  first    INTEGER NOT NULL,
  versions BLOB    NOT NULL,
  UNIQUE (kind, gram, first)
) STRICT;
)sql";

}  // namespace ap::sqlite
