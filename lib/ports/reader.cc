#include "ports/reader.h"

namespace ap {

std::string ReadFailure::code() const {
  switch (kind) {
    case ReadFailureKind::encrypted:
      return "ENCRYPTED";
    case ReadFailureKind::unsupported_type:
      return "UNSUPPORTED_TYPE";
    case ReadFailureKind::resource_limit:
    case ReadFailureKind::timed_out:
      return "RESOURCE_LIMIT";
    case ReadFailureKind::unreadable:
    case ReadFailureKind::crashed:
    case ReadFailureKind::no_worker:
      break;
  }
  return "UNREADABLE";
}

}  // namespace ap
