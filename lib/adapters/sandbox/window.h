// Memory in which the command lays documents for a child to see: one copy, where a socket makes two and asks the kernel
// for pages each time.
//
// The command alone can write there; the child gets a descriptor from which no writable mapping can be made any more
// (F_SEAL_FUTURE_WRITE) and whose size stays. Nothing crosses in the other direction. Where a document lies is said in
// a frame of its own kind, in its turn among the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <utility>

#include "adapters/sandbox/channel.h"

namespace ap {

// The command's side. Not thread-safe.
class Window {
 public:
  static constexpr std::size_t kBytes = 256u << 10;

  // No memory where the system has none of this kind: then nothing fits.
  Window() = default;
  static Window open();
  ~Window();
  Window(Window&& other) noexcept;
  Window& operator=(Window&& other) noexcept;

  // What the child is to get, once; an empty one where there is no memory.
  Descriptor take_descriptor() { return std::move(descriptor_); }

  // Lays the bytes behind what lies there and says where; nullopt where there is no room in one piece.
  std::optional<std::uint64_t> lay(std::string_view bytes);
  // What was laid first is not needed any more.
  void clear_first();

 private:
  struct Piece {
    std::size_t begin, end;
  };

  char* memory_ = nullptr;
  Descriptor descriptor_;
  std::deque<Piece> pieces_;  // in the order in which they were laid
};

namespace wire {

// The child's side: what lies behind a descriptor, for as long as the process lives; empty where that cannot be had.
std::string_view look_through(int descriptor);

}  // namespace wire
}  // namespace ap
