// Journal entries and heads as text: what ap-health journal writes and reads.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "core/journal.h"

namespace ap {

// An entry from one line of an export, which must be exactly what export_line() writes: another spelling of the same
// values is refused as well, so that no byte can differ unseen. The error is part of a sentence.
std::expected<JournalEntry, std::string> journal_entry_from(std::string_view line);

// A head kept elsewhere: {"schema":"ap.journal-head/1","seq":12,"hash":"...","at":"...","key":"...","signature":"..."};
// key and signature are empty in one that was not signed.
struct KeptHead {
  JournalHead head;
  std::string at;              // when it was taken, RFC 3339
  std::string key, signature;  // Ed25519 public key and signature over head_message(), hex

  bool is_signed() const { return !signature.empty(); }
};

// What is signed: "ap.journal-head/1 SEQ HASH AT".
std::string head_message(const KeptHead& head);
std::string head_line(const KeptHead& head);
std::expected<KeptHead, std::string> head_from(std::string_view text);

}  // namespace ap
