// What the files of the class Review share: refusals, and what locks a document.
#pragma once

#include <string>
#include <utility>

#include "stages/review.h"

namespace ap {

inline std::unexpected<Refusal> refuse(ErrorKind kind, std::string message) {
  return std::unexpected(Refusal{kind, std::move(message)});
}

// Why a document in this state cannot be changed by a person; "" when it can.
std::string locked(const Record& record);

}  // namespace ap
