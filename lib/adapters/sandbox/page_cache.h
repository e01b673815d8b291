// Files of pages that took long to read, in a folder of bounded size: <root>/ab/<document>-<key>.pages, where `ab` is
// the beginning of the document's SHA-256, so that all that was kept of a document can be found and removed by its id.
//
// A cache, not a store: nothing is flushed to the medium, a damaged file counts as missing, and what cannot be written
// is not kept. Files are whole or absent, also when several processes share the folder. Thread-safe; never throws.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "ports/reader.h"

namespace ap {

class PageCache {
 public:
  struct Options {
    std::string folder;           // made with the first put
    std::uint64_t max_bytes = 0;  // beyond it, what was longest not used is removed
    bool read_only = false;       // --dry-run: neither files nor times of use change
  };
  explicit PageCache(Options options) : options_(std::move(options)) {}

  // `document`: SHA-256 in hex; `key`: what else decides how its pages are read, of letters and digits.
  std::optional<PageReading> get(const std::string& document, const std::string& key);
  void put(const std::string& document, const std::string& key, const PageReading& reading);
  // Removes all that was kept of the document; false when something of it could not be removed.
  bool forget(const std::string& document);

 private:
  std::string path_of(const std::string& document, const std::string& key) const;
  bool write(const std::string& path, const std::string& bytes);
  void make_room();

  const Options options_;
  std::mutex mutex_;
  std::optional<std::uint64_t> total_;  // bytes kept, as far as this process knows; nullopt before the first put
  unsigned counter_ = 0;                // makes temporary names differ
};

}  // namespace ap
