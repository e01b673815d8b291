// The memory of the toolkit: arrivals, records, claims, export batches, events.
//
// One conformance suite (tests/conformance/store_suite.h) says what every adapter must do. Each method is one
// transaction: when it returns, its effect survives a power cut; when it throws or the process dies, nothing happened.
// Safe for concurrent use by threads and processes; failures of the world throw ap::Error (unavailable, temporary when
// a lock could not be had, io). Visitors run outside any lock: they may call the store, and return false to stop.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/journal.h"
#include "core/record.h"
#include "ports/ledger.h"
#include "ports/master_data.h"
#include "ports/vendor_memory.h"

namespace ap {

// One coming-in of a document. All members but received_ms name it: met again, it is no news.
struct Arrival {
  std::string channel;  // file, mail, stdin
  std::string locator;  // absolute path; Message-ID and part; "" for standard input
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  // of the file; 0 for mail and standard input
  std::string document_id;
  std::int64_t received_ms = 0;
  bool operator==(const Arrival&) const = default;
};

enum class ArrivalOutcome {
  taken,      // a new document, now in the store with the record given
  known,      // this very arrival was recorded before: no news
  duplicate,  // known bytes by a new way: the first document is untouched
};

// Something that happened to a document. `detail` of an approval names as "as" the roles for which the person stood
// (gates of the policy may want one). Appended in the same transaction as its effect.
struct Event {
  std::int64_t at_ms = 0;
  std::string actor;   // operating-system user
  std::string kind;    // received extracted validated exported corrected approved rejected voided failed ...
  std::string detail;  // JSON text, "" when none; stays as long as the journal
  // What may have to be forgotten (values, what people wrote): JSON text, "" when none. It stands beside the journal,
  // which bears a salted digest of it (core/journal.h), and goes when the document is disposed of.
  std::string values = {};
  bool operator==(const Event&) const = default;
};

// One arrival with the record it makes when the document is new. The event is not written for a known arrival.
struct Intake {
  Arrival arrival;
  Record record;  // state received; failed when refused; validated without a route for a mail that only carried parts
  Event event;
};

// The kind of event by which an administrator adopts a policy (stages/adoption.h).
inline constexpr std::string_view kPolicyAdopted = "policy_adopted";

struct StoredEvent {
  std::int64_t sequence = 0;
  std::string document_id;       // "" for an event of the store itself
  Event event;                   // with the seal of its values in the detail; values "" when they are gone
  std::string record_hash = {};  // SHA-256 of the record's line after the event, "" when it did not change
  std::string hash = {};         // of the entry in the journal, see core/journal.h
  std::string salt = {};         // of the values, "" when there are none
};

// A lease a worker holds on a document while it works on it.
struct Claim {
  std::string document_id;
  std::string owner;
  int tries = 0;  // earlier temporary failures
};

// Which records to visit; empty members do not restrict. Order: arrival.
struct Query {
  std::optional<State> state;
  std::optional<Route> route;
  std::int64_t limit = 0;  // 0: all
};

// What the index of repeats keeps of a document (control DUPLICATE_INVOICE). Keys and profile are the caller's: the
// store only finds documents that share a key.
struct IndexEntry {
  std::string document_id;
  std::vector<std::uint64_t> keys;
  std::string profile;
};

struct IndexHit {
  std::string document_id;
  std::int64_t order = 0;  // of arrival
  State state = State::received;
  std::optional<Route> route;
  std::string profile;
};

struct Batch {
  std::string id;  // "B000017": ordered, unique
  std::string format;
  std::string target;                  // absolute folder its files go to, also when another run resumes it
  std::int64_t created_ms = 0;         // when it was reserved, so that a resumed batch has the same bytes
  std::vector<std::string> documents;  // ids in export order
  bool complete = false;
  std::string voided_reason;  // "" while in force
  std::string voided_by;
  std::string manifest;  // JSON text of the finished batch, "" before
};

struct BatchRequest {
  std::string format, target;
  std::optional<std::vector<std::string>> only;  // none but these; without it all that are due
  std::int64_t limit = 0;                        // 0: all
};

struct QueueFigures {
  std::map<std::pair<State, std::optional<Route>>, std::int64_t> documents;
  std::map<State, std::int64_t> oldest_ms;  // when the oldest document in the state came in
};

struct RunFigures {
  std::int64_t last_run_ms = 0, last_success_ms = 0;
  int last_exit_code = 0;
  std::map<std::string, std::int64_t> processed;  // outcome -> total since the store began
};

class Store {
 public:
  virtual ~Store() = default;

  // ---- ingest
  // The document that this channel, locator, size and time brought before: asked before a file is read at all.
  virtual std::optional<std::string> find_arrival(std::string_view channel, std::string_view locator,
                                                  std::uint64_t bytes, std::int64_t modified_ns) = 0;
  // Records arrivals, and the records of documents that are new, all or none: a mail comes in with all its parts.
  // One outcome per item, in order; items see those before them.
  virtual std::vector<ArrivalOutcome> add_arrivals(const std::vector<Intake>& items) = 0;
  // Every arrival, in the order they came.
  virtual void for_each_arrival(const std::function<bool(const Arrival&)>& visit) = 0;

  // ---- records
  virtual std::optional<Record> find(std::string_view id) = 0;
  // Ids that begin with `prefix`, ascending, at most `limit`.
  virtual std::vector<std::string> ids_beginning(std::string_view prefix, int limit) = 0;
  // Position in the order of arrival, from 1; 0 when there is no such document.
  virtual std::int64_t arrival_order(std::string_view id) = 0;
  // Replaces the stored record when its stored state is `before`; ends any claim on it. False, and nothing changed,
  // when the state is another (someone was faster) or a batch not yet complete holds the document. Throws
  // Error(permission), four eyes: for an event "approved" or "released" by who has corrected the document, and for the
  // route approve on a document that was corrected unless an event "approved" by somebody else came after the last
  // correction, rejection or reopening. The same for a document that becomes approved while a gate of the policy in its
  // findings wants the approval by a role (rules/policy/policy.h): such an approval must say that it was given in that
  // role, and who acts must hold it; and for one that a gate blocks.
  virtual bool update(const Record& record, State before, const Event& event) = 0;
  // Replaces the record of a document in state `before` by `rest`, which bears a disposal and nothing of its content,
  // and removes what else the store keeps of the content: copies in batches, index of repeats, ledger, values of its
  // events. What the replaced bytes were is not readable from the store's file afterwards. The journal, arrivals and
  // batch manifests stay. False, and nothing changed, as update() does. Throws Error(permission) while the last of its
  // events "held" and "hold_lifted" is "held", and when it was disposed of already: after that, no record changes any
  // more.
  virtual bool dispose(const Record& rest, State before, const Event& event) = 0;
  virtual void for_each(const Query& query, const std::function<bool(const Record&)>& visit) = 0;

  // ---- the index of repeats
  // Replaces what the index keeps of these documents, all or none; documents that are not in the store are left out.
  virtual void index_documents(const std::vector<IndexEntry>& entries) = 0;
  // Documents other than the one at `order` that share a key: under each key the last `per_key` that arrived before
  // it and the first `per_key` after it. Each once, in order of arrival.
  virtual std::vector<IndexHit> find_indexed(const std::vector<std::uint64_t>& keys, std::int64_t order,
                                             int per_key) = 0;
  // Which version of keys and profiles the index is made of; 0 at first, and after a migration that emptied it.
  virtual int index_version() = 0;
  virtual void set_index_version(int version) = 0;

  // ---- claims: up to `limit` documents in `state` (and `route` where given) that nobody holds, in order of arrival.
  // A lease ends at now_ms + lease_ms. A document that failed for a passing reason is due again at its retry time.
  virtual std::vector<Claim> claim(State state, std::optional<Route> route, int limit, std::string_view owner,
                                   std::int64_t now_ms, std::int64_t lease_ms) = 0;
  // Prolongs a lease; false when it was lost to another owner or the work is done.
  virtual bool renew(const Claim& claim, std::int64_t now_ms, std::int64_t lease_ms) = 0;
  // Gives it back untouched, or to be tried again not before `retry_at_ms`, which counts as a try. Does nothing when
  // the claim is no longer the owner's.
  virtual void release(const Claim& claim, std::optional<std::int64_t> retry_at_ms) = 0;
  // Owners of claims whose lease has not ended, so that a later run can tell which of them are no more.
  virtual std::vector<std::string> claim_owners(std::int64_t now_ms) = 0;
  // Gives back all that an owner holds: for the owner itself when it stops, and for one that is known to be dead.
  virtual void release_all(std::string_view owner) = 0;

  // ---- export: reserve, write files, complete
  // Reserves approved, validated documents that no batch in force holds, in order of arrival. Keeps their records as
  // they are now, so that the batch can be written again byte by byte. nullopt when there are none. created_ms is the
  // event's time.
  virtual std::optional<Batch> reserve_batch(const BatchRequest& request, const Event& event) = 0;
  // Batches reserved and never completed: a run that died left them.
  virtual std::vector<Batch> open_batches() = 0;
  // The records of a batch as they were reserved, in export order.
  virtual void for_each_in_batch(std::string_view id, const std::function<bool(const Record&)>& visit) = 0;
  // Marks the batch complete and its documents exported. Completing it again changes nothing.
  virtual void complete_batch(std::string_view id, std::string_view manifest, const Event& event) = 0;
  virtual std::optional<Batch> find_batch(std::string_view id) = 0;
  virtual std::vector<Batch> batches() = 0;  // oldest first
  // Makes its documents validated and exportable again; false when there is no such batch in force.
  virtual bool void_batch(std::string_view id, std::string_view reason, const Event& event) = 0;

  // What was learned about vendors; lives as long as the store.
  virtual VendorMemory& vendor_memory() = 0;
  // Vendors, orders and what else is known before an invoice comes, and the bills that came. Live as long as the store.
  virtual MasterData& master_data() = 0;
  virtual BillLedger& ledger() = 0;

  // ---- who works on what
  // Gives a document to a user, "" to nobody; `event` must be of kind "assigned". False when there is no such document.
  virtual bool assign(std::string_view document_id, std::string_view assignee, const Event& event) = 0;
  // Document id -> user, of all that are somebody's.
  virtual std::map<std::string, std::string> assignments() = 0;

  // ---- texts that decisions name by their digest: policies, settings
  // Keeps a text under its SHA-256, which it returns. Kept once; never changed, never removed.
  virtual std::string keep_text(std::string_view text) = 0;
  // Texts whose digest begins with `prefix`, by digest; at most two, so that it can be told whether one is meant.
  virtual std::vector<std::pair<std::string, std::string>> texts_beginning(std::string_view prefix) = 0;

  // ---- events, figures, upkeep
  virtual void append_event(std::string_view document_id, const Event& event) = 0;
  // Events of one document, or all of them when `document_id` is "", in order.
  virtual void for_each_event(std::string_view document_id, const std::function<bool(const StoredEvent&)>& visit) = 0;
  // The last entry of the journal that all events form; number 0 and kJournalStart when there is none.
  virtual JournalHead journal_head() = 0;
  // The last event of kind kPolicyAdopted; nullopt when there is none.
  virtual std::optional<StoredEvent> policy_adopted() = 0;
  // What was changed beside the journal: documents whose record is not the one that their last event left, and rules of
  // the store that somebody took away. For people; empty when there is nothing.
  virtual std::vector<std::string> beside_journal() = 0;
  virtual QueueFigures queue_figures() = 0;
  virtual void record_run(std::string_view command, std::int64_t at_ms, int exit_code,
                          const std::map<std::string, std::int64_t>& processed) = 0;
  virtual std::map<std::string, RunFigures> run_figures() = 0;
  virtual int schema_version() = 0;
  // Problems found by the engine's own integrity check and ours; empty when sound.
  virtual std::vector<std::string> check() = 0;
  virtual std::string location() const = 0;  // for messages, without secrets
};

// Copies of a whole store, for backups. The copy is one file in the adapter's own form. Kept apart from Store because
// only backup needs it and not every adapter can do it. Throws ap::Error.
class StoreCopier {
 public:
  virtual ~StoreCopier() = default;
  // A consistent copy into a new file at `path`, flushed, while others write.
  virtual void copy_to(const std::string& path) = 0;
  // Names the form of the copies, for who opens them later: "sqlite".
  virtual std::string_view form() const = 0;
  // True when the store holds nothing at all.
  virtual bool is_empty() = 0;
  // Makes the store what the copy is, at once. Throws cannot_create when the store holds anything already.
  virtual void restore_from(const std::string& path) = 0;
};

}  // namespace ap
