#include "core/journal.h"

#include <doctest/doctest.h>

#include <vector>

using namespace ap;

namespace {

// A journal of `count` entries that holds.
std::vector<JournalEntry> journal(int count) {
  std::vector<JournalEntry> entries;
  std::string hash = kJournalStart;
  for (int i = 1; i <= count; ++i) {
    JournalEntry entry{i, std::string(64, 'd'), 1000 + i, "ann", "received", R"({"n":)" + std::to_string(i) + "}", "",
                       ""};
    entry.hash = hash = chain_hash(hash, entry);
    entries.push_back(entry);
  }
  return entries;
}

std::string problem_of(const std::vector<JournalEntry>& entries, std::optional<JournalHead> head = std::nullopt) {
  JournalCheck check(head);
  for (const JournalEntry& entry : entries) check.add(entry);
  check.finish();
  return check.problem();
}

JournalHead head_of(const JournalEntry& entry) { return {entry.seq, entry.hash}; }

}  // namespace

TEST_CASE("an entry has one line") {
  JournalEntry entry{7, "", 5, "an\"n", "checked", "", "", "ff"};
  CHECK(canonical_line(entry) ==
        R"({"seq":7,"document":"","at_ms":5,"actor":"an\"n","kind":"checked","detail":"","record":""})");
  CHECK(export_line(entry) ==
        R"({"seq":7,"document":"","at_ms":5,"actor":"an\"n","kind":"checked","detail":"","record":"","hash":"ff"})");
}

TEST_CASE("the first hash is what sha256sum says of 64 zeros, a line feed and the line") {
  JournalEntry entry{1, "", 5, "ann", "checked", "", "", ""};
  CHECK(chain_hash(kJournalStart, entry) == "c848e73a4b33a6973bfd31c9b9d50d000512c3aa674f33a0e25735448dde4a30");
}

TEST_CASE("a journal that nobody touched holds, with its head, an earlier one or none") {
  auto entries = journal(5);
  CHECK(problem_of(entries).empty());
  CHECK(problem_of(entries, head_of(entries[4])).empty());
  CHECK(problem_of(entries, head_of(entries[2])).empty());
  CHECK(problem_of({}).empty());
  CHECK(problem_of({}, JournalHead{0, kJournalStart}).empty());
}

TEST_CASE("the first wrong entry is named") {
  auto entries = journal(5), altered = entries;
  altered[2].actor = "bob";
  CHECK(problem_of(altered) == "entry 3 was altered, or one before it was taken out or put in");
  auto missing = entries;
  missing.erase(missing.begin() + 2);
  CHECK(problem_of(missing) == "entry 3 is missing: entry 4 follows entry 2");
  auto swapped = entries;
  std::swap(swapped[1], swapped[3]);
  CHECK(problem_of(swapped) == "entry 2 is missing: entry 4 follows entry 1");
  auto doubled = entries;
  doubled.insert(doubled.begin() + 3, entries[1]);
  CHECK(problem_of(doubled) == "entry 2 stands out of order, after entry 3");
}

TEST_CASE("a missing end shows against a head kept elsewhere, and only then") {
  auto entries = journal(5), cut = entries;
  cut.resize(4);
  CHECK(problem_of(cut).empty());
  CHECK(problem_of(cut, head_of(entries[4])) ==
        "the end is cut off: the journal ends with entry 4, the head kept is entry 5");
  CHECK(problem_of(cut, head_of(entries[3])).empty());
}

TEST_CASE("a journal rewritten with new hashes shows against a head kept elsewhere") {
  auto entries = journal(5), rewritten = entries;
  std::string hash = entries[1].hash;
  for (std::size_t i = 2; i < rewritten.size(); ++i) {
    if (i == 2) rewritten[i].actor = "bob";
    rewritten[i].hash = hash = chain_hash(hash, rewritten[i]);
  }
  CHECK(problem_of(rewritten).empty());
  CHECK(problem_of(rewritten, head_of(entries[4])) ==
        "entry 5 is not the one of the head kept: it or an entry before it was rewritten");
}
