#include "adapters/memory/blob_store.h"

#include "core/error.h"

namespace ap::memory {

void MemoryBlobStore::put(std::string_view id, Bytes bytes) {
  if (sha256_hex(bytes) != id)
    throw Error(ErrorKind::bad_input, "blob " + std::string(id) + " is not the SHA-256 of its bytes");
  std::lock_guard lock(mutex_);
  blobs_.emplace(id, as_text(bytes));
}

std::optional<std::string> MemoryBlobStore::get(std::string_view id) {
  std::lock_guard lock(mutex_);
  auto found = blobs_.find(id);
  return found == blobs_.end() ? std::nullopt : std::optional(found->second);
}

bool MemoryBlobStore::contains(std::string_view id) {
  std::lock_guard lock(mutex_);
  return blobs_.contains(id);
}

void MemoryBlobStore::for_each(const std::function<void(std::string_view id, std::uint64_t bytes)>& visit) {
  auto blobs = [&] { return std::lock_guard(mutex_), blobs_; }();
  for (const auto& [id, bytes] : blobs) visit(id, bytes.size());
}

void MemoryBlobStore::remove(std::string_view id) {
  std::lock_guard lock(mutex_);
  if (auto found = blobs_.find(id); found != blobs_.end()) blobs_.erase(found);
}

}  // namespace ap::memory
