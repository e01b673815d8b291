// Originals in memory, for tests of stages. Same semantics as every adapter, but for surviving the process.
#pragma once

#include <map>
#include <mutex>

#include "ports/blob_store.h"

namespace ap::memory {

class MemoryBlobStore : public BlobStore {
 public:
  void put(std::string_view id, Bytes bytes) override;
  std::optional<std::string> get(std::string_view id) override;
  bool contains(std::string_view id) override;
  void for_each(const std::function<void(std::string_view id, std::uint64_t bytes)>& visit) override;
  void remove(std::string_view id) override;
  std::string location() const override { return "memory"; }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string, std::less<>> blobs_;
};

}  // namespace ap::memory
