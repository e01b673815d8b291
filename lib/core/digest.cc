#include "core/digest.h"

// The low-level functions, deprecated in favour of EVP, whose providers are looked up and configured for every digest:
// that costs more than an e-invoice takes to hash.
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/digest_lanes.h"

namespace ap {
namespace {

std::string hex_of(SHA256_CTX& state) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> hash;
  SHA256_Final(hash.data(), &state);
  std::string hex;
  for (unsigned char byte : hash) hex += "0123456789abcdef"[byte >> 4], hex += "0123456789abcdef"[byte & 15];
  return hex;
}

}  // namespace

struct Sha256::Context {
  SHA256_CTX state;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { SHA256_Init(&context_->state); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;

void Sha256::update(Bytes bytes) { SHA256_Update(&context_->state, bytes.data(), bytes.size()); }

std::string Sha256::finish() { return hex_of(context_->state); }

std::string sha256_hex(Bytes bytes) {
  Sha256 digest;
  digest.update(bytes);
  return digest.finish();
}

std::vector<std::string> sha256_hex(const std::vector<Bytes>& documents) {
  std::vector<std::string> names;
  names.reserve(documents.size());
  for (const digest::Begun& begun : digest::begin_side_by_side(documents)) {
    SHA256_CTX state;
    SHA256_Init(&state);
    if (begun.bytes > 0) {
      std::ranges::copy(begun.words, state.h);
      const std::uint64_t bits = std::uint64_t{begun.bytes} * 8;
      state.Nl = static_cast<SHA_LONG>(bits), state.Nh = static_cast<SHA_LONG>(bits >> 32);
    }
    Bytes rest = documents[names.size()].subspan(begun.bytes);
    SHA256_Update(&state, rest.data(), rest.size());
    names.push_back(hex_of(state));
  }
  return names;
}

}  // namespace ap
