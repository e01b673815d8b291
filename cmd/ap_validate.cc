// ap-validate: e-invoice rules and controls over extracted documents, and the route that follows.
#include "cli/adopt_command.h"
#include "cli/escalate_command.h"
#include "cli/import_command.h"
#include "cli/record_loop.h"
#include "cli/run_main.h"
#include "cli/stage_settings.h"
#include "cli/verdict_modes.h"
#include "core/error.h"
#include "stages/einvoice_check.h"
#include "stages/explain_decision.h"
#include "stages/extract.h"
#include "stages/validate.h"

namespace {

// Everything that needs no record of this run; nullopt when none of it was asked for.
std::optional<std::string> report(ap::cli::Context& context, bool list, bool json, const std::string& code) {
  if (list) return json ? ap::list_rules_json() : ap::list_rules();
  if (code.empty()) return std::nullopt;
  if (auto text = ap::explain_rule(code)) return text;
  if (ap::looks_like_id(code)) return ap::explain_stored(context.require_store(ap::cli::StoreUse::existing), code);
  throw ap::Error(ap::ErrorKind::usage, "there is no rule " + code, "ap-validate --list-rules shows them all");
}

}  // namespace

int main(int argc, char** argv) {
  bool list = false, json = false, show_policy = false;
  ap::cli::VerdictChoice modes;
  std::vector<std::string> files;
  ap::cli::Options options("ap-validate", "checks invoices, decides what happens next, and says why");
  options.setting("--policy", "FILE", "validate.policy", "decide by this policy, which lies over the settings")
      .flag("--show-policy", show_policy, "print the policy in words and exit")
      .setting("--rules", "auto|en16931|peppol|xrechnung|none", "validate.rules", "rule sets for e-invoices")
      .flag("--list-rules", list, "print all rules and exit")
      .flag("--json", json, "print --list-rules as JSON")
      .value("--explain", "CODE|ID", modes.explain,
             "print what a rule checks, with files: and their figures; or why a document of the store was decided so")
      .choice("--format", {"ndjson", "junit", "sarif"}, modes.format,
              "form of the verdicts; default ndjson, the records")
      .value("--report", "FILE", modes.report,
             "write an HTML page of the invoices with their findings beside the terms")
      .value(
          "--baseline", "FILE", modes.baseline,
          "print what changed against the records of an earlier run; with --policy alone: those records decided again")
      .arguments("FILE", files, "documents to extract and check; none: records on standard input")
      .share_record_options();
  ap::cli::ImportArguments import;
  ap::cli::declare_import(options, import);
  ap::cli::declare_escalate(options);
  ap::cli::AdoptArguments adopt;
  ap::cli::declare_adopt(options, adopt);

  return ap::cli::run_main(argc, argv, options, [&](ap::cli::Context& context) {
    if (context.options().command_given() == "import") return ap::cli::run_import(context, import);
    if (context.options().command_given() == "escalate") return ap::cli::run_escalate(context);
    if (context.options().command_given() == "adopt") return ap::cli::run_adopt(context, adopt);
    if (auto text = report(context, list, json, modes.explain)) {
      context.output().write(*text);
      if (list || files.empty()) return 0;
    }
    ap::ValidateOptions how = ap::cli::validate_options(context.settings());
    if (show_policy) {
      context.output().write(how.policy ? ap::rules::describe(*how.policy) : "no policy: ap.toml alone decides\n");
      return 0;
    }
    bool replay = !modes.baseline.empty() && files.empty() && context.options().given("--policy") &&
                  !context.options().pending() && context.options().files0_from().empty();
    ap::cli::Inputs inputs = ap::cli::resolve_inputs(context, files);
    auto use = replay ? ap::cli::StoreUse::existing : ap::cli::StoreUse::create;
    ap::ValidatePorts ports{context.clock(), context.store(use), context.blobs(), &context.files(), &context.reader()};
    if (ports.store != nullptr && !replay && !context.options().dry_run())
      ports.keep_text = [store = ports.store](std::string_view text) { store->keep_text(text); };
    ap::cli::Stage stage{
        .takes = ap::State::extracted,
        .gives = ap::State::validated,
        .event = "validated",
        .work = [&](ap::Extracted& document, auto&&) { ap::validate_in_place(document.record, ports, how); },
        .before_keep = ap::cli::note_document(context)};
    ap::cli::VerdictModes reports(context, modes);
    reports.attach(stage);
    if (replay) {
      reports.replay([&](ap::Record record) { return ap::decide_again(std::move(record), ports, how); });
      return reports.finish(0);
    }
    if (!inputs.named) return reports.finish(ap::cli::run_records(context, stage, inputs));

    // Files come as bytes: they are extracted first, in the same pass.
    ap::Extractor extractor(context.reader(), context.blobs(), context.files(), context.clock(),
                            ap::cli::extract_settings(context.settings()));
    stage.takes = ap::State::received;
    stage.begin = [&](const std::string& bytes) { return extractor.begin(bytes, how.rule_sets); };
    stage.work = [&](ap::Extracted& document, std::optional<ap::cli::FileContent>&& content) {
      ap::EInvoiceCheck check;
      ap::ExtractBesides besides = ap::cli::besides(std::move(content));
      besides.check = &check;
      besides.rules = how.rule_sets;
      extractor.extract_in_place(document, std::move(besides));
      if (document.parts.empty()) ap::validate_in_place(document.record, ports, how, &check);
      for (ap::Record& part : document.parts) ap::validate_in_place(part, ports, how);
    };
    return reports.finish(ap::cli::run_records(context, stage, inputs));
  });
}
