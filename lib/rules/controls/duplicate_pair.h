// Two invoices compared: the rungs D1 to D8, D10 and D11 of the duplicate ladder. Pure, safe to share between threads.
#pragma once

#include <optional>
#include <string>

#include "rules/controls/duplicate_profile.h"
#include "rules/controls/invoice_numbers.h"

namespace ap::rules {

// What is equal and what differs between a document and one that came before it.
struct DuplicatePair {
  DuplicatePair(const DuplicateProfile& own, const DuplicateProfile& other);

  const DuplicateProfile& own;
  const DuplicateProfile& other;
  NumberMatch number;
  VendorComparison vendor;
  bool same_gross = false;
  bool twins = false;       // the total of one is the net of the other
  std::optional<int> days;  // from the other's issue date to the own; nullopt: one of them has none
  int likeness = -1;        // of the figures on the pages, parts per thousand; -1 unknown
  bool same_lines = false;  // amounts and quantities of all lines, at least one
  bool same_order = false;  // purchase order
  int contradictions = 0;   // service, reference, order or words of the lines that differ: other deliveries

  bool same_day() const { return days && *days == 0; }
  bool within(int limit) const { return days && *days <= limit && *days >= -limit; }
  // The later says that it corrects or replaces the other (or the other way round): 384 and 381 name what they are for.
  bool linked() const;
  // Short numbers begin again each year, or are counted for something else.
  bool begun_again() const;
};

struct DuplicateMatch {
  std::string rung;     // "D2"
  int score = 0;        // parts per thousand: how sure it is the same invoice
  std::string matched;  // for people: "same number, same total 119 EUR, same tax number DE136695976"
  // It holds only when the vendor does not usually send several invoices over the same amount on one day.
  bool may_be_sibling = false;
};

// nullopt: not the same invoice, as far as these two alone can say.
std::optional<DuplicateMatch> compare_pair(const DuplicatePair& pair);

}  // namespace ap::rules
