#include "cli/verdict_modes.h"

#include "core/error.h"
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

std::unique_ptr<Baseline> read_baseline(Files& files, const std::string& path) {
  auto text = files.read(path, kLargestBaseline);
  if (!text) throw Error(ErrorKind::no_input, text.error().message, "give the records that an earlier run printed");
  auto baseline = std::make_unique<Baseline>();
  if (auto read = baseline->read(*text); !read)
    throw Error(ErrorKind::bad_input, path + ": " + read.error(), "give the records that an earlier run printed");
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
