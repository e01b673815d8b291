#include "core/digest.h"

// The low-level functions, deprecated in favour of EVP, whose providers are looked up and configured for every digest:
// that costs more than an e-invoice takes to hash.
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/sha.h>

#include <array>

namespace ap {

struct Sha256::Context {
  SHA256_CTX state;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { SHA256_Init(&context_->state); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;

void Sha256::update(Bytes bytes) { SHA256_Update(&context_->state, bytes.data(), bytes.size()); }

std::string Sha256::finish() {
  std::array<unsigned char, 32> hash;
  SHA256_Final(hash.data(), &context_->state);
  std::string hex(2 * hash.size(), '\0');
  char* to = hex.data();
  for (unsigned char byte : hash) *to++ = "0123456789abcdef"[byte >> 4], *to++ = "0123456789abcdef"[byte & 15];
  return hex;
}

std::string sha256_hex(Bytes bytes) {
  Sha256 digest;
  digest.update(bytes);
  return digest.finish();
}

}  // namespace ap
