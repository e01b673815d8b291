// Pages of words -> the header of an invoice, with evidence for every value.
//
// No template, no vendor, no file is known here: typed candidates (amounts, dates, identifiers, names) in all their
// readings are tied to roles by labels in eleven languages and by geometry, and are chosen together so that the
// arithmetic closes. A value that nothing on the page carries is not put in; a value that follows from others by
// arithmetic says so (How::arithmetic).
//
// Pure, deterministic and thread-safe: no state is kept between calls, and nothing is read but the arguments.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/evidence.h"
#include "core/finding.h"
#include "core/habit.h"
#include "core/invoice.h"
#include "extract/lines.h"
#include "layout/page.h"

namespace ap::extract {

struct TrainingTrace;

struct ExtractOptions {
  Date today;                          // dates after it are less likely to be the date of issue
  std::vector<std::string> own_names;  // names of our own entities: a party with one of these is the buyer
  std::vector<Habit> habits;           // what was learned about this vendor, see habits.h
  TrainingTrace* trace = nullptr;      // filled for training; null in the programs
};

struct PageExtraction {
  Invoice invoice;
  EvidenceMap evidence;           // one entry per value of `invoice`, keyed by its path
  std::string language;           // ISO 639-1 of most labels on the pages, "" when none was recognised
  std::vector<Finding> findings;  // set "extraction": what was seen but is doubtful; set "ap": NOT_AN_INVOICE
  // Marks by which the vendor may be known ("tax:", "iban:", "name:", see habits.h): every one that the pages show.
  std::vector<std::string> vendor_marks;
};

PageExtraction extract_invoice(const std::vector<layout::Page>& pages, const ExtractOptions& options);

// The same where `pages` are not all there are, and the lines are read elsewhere.
using LinesReader = std::function<LineTable(const LineHints& hints)>;
PageExtraction extract_invoice(const std::vector<layout::Page>& pages, const LinesReader& lines,
                               const ExtractOptions& options);

}  // namespace ap::extract
