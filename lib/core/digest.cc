#include "core/digest.h"

#include <openssl/evp.h>

#include <array>

namespace ap {

struct Sha256::Context {
  EVP_MD_CTX* evp = EVP_MD_CTX_new();
  ~Context() { EVP_MD_CTX_free(evp); }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { EVP_DigestInit_ex(context_->evp, EVP_sha256(), nullptr); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;

void Sha256::update(Bytes bytes) { EVP_DigestUpdate(context_->evp, bytes.data(), bytes.size()); }

std::string Sha256::finish() {
  std::array<unsigned char, 32> hash;
  EVP_DigestFinal_ex(context_->evp, hash.data(), nullptr);
  std::string hex;
  for (unsigned char byte : hash) hex += "0123456789abcdef"[byte >> 4], hex += "0123456789abcdef"[byte & 15];
  return hex;
}

std::string sha256_hex(Bytes bytes) {
  Sha256 digest;
  digest.update(bytes);
  return digest.finish();
}

}  // namespace ap
