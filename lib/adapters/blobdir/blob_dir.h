// Originals in a folder: <root>/ab/cd/<sha256>, so that no folder grows beyond what a file system likes.
//
// put() writes a temporary file in <root>/tmp, flushes it, renames it and flushes the folders: a blob is there whole or
// not at all. What a killed process leaves in tmp is swept at the next opening. Files are made read-only.
#pragma once

#include <atomic>

#include "ports/blob_store.h"

namespace ap::blobdir {

class BlobDir : public BlobStore {
 public:
  // Creates the folder where missing, unless `create` is false; then throws no_input.
  explicit BlobDir(std::string root, bool create = true);

  void put(std::string_view id, Bytes bytes) override;
  std::optional<std::string> get(std::string_view id) override;
  bool contains(std::string_view id) override;
  void for_each(const std::function<void(std::string_view id, std::uint64_t bytes)>& visit) override;
  void remove(std::string_view id) override;
  std::string location() const override { return "dir:" + root_; }

 private:
  std::string path_of(std::string_view id) const;
  // For the owner alone; for the group as well, to read, where it may write the folder that the root stands in.
  unsigned folder_mode() const { return shared_ ? 02750 : 0700; }
  std::string root_;
  bool shared_ = false;
  std::atomic<unsigned> counter_{0};  // makes temporary names differ between threads
};

}  // namespace ap::blobdir
