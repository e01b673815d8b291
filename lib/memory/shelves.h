// Pieces of memory that were given back wait here for the next of their size, a shelf for each.
//
// A document is read, checked and written in some hundred small pieces, which come and go in the same sizes again and
// again. The C library keeps seven of a size at hand; beyond that it joins pieces with their neighbours and cuts them
// anew, which was a tenth of all that a verdict on an e-invoice took.
//
// Every piece is one of malloc() and may be given to free(), so that code which does so, in whatever library, fits.
// Pieces on the shelves of a thread that ends are lost: threads end with the program here.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace ap::memory {

// The shelves by number. malloc() cuts pieces with room for 24, 40, 56 ... bytes; beyond 1032 a shelf has twice the
// room of the one before.
namespace shelf {

inline constexpr std::size_t kStep = 16, kOwn = 8, kFine = 65, kMostFine = kStep * (kFine - 1) + kOwn;
inline constexpr std::size_t kFirstLarge = 2048, kLargest = std::size_t{64} << 10;
inline constexpr std::size_t kCount = kFine + 6;

constexpr std::size_t room_of(std::size_t at) { return at < kFine ? kStep * at + kOwn : kFirstLarge << (at - kFine); }
// The shelf whose pieces have room for so many bytes and not a step more; kCount: none.
constexpr std::size_t holding(std::size_t bytes) {
  if (bytes <= kMostFine) return bytes <= kStep + kOwn ? 1 : (bytes + kStep - kOwn - 1) / kStep;
  if (bytes > kLargest) return kCount;
  return kFine + static_cast<std::size_t>(std::bit_width((bytes - 1) / kFirstLarge));
}
// The last shelf whose pieces need no more room than that.
constexpr std::size_t within(std::size_t room) {
  if (room < kStep + kOwn || room >= 2 * kLargest) return kCount;
  if (room < kFirstLarge) return room >= kMostFine ? kFine - 1 : (room - kOwn) / kStep;
  return kFine + static_cast<std::size_t>(std::bit_width(room / kFirstLarge)) - 1;
}

inline constexpr std::size_t kKeptOfASize = std::size_t{32} << 10;  // bytes; of large pieces eight
inline constexpr auto kMost = [] {
  constexpr std::uint32_t kLargePieces = 8;
  std::array<std::uint32_t, kCount> most{};
  for (std::size_t at = 1; at < kCount; ++at)
    most[at] = at < kFine ? static_cast<std::uint32_t>(kKeptOfASize / room_of(at)) : kLargePieces;
  return most;
}();

}  // namespace shelf

class Shelves {
 public:
  // A piece of `bytes` at least from its shelf; nullptr where there is none: then allotment() of malloc() will do.
  void* take(std::size_t bytes) {
    const std::size_t at = shelf::holding(bytes);
    if (at >= shelf::kCount) return nullptr;
    Shelf& place = shelves_[at];
    Piece* piece = place.top;
    if (piece == nullptr) return nullptr;
    place.top = piece->next;
    --place.count;
    return piece;
  }

  // What to ask of malloc() for so many bytes, so that the piece fits a shelf.
  static constexpr std::size_t allotment(std::size_t bytes) {
    const std::size_t at = shelf::holding(bytes);
    return at >= shelf::kCount ? bytes : shelf::room_of(at);
  }

  // False: the piece goes back to free(). `room`: what was asked for, or more that it is known to have.
  bool put(void* piece, std::size_t room) { return put_on(shelf::holding(room), piece); }
  // The same where nobody knows any more what was asked for; `room` is all that the piece has.
  bool put_whole(void* piece, std::size_t room) { return put_on(shelf::within(room), piece); }

 private:
  struct Piece {
    Piece* next;
  };
  struct Shelf {
    Piece* top = nullptr;
    std::uint32_t count = 0;
  };

  bool put_on(std::size_t at, void* memory) {
    if (at >= shelf::kCount) return false;
    Shelf& place = shelves_[at];
    if (place.count >= shelf::kMost[at]) return false;
    if (place.top == memory) std::abort();  // given back twice
    Piece* piece = static_cast<Piece*>(memory);
    piece->next = place.top;
    place.top = piece;
    ++place.count;
    return true;
  }

  std::array<Shelf, shelf::kCount> shelves_{};
};

}  // namespace ap::memory
