// Looks at files before their turn comes: reads several and lets the stage begin with them, so that the reader's process
// and this one work side by side and need not wake each other for every document. What comes out is the same.
#pragma once

#include <cstddef>
#include <deque>

#include "cli/context.h"
#include "cli/record_loop.h"
#include "cli/record_source.h"

namespace ap::cli {

class LookAhead {
 public:
  // Items that may wait at a time: each may hold kMostBytes.
  static constexpr std::size_t kItems = 32, kMostBytes = 128u << 10;

  // Both must outlive it. Not thread-safe.
  LookAhead(Context& context, const Stage& stage) : context_(context), stage_(stage) {}

  // Of files only; items in the order of their turns. Larger files are left alone, as are all where the stage has
  // nothing to begin.
  void prepare(std::deque<Item>& waiting);

 private:
  void read(std::deque<Item>& waiting) const;

  Context& context_;
  const Stage& stage_;
};

}  // namespace ap::cli
