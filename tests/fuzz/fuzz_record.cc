// Any line on standard input: it is refused with a reason, or read so that writing and reading it again gives the same.
#include <cstdlib>
#include <string_view>

#include "record/codec.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  auto record = ap::record_from_json(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!record) return record.error().empty() ? (std::abort(), 0) : 0;
  auto again = ap::record_from_json(ap::to_json_line(*record));
  if (!again || *again != *record) std::abort();
  return 0;
}
