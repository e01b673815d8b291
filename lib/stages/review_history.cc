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

// A member as text, "" when it is absent.
std::string said(const Json& detail, const char* key) {
  auto found = detail.find(key);
  if (found == detail.end() || found->is_null()) return "";
  return found->is_string() ? found->get<std::string>() : found->dump();
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
    for (const Json& role : *roles)
      out += (out.empty() ? " as " : " and ") + (role.is_string() ? role.get<std::string>() : role.dump());
  return out;
}

std::string correction(const Json& detail) {
  std::string out = "corrected";
  auto changes = detail.find("changes");
  if (changes == detail.end() || !changes->is_array()) {
    auto fields = detail.find("fields");
    if (fields != detail.end() && fields->is_array())
      for (const Json& field : *fields) out += " " + (field.is_string() ? field.get<std::string>() : field.dump());
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
      for (const Json& each : *found)
        *out += (out->empty() ? "" : ", ") + (each.is_string() ? each.get<std::string>() : each.dump());
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
  std::string out = kind;
  for (const auto& [key, value] : detail.items())
    if (key != "program" && key != "sealed")
      out += fmt::format(", {} {}", key, value.is_string() ? value.get<std::string>() : value.dump());
  return out;
}

}  // namespace

std::string history_line(const StoredEvent& stored) {
  const Event& event = stored.event;
  return fmt::format("{} {} {}{}", rfc3339(event.at_ms), event.actor, fit(words(event, event_facts(event)), 400),
                     values_gone(event) ? " (what was said went when the document was disposed of)" : "");
}

}  // namespace ap
