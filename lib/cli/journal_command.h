// ap-health journal: verify, head, export, key.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/options.h"

namespace ap::cli {

struct JournalArguments {
  std::vector<std::string> words;  // verify [FILE], head, export, text DIGEST, key FILE
  std::string head, key, public_key;
  bool values = false;
};

// Adds the sub-command `journal`.
void declare_journal(Options& options, JournalArguments& args);

// Runs it. verify: 0 when all entries hold, 2 when one does not or the head kept cannot be relied on; else 0.
int run_journal(Context& context, const JournalArguments& args);

}  // namespace ap::cli
