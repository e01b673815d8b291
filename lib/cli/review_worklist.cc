// worklist: the documents that wait as a table, and the edited table read back.
#include <fmt/format.h>

#include "adapters/csv/csv_table.h"
#include "cli/review_command.h"
#include "cli/review_settings.h"
#include "cli/standard_input.h"
#include "core/error.h"
#include "core/json_text.h"
#include "stages/worklist.h"

namespace ap::cli {
namespace {

constexpr std::uint64_t kLargestFile = 1ull << 28;

std::string read_file(Context& context, const std::string& path) {
  auto text = path == "-" ? read_standard_input(kLargestFile) : context.files().read(path, kLargestFile);
  if (!text)
    throw Error(ErrorKind::no_input, text.error().message, "give the table that ap-review worklist export wrote");
  return std::move(*text);
}

std::vector<WorklistRow> rows_of(const std::string& path, const std::string& text) {
  auto wrong = [&](const std::string& what) {
    return Error(ErrorKind::bad_input, fmt::format("{}: {}", path, what), "nothing was changed");
  };
  auto first = text.find_first_not_of(" \t\r\n");
  if (first != std::string::npos && text[first] == '{') {
    auto rows = worklist_of_ndjson(text);
    if (!rows) throw wrong(rows.error());
    return std::move(*rows);
  }
  auto table = read_csv(text);
  if (!table) throw wrong(table.error());
  auto rows = worklist_of_table(*table);
  if (!rows) throw wrong(rows.error());
  return std::move(*rows);
}

int import(Context& context, Review& review, const ReviewArguments& args) {
  if (args.words.size() != 2)
    throw Error(ErrorKind::usage, "worklist import needs one file", "as in ap-review worklist import list.csv");
  const std::string& path = args.words[1];
  auto rows = rows_of(path, read_file(context, path));
  auto outcome =
      apply_worklist(review, rows, [&](std::string_view name) { return context.people().find(name).has_value(); });
  bool dry_run = context.options().dry_run();
  int code = 0;
  for (const WorklistLine& line : outcome.lines) {
    if (!line.refused.empty()) code = line.kind == ErrorKind::permission ? exit_code(line.kind) : std::max(code, 1);
    if (args.json)
      context.output().line(JsonText()
                                .number("line", line.line)
                                .text("id", line.id)
                                .text("done", line.done)
                                .text("refused", line.refused)
                                .str());
    else if (line.refused.empty())
      context.output().line(
          fmt::format("line {}: {} {}{}", line.line, line.id.substr(0, 12), dry_run ? "would be " : "", line.done));
    else
      context.log().error(fmt::format("{}: line {}: {}", path, line.line, line.refused));
  }
  context.log().info(fmt::format("{} lines {}done, {} refused, {} without a change", outcome.done,
                                 dry_run ? "would be " : "", outcome.refused, outcome.untouched));
  return code;
}

}  // namespace

int run_worklist(Context& context, Review& review, const ReviewArguments& args) {
  const std::string word = args.words.empty() ? "" : args.words[0];
  if (word == "import") return import(context, review, args);
  if (word != "export" || args.words.size() != 1)
    throw Error(ErrorKind::usage, "worklist needs export, or import and a file",
                "as in ap-review worklist export > list.csv");
  auto records = review.list(review_filter(context, args.filter));
  auto due = due_rules(context.settings());
  auto whose = review.assignments();
  ReviewTable how{context.clock().now_ms(), due, whose};
  context.output().write(args.format == "ndjson" ? worklist_ndjson(records, how) : worklist_csv(records, how));
  return 0;
}

}  // namespace ap::cli
