#include "cli/record_input.h"

#include <unistd.h>

#include "cli/record_file.h"
#include "core/error.h"
#include "record/codec.h"

namespace ap::cli {

RecordInput::RecordInput(Context& context) : context_(context), lines_(lines_of_standard_input(context)) {
  if (isatty(0) == 1) throw Error(ErrorKind::usage, "nothing to read", "pipe records in, or give --pending");
}

std::optional<Record> RecordInput::next() {
  auto item = lines_->next();
  if (!item) return std::nullopt;
  auto record = item->too_long ? std::unexpected(std::string("it is longer than limits.line_bytes"))
                               : record_from_json(*item->line);
  if (record) return std::move(*record);
  ++broken_;
  auto failed = record_from_broken_line(item->number, record.error(), context_.clock());
  context_.log().error(failed.findings.back().message);
  return failed;
}

}  // namespace ap::cli
