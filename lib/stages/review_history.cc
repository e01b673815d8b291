// The journal of one document in plain words.
#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "ports/clock.h"
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

std::string correction(const Json& detail) {
  std::string out = "corrected";
  auto changes = detail.find("changes");
  if (changes == detail.end() || !changes->is_array()) return out;
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

// What happened, with the actor before it. Kinds without a row stand as they are.
std::string words(const Event& event, const Json& detail) {
  const std::string& kind = event.kind;
  if (kind == "received") return "took it in";
  if (kind == "extracted") return extraction(detail);
  if (kind == "validated") return validation(detail);
  if (kind == "corrected") return correction(detail);
  if (kind == "approved") return "approved it" + because(detail);
  if (kind == "approved_alone") return "approved it alone, having corrected it" + because(detail);
  if (kind == "rejected") return "rejected it" + because(detail);
  if (kind == "reopened") return "reopened it" + because(detail);
  if (kind == "released")
    return fmt::format("released the account {} of vendor {}, confirmed: {}", said(detail, "iban"),
                       said(detail, "vendor_id"), said(detail, "confirmed"));
  if (kind == "assigned")
    return said(detail, "to").empty() ? "gave it back to nobody" : "gave it to " + said(detail, "to");
  if (kind == "held") return "placed a legal hold on it" + because(detail);
  if (kind == "hold_lifted") return "lifted the legal hold" + because(detail);
  if (kind == "disposed")
    return fmt::format("disposed of it; kept until {}: {}", said(detail, "kept_until"), said(detail, "rule"));
  std::string out = kind;
  for (const auto& [key, value] : detail.items())
    if (key != "program")
      out += fmt::format(", {} {}", key, value.is_string() ? value.get<std::string>() : value.dump());
  return out;
}

}  // namespace

std::string history_line(const StoredEvent& stored) {
  const Event& event = stored.event;
  Json detail = Json::parse(event.detail.empty() ? "{}" : event.detail, nullptr, false);
  if (!detail.is_object()) detail = Json::object();
  return fmt::format("{} {} {}", rfc3339(event.at_ms), event.actor, fit(words(event, detail), 400));
}

}  // namespace ap
