// ap-review: people work the exceptions.
#include <fmt/format.h>

#include "cli/run_main.h"
#include "cli/stage_settings.h"
#include "core/error.h"
#include "record/codec.h"
#include "stages/review.h"

namespace {

struct Arguments {
  std::string id, reason, route, state, least, most, rule, vendor, field;
  std::vector<std::string> ids, changes;
  std::int64_t older_than = -1;
  bool json = false, all = false;
};

void declare(ap::cli::Options& options, Arguments& args) {
  auto& list = options.command("list", "documents that wait for a person");
  list.choice("--route", {"approve", "review", "reject", "duplicate"}, args.route, "only this route; default: review")
      .choice("--state", {"received", "extracted", "validated", "exported", "failed"}, args.state, "only this state")
      .flag("--all", args.all, "every document, whatever its route")
      .number("--older-than", "DAYS", args.older_than, "came in at least so many days ago")
      .value("--min", "AMOUNT", args.least, "total at least this")
      .value("--max", "AMOUNT", args.most, "total at most this")
      .value("--rule", "CODE", args.rule, "has a finding with this code")
      .flag("--json", args.json, "records, one JSON object a line");
  auto& show = options.command("show", "one document with its evidence, findings and history");
  show.argument("ID", args.id, "document, by at least 6 digits of its id")
      .flag("--json", args.json, "the record as JSON");
  auto& correct = options.command("correct", "set fields of a document and validate it again");
  correct.argument("ID", args.id, "document")
      .arguments("FIELD=VALUE", args.changes, "as totals.gross=119.00; an empty value clears");
  for (auto [name, summary] : {std::pair("approve", "let documents be exported; you answer for what was found"),
                               std::pair("reject", "documents are not to be paid"),
                               std::pair("reopen", "approved or rejected documents back to review")}) {
    options.command(name, summary)
        .arguments("ID", args.ids, "documents")
        .value("--reason", "TEXT", args.reason, "why; kept with the document");
  }
  auto& habits = options.command("habits", "what was learned from corrections, by vendor");
  habits.value("--vendor", "PART", args.vendor, "only vendors whose mark contains this")
      .flag("--json", args.json, "one JSON object a line");
  auto& forget = options.command("forget", "forget what was learned about a vendor");
  forget.argument("VENDOR", args.id, "mark of the vendor, as habits shows it")
      .value("--field", "FIELD", args.field, "only the habit for this field");
  options.share("--limit").require_command();
}

std::optional<ap::Decimal> amount(const std::string& text, std::string_view option) {
  if (text.empty()) return std::nullopt;
  auto value = ap::Decimal::parse(text);
  if (!value)
    throw ap::Error(ap::ErrorKind::usage, fmt::format("{} '{}' is no amount", option, text), "give it as 1234.50");
  return value;
}

ap::ReviewFilter filter_of(const Arguments& args, std::int64_t limit) {
  ap::ReviewFilter filter;
  if (!args.state.empty()) filter.state = ap::state_from(args.state);
  if (!args.route.empty())
    filter.route = ap::route_from(args.route);
  else if (!args.all && args.state.empty())
    filter.route = ap::Route::review;
  if (args.older_than >= 0) filter.older_than_days = static_cast<int>(args.older_than);
  filter.least = amount(args.least, "--min");
  filter.most = amount(args.most, "--max");
  filter.rule = args.rule;
  filter.limit = limit;
  return filter;
}

// A refusal that is the command line's or another's matter ends the command; one that the document gives is said.
[[noreturn]] void fail(const ap::Refusal& refusal) { throw ap::Error(refusal.kind, refusal.message); }

int tell(ap::cli::Context& context, const ap::Reviewed<ap::Record>& done) {
  if (!done) {
    if (done.error().kind != ap::ErrorKind::bad_input) fail(done.error());
    context.log().error(done.error().message);
    return 1;
  }
  std::string reasons = done->route() == ap::Route::approve || done->decision->reasons.empty()
                            ? ""
                            : fmt::format(" ({})", fmt::join(done->decision->reasons, "; "));
  context.output().line(fmt::format("{} {}{}", done->id.substr(0, 12), to_string(*done->route()), reasons));
  return done->route() == ap::Route::review ? 1 : 0;
}

std::vector<std::pair<std::string, std::string>> changes_of(const std::vector<std::string>& texts) {
  std::vector<std::pair<std::string, std::string>> changes;
  for (const std::string& text : texts) {
    auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
      throw ap::Error(ap::ErrorKind::usage, fmt::format("'{}' is not FIELD=VALUE", text), "as in totals.gross=119.00");
    changes.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  if (changes.empty()) throw ap::Error(ap::ErrorKind::usage, "nothing to correct", "name FIELD=VALUE after the id");
  return changes;
}

int list(ap::cli::Context& context, ap::Review& review, const Arguments& args) {
  auto records = review.list(filter_of(args, context.options().limit()));
  if (!args.json)
    context.output().write(ap::review_table(records, context.clock().now_ms()));
  else
    for (const ap::Record& record : records) context.output().line(ap::to_json_line(record));
  return 0;
}

int show(ap::cli::Context& context, ap::Review& review, const Arguments& args) {
  auto record = review.find(args.id);
  if (!record) fail(record.error());
  if (args.json)
    context.output().line(ap::to_json_line(*record));
  else
    context.output().write(ap::review_page(*record, review.history(record->id)));
  return 0;
}

int decide(ap::cli::Context& context, ap::Review& review, const Arguments& args, const std::string& command) {
  if (args.ids.empty())
    throw ap::Error(ap::ErrorKind::usage, "no document named", "give the ids that ap-review list shows");
  int code = 0;
  for (const std::string& id : args.ids) {
    auto done = command == "approve"  ? review.approve(id, args.reason)
                : command == "reject" ? review.reject(id, args.reason)
                                      : review.reopen(id, args.reason);
    if (int one = tell(context, done); one != 0 && (command != "reopen" || !done)) code = one;
  }
  return code;
}

// What was learned stands below the outcome: the next document of the vendor will be read by it.
int correct(ap::cli::Context& context, ap::Review& review, const Arguments& args) {
  int code = tell(context, review.correct(args.id, changes_of(args.changes)));
  for (const ap::Habit& habit : review.learned())
    context.output().line(fmt::format("learned: {} {}", habit.field, ap::describe(habit)));
  return code;
}

int habits(ap::cli::Context& context, ap::Review& review, const Arguments& args) {
  auto found = review.habits(args.vendor);
  if (!args.json)
    context.output().write(ap::habit_table(found));
  else
    for (const ap::Habit& habit : found) context.output().line(ap::habit_json(habit));
  return 0;
}

int forget(ap::cli::Context& context, ap::Review& review, const Arguments& args) {
  auto gone = review.forget(args.id, args.field);
  if (!gone) fail(gone.error());
  context.output().line(fmt::format("{} forgotten", *gone));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments args;
  ap::cli::Options options("ap-review", "shows, corrects and decides documents that wait for a person");
  declare(options, args);
  return ap::cli::run_main(argc, argv, options, [&](ap::cli::Context& context) {
    ap::ValidatePorts ports{context.clock(), &context.require_store(ap::cli::StoreUse::existing)};
    const std::string& command = context.options().command_given();
    if (command == "correct") {
      ports.blobs = context.blobs(ap::cli::StoreUse::existing);
      ports.files = &context.files();
      ports.reader = &context.caching_reader();
    }
    auto reading = ap::cli::extract_settings(context.settings());
    ap::Review review(ports, {.actor = context.actor(),
                              .four_eyes = context.settings().boolean("review.four_eyes"),
                              .validate = ap::cli::validate_options(context.settings()),
                              .ocr = reading.ocr,
                              .languages = reading.languages});
    if (command == "list") return list(context, review, args);
    if (command == "show") return show(context, review, args);
    if (command == "correct") return correct(context, review, args);
    if (command == "habits") return habits(context, review, args);
    if (command == "forget") return forget(context, review, args);
    return decide(context, review, args, command);
  });
}
