#include "cli/escalate_command.h"

#include "cli/review_settings.h"
#include "cli/stage_settings.h"
#include "stages/escalate.h"

namespace ap::cli {

void declare_escalate(Options& options) {
  options.command("escalate", "close the policy's gates for what nobody decided in time (overdue_hours)");
}

int run_escalate(Context& context) {
  ValidatePorts ports{context.clock(), &context.require_store(StoreUse::existing)};
  bool dry_run = context.options().dry_run();
  if (!dry_run) ports.keep_text = [store = ports.store](std::string_view text) { store->keep_text(text); };
  EscalateOptions how{validate_options(context.settings()), due_rules(context.settings()), context.actor(), dry_run};
  std::int64_t done = 0;
  escalate(ports, how, [&](const Escalated& one) {
    context.output().line(escalated_line(one, dry_run));
    ++done;
    return context.stop().requested() == 0;
  });
  if (!dry_run && done > 0) context.count("escalated", done);
  return done > 0 ? 1 : 0;
}

}  // namespace ap::cli
