#include "cli/retention_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/review_settings.h"
#include "core/codes.h"
#include "core/error.h"
#include "stages/retention.h"

namespace ap::cli {
namespace {

[[noreturn]] void usage(const std::string& what) {
  throw Error(ErrorKind::usage, what,
              "ap-health retention list, dispose, hold ID... --reason TEXT, or lift ID... --reason TEXT");
}

RetentionOptions options_of(Context& context) {
  RetentionOptions options{.actor = context.actor(), .countries = {}, .financial_year = {}};
  for (std::string country : context.settings().list("retention.countries")) {
    if (!known_country(country))
      throw Error(ErrorKind::config, fmt::format("retention.countries: '{}' is no ISO 3166 code", country),
                  "write it as [\"DE\", \"AT\"]");
    options.countries.push_back(std::move(country));
  }
  std::string end = context.settings().text("retention.financial_year_end");
  auto day = rules::year_end_from(end);
  if (!day)
    throw Error(ErrorKind::config, fmt::format("retention.financial_year_end: '{}' is no day of a year", end),
                "write it as 12-31");
  options.financial_year = *day;
  return options;
}

int list(Context& context, Retention& retention, const RetentionArguments& args) {
  auto families = retention.families();
  if (!args.status.empty())
    std::erase_if(families, [&](const RetentionFamily& each) { return to_string(each.status) != args.status; });
  if (!args.json) return context.output().write(retention_table(families)), 0;
  for (const RetentionFamily& family : families) context.output().line(retention_json(family));
  return 0;
}

int dispose(Context& context, Retention& retention, const RetentionArguments& args) {
  if (args.words.size() > 1) usage("dispose ends all that is due; it takes no document");
  BlobStore& originals = context.require_blobs(StoreUse::existing);
  std::int64_t ended = 0, left = 0, stay = 0, limit = context.options().limit();
  for (const RetentionFamily& family : retention.families()) {
    bool unfinished = family.status == RetentionStatus::disposed && originals.contains(family.id);
    if (family.status != RetentionStatus::due && !unfinished) continue;
    if (limit > 0 && ended >= limit) break;
    bool done = context.options().dry_run() ||
                retention.dispose(family, originals, [&](const std::string& id) { context.forget_pages(id); });
    ++(done ? ended : left);
    if (done) stay += retention.values_that_stay(family);
    std::string_view said = !done                         ? "left: changed or held meanwhile"
                            : context.options().dry_run() ? "due"
                                                          : "disposed";
    context.output().line(args.json ? retention_json(family) : fmt::format("{}  {}  {}", family.id, said, family.rule));
  }
  context.log().info(fmt::format("{} {}{}", ended, context.options().dry_run() ? "due" : "disposed of",
                                 left > 0 ? fmt::format(", {} left", left) : ""));
  if (stay > 0)
    context.log().warning(
        fmt::format("{} entries of the journal, written before version 9 of the store, keep what people put in; the "
                    "chain covers them",
                    stay));
  return left > 0 ? 1 : 0;
}

int mark(Context& context, Retention& retention, const RetentionArguments& args, bool hold) {
  if (args.words.size() < 2) usage(fmt::format("name the documents to {}", args.words[0]));
  int refused = 0;
  for (std::size_t at = 1; at < args.words.size(); ++at) {
    auto done = hold ? retention.hold(args.words[at], args.reason) : retention.lift(args.words[at], args.reason);
    if (done) {
      context.output().line(fmt::format("{}  {}", done->id, hold ? "held" : "hold lifted"));
      continue;
    }
    if (args.words.size() == 2) throw Error(done.error().kind, done.error().message);
    context.log().error(done.error().message);
    ++refused;
  }
  return refused > 0 ? 1 : 0;
}

}  // namespace

void declare_retention(Options& options, RetentionArguments& args) {
  options.command("retention", "how long documents are kept, legal holds, and disposal after their time")
      .arguments("list|dispose|hold|lift [ID...]", args.words, "dispose ends what is due; hold keeps documents from it")
      .choice("--status", {"kept", "due", "held", "open", "unknown", "disposed"}, args.status, "list only these")
      .value("--reason", "TEXT", args.reason, "why a hold is placed or lifted")
      .flag("--json", args.json, "one JSON object a line");
}

int run_retention(Context& context, const RetentionArguments& args) {
  std::string verb = args.words.empty() ? "list" : args.words[0];
  if (verb == "dispose") demand(context, Act::dispose, "documents after their time");
  if (verb == "hold" || verb == "lift") demand(context, Act::hold, "documents");
  Retention retention(context.require_store(StoreUse::existing), context.clock(), options_of(context));
  if (verb == "list" && args.words.size() < 2) return list(context, retention, args);
  if (verb == "dispose") return dispose(context, retention, args);
  if (verb == "hold" || verb == "lift") return mark(context, retention, args, verb == "hold");
  usage(verb == "list" ? "list takes no document" : fmt::format("there is no '{}'", verb));
}

}  // namespace ap::cli
