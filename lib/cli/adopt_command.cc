#include "cli/adopt_command.h"

#include <fmt/format.h>

#include "cli/review_settings.h"
#include "cli/stage_settings.h"
#include "core/error.h"
#include "stages/adoption.h"

namespace ap::cli {
namespace {

int show(Context& context, Store& store) {
  auto adoption = adopted(store);
  context.output().line(
      adoption ? fmt::format("{}, adopted by {} on {}", adoption->ruling, adoption->actor, rfc3339(adoption->at_ms))
               : "no policy is adopted: decisions under every policy are taken");
  return 0;
}

}  // namespace

void declare_adopt(Options& options, AdoptArguments& args) {
  options.command("adopt", "hold from now on what is decided under another policy or other settings than the present")
      .flag("--show", args.show, "print what is adopted and exit")
      .flag("--none", args.none, "give it up: every policy is taken again");
}

int run_adopt(Context& context, const AdoptArguments& args) {
  if (args.show && args.none) throw Error(ErrorKind::usage, "--show and --none together", "give one of them");
  demand(context, args.show ? Act::read : Act::adopt, "a policy for the store");
  Store& store = context.require_store(StoreUse::existing);
  if (args.show) return show(context, store);
  std::int64_t now = context.clock().now_ms();
  bool dry_run = context.options().dry_run();
  if (args.none) {
    if (!dry_run) give_up_adoption(store, context.actor(), now);
    context.output().line("no policy is adopted any more: decisions under every policy are taken");
    return 0;
  }
  ValidateOptions how = validate_options(context.settings());
  if (!dry_run) adopt(store, how, context.actor(), now);
  context.output().line(fmt::format("adopted {}; what is decided under others is held", ruling_of(how)));
  return 0;
}

}  // namespace ap::cli
