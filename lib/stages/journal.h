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

// Every entry, oldest first, each a line without its line feed.
void export_journal(Store& store, const std::function<void(std::string_view line)>& line);

// The last entry as it is now. With a secret it is signed.
KeptHead take_head(Store& store, Clock& clock, Signer* signer, std::string_view secret);

struct JournalVerdict {
  std::int64_t entries = 0;  // that hold
  JournalHead last;
  std::string problem;  // "" when all hold
  bool tail_proven = false;
};

// A head is met when the journal holds its entry; entries after it were appended since.
JournalVerdict verify_journal(Store& store, const std::optional<KeptHead>& head);
JournalVerdict verify_export(std::istream& in, const std::optional<KeptHead>& head);

// Why a head that was kept cannot be relied on: its signature is wrong, or not by `key` (hex, "" any). "" when it can;
// one without a signature is taken as it is unless a key is asked for.
std::string distrust(const KeptHead& head, Signer& signer, std::string_view key);

// For people: what holds, what does not, and what this does not prove.
std::string journal_text(const JournalVerdict& verdict, const std::optional<KeptHead>& head);

}  // namespace ap
