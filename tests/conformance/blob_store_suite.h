// What every BlobStore must do. `open` opens a store that is empty at the first call, the same one later.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "ports/blob_store.h"

namespace ap::conformance {

using OpenBlobs = std::function<std::shared_ptr<BlobStore>()>;

inline std::string put_text(BlobStore& blobs, std::string_view text) {
  auto id = sha256_hex(as_bytes(text));
  blobs.put(id, as_bytes(text));
  return id;
}

inline void run_blob_store_suite(const OpenBlobs& open) {
  auto blobs = open();
  SUBCASE("what was put is there, byte by byte, also for the next who opens it") {
    std::string binary("a\0b\r\n\xff", 6);
    auto id = put_text(*blobs, binary);
    CHECK(blobs->contains(id));
    CHECK(blobs->get(id) == binary);
    CHECK(open()->get(id) == binary);
  }
  SUBCASE("an empty blob is a blob") { CHECK(blobs->get(put_text(*blobs, "")) == ""); }
  SUBCASE("what was never put is not there") {
    auto id = sha256_hex(as_bytes("never"));
    CHECK_FALSE(blobs->contains(id));
    CHECK_FALSE(blobs->get(id));
  }
  SUBCASE("putting again is no error") {
    auto id = put_text(*blobs, "twice");
    CHECK_NOTHROW(put_text(*blobs, "twice"));
    CHECK(blobs->get(id) == "twice");
  }
  SUBCASE("a name that is not the hash of the bytes is refused") {
    CHECK_THROWS_AS(blobs->put(sha256_hex(as_bytes("other")), as_bytes("bytes")), Error);
    CHECK_FALSE(blobs->contains(sha256_hex(as_bytes("other"))));
  }
  SUBCASE("every blob is listed with its size, in order of name") {
    std::vector<std::pair<std::string, std::uint64_t>> expected;
    for (auto text : {"one", "two", "three", "four"})
      expected.emplace_back(put_text(*blobs, text), std::string(text).size());
    std::sort(expected.begin(), expected.end());
    decltype(expected) listed;
    blobs->for_each([&](std::string_view id, std::uint64_t bytes) { listed.emplace_back(id, bytes); });
    CHECK(listed == expected);
  }
  SUBCASE("what was removed is gone, and removing it again is no error") {
    auto id = put_text(*blobs, "gone");
    blobs->remove(id);
    CHECK_FALSE(blobs->contains(id));
    CHECK_NOTHROW(blobs->remove(id));
  }
}

}  // namespace ap::conformance
