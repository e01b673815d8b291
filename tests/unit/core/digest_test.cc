#include "core/digest.h"

#include <doctest/doctest.h>

using namespace ap;

TEST_CASE("SHA-256 of the examples in FIPS 180-4") {
  CHECK(sha256_hex(as_bytes("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex(as_bytes("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("documents hashed side by side have the names that each has alone") {
  // None, fewer than there are lanes, more; lengths around the ends of blocks, and some much longer than others.
  for (std::size_t count : {0u, 1u, 3u, 8u, 9u, 40u}) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t size = i % 7 == 3 ? 5000 + 64 * i : 55 + i * 9;
      std::string& text = texts.emplace_back();
      for (std::size_t at = 0; at < size; ++at) text.push_back(static_cast<char>(at * 31 + i * 7 + at / 251));
    }
    std::vector<Bytes> documents;
    for (const std::string& text : texts) documents.push_back(as_bytes(text));
    std::vector<std::string> names = sha256_hex(documents);
    REQUIRE(names.size() == count);
    for (std::size_t i = 0; i < count; ++i) CHECK(names[i] == sha256_hex(documents[i]));
  }
}
