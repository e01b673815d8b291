// SHA-256 of several documents at once, each in a lane of the processor's wide registers. Included by digest.cc alone.
//
// Only whole blocks are worked on here; what is left of each document, its end and its length are digest.cc's matter.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/digest.h"

namespace ap::digest {

struct Begun {
  std::size_t bytes = 0;                 // of the document that went in, a multiple of 64; 0: none
  std::array<std::uint32_t, 8> words{};  // the state behind them (FIPS 180-4, 6.2)
};

// As far into each document as it is worth doing side by side: nothing of them where the processor is as fast with one,
// or has no wide registers. Thread-safe.
std::vector<Begun> begin_side_by_side(const std::vector<Bytes>& documents);

}  // namespace ap::digest
