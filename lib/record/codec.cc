#include "record/codec.h"

#include "record/invoice_json.h"
#include "record/json_object.h"
#include "record/json_writer.h"

namespace ap {
namespace {

constexpr Json::error_handler_t kReplace = Json::error_handler_t::replace;  // broken UTF-8 becomes U+FFFD

// ---- writing, one function per object of the record

// An array of objects whose members `write` puts in; left out when there are none.
template <class Entries, class Write>
void write_list(JsonWriter& out, std::string_view name, const Entries& entries, Write write) {
  if (entries.empty()) return;
  out.key(name);
  out.begin_array();
  for (const auto& entry : entries) {
    out.begin_object();
    write(entry);
    out.end_object();
  }
  out.end_array();
}

void write_pages(JsonWriter& out, const std::pair<int, int>& pages) {
  out.key("pages");
  out.begin_array();
  out.whole(pages.first);
  out.whole(pages.second);
  out.end_array();
}

void write_source(JsonWriter& out, const Source& s) {
  out.begin_object();
  out.member("name", s.name);
  out.given("path", s.path);
  out.given("media_type", s.media_type);
  out.key("bytes");
  out.whole_unsigned(s.bytes);
  out.given("received_at", s.received_at);
  out.given("channel", s.channel);
  out.given("parent", s.parent);
  if (s.pages) write_pages(out, *s.pages);
  if (s.mail) {
    out.key("mail");
    out.begin_object();
    out.given("from", s.mail->from);
    out.given("message_id", s.mail->message_id);
    out.given("subject", s.mail->subject);
    out.end_object();
  }
  write_list(out, "dropped", s.dropped, [&](const Dropped& d) {
    out.member("name", d.name);
    out.given("media_type", d.media_type);
    out.key("bytes");
    out.whole_unsigned(d.bytes);
    out.member("reason", d.reason);
  });
  out.end_object();
}

void write_content(JsonWriter& out, const ContentPrint& content) {
  out.key("content");
  out.begin_object();
  out.given("hash", content.hash);
  out.given("signature", content.signature);
  if (!content.marks.empty()) {
    out.key("marks");
    out.begin_array();
    for (const std::string& mark : content.marks) out.text(mark);
    out.end_array();
  }
  out.end_object();
}

void write_extraction(JsonWriter& out, const Extraction& e) {
  out.begin_object();
  out.member("method", e.method);
  out.member_or_null("syntax", e.syntax);
  out.member_or_null("profile", e.profile);
  out.key("pages");
  out.whole(e.pages);
  out.member_or_null("language", e.language);
  out.key("duration_ms");
  out.whole(e.duration_ms);
  write_list(out, "parts", e.parts, [&](const Part& p) {
    out.member("id", p.id);
    write_pages(out, p.pages);
    out.given("reason", p.reason);
  });
  write_list(out, "skipped", e.skipped, [&](const SkippedPages& s) {
    write_pages(out, s.pages);
    out.member("reason", s.reason);
  });
  if (e.content) write_content(out, *e.content);
  out.end_object();
}

void write_confidence(JsonWriter& out, Confidence confidence) {
  out.key("confidence");
  out.fraction(confidence, 3);
}

void write_evidence(JsonWriter& out, const Evidence& e) {
  out.begin_object();
  write_confidence(out, e.confidence);
  if (e.page > 0) {
    out.key("page");
    out.whole(e.page);
  }
  if (e.box) {
    out.key("box");
    out.begin_array();
    for (std::int32_t edge : {e.box->x0, e.box->y0, e.box->x1, e.box->y1}) out.fraction(edge, 2);
    out.end_array();
  }
  out.given("text", e.text);
  out.member("how", to_string(e.how));
  out.given("label", e.label);
  out.given("reason", e.reason);
  out.given("proof", e.proof);
  write_list(out, "alternatives", e.alternatives, [&](const Alternative& a) {
    out.member("value", a.value);
    write_confidence(out, a.confidence);
    out.given("reason", a.reason);
  });
  out.end_object();
}

void write_finding(JsonWriter& out, const Finding& f) {
  out.begin_object();
  out.member("set", f.set);
  out.member("rule", f.rule);
  out.member("severity", to_string(f.severity));
  out.given("field", f.field);
  out.given("path", f.path);
  out.member("message", f.message);
  out.given("expected", f.expected);
  out.given("actual", f.actual);
  out.end_object();
}

void write_checks(JsonWriter& out, const Checks& c) {
  out.begin_object();
  out.key("run");
  out.whole(c.run);
  out.key("failed");
  out.whole(c.failed);
  out.key("not_run");
  out.begin_array();
  for (const NotRun& n : c.not_run) {
    out.begin_object();
    out.member("rule", n.rule);
    out.member("reason", n.reason);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

// Left out when nothing is coded.
void write_coding(JsonWriter& out, const Coding& c) {
  if (c == Coding{}) return;
  out.key("coding");
  out.begin_object();
  out.given("vendor_id", c.vendor_id);
  out.given("account", c.account);
  out.given("cost_center", c.cost_center);
  out.given("tax_code", c.tax_code);
  out.end_object();
}

void write_decision(JsonWriter& out, const Decision& d) {
  out.begin_object();
  out.member_or_null("route", d.route ? to_string(*d.route) : "");
  out.key("reasons");
  out.begin_array();
  for (const std::string& reason : d.reasons) out.text(reason);
  out.end_array();
  out.member_or_null("duplicate_of", d.duplicate_of);
  out.given("policy", d.policy);
  out.key("approvals");
  out.begin_array();
  for (const Approval& a : d.approvals) {
    out.begin_object();
    out.member("actor", a.actor);
    out.member("action", a.action);
    out.given("reason", a.reason);
    out.given("at", a.at);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_kept(JsonWriter& out, const std::vector<KeptValue>& kept) {
  if (kept.empty()) return;
  out.key("x_einvoice");
  out.begin_object();
  write_list(out, "kept", kept, [&](const KeptValue& value) {
    out.member("path", value.path);
    out.member(value.xml ? "xml" : "value", value.value);
  });
  out.end_object();
}

void write_record(JsonWriter& out, const Record& r) {
  out.begin_object();
  out.member("schema", kRecordSchema);
  out.member_or_null("id", r.id);
  out.given("trace_id", r.trace_id);
  out.member("state", to_string(r.state));
  out.key("source");
  write_source(out, r.source);
  if (r.extraction) out.key("extraction"), write_extraction(out, *r.extraction);
  if (r.invoice) out.key("invoice"), write_invoice(out, *r.invoice);
  write_coding(out, r.coding);
  if (!r.evidence.empty()) {
    out.key("evidence");
    out.begin_object();
    for (const auto& [path, e] : r.evidence) out.any_key(path), write_evidence(out, e);
    out.end_object();
  }
  out.key("findings");
  out.begin_array();
  for (const Finding& f : r.findings) write_finding(out, f);
  out.end_array();
  if (r.checks) out.key("checks"), write_checks(out, *r.checks);
  if (r.decision) out.key("decision"), write_decision(out, *r.decision);
  write_kept(out, r.kept);
  out.end_object();
}

// Keys that this version does not know go back to where they stood, where that place is still there.
std::string with_unknown(const std::string& line, const UnknownKeys& unknown) {
  Json out = Json::parse(line);
  for (const auto& [pointer, text] : unknown) {
    Json::json_pointer at(pointer);
    if (!out.contains(at.parent_pointer()) || !out[at.parent_pointer()].is_object()) continue;
    out[at] = Json::parse(text);
  }
  return out.dump(-1, ' ', false, kReplace);
}

// ---- reading

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
  return unknown;
}

}  // namespace

std::string to_json_line(const Record& record) {
  JsonWriter out;
  write_record(out, record);
  return record.unknown.empty() ? out.take() : with_unknown(out.take(), record.unknown);
}

std::expected<Record, std::string> record_from_json(std::string_view line) {
  Record record;
  auto unknown = read_text(line, [&](JsonObject& in) { read_record(in, record); });
  if (!unknown) return std::unexpected(unknown.error());
  record.unknown = std::move(*unknown);
  return record;
}

std::string invoice_to_json(const Invoice& invoice) {
  JsonWriter out;
  write_invoice(out, invoice);
  return out.take();
}

std::expected<Invoice, std::string> invoice_from_json(std::string_view text) {
  Invoice invoice;
  auto unknown = read_text(text, [&](JsonObject& in) { read_invoice(in, invoice); });
  if (!unknown) return std::unexpected(unknown.error());
  return invoice;
}

}  // namespace ap
