// What a rule is: a row of information for people, and a pure function from an invoice and facts to problems.
//
// Rules never look at clocks, stores or files: whatever they need besides the invoice stands in Facts, put there by
// the stage. The same arguments give the same answer; everything here is safe to share between threads.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/evidence.h"
#include "core/finding.h"
#include "core/invoice.h"
#include "rules/known.h"
#include "rules/settings.h"

namespace ap::rules {

// One row of a rule table. All texts are literals of the program.
struct RuleInfo {
  std::string_view set;    // structure en16931 peppol xrechnung ap controls policy intake extraction
  std::string_view id;     // TOTAL_MISMATCH, BR-CO-15: stable, unique within its set
  std::string_view group;  // what required_controls names: arithmetic, identifiers, data, dates, duplicates ...
  Severity severity = Severity::error;
  bool review = false;           // a warning that sends the document to review all the same; errors always do
  std::string_view summary;      // one line, no full stop: what is raised when
  std::string_view explanation;  // for people: what is compared, with which tolerance, and what to do about it
  std::string_view source;       // norm and clause, or the practice it comes from
  std::string_view terms;        // business terms it looks at: "BT-109, BT-110"; "" when none
  // A group that has confirming rules counts as run only when one of them really compared something: an invoice that
  // states nothing but a total has not been checked by arithmetic.
  bool confirms = false;

  bool holds() const { return review || severity == Severity::error; }
};

// What a rule found wrong. Set, id and severity come from its row.
struct Problem {
  std::string field;  // path inside the invoice, "" when it concerns no single field
  std::string message;
  std::string expected, actual;
};
using Problems = std::vector<Problem>;

// Why a rule gave no verdict. It never counts as passed.
struct Skipped {
  std::string reason;
  // True: the document says nothing the rule could look at. False: something is missing on our side (a store, a
  // file) or the rule could not be evaluated; the invoice is then held.
  bool nothing_to_check = false;
};
using Outcome = std::expected<Problems, Skipped>;

inline std::unexpected<Skipped> nothing_to_check(std::string reason) {
  return std::unexpected(Skipped{std::move(reason), true});
}
inline std::unexpected<Skipped> cannot_run(std::string reason) { return std::unexpected(Skipped{std::move(reason)}); }

// Another document that may be this invoice again, found by the stage.
struct DuplicateCandidate {
  std::string document_id;
  std::string rung;     // D1 ... D11 of the duplicate ladder
  std::string matched;  // the values that agree, for people
  int score = 0;        // parts per thousand: how sure it is the same invoice
};

// What a rule may know besides the invoice.
struct Facts {
  explicit Facts(Date day, Settings given = {}) : today(day), settings(std::move(given)) {}
  Date today;
  Settings settings;
  EvidenceMap evidence;
  std::string method;              // einvoice, text, ocr, mixed; "" unknown
  std::string document_type_code;  // UNTDID 1001, of an e-invoice that could be read again; "" otherwise
  bool hybrid = false;             // an e-invoice inside a PDF
  bool prepayment = false;         // bills money in advance (controls/matching.h)
  Known known;                     // master data and earlier bills
  // Earlier documents that may be the same invoice; nullopt: nobody could look, and `no_lookup` says why.
  std::optional<std::vector<DuplicateCandidate>> duplicates;
  std::string no_lookup = "no store is set, so earlier invoices are not known";
};

// A control: a rule over the business content of any document. The e-invoice rule sets look at the neutral tree of
// einvoice/ instead and bring their own function type; their rows are RuleInfo all the same.
struct Rule {
  RuleInfo info;
  Outcome (*check)(const Invoice&, const Facts&) = nullptr;
};

}  // namespace ap::rules
