// ap-validate: an extracted record in, the same record with checks, findings and a decision out.
//
// The decision follows from the findings alone: no error, no warning that asks for review, every required group of
// controls run: `approve`. A document that is no invoice: `reject`. Anything else: `review`, with the reasons.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "ports/blob_store.h"
#include "ports/clock.h"
#include "ports/files.h"
#include "ports/reader.h"
#include "ports/store.h"
#include "rules/policy/policy.h"
#include "rules/settings.h"

namespace ap {

struct EInvoiceCheck;

struct ValidateOptions {
  rules::Settings settings;
  std::map<std::string, std::string> origins = {};        // of the settings, by name: "default", "ap.toml:12"
  std::string version = {};                               // policy_version(settings), to be had once; "": not known
  std::shared_ptr<const rules::Policy> policy = nullptr;  // lies over the settings; nullptr: none
  RuleSets rule_sets = RuleSets::automatic;               // for e-invoices
  std::uint64_t document_bytes = 256ull << 20;            // largest document that is read again
  bool comparing = false;  // nothing is kept, so any policy may be tried, whichever the store adopted
};

// What may be null is simply not asked; rules that need it are then not run, and say so.
struct ValidatePorts {
  Clock& clock;
  Store* store = nullptr;
  BlobStore* blobs = nullptr;
  Files* files = nullptr;
  Reader* reader = nullptr;
  // Called with the texts that the decision names by their digest, where what is decided will be kept.
  std::function<void(std::string_view text)> keep_text = {};
};

// Safe to call from several threads. A record in another state than extracted or validated stays as it is;
// findings of an earlier validation are replaced, those of ingest and extraction stay.
// Throws what the ports throw (Error of kinds temporary, unavailable, io).
// `ready`: what extraction found when it evaluated the rule sets in its own reading; nullptr or unread: read again
// here.
void validate_in_place(Record& record, const ValidatePorts& ports, const ValidateOptions& options,
                       EInvoiceCheck* ready = nullptr);
// The same of a record that is given and comes back.
Record validate(Record record, const ValidatePorts& ports, const ValidateOptions& options);

// Closes the gates of the policy that wait for a document to be overdue and whose time has come after `overdue_hours`
// whole hours: their findings and what they do to the route come into the validated record, nothing else changes.
// Returned: the names of those that were not closed before; without any the record is as it was.
std::vector<std::string> close_late_gates(Record& record, const ValidatePorts& ports, const ValidateOptions& options,
                                          std::int64_t overdue_hours);

// Words of --rules: auto, en16931, peppol, xrechnung, none.
std::optional<RuleSets> rule_sets_from(std::string_view word);

// ---- reports that need no record

// Every rule: set, group, severity, code, summary. As a table, or one JSON array.
std::string list_rules();
std::string list_rules_json();

// What a code means, for people; nullopt when there is no such code.
std::optional<std::string> explain_rule(std::string_view code);

// The rule on one validated document: broken where and with which figures, holds, or was not run and why; and what the
// document says of the terms that the rule looks at.
std::string explain_in(const Record& record, std::string_view code);

// Groups that required_controls names and that do not exist; empty when all do.
std::vector<std::string> unknown_groups(const rules::Settings& settings);

}  // namespace ap
