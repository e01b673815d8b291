// Ed25519 by libsodium. Secrets are wiped from memory after use. Safe to share between threads.
#pragma once

#include "ports/signer.h"

namespace ap {

class SodiumSigner : public Signer {
 public:
  // Throws Error(internal) when the library cannot be used.
  SodiumSigner();
  std::string new_secret() override;
  std::string public_key(std::string_view secret) override;
  std::string sign(std::string_view message, std::string_view secret) override;
  bool verify(std::string_view message, std::string_view signature, std::string_view key) override;
};

}  // namespace ap
