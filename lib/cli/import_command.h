// ap-validate import: master data from files into the store, and back out.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/options.h"

namespace ap::cli {

struct ImportArguments {
  std::vector<std::string> words;  // KIND, FILE
  std::string example, effective, reason;
  std::int64_t revert = 0;
  bool list = false, history = false, replace = false, json = false;
};

// Adds the sub-command `import`.
void declare_import(Options& options, ImportArguments& args);

// Runs it; 0, or 1 when rows were refused. Throws ap::Error as every command: 64 for words that make no sense, 65 when
// nothing of the file could be taken.
int run_import(Context& context, const ImportArguments& args);

}  // namespace ap::cli
