// The journal: every event of a store in one chain of hashes that shows each change made afterwards.
//
// Each entry has a canonical line (below). Its hash is SHA-256 over the hash of the entry before it, a line feed and
// that line; the first entry stands on 64 zeros. Who rewrites an entry must rewrite all that follow, and a head (number
// and hash of the last entry) kept elsewhere shows that. Without a head the chain cannot tell that its end is missing.
//
// Canonical line: one JSON object without blanks, members in this order, strings as json_quote() writes them:
//   {"seq":1,"document":"<id or empty>","at_ms":1795000000000,"actor":"ann","kind":"received","detail":"<JSON text or
//   empty>","record":"<SHA-256 of the record's line after the event, empty when it did not change>"}
// An export has the same line with a last member "hash", one entry a line, each ended by a line feed.
//
// Values that may have to be forgotten are no part of the chain. The detail bears, as its last member "sealed", the
// SHA-256 of a random salt of 32 hex digits, a line feed and the values. As long as the values are there they can be
// checked; once they and the salt are gone, nobody can find them by trying, and the chain holds all the same. An export
// with values has "salt" and "values" behind "hash".
// Pure; a JournalCheck is for one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ap {

struct JournalEntry {
  std::int64_t seq = 0;  // from 1, without gaps
  std::string document_id;
  std::int64_t at_ms = 0;
  std::string actor, kind, detail;
  std::string record_hash;
  std::string hash;
  std::string salt = {}, values = {};  // "" where there are none, or none any more
  bool operator==(const JournalEntry&) const = default;
};

std::string seal_of(std::string_view salt, std::string_view values);
// The detail (a JSON object, or "") with the seal as its last member.
std::string with_seal(std::string_view detail, std::string_view seal);
// The seal that a detail bears, "" when it bears none.
std::string_view seal_in(std::string_view detail);

// What the first entry stands on.
inline const std::string kJournalStart(64, '0');

std::string canonical_line(const JournalEntry& entry);
std::string chain_hash(std::string_view previous_hash, const JournalEntry& entry);
// canonical_line() with the hash, and salt and values where there are any; without line feed.
std::string export_line(const JournalEntry& entry);

// Number and hash of an entry, kept elsewhere.
struct JournalHead {
  std::int64_t seq = 0;
  std::string hash;
  bool operator==(const JournalHead&) const = default;
};

// Entries one after the other; stops at the first that is wrong.
class JournalCheck {
 public:
  // `head` may be nullopt: then a missing end cannot be found.
  explicit JournalCheck(std::optional<JournalHead> head) : head_(std::move(head)) {}

  // False when the entry is not what must follow; nothing after it is looked at.
  bool add(const JournalEntry& entry);
  // What is no entry at all: "line 17 is no entry of a journal".
  void refuse(std::string what);
  // After the last entry: whether the head was met.
  void finish();

  // "" when everything holds: "entry 17 was altered", "entry 18 is missing: entry 19 follows entry 17".
  const std::string& problem() const { return problem_; }
  std::int64_t entries() const { return last_.seq; }  // that hold
  const JournalHead& last() const { return last_; }
  bool tail_proven() const { return head_ && problem_.empty(); }

 private:
  std::optional<JournalHead> head_;
  JournalHead last_{0, kJournalStart};
  std::string problem_;
};

}  // namespace ap
