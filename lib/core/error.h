// The world failed: one exception type, whose kind picks the exit code.
//
// Thrown by adapters and command set-up only. What is wrong with an invoice is a Finding, never an Error; what pure
// code refuses is std::expected.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace ap {

enum class ErrorKind {
  usage,          // 64 the command line is wrong
  bad_input,      // 65 input is no valid record or file
  no_input,       // 66 an input does not exist or cannot be read
  unavailable,    // 69 database or object store gone after retries
  internal,       // 70 a defect in the program
  cannot_create,  // 73 an output cannot be created
  io,             // 74 input or output error, disk full included
  temporary,      // 75 try again: a lock is held
  permission,     // 77 permission denied
  config,         // 78 the configuration is wrong
};

int exit_code(ErrorKind kind);
std::string_view to_string(ErrorKind kind);

// what(): what failed and on which file or setting. advice(): what to do about it.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& what, std::string advice = "")
      : std::runtime_error(what), kind_(kind), advice_(std::move(advice)) {}
  ErrorKind kind() const { return kind_; }
  const std::string& advice() const { return advice_; }

 private:
  ErrorKind kind_;
  std::string advice_;
};

}  // namespace ap
