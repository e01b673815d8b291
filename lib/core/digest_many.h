// SHA-256 of several documents at once: with the vector registers of the processor eight of them take little more time
// than one, as each has a lane of its own. Where the processor has an instruction for SHA-256 itself, or no vectors,
// one comes after the other.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/digest.h"

namespace ap {

// As sha256_hex() of each. Safe to call from several threads.
std::vector<std::string> sha256_hex(std::span<const Bytes> documents);

}  // namespace ap
