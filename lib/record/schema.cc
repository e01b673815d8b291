// The JSON Schema of a record. The invoice comes from the field table; the rest is written here beside the codec.
#include "record/codec.h"
#include "record/invoice_json.h"

namespace ap {
namespace {

Json text() { return {{"type", {"string", "null"}}}; }
Json whole() { return {{"type", {"integer", "null"}}}; }
Json hex(int digits) {
  return {{"type", {"string", "null"}}, {"pattern", "^[0-9a-f]{" + std::to_string(digits) + "}$"}};
}
Json one_of(std::initializer_list<std::string_view> names) { return {{"enum", Json(names)}}; }
Json list(Json items) { return {{"type", {"array", "null"}}, {"items", std::move(items)}}; }
Json object(Json properties) { return {{"type", {"object", "null"}}, {"properties", std::move(properties)}}; }
Json probability() { return {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}; }

Json page_range() {
  return {{"type", {"array", "null"}}, {"items", {{"type", "integer"}}}, {"minItems", 2}, {"maxItems", 2}};
}

Json source_schema() {
  return {{"type", "object"},
          {"properties",
           {{"name", text()},
            {"path", text()},
            {"media_type", text()},
            {"bytes", whole()},
            {"received_at", text()},
            {"channel", text()},
            {"parent", text()},
            {"pages", page_range()},
            {"mail", object({{"from", text()}, {"message_id", text()}, {"subject", text()}})},
            {"dropped",
             list(object({{"name", text()}, {"media_type", text()}, {"bytes", whole()}, {"reason", text()}}))}}}};
}

Json evidence_schema() {
  Json box = {{"type", {"array", "null"}}, {"items", {{"type", "number"}}}, {"minItems", 4}, {"maxItems", 4}};
  Json how = one_of({"label", "layout", "einvoice", "arithmetic", "checksum", "vendor", "qr", "correction"});
  Json alternative = object({{"value", text()}, {"confidence", probability()}, {"reason", text()}});
  Json entry = object({{"confidence", probability()},
                       {"page", whole()},
                       {"box", std::move(box)},
                       {"text", text()},
                       {"how", std::move(how)},
                       {"label", text()},
                       {"reason", text()},
                       {"proof", text()},
                       {"alternatives", list(std::move(alternative))}});
  return {{"type", {"object", "null"}}, {"additionalProperties", std::move(entry)}};
}

Json finding_schema() {
  return object({{"set", text()},
                 {"rule", text()},
                 {"severity", one_of({"error", "warning", "info"})},
                 {"field", text()},
                 {"path", text()},
                 {"message", text()},
                 {"expected", text()},
                 {"actual", text()}});
}

Json decision_schema() {
  Json route = {{"enum", {"approve", "review", "reject", "duplicate", nullptr}}};
  Json approval = object({{"actor", text()}, {"action", text()}, {"reason", text()}, {"at", text()}});
  return object({{"route", std::move(route)},
                 {"reasons", list({{"type", "string"}})},
                 {"duplicate_of", hex(64)},
                 {"policy", text()},
                 {"approvals", list(std::move(approval))}});
}

}  // namespace

std::string record_schema() {
  Json properties = {
      {"schema", {{"const", kRecordSchema}}},
      {"id", hex(64)},
      {"trace_id", hex(32)},
      {"state", one_of({"received", "extracted", "validated", "exported", "failed"})},
      {"source", source_schema()},
      {"extraction", object({{"method", text()},
                             {"syntax", text()},
                             {"profile", text()},
                             {"pages", whole()},
                             {"language", text()},
                             {"duration_ms", whole()},
                             {"parts", list(object({{"id", hex(64)}, {"pages", page_range()}, {"reason", text()}}))},
                             {"skipped", list(object({{"pages", page_range()}, {"reason", text()}}))},
                             {"content", object({{"hash", text()}, {"signature", text()}, {"marks", list(text())}})}})},
      {"invoice", invoice_schema()},
      {"coding", object({{"vendor_id", text()}, {"account", text()}, {"cost_center", text()}, {"tax_code", text()}})},
      {"evidence", evidence_schema()},
      {"findings", list(finding_schema())},
      {"checks",
       object(
           {{"run", whole()}, {"failed", whole()}, {"not_run", list(object({{"rule", text()}, {"reason", text()}}))}})},
      {"decision", decision_schema()},
      {"x_disposal", object({{"on", text()}, {"kept_until", text()}, {"rule", text()}})},
      {"x_basis",
       object(
           {{"passed", list({{"type", "string"}})},
            {"consulted",
             list(object(
                 {{"name", text()}, {"value", text()}, {"source", text()}, {"rules", list({{"type", "string"}})}}))}})},
      {"x_einvoice", object({{"kept", list(object({{"path", text()}, {"value", text()}, {"xml", text()}}))}})}};
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"$id", "urn:ap:record:1"},
                 {"title", "ap.record/1"},
                 {"description",
                  "One document on its way from intake to export. Amounts, quantities and rates are decimal strings; "
                  "keys that begin with x_ belong to others and are passed on."},
                 {"type", "object"},
                 {"required", {"schema", "state", "source"}},
                 {"properties", std::move(properties)}};
  return schema.dump(2);
}

}  // namespace ap
