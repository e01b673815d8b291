// ap-health journal: the events of a store as a chain of hashes (core/journal.h), checked, exported, its head taken.
//
// Checking an export needs neither store nor network.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "ports/clock.h"
#include "ports/signer.h"
#include "ports/store.h"
#include "record/journal_json.h"

namespace ap {

// Every entry, oldest first, each a line without its line feed. With `values` also what may have to be forgotten: who
// keeps such an export keeps it beyond the disposal of the document.
enum class JournalValues { leave_out, include };
void export_journal(Store& store, JournalValues values, const std::function<void(std::string_view line)>& line);

// The last entry as it is now. With a secret it is signed.
KeptHead take_head(Store& store, Clock& clock, Signer* signer, std::string_view secret);

struct JournalVerdict {
  std::int64_t entries = 0;  // that hold
  JournalHead last;
  std::string problem;  // "" when all hold
  bool tail_proven = false;
  std::int64_t with_values = 0, without_values = 0;  // entries that bear a seal, and whether their values were there
};

// Of a store also that every record is the one its last entry left, that approvals in records stand in the journal,
// and that no rule (trigger) of the store was taken away. A head is met when the journal holds its entry; entries after
// it were appended since. In a store the values of every entry must be there, but of documents that were disposed of;
// in an export those that are there must be the sealed ones.
JournalVerdict verify_journal(Store& store, const std::optional<KeptHead>& head);
JournalVerdict verify_export(std::istream& in, const std::optional<KeptHead>& head);

// Why a head that was kept cannot be relied on: its signature is wrong, or not by `key` (hex, "" any). "" when it can;
// one without a signature is taken as it is unless a key is asked for.
std::string distrust(const KeptHead& head, Signer& signer, std::string_view key);

// For people: what holds, what does not, and what this does not prove.
std::string journal_text(const JournalVerdict& verdict, const std::optional<KeptHead>& head);

}  // namespace ap
