// Fictional extracted bills, a clock that stands still, and a store that holds them.
#pragma once

#include <stdexcept>
#include <string>

#include "adapters/memory/store.h"
#include "core/digest.h"
#include "core/fields.h"
#include "ports/clock.h"
#include "stages/duplicate_index.h"
#include "stages/review.h"

namespace ap::test {

class StillClock : public Clock {
 public:
  std::int64_t now_ms() const override { return now; }
  std::int64_t monotonic_ms() const override { return now; }
  Date today() const override { return *Date::from_ymd(2026, 11, 22); }
  std::string random_hex(int bytes) override { return std::string(std::size_t(bytes) * 2, '0'); }
  std::int64_t now = 1795000000000;  // 2026-11-18T11:06:40Z
};

inline void set(Record& record, const char* path, const char* value) {
  if (!record.invoice) record.invoice.emplace();
  if (auto done = set_field(*record.invoice, path, value); !done) throw std::runtime_error(done.error());
}

// Extracted from a page, every value certain; every control passes.
inline Record bill(const std::string& number) {
  Record record;
  record.id = sha256_hex(as_bytes("bill " + number));
  record.trace_id = std::string(32, '1');
  record.state = State::extracted;
  record.source.name = number + ".pdf";
  record.source.received_at = "2026-11-18T10:00:00Z";
  record.source.channel = "file";
  record.extraction.emplace();
  record.extraction->method = "text";
  const std::pair<const char*, const char*> kFields[] = {{"issue_date", "2026-11-02"},
                                                         {"due_date", "2026-12-02"},
                                                         {"currency", "EUR"},
                                                         {"seller.name", "Muster & Sohn GmbH"},
                                                         {"seller.vat_id", "DE136695976"},
                                                         {"seller.address.country", "DE"},
                                                         {"buyer.name", "Kunde"},
                                                         {"lines[0].quantity", "2"},
                                                         {"lines[0].unit_price", "50.00"},
                                                         {"lines[0].net", "100.00"},
                                                         {"taxes[0].rate", "19"},
                                                         {"taxes[0].basis", "100.00"},
                                                         {"taxes[0].amount", "19.00"},
                                                         {"totals.net", "100.00"},
                                                         {"totals.tax", "19.00"},
                                                         {"totals.gross", "119.00"}};
  set(record, "number", number.c_str());
  for (auto [path, value] : kFields) set(record, path, value);
  for (const std::string& path : present_fields(*record.invoice)) record.evidence[path].confidence = kCertain;
  return record;
}

// What bill() is compared with: us, and its seller.
inline void load_master(Store& store) {
  auto load = [&](MasterKind kind, MasterRow row) {
    store.master_data().import({.kind = kind,
                                .items = {{master_key(kind, row), {row}}},
                                .today = *Date::from_ymd(2026, 11, 22),
                                .source = "test",
                                .actor = "ann"});
  };
  load(MasterKind::entities, {{"name", "Kunde AG"}});
  load(MasterKind::vendors, {{"vendor_id", "V1"}, {"name", "Muster & Sohn GmbH"}, {"vat_id", "DE136695976"}});
}

// The review as somebody does it.
inline ReviewOptions acting_as(const std::string& name, std::vector<std::string> groups = {}) {
  ReviewOptions options;
  options.person.name = name;
  options.person.groups = std::move(groups);
  return options;
}

// Takes a record in as it is, under its own arrival.
inline void put(Store& store, const Record& record) {
  Arrival arrival{"file", "/inbox/" + record.source.name, 100, 1, record.id, 1795000000000};
  store.add_arrivals({{arrival, record, Event{1795000000000, "ingest", "received", ""}}});
  note_for_duplicates(store, record);
}

}  // namespace ap::test
