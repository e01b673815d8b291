// Figures over many documents: how much runs without people, what holds documents, how long they take, what they are
// worth. Pure; every figure has its n, and "no data" is not zero.
//
// Definitions (also printed by ap-report kpi --explain and in its manual):
//   decided      documents that have a route or could not be read; a mail that only carried documents is none
//   ready        route approve: waiting for export, or exported
//   touchless    ready without any event by a person, of all decided
//   first pass   touchless and validated once only, of all decided
//   cycle time   from coming in to ready
//   stopped      documents that DUPLICATE_INVOICE holds, and exact repeats of bytes, with their totals
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/decimal.h"
#include "core/record.h"

namespace ap::report {

// A part of a whole. ratio() is nullopt for an empty whole: no data.
struct Share {
  std::int64_t count = 0, n = 0;
  std::optional<Decimal> ratio() const;  // three decimals, half up
  bool operator==(const Share&) const = default;
};

// Milliseconds; percentiles by the nearest-rank method. All nullopt without data.
struct Durations {
  std::int64_t n = 0;
  std::optional<std::int64_t> median, p90, longest;
  bool operator==(const Durations&) const = default;
};

// Sums per currency; "" is the currency of totals that name none.
using Money = std::map<std::string, Decimal>;

struct Worth {
  std::int64_t documents = 0;
  std::int64_t without_total = 0;  // of the documents: no total could be read
  Money totals;
};

// What one document adds. Filled by the stage from the record and its events.
struct DocumentFacts {
  State state = State::received;
  std::optional<Route> route;
  std::string currency;
  std::optional<Decimal> total;      // gross, else payable
  std::vector<std::string> holding;  // codes that hold it, each once
  bool touched = false;              // an event by a person
  int validations = 0;
  std::optional<std::int64_t> cycle_ms;  // coming in to ready; only for documents that are ready
  std::int64_t exact_repeats = 0;        // arrivals of the same bytes after the first
  bool carrier = false;                  // a mail that only carried documents
  bool duplicate = false;                // held by DUPLICATE_INVOICE
};

struct Kpis {
  std::int64_t documents = 0;  // carriers not counted
  std::int64_t carriers = 0;
  Share touchless, first_pass, exceptions;
  std::map<std::string, std::int64_t> exception_codes;  // documents held by the code
  Durations cycle;
  Worth duplicates, exact_repeats;
  std::map<std::pair<State, std::optional<Route>>, std::int64_t> by_state;
  Worth ready, in_review, exported;
};

// Collects documents; not thread-safe. Memory grows by eight bytes a document that is ready.
class KpiCollector {
 public:
  void add(const DocumentFacts& document);
  Kpis result() const;

 private:
  Kpis kpis_;
  std::vector<std::int64_t> cycles_;
};

// For people: one figure a line, each with its n. `period` is put in the heading.
std::string kpi_text(const Kpis& kpis, std::string_view period);

// One JSON object, schema "ap.kpi/1". Ratios and money are decimal strings; null where there is no data.
std::string kpi_json(const Kpis& kpis, std::string_view period);

// "1 d 4 h", "12 min", "3 s", "250 ms": the two largest units.
std::string duration_text(std::int64_t milliseconds);

}  // namespace ap::report
