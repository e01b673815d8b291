// Originals, stored unchanged under the SHA-256 of their bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/digest.h"

namespace ap {

// Safe for concurrent use by threads and processes. Failures of the world throw ap::Error.
class BlobStore {
 public:
  virtual ~BlobStore() = default;

  // Stores `bytes` durably (flushed to the medium) under `id`, which must be their SHA-256. Putting what is already
  // there is no error and writes nothing. When it returns, the blob survives a power cut.
  // Throws Error(bad_input) when `id` is not their hash.
  virtual void put(std::string_view id, Bytes bytes) = 0;

  // The bytes, checked against their hash; nullopt when there are none. Throws Error(io) when they are damaged.
  virtual std::optional<std::string> get(std::string_view id) = 0;

  virtual bool contains(std::string_view id) = 0;

  // Every id, in ascending order.
  virtual void for_each(const std::function<void(std::string_view id, std::uint64_t bytes)>& visit) = 0;

  // Removing what is not there is no error.
  virtual void remove(std::string_view id) = 0;

  // Where it is, for messages: "dir:/var/lib/ap/blobs".
  virtual std::string location() const = 0;
};

}  // namespace ap
