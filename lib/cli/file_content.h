// A file that was named as an argument, while its record is on its way to the stage.
#pragma once

#include <memory>
#include <string>

#include "core/record.h"
#include "ports/reader.h"

namespace ap::cli {

struct FileContent {
  std::string bytes;
  std::unique_ptr<BegunReading> begun = nullptr;  // what the stage began with them; nullptr: nothing
};

// What stands for a file before the stage has it: state received, or failed where it could not be read.
struct FileRecord {
  Record record;
  FileContent content;
};

}  // namespace ap::cli
