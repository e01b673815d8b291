// ap-export: approved invoices into files for a ledger, each exactly once.
#include <fmt/format.h>

#include "cli/record_input.h"
#include "cli/record_loop.h"
#include "cli/review_settings.h"
#include "cli/run_main.h"
#include "core/error.h"
#include "export/format.h"
#include "record/codec.h"
#include "stages/export.h"

namespace {

struct Arguments {
  std::string format = "csv", output, once = "store", again, voided, reason;
};

[[noreturn]] void refuse(std::string what, std::string advice) {
  throw ap::Error(ap::ErrorKind::usage, std::move(what), std::move(advice));
}

std::string format_help() {
  std::string help = "one or more of";
  for (const auto& format : ap::exporting::formats()) help += fmt::format(" {}", format.name);
  return help + ", with commas between them; default csv";
}

int export_records(ap::cli::Context& context, const ap::ExportOptions& how, ap::ExportPorts& ports) {
  std::int64_t broken = 0, total = 0;
  int code = 0;
  ports.record = [&](const ap::Record& record) {
    ++total;
    context.output().line(ap::to_json_line(record));
    code = std::max(code, ap::cli::verdict(record, context.settings().text("fail_on")));
  };
  ap::ExportSummary summary;
  if (context.options().pending()) {
    summary = ap::export_due(ports, how);
  } else {
    ap::cli::RecordInput input(context);
    summary = ap::export_selected(ports, how, [&] { return input.next(); });
    broken = input.broken();
  }
  for (auto [outcome, number] :
       {std::pair{"exported", summary.exported}, {"passed", summary.passed}, {"refused", summary.refused}})
    if (number > 0) context.count(outcome, number);
  bool nothing_else = broken > 0 && broken == total;
  return nothing_else ? ap::exit_code(ap::ErrorKind::bad_input) : code;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments args;
  ap::cli::Options options("ap-export", "writes approved invoices for a ledger, each exactly once");
  options.value("--format", "NAME", args.format, format_help())
      .value("--output", "FOLDER", args.output, "where the files and the manifest of the batch go")
      .choice("--once", {"store", "none"}, args.once, "what remembers that a document was exported; default store")
      .value("--again", "BATCH", args.again, "write the files of this batch again, the same bytes")
      .value("--void", "BATCH", args.voided, "make the documents of this batch exportable again")
      .value("--reason", "TEXT", args.reason, "why a batch is voided; kept in the journal")
      .share("--pending")
      .share("--limit")
      .share("--dry-run")
      .share("--fail-on");

  return ap::cli::run_main(argc, argv, options, [&](ap::cli::Context& context) {
    if (args.once == "none") context.work_without_store();
    ap::ExportOptions how{args.format, args.output, context.actor(), context.options().limit(),
                          context.options().dry_run()};
    ap::ExportPorts ports{context.files(), context.clock()};
    ports.store = context.store();
    ports.notice = [&](std::string_view text) { context.log().info(text); };
    bool needs_store = !args.again.empty() || !args.voided.empty() || context.options().pending();
    if (needs_store) context.require_store();
    if (!ports.store && args.once != "none")
      refuse("without a store nothing remembers what was exported", "give --store, or say --once none");
    if (ports.store && args.once == "none") refuse("--once none goes with --store none", "leave one of them out");
    if (!args.voided.empty()) {
      if (args.reason.empty()) refuse("--void needs a reason", "give --reason TEXT");
      ap::cli::demand(context, ap::Act::void_batch, "batch " + args.voided);
      ap::void_batch(ports, how, args.voided, args.reason);
      return 0;
    }
    if (!args.again.empty()) {
      ap::export_again(ports, how, args.again);
      return 0;
    }
    return export_records(context, how, ports);
  });
}
