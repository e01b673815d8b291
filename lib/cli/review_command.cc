#include "cli/review_command.h"

#include <fmt/format.h>

#include "cli/review_settings.h"
#include "cli/stage_settings.h"
#include "core/error.h"
#include "record/codec.h"
#include "stages/sod.h"

namespace ap::cli {
namespace {

void declare_filter(Options& command, FilterArguments& args, bool lists) {
  command.value("--rule", "CODE", args.rule, "has a finding with this code")
      .value("--vendor", "NAME", args.vendor, "part of the seller's name, or its number, VAT id or IBAN")
      .value("--min", "AMOUNT", args.least, "total at least this")
      .value("--max", "AMOUNT", args.most, "total at most this")
      .number("--older-than", "DAYS", args.older_than, "came in at least so many days ago")
      .flag("--overdue", args.overdue, "its due time is over")
      .number("--due-within", "HOURS", args.due_within, "due in so many hours, or overdue")
      .value("--assignee", "USER", args.assignee, "given to this user; me, or - for nobody");
  if (!lists) return;
  command
      .choice("--route", {"approve", "review", "reject", "duplicate"}, args.route, "only this route; default: review")
      .choice("--state", {"received", "extracted", "validated", "exported", "failed"}, args.state, "only this state")
      .flag("--all", args.all, "every document, whatever its route")
      .choice("--sort", {"arrival", "risk", "due", "amount"}, args.sort,
              "most money at risk, soonest due, or largest total first; default: arrival");
}

void declare_decisions(Options& options, ReviewArguments& args) {
  for (auto [name, summary] : {std::pair("approve", "let documents be exported; you answer for what was found"),
                               std::pair("reject", "documents are not to be paid"),
                               std::pair("reopen", "approved or rejected documents back to review")}) {
    auto& command = options.command(name, summary);
    command.arguments("ID", args.ids, "documents; none: all that the filter finds")
        .value("--reason", "TEXT", args.reason, "why; kept with the document");
    if (std::string_view(name) != "reopen") declare_filter(command, args.filter, false);
  }
  options.command("release", "lift the hold for changed bank details, once the vendor has confirmed them")
      .arguments("ID", args.ids, "documents")
      .value("--confirmed", "TEXT", args.confirmed,
             "how: as called back on a number known before; kept with the account");
  auto& assign = options.command("assign", "give documents to somebody");
  assign.arguments("ID USER", args.ids, "documents, and the user at the end; - is nobody");
  declare_filter(assign, args.filter, false);
}

int list(Context& context, Review& review, const ReviewArguments& args) {
  auto records = review.list(review_filter(context, args.filter));
  auto due = due_rules(context.settings());
  auto whose = review.assignments();
  if (!args.json)
    context.output().write(review_table(records, {context.clock().now_ms(), due, whose}));
  else
    for (const Record& record : records) context.output().line(to_json_line(record));
  return 0;
}

std::vector<std::pair<std::string, std::string>> changes_of(const std::vector<std::string>& texts) {
  std::vector<std::pair<std::string, std::string>> changes;
  for (const std::string& text : texts) {
    auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
      throw Error(ErrorKind::usage, fmt::format("'{}' is not FIELD=VALUE", text), "as in totals.gross=119.00");
    changes.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  if (changes.empty()) throw Error(ErrorKind::usage, "nothing to correct", "name FIELD=VALUE after the id");
  return changes;
}

// What was learned stands below the outcome: the next document of the vendor will be read by it.
int correct(Context& context, Review& review, const ReviewArguments& args) {
  auto done = review.correct(args.id, changes_of(args.changes));
  if (!done) {
    if (done.error().kind != ErrorKind::bad_input) fail(done.error());
    context.log().error(done.error().message);
    return 1;
  }
  context.output().line(fmt::format("{} {} ({})", done->id.substr(0, 12), to_string(*done->route()),
                                    fmt::join(done->decision->reasons, "; ")));
  for (const Habit& habit : review.learned())
    context.output().line(fmt::format("learned: {} {}", habit.field, describe(habit)));
  return done->route() == Route::review ? 1 : 0;
}

int habits(Context& context, Review& review, const ReviewArguments& args) {
  auto found = review.habits(args.vendor);
  if (!args.json)
    context.output().write(habit_table(found));
  else
    for (const Habit& habit : found) context.output().line(habit_json(habit));
  return 0;
}

int forget(Context& context, Review& review, const ReviewArguments& args) {
  demand(context, Act::forget, "what was learned about " + args.id);
  auto gone = review.forget(args.id, args.field);
  if (!gone) fail(gone.error());
  context.output().line(fmt::format("{} forgotten", *gone));
  return 0;
}

// 1 when somebody did hold conflicting duties; that somebody could is a fact to know, not one that fails.
int sod(Context& context, const ReviewArguments& args) {
  auto conflicts = duty_conflicts(context.require_store(), context.people(), authority_of(context.settings()));
  if (!args.json)
    context.output().write(duty_text(conflicts));
  else
    for (const DutyConflict& conflict : conflicts) context.output().line(duty_json(conflict));
  for (const DutyConflict& conflict : conflicts)
    if (conflict.did) return 1;
  return 0;
}

}  // namespace

void declare_review(Options& options, ReviewArguments& args) {
  auto& list = options.command("list", "documents that wait for a person");
  declare_filter(list, args.filter, true);
  list.flag("--json", args.json, "records, one JSON object a line");
  auto& next = options.command("next", "one document after the other, by single keys in the terminal");
  declare_filter(next, args.filter, true);
  auto& show = options.command("show", "one document with its evidence, findings and history");
  show.argument("ID", args.id, "document, by at least 6 digits of its id")
      .argument("OUT.png", args.output, "where --crop writes; none: the terminal, if it shows pictures", false)
      .value("--crop", "FIELD", args.crop, "the piece of the page where this field was read, as PNG")
      .choice("--picture", {"auto", "kitty", "sixel"}, args.picture, "how the terminal shows pictures; default auto")
      .flag("--json", args.json, "the record as JSON");
  auto& correct = options.command("correct", "set fields of a document and validate it again");
  correct.argument("ID", args.id, "document")
      .arguments("FIELD=VALUE", args.changes, "as totals.gross=119.00; an empty value clears");
  declare_decisions(options, args);
  auto& worklist = options.command("worklist", "the documents that wait as a table, and the edited table read back");
  worklist.arguments("export|import FILE", args.words, "write the table; or read one, - is standard input");
  declare_filter(worklist, args.filter, true);
  worklist.choice("--format", {"csv", "ndjson"}, args.format, "form of the table that is written; default csv")
      .flag("--json", args.json, "with import: the outcome of each line as JSON");
  options.command("sod", "who could or did hold conflicting duties, by groups and by the journal")
      .flag("--json", args.json, "one JSON object a line");
  auto& habits = options.command("habits", "what was learned from corrections, by vendor");
  habits.value("--vendor", "PART", args.vendor, "only vendors whose mark contains this")
      .flag("--json", args.json, "one JSON object a line");
  auto& forget = options.command("forget", "forget what was learned about a vendor");
  forget.argument("VENDOR", args.id, "mark of the vendor, as habits shows it")
      .value("--field", "FIELD", args.field, "only the habit for this field");
  options.share("--limit").share("--dry-run").require_command();
}

void fail(const Refusal& refusal) { throw Error(refusal.kind, refusal.message); }

int run_review(Context& context, const ReviewArguments& args, Drawing& drawing) {
  ValidatePorts ports{context.clock(), &context.require_store(StoreUse::existing)};
  if (!context.options().dry_run())
    ports.keep_text = [store = ports.store](std::string_view text) { store->keep_text(text); };
  const std::string& command = context.options().command_given();
  demand(context, Act::read, "the store");
  bool reads_originals = command == "correct" || command == "next" || command == "release" ||
                         (command == "worklist" && !args.words.empty() && args.words[0] == "import");
  if (reads_originals) {
    ports.blobs = context.blobs(StoreUse::existing);
    ports.files = &context.files();
    ports.reader = &context.caching_reader();
  }
  Review review(ports, review_options(context));
  if (command == "list") return list(context, review, args);
  if (command == "show") return run_show(context, review, args, drawing);
  if (command == "correct") return correct(context, review, args);
  if (command == "habits") return habits(context, review, args);
  if (command == "forget") return forget(context, review, args);
  if (command == "worklist") return run_worklist(context, review, args);
  if (command == "next") return run_next(context, review, args, drawing);
  if (command == "sod") return sod(context, args);
  return run_decisions(context, review, args, command);
}

}  // namespace ap::cli
