// operator new and delete of the programs that link this: pieces come from the shelves of the thread.
//
// The other forms (arrays, nothrow) are those of the standard library, which call these; memory with an alignment of
// its own does not come here at all.
#include <malloc.h>

#include <new>

#include "memory/shelves.h"

namespace {

constinit thread_local ap::memory::Shelves shelves;

[[gnu::noinline, gnu::cold]] void* fetch(std::size_t bytes) {
  for (;;) {
    if (void* piece = std::malloc(ap::memory::Shelves::allotment(bytes))) return piece;
    std::new_handler make_room = std::get_new_handler();
    if (make_room == nullptr) throw std::bad_alloc();
    make_room();
  }
}

}  // namespace

void* operator new(std::size_t bytes) {
  void* piece = shelves.take(bytes);
  return piece != nullptr ? piece : fetch(bytes);
}

void operator delete(void* piece, std::size_t bytes) noexcept {
  if (piece != nullptr && !shelves.put(piece, bytes)) std::free(piece);
}

void operator delete(void* piece) noexcept {
  if (piece != nullptr && !shelves.put_whole(piece, ::malloc_usable_size(piece))) std::free(piece);
}
