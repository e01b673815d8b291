// Signatures over heads of the journal: Ed25519 (RFC 8032). Keys and signatures are lower-case hex.
#pragma once

#include <string>
#include <string_view>

namespace ap {

class Signer {
 public:
  virtual ~Signer() = default;
  // A new secret: 64 hex digits, the seed of a key pair. Whoever has it can sign.
  virtual std::string new_secret() = 0;
  // The public key of a secret, 64 hex digits. Throws Error(config) for what is no secret.
  virtual std::string public_key(std::string_view secret) = 0;
  // 128 hex digits. Throws Error(config) for what is no secret.
  virtual std::string sign(std::string_view message, std::string_view secret) = 0;
  // False also for what is no key or no signature.
  virtual bool verify(std::string_view message, std::string_view signature, std::string_view key) = 0;
};

}  // namespace ap
