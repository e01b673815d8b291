// Record <-> one line of NDJSON (schema ap.record/1). The only place that knows the JSON form of a record.
// All functions are pure and thread-safe.
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "core/record.h"

namespace ap {

// One JSON object without a line end. Keys in the order of the contract, absent values left out or null; the same
// record gives the same bytes.
std::string to_json_line(const Record& record);

// The same bytes in pieces of about a megabyte, for a record that need not stand in memory a second time as text.
void write_json_line(const Record& record, const std::function<void(std::string_view)>& sink);

// Strict: checks form, types and values against the schema. Keys it does not know are kept in Record::unknown.
// Error: what is wrong and where, as "/invoice/totals/gross: 'x' is not a decimal".
std::expected<Record, std::string> record_from_json(std::string_view line);

// The invoice alone, as it stands inside a record.
std::string invoice_to_json(const Invoice& invoice);
std::expected<Invoice, std::string> invoice_from_json(std::string_view text);

// The JSON Schema (draft-07) of the record, indented.
std::string record_schema();

}  // namespace ap
