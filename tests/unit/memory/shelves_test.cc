#include "memory/shelves.h"

#include <doctest/doctest.h>
#include <malloc.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <thread>
#include <vector>

using ap::memory::Shelves;
namespace shelf = ap::memory::shelf;

namespace {

struct Freed {
  void operator()(void* piece) const { std::free(piece); }
};
using Owned = std::unique_ptr<void, Freed>;

Owned piece_for(std::size_t bytes) { return Owned(std::malloc(Shelves::allotment(bytes))); }

}  // namespace

TEST_CASE("every size has a shelf whose pieces have room for it, up to the largest") {
  for (std::size_t bytes = 0; bytes <= shelf::kLargest; ++bytes) {
    const std::size_t at = shelf::holding(bytes);
    REQUIRE(at < shelf::kCount);
    REQUIRE(shelf::room_of(at) >= bytes);
    // and none of the one before has
    if (bytes > 24 && at > 1) REQUIRE(shelf::room_of(at - 1) < bytes);
    REQUIRE(shelf::kMost[at] > 0);
  }
  CHECK(shelf::holding(shelf::kLargest + 1) == shelf::kCount);
}

TEST_CASE("a piece of unknown origin goes to a shelf that asks for no more room than it has") {
  for (std::size_t room = 24; room < 2 * shelf::kLargest; ++room) {
    const std::size_t at = shelf::within(room);
    REQUIRE(at < shelf::kCount);
    REQUIRE(shelf::room_of(at) <= room);
  }
  CHECK(shelf::within(0) == shelf::kCount);
  CHECK(shelf::within(16) == shelf::kCount);
  CHECK(shelf::within(2 * shelf::kLargest) == shelf::kCount);
  for (std::size_t at = 1; at < shelf::kCount; ++at) CHECK(shelf::within(shelf::room_of(at)) == at);
}

TEST_CASE("what was given back is taken again by the same size alone") {
  Shelves shelves;
  CHECK(shelves.take(100) == nullptr);
  Owned piece = piece_for(100);
  REQUIRE(shelves.put(piece.get(), 100));
  CHECK(shelves.take(200) == nullptr);
  CHECK(shelves.take(10) == nullptr);
  CHECK(shelves.take(shelf::kLargest + 1) == nullptr);
  CHECK(shelves.take(97) == piece.get());
  CHECK(shelves.take(97) == nullptr);
}

TEST_CASE("a shelf keeps so many pieces and no more") {
  for (std::size_t bytes : {1u, 24u, 25u, 1032u, 1033u, 5000u, 65536u}) {
    Shelves shelves;
    std::vector<Owned> pieces;
    std::size_t kept = 0;
    for (int i = 0; i < 3000; ++i) {
      pieces.push_back(piece_for(bytes));
      if (!shelves.put(pieces.back().get(), bytes)) break;
      ++kept;
    }
    CHECK(kept == shelf::kMost[shelf::holding(bytes)]);
    CHECK(kept * bytes <= 8 * shelf::kLargest);
  }
  Shelves shelves;
  Owned huge = piece_for(shelf::kLargest + 1);
  CHECK_FALSE(shelves.put(huge.get(), shelf::kLargest + 1));
}

namespace {

// How a process ends that does so.
template <class Deed>
int end_of(Deed deed) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGABRT, SIG_DFL);
    deed();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace

TEST_CASE("a piece that is given back twice ends the program, as does a link that was written over") {
  Shelves shelves;
  std::vector<Owned> pieces;
  for (int i = 0; i < 5; ++i) pieces.push_back(piece_for(100));
  auto put_all = [&] {
    for (Owned& piece : pieces) shelves.put(piece.get(), 100);
  };
  CHECK(end_of([&] { put_all(); }) == 0);
  CHECK(end_of([&] { put_all(), shelves.put(pieces[4].get(), 100); }) == SIGABRT);
  CHECK(end_of([&] { put_all(), shelves.put(pieces[1].get(), 100); }) == SIGABRT);
  CHECK(end_of([&] {
          put_all();
          std::memset(pieces[4].get(), 'x', 8);
          shelves.take(100);
        }) == SIGABRT);
  // What looks as if it waited, and does not, is taken.
  put_all();
  void* piece = shelves.take(100);
  std::memcpy(piece, pieces[0].get(), 16);
  CHECK(shelves.put(piece, 100));
}

TEST_CASE("operator new: pieces of all sizes keep what is written into them, and stand where any type may") {
  struct Known {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
    char mark;
  };
  std::vector<Known> all;
  std::uint32_t random = 7;
  for (int i = 0; i < 20000; ++i) {
    random = random * 1664525 + 1013904223;
    const std::size_t size = (random >> 8) % (i % 50 == 0 ? 200000 : 1500);
    Known one{std::make_unique<char[]>(size), size, static_cast<char>(random >> 24)};
    REQUIRE(reinterpret_cast<std::uintptr_t>(one.bytes.get()) % __STDCPP_DEFAULT_NEW_ALIGNMENT__ == 0);
    if (size > 0) std::memset(one.bytes.get(), one.mark, size);
    if (all.size() < 200) {
      all.push_back(std::move(one));
      continue;
    }
    Known& old = all[random % 200];
    REQUIRE(std::string(old.bytes.get(), old.size) == std::string(old.size, old.mark));
    old = std::move(one);
  }
}

TEST_CASE("operator new gives back to the system what is more than its shelves keep") {
  constexpr std::size_t kPieces = 200'000, kBytes = 100;
  const std::size_t before = ::mallinfo2().uordblks;
  std::vector<std::string> texts;
  texts.reserve(kPieces);
  for (std::size_t i = 0; i < kPieces; ++i) texts.emplace_back(kBytes, 'x');
  REQUIRE(::mallinfo2().uordblks - before > kPieces * kBytes);
  texts = {};
  CHECK(::mallinfo2().uordblks < before + 2 * shelf::kKeptOfASize);
}

TEST_CASE("operator new: what one thread asked for another may give back") {
  std::vector<std::vector<std::string>> texts(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<std::string>& own : texts)
      threads.emplace_back([&own] {
        for (std::size_t i = 0; i < 5000; ++i) own.emplace_back(i % 700, static_cast<char>('a' + i % 26));
      });
  }
  for (std::vector<std::string>& own : texts)
    for (std::size_t i = 0; i < own.size(); ++i)
      REQUIRE(own[i] == std::string(i % 700, static_cast<char>('a' + i % 26)));
  texts.clear();
  CHECK(std::string(50, 'z').size() == 50);
}

TEST_CASE("operator new: more than there is is refused with bad_alloc, and a handler is asked first") {
  static int asked;
  asked = 0;
  std::set_new_handler([] {
    ++asked;
    std::set_new_handler(nullptr);
  });
  volatile std::size_t bytes = std::size_t{1} << 62;
  CHECK_THROWS_AS(::operator delete(::operator new(bytes)), std::bad_alloc);
  CHECK(asked == 1);
  CHECK(::operator new(bytes, std::nothrow) == nullptr);
}

TEST_CASE("operator new takes a piece from its shelf again") {
  void* first = ::operator new(333);
  ::operator delete (first, std::size_t{333});
  void* other = ::operator new(200);
  void* again = ::operator new(330);
  CHECK(again == first);
  ::operator delete(other);
  ::operator delete(again);
}
