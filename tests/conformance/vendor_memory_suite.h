// What every VendorMemory must do; each section starts with an empty one.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ports/vendor_memory.h"

namespace ap::conformance {

inline Habit sample_habit(const char* field, const char* text) {
  return {.field = field,
          .kind = HabitKind::label,
          .text = text,
          .relation = "right",
          .shape = "RE-9",
          .document_id = std::string(64, 'a'),
          .actor = "ann",
          .learned_ms = 5000};
}

inline std::vector<Habit> all_habits(VendorMemory& memory) {
  std::vector<Habit> out;
  memory.for_each_habit([&](const Habit& habit) { return out.push_back(habit), true; });
  return out;
}

inline void run_vendor_memory_suite(VendorMemory& memory) {
  const std::vector<std::string> marks{"tax:DE1", "iban:DE2", "name:ACME"};
  CHECK(memory.recall(marks).empty());
  CHECK(memory.remember(marks, {sample_habit("number", "our ref"), sample_habit("due_date", "pay by")}) == "tax:DE1");

  SUBCASE("habits come back as they were kept, by field") {
    auto habits = memory.recall(marks);
    REQUIRE(habits.size() == 2);
    CHECK(habits[0].field == "due_date");
    Habit expected = sample_habit("number", "our ref");
    expected.vendor = "tax:DE1";
    CHECK(habits[1] == expected);
    CHECK(all_habits(memory) == habits);
  }
  SUBCASE("a vendor is known by two of its marks, not by one") {
    CHECK(memory.recall({"name:ACME", "tax:DE1"}).size() == 2);
    CHECK(memory.recall({"tax:DE1", "iban:XX", "name:OTHER"}).empty());
    CHECK(memory.recall({}).empty());
  }
  SUBCASE("a vendor with one mark is known by it") {
    memory.remember({"name:SOLO"}, {sample_habit("number", "nr")});
    CHECK(memory.recall({"name:SOLO", "name:US"}).size() == 1);
  }
  SUBCASE("two vendors that fit equally well are none") {
    memory.remember({"tax:FR1", "iban:FR2"}, {sample_habit("number", "facture")});
    CHECK(memory.recall({"tax:DE1", "name:ACME", "tax:FR1", "iban:FR2"}).empty());
    CHECK(memory.recall({"tax:DE1", "name:ACME", "iban:DE2", "tax:FR1", "iban:FR2"}).size() == 2);
  }
  SUBCASE("a new lesson replaces the one for its field and starts anew; new marks are added") {
    memory.judge("tax:DE1", "number", true);
    CHECK(memory.remember({"tax:DE1", "name:ACME", "iban:DE9"}, {sample_habit("number", "document")}) == "tax:DE1");
    auto habits = memory.recall({"iban:DE9", "name:ACME"});
    REQUIRE(habits.size() == 2);
    CHECK(habits[1].text == "document");
    CHECK(habits[1].kept == 0);
  }
  SUBCASE("a habit wrong before it was ever right is dropped; one that was right may fail once") {
    CHECK(memory.judge("tax:DE1", "number", false));
    CHECK(memory.recall(marks).size() == 1);
    CHECK_FALSE(memory.judge("tax:DE1", "due_date", true));
    CHECK_FALSE(memory.judge("tax:DE1", "due_date", false));
    CHECK(memory.recall(marks)[0].failed == 1);
    CHECK_FALSE(memory.judge("tax:DE1", "due_date", true));
    CHECK(memory.recall(marks)[0].failed == 0);
    CHECK_FALSE(memory.judge("tax:DE1", "due_date", false));
    CHECK(memory.judge("tax:DE1", "due_date", false));
    CHECK(all_habits(memory).empty());
    CHECK_FALSE(memory.judge("tax:DE1", "due_date", false));
  }
  SUBCASE("forgetting takes one habit or the vendor") {
    CHECK(memory.forget("tax:DE1", "number") == 1);
    CHECK(memory.forget("tax:DE1", "number") == 0);
    CHECK(memory.forget("tax:DE1", "") == 1);
    CHECK(memory.recall(marks).empty());
    CHECK(memory.forget("name:NOBODY", "") == 0);
    // Known again under another first mark: nothing of the old vendor is left.
    CHECK(memory.remember({"name:ACME", "tax:DE1"}, {sample_habit("number", "x")}) == "name:ACME");
  }
}

}  // namespace ap::conformance
