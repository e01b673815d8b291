// The journal of one document in plain words.
#include <fmt/format.h>

#include <array>

#include "ports/clock.h"
#include "stages/event_facts.h"
#include "stages/review.h"
#include "stages/text_columns.h"

namespace ap {
namespace {

using Json = nlohmann::json;

// A value as people write it: lists by commas, objects as their members, nothing of JSON's signs.
std::string plain(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (!value.is_structured()) return value.dump();
  std::string out;
  for (const auto& [key, member] : value.items())
    out += (out.empty() ? "" : ", ") + (value.is_object() ? key + " " : "") + plain(member);
  return out;
}

// A member as text, "" when it is absent.
std::string said(const Json& detail, const char* key) {
  auto found = detail.find(key);
  return found == detail.end() ? "" : plain(*found);
}

std::string because(const Json& detail) {
  std::string reason = said(detail, "reason");
  return reason.empty() ? "" : ": " + reason;
}

// Roles that gates of the policy wanted.
std::string in_role(const Json& detail) {
  auto roles = detail.find("as");
  std::string out;
  if (roles != detail.end() && roles->is_array())
    for (const Json& role : *roles) out += (out.empty() ? " as " : " and ") + plain(role);
  return out;
}

std::string correction(const Json& detail) {
  std::string out = "corrected";
  auto changes = detail.find("changes");
  if (changes == detail.end() || !changes->is_array()) {
    auto fields = detail.find("fields");
    if (fields != detail.end() && fields->is_array()) out += " " + plain(*fields);
    return out;
  }
  const char* between = " ";
  for (const Json& change : *changes) {
    if (!change.is_object()) continue;
    std::string before = said(change, "old"), after = said(change, "new");
    out += between + said(change, "field");
    out += after.empty()    ? fmt::format(": '{}' cleared", before)
           : before.empty() ? fmt::format(" to '{}', where nothing was read", after)
                            : fmt::format(" from '{}' to '{}'", before, after);
    between = "; ";
  }
  return out;
}

std::string validation(const Json& detail) {
  std::string out = fmt::format("checked it: {}", said(detail, "route"));
  auto findings = detail.find("findings");
  const char* between = ", because of ";
  if (findings != detail.end() && findings->is_array())
    for (const Json& code : *findings) {
      if (!code.is_string()) continue;
      out += between + code.get<std::string>();
      between = ", ";
    }
  std::string policy = said(detail, "policy");
  return out + (policy.empty() ? "" : fmt::format(" (policy {})", policy));
}

std::string failure(const Json& detail) {
  std::string codes = said(detail, "findings");
  return codes.empty() ? "could not read it" : "could not take it: " + codes;
}

std::string extraction(const Json& detail) {
  std::string method = said(detail, "method");
  if (method == "einvoice") return "read it as an e-invoice";
  if (method == "text") return "read it from the text of its pages";
  if (method == "ocr") return "read it by OCR";
  return method == "mixed" ? "read it from text and by OCR" : "read it";
}

std::string escalation(const Json& detail) {
  std::string gates, roles;
  for (auto [key, out] : {std::pair{"gates", &gates}, std::pair{"to", &roles}})
    if (auto found = detail.find(key); found != detail.end() && found->is_array())
      for (const Json& each : *found) *out += (out->empty() ? "" : ", ") + plain(each);
  return fmt::format("escalated it{}: due since {}, and nobody decided it ({})", roles.empty() ? "" : " to " + roles,
                     said(detail, "due"), gates);
}

// What happened, with the actor before it. Kinds without a row stand as they are.
std::string words(const Event& event, const Json& detail) {
  const std::string& kind = event.kind;
  if (kind == "received") return "took it in";
  if (kind == "extracted") return extraction(detail);
  if (kind == "validated") return validation(detail);
  if (kind == "corrected") return correction(detail);
  if (kind == "approved") return "approved it" + in_role(detail) + because(detail);
  if (kind == "approved_alone") return "approved it alone, having corrected it" + because(detail);
  if (kind == "rejected") return "rejected it" + because(detail);
  if (kind == "reopened") return "reopened it" + because(detail);
  if (kind == "released")
    return said(detail, "iban").empty()
               ? "released the bank details"
               : fmt::format("released the account {} of vendor {}, confirmed: {}", said(detail, "iban"),
                             said(detail, "vendor_id"), said(detail, "confirmed"));
  if (kind == "assigned")
    return said(detail, "to").empty() ? "gave it back to nobody" : "gave it to " + said(detail, "to");
  if (kind == "escalated") return escalation(detail);
  if (kind == "held") return "placed a legal hold on it" + because(detail);
  if (kind == "hold_lifted") return "lifted the legal hold" + because(detail);
  if (kind == "disposed")
    return fmt::format("disposed of it; kept until {}: {}", said(detail, "kept_until"), said(detail, "rule"));
  if (kind == "failed") return failure(detail);
  if (kind == "exported") return "exported it in batch " + said(detail, "batch");
  if (kind == "voided") return "voided the batch that held it" + because(detail);
  std::string out = kind;
  for (char& c : out) c = c == '_' ? ' ' : c;
  for (const auto& [key, value] : detail.items())
    if (key != "program" && key != "sealed") out += fmt::format(", {} {}", key, plain(value));
  return out;
}

}  // namespace

std::string history_line(const StoredEvent& stored) {
  const Event& event = stored.event;
  return fmt::format("{} {} {}{}", rfc3339(event.at_ms), event.actor, fit(words(event, event_facts(event)), 400),
                     values_gone(event) ? " (what was said went when the document was disposed of)" : "");
}

}  // namespace ap
