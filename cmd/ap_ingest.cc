// ap-ingest: takes files, folders, Maildirs, mbox and mails in, each document exactly once.
#include <fmt/format.h>

#include <optional>

#include "adapters/system/clamd_scanner.h"
#include "cli/record_file.h"
#include "cli/record_loop.h"
#include "cli/run_main.h"
#include "cli/standard_input.h"
#include "core/error.h"
#include "record/codec.h"
#include "stages/ingest.h"

namespace {

ap::After after_of(const std::string& word) {
  return word == "archive" ? ap::After::archive : word == "delete" ? ap::After::erase : ap::After::keep;
}

ap::IngestOptions ingest_options(ap::cli::Context& context) {
  const ap::cli::Settings& settings = context.settings();
  ap::IngestOptions how;
  how.prepare.document_bytes = std::uint64_t(settings.integer("limits.document_bytes"));
  how.prepare.actor = context.actor();
  how.settle_ms = settings.integer("ingest.settle_seconds") * 1000;
  how.after = after_of(settings.text("ingest.after"));
  how.archive_folder = settings.text("ingest.archive");
  how.jobs = context.jobs();
  how.limit = context.options().limit();
  how.dry_run = context.options().dry_run();
  return how;
}

std::string summary_text(const ap::IngestSummary& s) {
  return fmt::format("{} inputs = {} taken + {} known + {} duplicate + {} refused + {} settling{}", s.inputs, s.taken,
                     s.known, s.duplicate, s.refused, s.settling, s.stopped ? "; stopped before the end" : "");
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs;
  ap::cli::Options options("ap-ingest", "takes documents in, each exactly once");
  options.arguments("PATH", inputs, "files, folders, Maildirs, mbox, mails; - is the bytes of one file")
      .setting("--settle", "SECONDS", "ingest.settle_seconds", "leave files in folders that changed this recently")
      .setting("--after", "keep|archive|delete", "ingest.after", "what becomes of a file that was taken")
      .setting("--archive", "FOLDER", "ingest.archive", "where --after archive puts files, in a folder per day")
      .share("--jobs")
      .share("--limit")
      .share("--dry-run")
      .share("--fail-on")
      .share("--files0-from");

  return ap::cli::run_main(argc, argv, options, [&](ap::cli::Context& context) {
    if (const std::string& list = context.options().files0_from(); !list.empty())
      for (std::string& path : ap::cli::read_files0(list)) inputs.push_back(std::move(path));
    if (inputs.empty())
      throw ap::Error(ap::ErrorKind::usage, "nothing to take in", "name files or folders, or - for standard input");
    int code = 0;
    ap::IngestPorts ports{context.files(), context.reader(), context.clock()};
    ports.store = context.store();
    ports.blobs = context.blobs();
    ports.standard_input = ap::cli::read_standard_input;
    ports.record = [&](const ap::Record& record) {
      context.output().line(ap::to_json_line(record));
      code = std::max(code, ap::cli::verdict(record, context.settings().text("fail_on")));
    };
    ports.notice = [&](std::string_view text) { context.log().info(text); };
    ports.stop = [&] { return context.stop().requested() != 0; };
    ap::IngestOptions how = ingest_options(context);
    std::optional<ap::system::ClamdScanner> scanner;
    if (const std::string socket = context.settings().text("ingest.malware_scanner"); !socket.empty())
      how.prepare.scanner = &scanner.emplace(socket);
    ap::IngestSummary summary = ap::ingest_inputs(inputs, ports, how);
    for (auto [outcome, number] : {std::pair{"taken", summary.taken},
                                   {"known", summary.known},
                                   {"duplicate", summary.duplicate},
                                   {"refused", summary.refused}})
      if (number > 0) context.count(outcome, number);
    context.log().info(summary_text(summary));
    if (!summary.balanced())
      throw ap::Error(ap::ErrorKind::internal, "the counts do not add up: " + summary_text(summary));
    bool nothing_else = summary.missing > 0 && summary.missing == summary.inputs;
    return nothing_else ? ap::exit_code(ap::ErrorKind::no_input) : code;
  });
}
