// SHA-256 (FIPS 180-4) as 64 lower-case hex digits: the name of every document.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ap {

using Bytes = std::span<const std::byte>;
inline Bytes as_bytes(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }
inline std::string_view as_text(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::string sha256_hex(Bytes bytes);
// Of several documents, in their order: side by side in the lanes of the processor's registers, where it has none of its
// own instructions for SHA-256; a third of the time that they take one after the other.
std::vector<std::string> sha256_hex(const std::vector<Bytes>& documents);

// For bytes that come in pieces. Not thread-safe; finish() may be called once.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  void update(Bytes bytes);
  std::string finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace ap
