#include "cli/verdict_modes.h"

#include <algorithm>

#include "core/error.h"
#include "record/codec.h"
#include "rules/registry.h"
#include "stages/validate.h"

namespace ap::cli {
namespace {

constexpr std::uint64_t kLargestBaseline = 4ull << 30;

std::string summary_of(std::string_view set, std::string_view id) {
  for (const rules::RuleInfo* rule : rules::find_rules(id))
    if (rule->set == set) return std::string(rule->summary);
  return "";
}

constexpr const char* kAdvice = "give the records that an earlier run printed";

std::string read_text(Files& files, const std::string& path) {
  auto text = files.read(path, kLargestBaseline);
  if (!text) throw Error(ErrorKind::no_input, text.error().message, kAdvice);
  return std::move(*text);
}

std::unique_ptr<Baseline> read_baseline(Files& files, const std::string& path) {
  auto baseline = std::make_unique<Baseline>();
  if (auto read = baseline->read(read_text(files, path)); !read)
    throw Error(ErrorKind::bad_input, path + ": " + read.error(), kAdvice);
  return baseline;
}

}  // namespace

VerdictModes::VerdictModes(Context& context, VerdictChoice choice) : context_(context), choice_(std::move(choice)) {
  int places = (choice_.format != "ndjson") + !choice_.baseline.empty() + !choice_.explain.empty();
  if (places > 1)
    throw Error(ErrorKind::usage, "--format, --baseline and --explain each take the place of the records",
                "give one of them");
  if (choice_.format == "junit") stream_ = report::junit_output();
  if (choice_.format == "sarif") stream_ = report::sarif_output(AP_VERSION, summary_of);
  if (!choice_.report.empty()) page_ = report::html_output();
  if (!choice_.baseline.empty()) baseline_ = read_baseline(context_.files(), choice_.baseline);
}

void VerdictModes::attach(Stage& stage) {
  stage.see = [this](const Record& record) { see(record); };
  stage.silent = stream_ || baseline_ || !choice_.explain.empty();
}

void VerdictModes::see(const Record& record) {
  if (stream_) stream_->add(record);
  if (page_) page_->add(record);
  if (baseline_) context_.output().write(baseline_->compare(record));
  if (!choice_.explain.empty()) context_.output().write(explain_in(record, choice_.explain));
}

void VerdictModes::replay(const std::function<Record(Record)>& decide) {
  std::string text = read_text(context_.files(), choice_.baseline);
  for (std::string_view rest = text; !rest.empty() && context_.stop().requested() == 0;) {
    auto end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto record = record_from_json(line);  // read once already, when the baseline was
    if (record) see(decide(std::move(*record)));
  }
}

int VerdictModes::finish(int code) {
  if (stream_) context_.output().write(stream_->finish());
  if (page_) {
    auto file = context_.files().create(choice_.report);
    file->write(page_->finish());
    file->commit();
  }
  if (!baseline_) return code;
  context_.output().write(baseline_->summary());
  return code > 1 ? code : baseline_->changed() ? 1 : 0;
}

}  // namespace ap::cli
