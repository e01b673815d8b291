// ap-report: figures of what the store holds.
#include <fmt/format.h>

#include "cli/run_main.h"
#include "core/error.h"
#include "stages/expected.h"
#include "stages/report.h"

namespace {

std::optional<ap::Date> day(const std::string& text, std::string_view option) {
  if (text.empty()) return std::nullopt;
  auto date = ap::Date::parse(text);
  if (!date)
    throw ap::Error(ap::ErrorKind::usage, fmt::format("{} '{}' is no date", option, text), "give it as 2026-11-30");
  return date;
}

}  // namespace

int main(int argc, char** argv) {
  std::string since, until;
  bool json = false;
  ap::cli::Options options("ap-report", "prints figures of the documents in the store");
  options.command("kpi", "touchless rate, exceptions, cycle time, duplicates stopped, totals")
      .value("--since", "DATE", since, "documents that came in on this day or later")
      .value("--until", "DATE", until, "documents that came in on this day or earlier")
      .flag("--json", json, "one JSON object instead of text");
  options.command("expected", "recurring bills that did not come, by the calendar of ap-validate import expected")
      .flag("--json", json, "one JSON object a line");
  options.require_command();
  return ap::cli::run_main(argc, argv, options, [&](ap::cli::Context& context) {
    if (context.options().command_given() == "expected") {
      ap::Store& store = context.require_store(ap::cli::StoreUse::existing);
      if (std::string why = ap::expected_not_run(store); !why.empty()) {
        context.output().line(json ? R"({"rule":"EXPECTED_MISSING","not_run":")" + why + "\"}"
                                   : "EXPECTED_MISSING not run: " + why);
        return 1;
      }
      auto missing = ap::missing_bills(store, context.clock().today());
      context.output().write(json ? ap::missing_json(missing) : ap::missing_text(missing));
      return missing.empty() ? 0 : 1;
    }
    ap::ReportPeriod period{day(since, "--since"), day(until, "--until")};
    auto kpis = ap::collect_kpis(context.require_store(ap::cli::StoreUse::existing), period);
    std::string heading = ap::period_text(period);
    context.output().write(json ? ap::report::kpi_json(kpis, heading) : ap::report::kpi_text(kpis, heading));
    return 0;
  });
}
