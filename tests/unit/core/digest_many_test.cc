#include "core/digest_many.h"

#include <doctest/doctest.h>

#include <string>

using namespace ap;

TEST_CASE("several documents have the digests that each has alone, whatever their lengths and number") {
  std::vector<std::string> texts;
  for (std::size_t length = 0; length < 150; ++length) texts.emplace_back(length, static_cast<char>('a' + length % 26));
  texts.emplace_back(100'000, 'x');
  texts.emplace_back(64 * 300, '\xFF');
  for (std::size_t count :
       {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{8}, std::size_t{20}, texts.size()}) {
    std::vector<Bytes> documents;
    for (std::size_t i = 0; i < count; ++i) documents.push_back(as_bytes(texts[texts.size() - 1 - i]));
    std::vector<std::string> digests = sha256_hex(std::span<const Bytes>(documents));
    REQUIRE(digests.size() == count);
    for (std::size_t i = 0; i < count; ++i) CHECK(digests[i] == sha256_hex(documents[i]));
  }
}

TEST_CASE("the digest of nothing is the one that the standard gives") {
  std::vector<Bytes> documents(9);
  for (const std::string& digest : sha256_hex(std::span<const Bytes>(documents)))
    CHECK(digest == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
