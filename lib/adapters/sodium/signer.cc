#include "adapters/sodium/signer.h"

#include <sodium.h>

#include <array>

#include "core/error.h"

namespace ap {
namespace {

using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;
using PublicKey = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using SecretKey = std::array<unsigned char, crypto_sign_SECRETKEYBYTES>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

template <class Bytes>
std::string to_hex(const Bytes& bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.pop_back();
  return hex;
}

template <class Bytes>
bool from_hex(std::string_view hex, Bytes& bytes) {
  std::size_t length = 0;
  const char* end = nullptr;
  return hex.size() == bytes.size() * 2 &&
         sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &length, &end) == 0 &&
         length == bytes.size();
}

struct KeyPair {
  explicit KeyPair(std::string_view secret_text) {
    Seed seed;
    if (!from_hex(secret_text, seed))
      throw Error(ErrorKind::config, "the key is not 64 hex digits", "make one with ap-health journal key FILE");
    crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
  }
  ~KeyPair() { sodium_memzero(secret.data(), secret.size()); }
  KeyPair(const KeyPair&) = delete;
  KeyPair& operator=(const KeyPair&) = delete;
  PublicKey key;
  SecretKey secret;
};

}  // namespace

SodiumSigner::SodiumSigner() {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium cannot be used");
}

std::string SodiumSigner::new_secret() {
  Seed seed;
  randombytes_buf(seed.data(), seed.size());
  std::string hex = to_hex(seed);
  sodium_memzero(seed.data(), seed.size());
  return hex;
}

std::string SodiumSigner::public_key(std::string_view secret) { return to_hex(KeyPair(secret).key); }

std::string SodiumSigner::sign(std::string_view message, std::string_view secret) {
  KeyPair pair(secret);
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), pair.secret.data());
  return to_hex(signature);
}

bool SodiumSigner::verify(std::string_view message, std::string_view signature, std::string_view key) {
  Signature signature_bytes;
  PublicKey key_bytes;
  return from_hex(signature, signature_bytes) && from_hex(key, key_bytes) &&
         crypto_sign_verify_detached(signature_bytes.data(), bytes_of(message), message.size(), key_bytes.data()) == 0;
}

}  // namespace ap
