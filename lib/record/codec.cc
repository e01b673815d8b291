#include "record/codec.h"

#include <algorithm>
#include <string_view>

#include "record/invoice_json.h"
#include "record/json_object.h"

namespace ap {
namespace {

// One function per object of the record.

std::optional<std::pair<int, int>> read_pages(JsonObject& in) {
  const Json* pages = in.get("pages", Json::value_t::array, "an array of two page numbers");
  if (!pages) return std::nullopt;
  if (pages->size() != 2 || !(*pages)[0].is_number_integer() || !(*pages)[1].is_number_integer())
    in.refuse("pages", "must be an array of two page numbers");
  return std::pair((*pages)[0].get<int>(), (*pages)[1].get<int>());
}

void read_source(JsonObject& in, Source& s) {
  in.text("name", s.name);
  in.text("path", s.path);
  in.text("media_type", s.media_type);
  in.integer("bytes", s.bytes);
  in.text("received_at", s.received_at);
  in.text("channel", s.channel);
  in.text("parent", s.parent);
  s.pages = read_pages(in);
  in.object("mail", [&](JsonObject& mail) {
    MailInfo& info = s.mail.emplace();
    mail.text("from", info.from);
    mail.text("message_id", info.message_id);
    mail.text("subject", info.subject);
  });
  in.objects("dropped", [&](JsonObject& entry) {
    Dropped& dropped = s.dropped.emplace_back();
    entry.text("name", dropped.name);
    entry.text("media_type", dropped.media_type);
    entry.integer("bytes", dropped.bytes);
    entry.text("reason", dropped.reason);
  });
}

void read_extraction(JsonObject& in, Extraction& e) {
  in.text("method", e.method);
  in.text("syntax", e.syntax);
  in.text("profile", e.profile);
  in.integer("pages", e.pages);
  in.text("language", e.language);
  in.integer("duration_ms", e.duration_ms);
  in.objects("parts", [&](JsonObject& entry) {
    Part& part = e.parts.emplace_back();
    entry.text("id", part.id);
    part.pages = read_pages(entry).value_or(std::pair(0, 0));
    entry.text("reason", part.reason);
  });
  in.objects("skipped", [&](JsonObject& entry) {
    SkippedPages& skipped = e.skipped.emplace_back();
    skipped.pages = read_pages(entry).value_or(std::pair(0, 0));
    entry.text("reason", skipped.reason);
  });
  in.object("content", [&](JsonObject& content) {
    e.content.emplace();
    content.text("hash", e.content->hash);
    content.text("signature", e.content->signature);
    content.texts("marks", e.content->marks);
  });
}

Confidence read_confidence(JsonObject& in) {
  const Json* v = in.get("confidence");
  if (!v) return 0;
  if (!v->is_number()) in.refuse("confidence", "must be a number from 0 to 1");
  auto value = v->get<Json::number_float_t>();
  if (!(value >= 0 && value <= 1)) in.refuse("confidence", "must be a number from 0 to 1");
  return Confidence(std::lround(value * 1000));
}

std::optional<Box> read_box(JsonObject& in) {
  const Json* v = in.get("box", Json::value_t::array, "an array of four numbers");
  if (!v) return std::nullopt;
  std::array<std::int32_t, 4> corner{};
  if (v->size() != corner.size()) in.refuse("box", "must be an array of four numbers");
  for (std::size_t i = 0; i < corner.size(); ++i) {
    if (!(*v)[i].is_number()) in.refuse("box", "must be an array of four numbers");
    auto points = (*v)[i].get<Json::number_float_t>();
    if (!(points > -1e6 && points < 1e6)) in.refuse("box", "lies off any page");
    corner[i] = std::int32_t(std::lround(points * 100));
  }
  return Box{corner[0], corner[1], corner[2], corner[3]};
}

void read_evidence(JsonObject& in, Evidence& e) {
  e.confidence = read_confidence(in);
  in.integer("page", e.page);
  e.box = read_box(in);
  in.text("text", e.text);
  in.name("how", e.how, how_from);
  in.text("label", e.label);
  in.text("reason", e.reason);
  in.text("proof", e.proof);
  in.objects("alternatives", [&](JsonObject& entry) {
    Alternative& alternative = e.alternatives.emplace_back();
    entry.text("value", alternative.value);
    alternative.confidence = read_confidence(entry);
    entry.text("reason", alternative.reason);
  });
}

void read_finding(JsonObject& in, Finding& f) {
  in.text("set", f.set);
  in.text("rule", f.rule);
  in.name("severity", f.severity, severity_from);
  in.text("field", f.field);
  in.text("path", f.path);
  in.text("message", f.message);
  in.text("expected", f.expected);
  in.text("actual", f.actual);
}

void read_checks(JsonObject& in, Checks& c) {
  in.integer("run", c.run);
  in.integer("failed", c.failed);
  in.objects("not_run", [&](JsonObject& entry) {
    NotRun& not_run = c.not_run.emplace_back();
    entry.text("rule", not_run.rule);
    entry.text("reason", not_run.reason);
  });
}

void read_decision(JsonObject& in, Decision& d) {
  Route route;
  if (in.name("route", route, route_from)) d.route = route;
  in.texts("reasons", d.reasons);
  in.text("duplicate_of", d.duplicate_of);
  in.text("policy", d.policy);
  in.objects("approvals", [&](JsonObject& entry) {
    Approval& approval = d.approvals.emplace_back();
    entry.text("actor", approval.actor);
    entry.text("action", approval.action);
    entry.text("reason", approval.reason);
    entry.text("at", approval.at);
  });
}

bool is_hex(std::string_view text, std::size_t length) {
  return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void read_record(JsonObject& in, Record& r) {
  std::string schema;
  in.text("schema", schema);
  if (schema != kRecordSchema)
    in.refuse("schema", schema.empty() ? "is missing; this is no ap.record/1"
                                       : "'" + schema + "' is not understood by this version, which reads ap.record/1");
  in.text("id", r.id);
  if (!r.id.empty() && !is_hex(r.id, 64)) in.refuse("id", "must be a SHA-256 as 64 lower-case hex digits, or null");
  in.text("trace_id", r.trace_id);
  if (!r.trace_id.empty() && !is_hex(r.trace_id, 32)) in.refuse("trace_id", "must be 32 lower-case hex digits");
  if (!in.name("state", r.state, state_from)) in.refuse("state", "is missing");
  if (!in.get("source")) in.refuse("source", "is missing");
  in.object("source", [&](JsonObject& o) { read_source(o, r.source); });
  in.object("extraction", [&](JsonObject& o) { read_extraction(o, r.extraction.emplace()); });
  in.object("invoice", [&](JsonObject& o) { read_invoice(o, r.invoice.emplace()); });
  in.object("coding", [&](JsonObject& o) {
    o.text("vendor_id", r.coding.vendor_id);
    o.text("account", r.coding.account);
    o.text("cost_center", r.coding.cost_center);
    o.text("tax_code", r.coding.tax_code);
  });
  in.members("evidence", [&](const std::string& path, JsonObject& e) { read_evidence(e, r.evidence[path]); });
  in.objects("findings", [&](JsonObject& o) { read_finding(o, r.findings.emplace_back()); });
  in.object("checks", [&](JsonObject& o) { read_checks(o, r.checks.emplace()); });
  in.object("decision", [&](JsonObject& o) { read_decision(o, r.decision.emplace()); });
  in.object("x_disposal", [&](JsonObject& o) {
    Disposal& disposal = r.disposal.emplace();
    o.text("on", disposal.on);
    o.text("kept_until", disposal.kept_until);
    o.text("rule", disposal.rule);
  });
  in.object("x_basis", [&](JsonObject& o) {
    o.texts("passed", r.basis.passed);
    o.objects("consulted", [&](JsonObject& entry) {
      Consulted& one = r.basis.consulted.emplace_back();
      entry.text("name", one.name);
      entry.text("value", one.value);
      entry.text("source", one.source);
      entry.texts("rules", one.rules);
    });
  });
  in.object("x_einvoice", [&](JsonObject& o) {
    o.objects("kept", [&](JsonObject& entry) {
      KeptValue& kept = r.kept.emplace_back();
      entry.text("path", kept.path);
      entry.text("value", kept.value);
      if (std::string xml; entry.text("xml", xml), !xml.empty()) kept = {kept.path, std::move(xml), true};
    });
  });
}

// Parses `text` and runs read(JsonObject&) on it; errors of both become one message.
template <class Read>
std::expected<UnknownKeys, std::string> read_text(std::string_view text, Read read) {
  UnknownKeys unknown;
  try {
    Json json = Json::parse(text);
    JsonObject object(json, "", unknown);
    read(object);
    object.finish();
  } catch (const Json::parse_error& e) {
    return std::unexpected("is no valid JSON at byte " + std::to_string(e.byte));
  } catch (const JsonRefusal& refusal) {
    return std::unexpected((refusal.pointer.empty() ? "the record" : refusal.pointer) + ": " + refusal.message);
  } catch (const Json::exception&) {
    return std::unexpected("holds a value of the wrong type");
  }
  // Objects are written in an order of their own; what one of them held stays in the order it came in.
  auto holder = [](const auto& key) { return std::string_view(key.first).substr(0, key.first.rfind('/')); };
  std::ranges::stable_sort(unknown, {}, holder);
  return unknown;
}

// What holds nothing that this version knows is not written: it is kept whole with the unknown keys in it, as one that
// is unknown itself. `written`: the record without unknown keys.
UnknownKeys with_holders(const UnknownKeys& unknown, const Json& read, const Json& written) {
  UnknownKeys out;
  for (const auto& [pointer, text] : unknown) {
    Json::json_pointer at(pointer);
    auto has_place = [&] { return written.contains(at.parent_pointer()) && written[at.parent_pointer()].is_object(); };
    if (has_place()) {
      out.emplace_back(pointer, text);
      continue;
    }
    while (!has_place() && !at.parent_pointer().empty()) at.pop_back();
    auto same = [&](const auto& key) { return key.first == at.to_string(); };
    if (has_place() && !written.contains(at) && std::ranges::none_of(out, same))
      out.emplace_back(at.to_string(), read.at(at).dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  return out;
}

}  // namespace

std::expected<Record, std::string> record_from_json(std::string_view line) {
  Record record;
  auto unknown = read_text(line, [&](JsonObject& in) { read_record(in, record); });
  if (!unknown) return std::unexpected(unknown.error());
  if (!unknown->empty()) record.unknown = with_holders(*unknown, Json::parse(line), Json::parse(to_json_line(record)));
  return record;
}

std::expected<Invoice, std::string> invoice_from_json(std::string_view text) {
  Invoice invoice;
  auto unknown = read_text(text, [&](JsonObject& in) { read_invoice(in, invoice); });
  if (!unknown) return std::unexpected(unknown.error());
  return invoice;
}

}  // namespace ap
