// The writing half of codec.h.
#include "record/codec.h"
#include "record/invoice_json.h"
#include "record/json_object.h"
#include "record/json_writer.h"

namespace ap {
namespace {

constexpr Json::error_handler_t kReplace = Json::error_handler_t::replace;  // broken UTF-8 becomes U+FFFD

// One function per object of the record.

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

// A value of an e-invoice that is its own evidence.
void write_certain(JsonWriter& out, std::string_view path, std::string_view value) {
  out.key_and(path, R"({"confidence":1.0,"text":)");
  out.value_of(value);
  out.raw(R"(,"how":"einvoice"})");
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

void write_evidence(JsonWriter& out, const EvidenceMap& evidence) {
  out.begin_object();
  const CertainValues& packed = evidence.packed();
  for (const CertainValues::Place& place : packed.places()) {
    write_certain(out, packed.path(place), packed.value(place));
    out.pass_on();
  }
  if (packed.places().empty())
    for (const auto& [path, e] : evidence) out.any_key(path), write_evidence(out, e), out.pass_on();
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

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name);
  out.begin_array();
  for (const std::string& text : texts) out.text(text);
  out.end_array();
}

void write_basis(JsonWriter& out, const Basis& basis) {
  if (basis == Basis{}) return;
  out.key("x_basis");
  out.begin_object();
  write_texts(out, "passed", basis.passed);
  write_list(out, "consulted", basis.consulted, [&](const Consulted& one) {
    out.member("name", one.name);
    out.given("value", one.value);
    out.member("source", one.source);
    write_texts(out, "rules", one.rules);
  });
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
  if (!r.evidence.empty()) out.key("evidence"), write_evidence(out, r.evidence);
  out.key("findings");
  out.begin_array();
  for (const Finding& f : r.findings) write_finding(out, f);
  out.end_array();
  if (r.checks) out.key("checks"), write_checks(out, *r.checks);
  if (r.decision) out.key("decision"), write_decision(out, *r.decision);
  write_basis(out, r.basis);
  write_kept(out, r.kept);
  if (r.disposal) {
    out.key("x_disposal");
    out.begin_object();
    out.member("on", r.disposal->on);
    out.member("kept_until", r.disposal->kept_until);
    out.member("rule", r.disposal->rule);
    out.end_object();
  }
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

}  // namespace

std::string to_json_line(const Record& record) {
  JsonWriter out;
  write_record(out, record);
  return record.unknown.empty() ? out.take() : with_unknown(out.take(), record.unknown);
}

void LineWriter::write(const Record& record, const JsonWriter::Sink& sink) {
  out_.pass_to(sink);
  if (record.unknown.empty())
    write_record(out_, record);
  else
    out_.raw(to_json_line(record));
  out_.end_line();
}

std::string invoice_to_json(const Invoice& invoice) {
  JsonWriter out;
  write_invoice(out, invoice);
  return out.take();
}

}  // namespace ap
