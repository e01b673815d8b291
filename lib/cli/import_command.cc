#include "cli/import_command.h"

#include <fmt/format.h>

#include "adapters/csv/csv_table.h"
#include "cli/nearest.h"
#include "cli/review_settings.h"
#include "cli/standard_input.h"
#include "core/error.h"
#include "stages/import.h"

namespace ap::cli {
namespace {

constexpr std::uint64_t kLargestFile = 1ull << 30;

MasterKind kind_of(const std::string& name) {
  if (auto kind = master_kind_from(name)) return *kind;
  std::vector<std::string> known;
  for (const MasterKindInfo& info : master_kinds()) known.emplace_back(info.name);
  std::string near = nearest(name, known);
  throw Error(ErrorKind::usage, fmt::format("there is no kind of master data '{}'", name),
              near.empty() ? "ap-validate import --list shows them" : fmt::format("did you mean {}?", near));
}

std::string read_source(Context& context, const std::string& path) {
  auto text = path == "-" ? read_standard_input(kLargestFile) : context.files().read(path, kLargestFile);
  if (!text)
    throw Error(ErrorKind::no_input, text.error().message, "give a CSV or NDJSON file, or - for standard input");
  return std::move(*text);
}

// NDJSON begins with a brace; everything else is a table.
ImportFile read_file(MasterKind kind, const std::string& path, const std::string& text) {
  auto first = text.find_first_not_of(" \t\r\n");
  auto advice = fmt::format("ap-validate import --example {} prints a template", to_string(kind));
  if (first != std::string::npos && text[first] == '{') {
    auto file = import_file_of_ndjson(kind, text);
    if (!file) throw Error(ErrorKind::bad_input, fmt::format("{}: {}", path, file.error()), advice);
    return std::move(*file);
  }
  auto table = read_csv(text);
  if (!table) throw Error(ErrorKind::bad_input, fmt::format("{}: {}", path, table.error()), advice);
  auto file = import_file_of_table(kind, std::move(*table));
  if (!file) throw Error(ErrorKind::bad_input, fmt::format("{}: {}", path, file.error()), advice);
  return std::move(*file);
}

int revert(Context& context, const ImportArguments& args) {
  if (args.reason.empty())
    throw Error(ErrorKind::usage, "an import is reverted with a reason", "say it with --reason TEXT");
  auto& data = context.require_store(StoreUse::existing).master_data();
  auto outcome = data.revert(args.revert, args.reason, context.actor(), context.clock().now_ms());
  if (outcome == RevertOutcome::unknown)
    throw Error(ErrorKind::usage, fmt::format("there is no import {}", args.revert),
                "see ap-validate import --history");
  if (outcome == RevertOutcome::already)
    throw Error(ErrorKind::usage, fmt::format("import {} was reverted before", args.revert),
                "see ap-validate import --history");
  context.output().line(fmt::format("import {} reverted", args.revert));
  return 0;
}

int take(Context& context, const ImportArguments& args) {
  if (args.words.size() != 2)
    throw Error(ErrorKind::usage, "import needs a kind and a file", "as in ap-validate import vendors vendors.csv");
  MasterKind kind = kind_of(args.words[0]);
  const std::string& path = args.words[1];
  ImportOptions how{.source = path == "-" ? "" : path,
                    .actor = context.actor(),
                    .replace = args.replace,
                    .dry_run = context.options().dry_run(),
                    .effective = std::nullopt};
  if (!args.effective.empty()) {
    how.effective = Date::parse(args.effective);
    if (!how.effective)
      throw Error(ErrorKind::usage, fmt::format("--effective '{}' is no day", args.effective),
                  "write it as 2026-11-30");
  }
  ImportFile file = read_file(kind, path, read_source(context, path));
  auto outcome = import_master(context.require_store().master_data(), context.clock(), kind, std::move(file), how);
  bool kept = outcome.info.id != 0;
  context.output().write(args.json ? import_json(outcome) : import_report(outcome, !kept));
  if (kept) context.count("imported", outcome.info.added + outcome.info.changed);
  if (outcome.refused.empty()) return 0;
  if (args.replace && !how.dry_run)
    throw Error(ErrorKind::bad_input, fmt::format("{}: rows were refused, so nothing was replaced", path),
                "mend them: --replace would remove what it could not take");
  return outcome.info.added + outcome.info.changed + outcome.info.unchanged == 0 ? exit_code(ErrorKind::bad_input) : 1;
}

}  // namespace

void declare_import(Options& options, ImportArguments& args) {
  auto& import = options.command("import", "vendors, orders and other master data from CSV or NDJSON into the store");
  import.arguments("KIND FILE", args.words, "what the file holds, and the file; - is standard input")
      .flag("--list", args.list, "print the kinds and exit")
      .value("--example", "KIND", args.example, "print a template for a kind and exit")
      .flag("--history", args.history, "print what was imported, newest first")
      .number("--revert", "ID", args.revert, "take an import back; what was before is in force again")
      .value("--reason", "TEXT", args.reason, "why it is taken back")
      .value("--effective", "DATE", args.effective,
             "in force from this day; default: what is new always was, what changed changes today")
      .flag("--replace", args.replace, "what the file does not name is removed")
      .flag("--json", args.json, "print the outcome as JSON");
}

int run_import(Context& context, const ImportArguments& args) {
  if (args.list) return context.output().write(master_kind_list()), 0;
  if (!args.example.empty()) return context.output().write(master_example(kind_of(args.example))), 0;
  demand(context, args.history ? Act::read : Act::import, "master data");
  if (args.history) {
    context.output().write(import_history(context.require_store(StoreUse::existing).master_data().imports()));
    return 0;
  }
  return args.revert > 0 ? revert(context, args) : take(context, args);
}

}  // namespace ap::cli
