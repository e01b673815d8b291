// Decisions about documents that are named, or that a filter finds.
#include <fmt/format.h>

#include <algorithm>

#include "cli/review_command.h"
#include "core/error.h"

namespace ap::cli {
namespace {

std::optional<Decimal> amount(const std::string& text, std::string_view option) {
  if (text.empty()) return std::nullopt;
  auto value = Decimal::parse(text);
  if (!value) throw Error(ErrorKind::usage, fmt::format("{} '{}' is no amount", option, text), "give it as 1234.50");
  return value;
}

ReviewOrder order_from(const std::string& word) {
  if (word == "risk") return ReviewOrder::risk;
  if (word == "due") return ReviewOrder::due;
  return word == "amount" ? ReviewOrder::amount : ReviewOrder::arrival;
}

// Which documents, and to whom they are given.
struct Batch {
  std::vector<std::string> ids;
  std::string user;
  bool by_filter = false;
};

Batch batch_of(Context& context, Review& review, const ReviewArguments& args, const std::string& command) {
  Batch batch{args.ids, ""};
  if (command == "assign") {
    if (batch.ids.empty()) throw Error(ErrorKind::usage, "nobody is named", "give the user last; - is nobody");
    batch.user = batch.ids.back() == "-" ? "" : batch.ids.back();
    batch.ids.pop_back();
  }
  ReviewFilter filter = review_filter(context, args.filter);
  if (!batch.ids.empty() && filter.narrows())
    throw Error(ErrorKind::usage, "documents are named, and a filter is given too", "leave one of them out");
  if (batch.ids.empty() && !filter.narrows())
    throw Error(ErrorKind::usage, "no document named",
                command == "release" || command == "reopen"
                    ? "give the ids that ap-review list shows"
                    : "give the ids that ap-review list shows, or a filter such as --rule CODE");
  if (!batch.ids.empty()) return batch;
  batch.by_filter = true;
  for (const Record& record : review.list(filter)) batch.ids.push_back(record.id);
  return batch;
}

Reviewed<Record> decide(Context& context, Review& review, const ReviewArguments& args, const std::string& command,
                        const std::string& id, const std::string& user) {
  if (command == "approve") return review.approve(id, args.reason);
  if (command == "reject") return review.reject(id, args.reason);
  if (command == "release") return review.release(id, args.confirmed);
  if (command == "reopen") return review.reopen(id, args.reason);
  return review.assign(id, user, [&](std::string_view name) { return context.people().find(name).has_value(); });
}

std::string outcome_line(const Record& record, const std::string& command, const std::string& user, bool dry_run) {
  std::string would = dry_run ? "would be " : "";
  std::string id = record.id.substr(0, 12);
  if (command == "assign") return fmt::format("{} {}{}", id, would, user.empty() ? "given back" : "given to " + user);
  if (dry_run)
    return fmt::format("{} would be {}", id,
                       command == "reopen" ? "reopened" : command + (command.ends_with('e') ? "d" : "ed"));
  bool plain = record.route() == Route::approve || record.decision->reasons.empty();
  return fmt::format("{} {}{}", id, to_string(*record.route()),
                     plain ? "" : fmt::format(" ({})", fmt::join(record.decision->reasons, "; ")));
}

}  // namespace

ReviewFilter review_filter(Context& context, const FilterArguments& args) {
  ReviewFilter filter;
  if (!args.state.empty()) filter.state = state_from(args.state);
  if (!args.route.empty())
    filter.route = route_from(args.route);
  else if (!args.all && args.state.empty())
    filter.route = Route::review;
  if (args.older_than >= 0) filter.older_than_days = static_cast<int>(args.older_than);
  filter.least = amount(args.least, "--min");
  filter.most = amount(args.most, "--max");
  filter.rule = args.rule;
  filter.vendor = args.vendor;
  constexpr std::int64_t kHourMs = 3600000;
  if (args.overdue) filter.due_before = context.clock().now_ms();
  if (args.due_within >= 0) filter.due_before = context.clock().now_ms() + args.due_within * kHourMs;
  if (!args.assignee.empty())
    filter.assignee = args.assignee == "me" ? context.actor() : args.assignee == "-" ? "" : args.assignee;
  filter.order = order_from(args.sort);
  filter.limit = context.options().limit();
  return filter;
}

// A single document's refusal keeps its own exit code; of several, the first refusal of permission decides, then 1.
int run_decisions(Context& context, Review& review, const ReviewArguments& args, const std::string& command) {
  if (command == "reject" && args.reason.empty()) throw Error(ErrorKind::usage, "say with --reason why it is rejected");
  Batch batch = batch_of(context, review, args, command);
  bool single = batch.ids.size() == 1 && !batch.by_filter, dry_run = context.options().dry_run();
  std::int64_t done = 0, refused = 0;
  int code = 0;
  for (const std::string& id : batch.ids) {
    if (context.stop().requested() != 0) break;
    auto outcome = decide(context, review, args, command, id, batch.user);
    if (!outcome) {
      const Refusal& refusal = outcome.error();
      if (single && refusal.kind != ErrorKind::bad_input) fail(refusal);
      context.log().error(refusal.message);
      ++refused;
      code = refusal.kind == ErrorKind::permission ? exit_code(refusal.kind) : std::max(code, 1);
      continue;
    }
    ++done;
    context.output().line(outcome_line(*outcome, command, batch.user, dry_run));
    bool waits = outcome->route() == Route::review && command != "reopen" && command != "assign" && !dry_run;
    if (waits) code = std::max(code, 1);
  }
  if (!single)
    context.log().info(fmt::format("{} {}{}, {} refused", done, dry_run ? "would be " : "", "done", refused));
  return code;
}

}  // namespace ap::cli
