// The object that stands for one document and travels between stages (schema ap.record/1).
//
// Each part belongs to one stage: source to ingest; extraction, invoice, evidence to extract and to corrections;
// checks and decision to validate and review; coding to validate and review. Findings grow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/content_print.h"
#include "core/evidence.h"
#include "core/finding.h"
#include "core/invoice.h"

namespace ap {

inline constexpr std::string_view kRecordSchema = "ap.record/1";

enum class State { received, extracted, validated, exported, failed };
enum class Route { approve, review, reject, duplicate };

std::string_view to_string(State state);
std::string_view to_string(Route route);
std::optional<State> state_from(std::string_view text);
std::optional<Route> route_from(std::string_view text);

struct MailInfo {
  std::string from, message_id, subject;
  bool operator==(const MailInfo&) const = default;
};

// A part of a mail that was not taken, and why.
struct Dropped {
  std::string name, media_type, reason;
  std::uint64_t bytes = 0;
  bool operator==(const Dropped&) const = default;
};

struct Source {
  std::string name, path, media_type;
  std::uint64_t bytes = 0;
  std::string received_at;                   // UTC, RFC 3339
  std::string channel;                       // file, mail, stdin
  std::string parent;                        // id of the mail or scan it came in
  std::optional<std::pair<int, int>> pages;  // first and last page inside the parent
  std::optional<MailInfo> mail;
  std::vector<Dropped> dropped;
  bool operator==(const Source&) const = default;
};

// Pages of a scan that became a document of their own.
struct Part {
  std::string id;  // of that document
  std::pair<int, int> pages;
  std::string reason;  // why it begins there: "number R-18 after R-17"
  bool operator==(const Part&) const = default;
};

// Pages of a scan that belong to no part, and what they are: "blank", "separator".
struct SkippedPages {
  std::pair<int, int> pages;
  std::string reason;
  bool operator==(const SkippedPages&) const = default;
};

struct Extraction {
  std::string method;   // einvoice, text, ocr, mixed
  std::string syntax;   // ubl, cii; "" otherwise
  std::string profile;  // CustomizationID or guideline id
  int pages = 0;
  std::string language;  // ISO 639-1
  std::int64_t duration_ms = 0;
  std::vector<Part> parts;              // of a scan that held several documents: it is none itself
  std::vector<SkippedPages> skipped;    // with `parts`; each page is in exactly one of both
  std::optional<ContentPrint> content;  // by which a copy of the document is known
  bool operator==(const Extraction&) const = default;
};

struct Coding {
  std::string vendor_id, account, cost_center, tax_code;
  bool operator==(const Coding&) const = default;
};

struct Approval {
  std::string actor, action, reason, at;
  bool operator==(const Approval&) const = default;
};

struct Decision {
  std::optional<Route> route;
  std::vector<std::string> reasons;
  std::string duplicate_of, policy;
  std::vector<Approval> approvals;
  bool operator==(const Decision&) const = default;
};

// Something besides the document that controls looked at: a limit, an item of master data, an earlier document.
struct Consulted {
  std::string name, value;         // "vendor V1001", "Stadtwerke Osterkamp; status active"
  std::string source;              // "vendors, import 3"; the id of a document; where a limit was set
  std::vector<std::string> rules;  // the controls that looked at it
  bool operator==(const Consulted&) const = default;
};

// What a decision rests on besides document and findings. Stands under x_basis in the record.
struct Basis {
  std::vector<std::string> passed;  // controls that ran and found nothing
  std::vector<Consulted> consulted;
  bool operator==(const Basis&) const = default;
};

// A value of an e-invoice that has no field in the model (an extension, a note, a scheme identifier), kept aside with
// its place in the XML so that it is not lost. Stands under x_einvoice in the record.
struct KeptValue {
  std::string path, value;
  bool xml = false;  // the value is the whole element, as XML: an extension in a vocabulary of its own
  bool operator==(const KeptValue&) const = default;
};

// What is left of a document that was disposed of after its time: that it was there. Stands under x_disposal.
struct Disposal {
  std::string on;          // the day
  std::string kept_until;  // the last day on which it had to be kept
  std::string rule;        // "DE invoice, 8 years from the end of the year (AO section 147(3))"
  bool operator==(const Disposal&) const = default;
};

struct Record {
  std::string id;        // SHA-256, 64 hex digits; "" when the input could not be read at all (null in JSON)
  std::string trace_id;  // 32 hex digits
  State state = State::received;
  Source source;
  std::optional<Extraction> extraction;
  std::optional<Invoice> invoice;
  EvidenceMap evidence;
  std::vector<Finding> findings;
  std::optional<Checks> checks;
  Coding coding;
  std::optional<Decision> decision;
  Basis basis;
  std::vector<KeptValue> kept;
  std::optional<Disposal> disposal;
  // Keys this version does not know, kept and passed on: JSON pointer and JSON text.
  std::vector<std::pair<std::string, std::string>> unknown;
  bool operator==(const Record&) const = default;

  std::optional<Route> route() const { return decision ? decision->route : std::nullopt; }
  // A part split off a scan: its bytes are those of source.parent, of which it is the source.pages.
  bool is_part() const { return source.pages && !source.parent.empty(); }
  // The id under which the bytes are kept.
  const std::string& bytes_id() const { return is_part() ? source.parent : id; }
  // True when no later stage works on it: failed, rejected, a duplicate, or disposed of.
  bool passes_through() const {
    return disposal || state == State::failed || route() == Route::reject || route() == Route::duplicate;
  }
};

}  // namespace ap
