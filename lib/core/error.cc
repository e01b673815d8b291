#include "core/error.h"

namespace ap {

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return 64;
    case ErrorKind::bad_input:
      return 65;
    case ErrorKind::no_input:
      return 66;
    case ErrorKind::unavailable:
      return 69;
    case ErrorKind::internal:
      return 70;
    case ErrorKind::cannot_create:
      return 73;
    case ErrorKind::io:
      return 74;
    case ErrorKind::temporary:
      return 75;
    case ErrorKind::permission:
      return 77;
    case ErrorKind::config:
      return 78;
  }
  return 70;
}

std::string_view to_string(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::bad_input:
      return "bad input";
    case ErrorKind::no_input:
      return "no input";
    case ErrorKind::unavailable:
      return "unavailable";
    case ErrorKind::internal:
      return "internal";
    case ErrorKind::cannot_create:
      return "cannot create";
    case ErrorKind::io:
      return "input/output";
    case ErrorKind::temporary:
      return "temporary";
    case ErrorKind::permission:
      return "permission";
    case ErrorKind::config:
      return "configuration";
  }
  return "internal";
}

}  // namespace ap
