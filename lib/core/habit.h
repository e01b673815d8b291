// What was learned from a person's corrections about the documents of one vendor.
//
// A habit is no template: it says where a value stands beside which words, what shape it has, or which convention a
// vendor keeps, and it decides only where the page agrees. One that begins to fail is dropped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ap {

enum class HabitKind {
  label,       // the value stands behind, right of or below the words `text`
  spot,        // it stands at a spot of the first page, without words of its own
  constant,    // it is always `text`, where the page shows it
  absent,      // what stands beside the words `text` is not this field
  date_order,  // `text` is "day_first" or "month_first"
  decimals,    // `text` is "comma" or "point"
};

std::string_view to_string(HabitKind kind);
std::optional<HabitKind> habit_kind_from(std::string_view text);

struct Habit {
  std::string vendor;  // the mark under which the vendor became known: "tax:DE123456789"
  std::string field;   // path inside the invoice; "dates" and "amounts" for conventions
  HabitKind kind = HabitKind::label;
  std::string text;
  std::string relation;     // label, absent: same_cell, right, below; spot: "x y" in thousandths of the page
  std::string shape;        // of the value: digits as one 9, letters as they are: "RE-9-9"; "" any
  std::string document_id;  // the document whose correction taught it
  std::string actor;
  std::int64_t learned_ms = 0;
  int kept = 0;    // times a person approved what it decided
  int failed = 0;  // times a person corrected what it decided, since it was last right
  bool operator==(const Habit&) const = default;
};

// True when the habit is to be dropped: wrong before it was ever right, or twice in a row.
bool failing(const Habit& habit);

// One sentence for people: "stands right of 'our ref', as RE-9-9".
std::string describe(const Habit& habit);

// How many of a vendor's marks (tax id, account, name) a document shows.
struct VendorMatch {
  std::string vendor;
  int known = 0, matched = 0;
};

// The vendor whose marks the document shows: two of them, or the only one it has; the one with most. nullopt when none
// or several fit equally well.
std::optional<std::string> vendor_of(const std::vector<VendorMatch>& matches);

}  // namespace ap
