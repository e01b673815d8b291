#include "stages/validate.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/controls/basis.h"
#include "rules/controls/clearing.h"
#include "rules/einvoice/page_rules.h"
#include "rules/registry.h"
#include "stages/adoption.h"
#include "stages/decide.h"
#include "stages/duplicate_index.h"
#include "stages/einvoice_check.h"
#include "stages/known.h"

namespace ap {
namespace {

constexpr std::string_view kNotAnInvoice = "NOT_AN_INVOICE";

// Findings that are not ours to replace. What extraction took for another kind of document counts until a person has
// said what it is.
bool stays(const Finding& finding, const Record& record) {
  if (finding.set == "controls" || finding.set == rules::kPolicySet || finding.rule.starts_with("AP-BR-")) return false;
  if (finding.rule == "HYBRID_MISMATCH" || finding.rule == "QR_MISMATCH") {
    auto field = record.evidence.find(finding.field);  // a person has decided between the two values
    return field == record.evidence.end() || field->second.how != How::correction;
  }
  if (finding.rule != kNotAnInvoice)
    return finding.set == "intake" || finding.set == "extraction" || finding.set == "ap";
  auto type = record.evidence.find("type");
  return type == record.evidence.end() || type->second.how != How::correction;
}

// Takes the evidence out of the record for as long as the controls run: of a long e-invoice it is most of it.
rules::Facts gather(Record& record, const ValidatePorts& ports, const ValidateOptions& options) {
  rules::Facts facts(ports.clock.today(), options.settings);
  if (record.extraction) facts.method = record.extraction->method;
  if (ports.store) facts.duplicates = find_duplicates(*ports.store, record);
  facts.known = gather_known(record, ports.store, facts.today);
  facts.evidence = std::move(record.evidence);
  return facts;
}

// An invoice that was read from pages: the rules of e-invoices give warnings.
bool reads_pages(const Record& record) {
  return record.invoice && record.invoice->type != InvoiceType::receipt && record.extraction &&
         record.extraction->method != "einvoice";
}

void append(std::vector<Finding>& to, std::vector<Finding> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void add(Checks& to, Checks from) {
  to.run += from.run;
  to.failed += from.failed;
  if (to.not_run.empty())
    to.not_run = std::move(from.not_run);
  else
    to.not_run.insert(to.not_run.end(), std::make_move_iterator(from.not_run.begin()),
                      std::make_move_iterator(from.not_run.end()));
}

// The vendor that was found, and its coding where nobody has said another.
void code(Coding& coding, const rules::VendorChoice& seller) {
  coding.vendor_id = seller.vendor ? seller.vendor->id : "";
  if (!seller.vendor) return;
  auto propose = [](std::string& to, const std::string& from) {
    if (to.empty()) to = from;
  };
  propose(coding.account, seller.vendor->account);
  propose(coding.cost_center, seller.vendor->cost_center);
  propose(coding.tax_code, seller.vendor->tax_code);
}

// Names of the gates that closed in an earlier validation.
std::set<std::string> closed_gates(const std::vector<Finding>& findings) {
  std::set<std::string> names;
  for (const Finding& finding : findings)
    if (finding.set == rules::kPolicySet) names.insert(finding.rule);
  return names;
}

// The policy around the controls: limits before they run, routes and gates after.
class Ruling {
 public:
  // Changes facts.settings. All must outlive this.
  Ruling(const Record& record, rules::Facts& facts, const ValidateOptions& options, std::set<std::string> escalated)
      : policy_(options.policy.get()), given_(options.origins), subject_{*record.invoice,       facts,
                                                                         record.source.channel, nullptr,
                                                                         std::nullopt,          std::move(escalated)} {
    if (!policy_) return;
    changed_ = given_;
    problems_ = rules::apply_limits(*policy_, subject_, facts.settings, changed_);
  }

  // Where each limit was set.
  const std::map<std::string, std::string>& origins() const { return policy_ ? changed_ : given_; }

  // Codes that the policy rejects.
  std::set<std::string> finish(std::vector<Finding>& findings) {
    if (!policy_) return {};
    auto rejecting = rules::apply_routes(*policy_, subject_, findings);
    subject_.findings = &findings;
    std::vector<Finding> closed = rules::close_gates(*policy_, subject_, rejecting);
    append(findings, std::move(problems_));
    append(findings, std::move(closed));
    return rejecting;
  }

 private:
  const rules::Policy* policy_;
  const std::map<std::string, std::string>& given_;
  std::map<std::string, std::string> changed_;  // with a policy
  rules::Subject subject_;
  std::vector<Finding> problems_;
};

}  // namespace

Record validate(Record record, const ValidatePorts& ports, const ValidateOptions& options) {
  validate_in_place(record, ports, options);
  return record;
}

void validate_in_place(Record& record, const ValidatePorts& ports, const ValidateOptions& options,
                       EInvoiceCheck* ready) {
  if (record.state != State::extracted && record.state != State::validated) return;
  EInvoiceCheck einvoice = ready != nullptr && ready->read ? std::move(*ready) : check_einvoice(record, ports, options);
  std::vector<Finding> before = record.findings, kept;
  for (Finding& finding : record.findings) {
    // Faults of form that extraction met in the XML stand again in a new reading, and stay where there is none.
    bool structure = finding.set == "structure" && !einvoice.read;
    if (structure || stays(finding, record)) kept.push_back(std::move(finding));
  }
  record.findings = std::move(kept);
  record.checks.emplace();
  record.basis = {};
  append(record.findings, std::move(einvoice.findings));
  add(*record.checks, std::move(einvoice.checks));
  if (reads_pages(record) && options.rule_sets != RuleSets::none)
    rules::evaluate_page(*record.invoice, record.findings, *record.checks);
  rules::RunResult controls;
  std::optional<rules::Settings> own;  // of this document, where a policy may have changed them
  std::set<std::string> rejecting;
  if (record.invoice) {
    rules::Facts facts = gather(record, ports, options);
    facts.document_type_code = einvoice.document_type_code;
    facts.prepayment = rules::is_prepayment(*record.invoice, facts.evidence, facts.document_type_code);
    if (facts.known.missing.empty()) code(record.coding, facts.known.seller);
    Ruling ruling(record, facts, options, closed_gates(before));
    controls = rules::run_controls(*record.invoice, facts);
    record.basis = rules::basis_of(*record.invoice, controls, facts, ruling.origins());
    append(record.findings, std::move(controls.findings));
    add(*record.checks, std::move(controls.checks));
    rejecting = ruling.finish(record.findings);
    if (options.policy) own = std::move(facts.settings);
    record.evidence = std::move(facts.evidence);
  }
  const rules::Settings& settings = own ? *own : options.settings;
  if (ports.store && !options.comparing)
    if (auto finding = not_adopted(*ports.store, options)) record.findings.push_back(std::move(*finding));
  Decision fresh = decide(record, controls.groups_not_run, settings, rejecting, own ? "" : options.version);
  if (options.policy) fresh.policy = options.policy->label() + "; " + fresh.policy;
  if (ports.keep_text) {
    ports.keep_text(settings_text(settings));
    if (options.policy) ports.keep_text(options.policy->text);
  }
  for (const auto& [rule, reason] : controls.broken) {
    if (fresh.route == Route::approve) fresh.route = Route::review;
    fresh.reasons.push_back(
        fmt::format("{}: the rule could not be evaluated ({}); compare by hand what it checks", rule, reason));
  }
  record.decision = record.decision ? keep_human_decision(std::move(fresh), *record.decision, before, record.findings)
                                    : std::move(fresh);
  hold_corrected(record, correctors(record, ports.store));
  record.state = State::validated;
}

std::vector<std::string> close_late_gates(Record& record, const ValidatePorts& ports, const ValidateOptions& options,
                                          std::int64_t overdue_hours) {
  auto before = closed_gates(record.findings);
  rules::Policy late;  // only what waits and has not closed yet
  if (options.policy) late = *options.policy;
  std::erase_if(late.gates, [&](const rules::PolicyGate& gate) {
    return !gate.overdue_hours || *gate.overdue_hours > overdue_hours || before.contains(gate.name);
  });
  if (late.gates.empty() || !record.decision) return {};
  const Invoice nothing;
  rules::Facts facts = gather(record, ports, options);
  rules::Subject subject{record.invoice ? *record.invoice : nothing, facts, record.source.channel, &record.findings,
                         overdue_hours};
  std::set<std::string> rejected;
  std::vector<Finding> closed = rules::close_gates(late, subject, rejected);
  std::erase_if(closed, [&](const Finding& finding) { return before.contains(finding.rule); });
  std::vector<std::string> names;
  for (const Finding& finding : closed) {
    names.push_back(finding.rule);
    if (holds(finding)) record.decision->reasons.push_back(fmt::format("{}: {}", finding.rule, finding.message));
  }
  if (!rejected.empty() && !names.empty()) record.decision->route = Route::reject;
  append(record.findings, std::move(closed));
  return names;
}

std::optional<RuleSets> rule_sets_from(std::string_view word) {
  if (word == "auto") return RuleSets::automatic;
  if (word == "none") return RuleSets::none;
  if (word == "en16931") return RuleSets::en16931;
  if (word == "peppol") return RuleSets::peppol;
  if (word == "xrechnung") return RuleSets::xrechnung;
  return std::nullopt;
}

std::vector<std::string> unknown_groups(const rules::Settings& settings) {
  std::vector<std::string> unknown;
  auto known = rules::groups();
  for (const std::string& group : settings.required_controls) {
    if (std::ranges::find(known, group) == known.end()) unknown.push_back(group);
  }
  return unknown;
}

}  // namespace ap
