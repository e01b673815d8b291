// Settings as the stages want them: the one place that knows both the keys of ap.toml and the options of the stages.
#pragma once

#include <functional>
#include <optional>

#include "cli/context.h"
#include "cli/file_content.h"
#include "stages/extract.h"
#include "stages/validate.h"

namespace ap::cli {

ExtractSettings extract_settings(const Settings& settings);

// What extract() takes of a file that was named as an argument; of anything else nothing.
ExtractBesides besides(std::optional<FileContent> content);

// Reads the policy too, where one is set. Throws Error(config) for a value that the controls do not know, naming the
// setting and where it was set, and for whatever is wrong with the policy.
ValidateOptions validate_options(const Settings& settings);

// Notes each extracted record in the index of repeats, before the record itself is kept: whoever validates a later
// document then sees every earlier one. Does nothing without a store.
std::function<void(const Record&)> note_document(Context& context);

}  // namespace ap::cli
