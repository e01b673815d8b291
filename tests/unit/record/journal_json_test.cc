#include "record/journal_json.h"

#include <doctest/doctest.h>

using namespace ap;

TEST_CASE("an entry is read back from its line, and from no other spelling of it") {
  JournalEntry entry{7,           std::string(64, 'a'), 5,  "M\xC3\xBCller",
                     "corrected", R"({"changes":[]})",  "", std::string(64, 'b')};
  std::string line = export_line(entry);
  CHECK(journal_entry_from(line) == entry);
  CHECK_FALSE(journal_entry_from(" " + line));
  CHECK_FALSE(journal_entry_from(line + " "));
  CHECK_FALSE(journal_entry_from(line.substr(1)));
  CHECK_FALSE(journal_entry_from("{\"x\":1," + line.substr(1)));
  CHECK_FALSE(journal_entry_from(""));
  CHECK_FALSE(journal_entry_from("[]"));
}

TEST_CASE("a head is read back, and refused when it is none") {
  KeptHead head;
  head.head.seq = 12;
  head.head.hash = std::string(64, 'c');
  head.at = "2026-11-23T05:00:00Z";
  head.key = "key";
  head.signature = "signature";
  auto again = head_from(head_line(head));
  REQUIRE(again);
  CHECK(again->head == head.head);
  CHECK(again->at == head.at);
  CHECK(again->is_signed());
  CHECK(head_message(*again) == "ap.journal-head/1 12 " + std::string(64, 'c') + " 2026-11-23T05:00:00Z");
  CHECK_FALSE(head_from("{}"));
  CHECK_FALSE(head_from(R"({"schema":"ap.journal-head/1","seq":1,"hash":"short"})"));
  CHECK_FALSE(head_from("no JSON"));
}
