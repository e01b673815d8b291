#include "adapters/sandbox/window.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

namespace ap {

Window Window::open() {
  Window window;
  Descriptor memory(::memfd_create("documents", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!memory || ::ftruncate(memory.get(), kBytes) != 0) return window;
  void* at = ::mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0);
  if (at == MAP_FAILED) return window;
  window.memory_ = static_cast<char*>(at);
  // From here on nobody maps it for writing, whoever gets the descriptor.
  constexpr int kSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_FUTURE_WRITE | F_SEAL_SEAL;
  if (::fcntl(memory.get(), F_ADD_SEALS, kSeals) != 0) return {};
  window.descriptor_ = std::move(memory);
  return window;
}

Window::~Window() {
  if (memory_ != nullptr) ::munmap(memory_, kBytes);
}

Window::Window(Window&& other) noexcept
    : memory_(std::exchange(other.memory_, nullptr)),
      descriptor_(std::move(other.descriptor_)),
      pieces_(std::exchange(other.pieces_, {})) {}

Window& Window::operator=(Window&& other) noexcept {
  std::swap(memory_, other.memory_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(pieces_, other.pieces_);
  return *this;
}

std::optional<std::uint64_t> Window::lay(std::string_view bytes) {
  if (memory_ == nullptr) return std::nullopt;
  std::size_t begin = pieces_.empty() ? 0 : pieces_.back().end;
  std::size_t end = kBytes;
  if (!pieces_.empty()) {
    const std::size_t first = pieces_.front().begin;
    if (begin <= first) {
      end = first;  // it has begun anew before what lies there still
    } else if (kBytes - begin < bytes.size()) {
      begin = 0, end = first;
    }
  }
  if (end - begin < bytes.size()) return std::nullopt;
  std::memcpy(memory_ + begin, bytes.data(), bytes.size());
  pieces_.push_back({begin, begin + bytes.size()});
  return begin;
}

void Window::clear_first() { pieces_.pop_front(); }

namespace wire {

std::string_view look_through(int descriptor) {
  struct stat info {};
  if (descriptor < 0 || ::fstat(descriptor, &info) != 0 || info.st_size <= 0) return {};
  const auto size = static_cast<std::size_t>(info.st_size);
  void* at = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
  return at == MAP_FAILED ? std::string_view() : std::string_view(static_cast<const char*>(at), size);
}

}  // namespace wire
}  // namespace ap
