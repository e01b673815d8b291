// ap-review: its command line, and the sub-commands that it runs. Drawing comes from outside, since only the program
// links what draws.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/options.h"
#include "ports/drawing.h"
#include "stages/review.h"

namespace ap::cli {

// The filter of list, next, worklist export, and of batches.
struct FilterArguments {
  std::string route, state, least, most, rule, vendor, assignee, sort;
  std::int64_t older_than = -1, due_within = -1;
  bool all = false, overdue = false;
};

struct ReviewArguments {
  FilterArguments filter;
  std::string id, reason, vendor, field, confirmed, user, crop, output, picture = "auto", format = "csv";
  std::vector<std::string> ids, changes, words;
  bool json = false;
};

void declare_review(Options& options, ReviewArguments& args);
int run_review(Context& context, const ReviewArguments& args, Drawing& drawing);

// ---- the sub-commands, in files of their own

// Throws Error(usage) for what is no amount.
ReviewFilter review_filter(Context& context, const FilterArguments& args);

// A refusal as the error that ends a command.
[[noreturn]] void fail(const Refusal& refusal);

// show: the page of one document; its crop into a file or onto the terminal.
int run_show(Context& context, Review& review, const ReviewArguments& args, Drawing& drawing);
// approve, reject, reopen, release, assign: named documents, or all that a filter finds. One that is refused does not
// stop the others.
int run_decisions(Context& context, Review& review, const ReviewArguments& args, const std::string& command);
// worklist export, worklist import FILE.
int run_worklist(Context& context, Review& review, const ReviewArguments& args);
// next: one document after the other, by single keys.
int run_next(Context& context, Review& review, const ReviewArguments& args, Drawing& drawing);

// The picture of a field, for show and next. Throws Error when there is none.
MarkedPage read_crop(Context& context, const Record& record, const std::string& field);
// What the terminal can show of it; "" when it can show nothing. `protocol`: auto, kitty, sixel.
std::string terminal_picture(const MarkedPage& page, const std::string& protocol, Drawing& drawing);

}  // namespace ap::cli
