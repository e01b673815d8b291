// Record <-> one line of NDJSON (schema ap.record/1). The only place that knows the JSON form of a record.
// All functions are pure and thread-safe.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "core/record.h"
#include "record/json_writer.h"

namespace ap {

// One JSON object without a line end. Keys in the order of the contract, absent values left out or null; the same
// record gives the same bytes.
std::string to_json_line(const Record& record);

// Writes records as lines: the same bytes and a line end, in pieces of about a megabyte, for a record that need not
// stand in memory a second time as text. An ordinary one is one piece. Keeps its room from one to the next; not
// thread-safe.
class LineWriter {
 public:
  void write(const Record& record, const JsonWriter::Sink& sink);

 private:
  JsonWriter out_;
};

// Strict: checks form, types and values against the schema. Keys it does not know are kept in Record::unknown.
// Error: what is wrong and where, as "/invoice/totals/gross: 'x' is not a decimal".
std::expected<Record, std::string> record_from_json(std::string_view line);

// The invoice alone, as it stands inside a record.
std::string invoice_to_json(const Invoice& invoice);
std::expected<Invoice, std::string> invoice_from_json(std::string_view text);

// The JSON Schema (draft-07) of the record, indented.
std::string record_schema();

}  // namespace ap
