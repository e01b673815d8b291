// Pieces of memory that were given back wait here for the next of their size, a shelf for each.
//
// A document is read, checked and written in some hundred small pieces, which come and go in the same sizes again and
// again. The C library keeps seven of a size at hand; beyond that it joins pieces with their neighbours and cuts them
// anew, which was a tenth of all that a verdict on an e-invoice took.
//
// Every piece is one of malloc() and may be given to free(), so that code which does so, in whatever library, fits.
// Each thread has shelves of its own, without locks; what one thread asked for another may give back. Pieces on the
// shelves of a thread that ends are lost: threads end with the program here.
//
// What the C library holds against mistakes and attacks holds here: a piece that is given back twice ends the program,
// links are veiled by where they stand, and one that leads to no piece ends the program as well. Sanitizers keep their
// own operator new. Whole allocators are no quicker here and dearer elsewhere: of Debian's, mimalloc (as a shared
// library, there is no other) takes the same time for many documents, jemalloc 5 % more, both 12 to 17 % more CPU time
// for a single one and 1.5 MiB more memory; and they claim address space ahead, which the sandbox limits.
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
    Piece* next = veiled(piece->next, piece);
    if (reinterpret_cast<std::uintptr_t>(next) % alignof(std::max_align_t) != 0) std::abort();
    place.top = next;
    piece->owner = nullptr;
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
  // What stands in a piece while it waits; every piece has room for it.
  struct Piece {
    Piece* next;           // veiled
    const Shelves* owner;  // whoever has this in what he gives back may be giving it back again
  };
  struct Shelf {
    Piece* top = nullptr;
    std::uint32_t count = 0;
  };

  // Where nobody knows the address nobody can make a link. The same function veils and unveils.
  static Piece* veiled(Piece* next, const Piece* at) {
    constexpr int kPageBits = 12;  // what is random of an address
    return reinterpret_cast<Piece*>(reinterpret_cast<std::uintptr_t>(next) ^
                                    (reinterpret_cast<std::uintptr_t>(at) >> kPageBits));
  }

  void lay(Shelf& place, Piece* piece) {
    piece->next = veiled(place.top, piece);
    piece->owner = this;
    place.top = piece;
    ++place.count;
  }

  // It lies there already, or what was written into it looks so.
  [[gnu::noinline, gnu::cold]] void lay_doubtful(Shelf& place, Piece* piece) {
    const Piece* one = place.top;
    for (std::uint32_t i = 0; i < place.count; ++i) {
      if (one == piece) std::abort();
      one = veiled(one->next, one);
    }
    lay(place, piece);
  }

  bool put_on(std::size_t at, void* memory) {
    if (at >= shelf::kCount) return false;
    Shelf& place = shelves_[at];
    if (place.count >= shelf::kMost[at]) return false;
    Piece* piece = static_cast<Piece*>(memory);
    piece->owner == this ? lay_doubtful(place, piece) : lay(place, piece);
    return true;
  }

  std::array<Shelf, shelf::kCount> shelves_{};
};

}  // namespace ap::memory
