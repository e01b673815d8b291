#include "adapters/mail/tnef.h"

#include <cstdint>

namespace ap::mail {
namespace {

constexpr std::uint32_t kSignature = 0x223E9F78;  // [MS-OXTNEF] 2.1.3.1
// Attributes of level 2, the attachments (2.1.3.2).
constexpr std::uint8_t kAttachmentLevel = 2;
constexpr std::uint32_t kAttachRenderData = 0x00069002;  // begins an attachment
constexpr std::uint32_t kAttachTitle = 0x00018010;       // its name, 8-bit, ends with NUL
constexpr std::uint32_t kAttachData = 0x0006800F;        // its bytes
// Longest header of an attribute: level, id, length; then data, then a checksum of two bytes.
constexpr std::size_t kAttributeHead = 9, kChecksum = 2;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}

}  // namespace

std::optional<std::vector<TnefFile>> read_tnef(std::string_view bytes, std::size_t most) {
  if (bytes.size() < 6 || number_at(bytes, 0) != kSignature) return std::nullopt;
  bytes.remove_prefix(6);  // signature and a key that has no use
  std::vector<TnefFile> files;
  while (bytes.size() >= kAttributeHead && files.size() <= most) {
    const auto level = static_cast<std::uint8_t>(bytes[0]);
    const std::uint32_t id = number_at(bytes, 1), length = number_at(bytes, 5);
    bytes.remove_prefix(kAttributeHead);
    if (bytes.size() < std::size_t{length} + kChecksum) return std::nullopt;
    std::string_view data = bytes.substr(0, length);
    bytes.remove_prefix(length + kChecksum);
    if (level != kAttachmentLevel) continue;
    if (id == kAttachRenderData) files.emplace_back();
    if (files.empty()) continue;
    if (id == kAttachTitle) files.back().name = data.substr(0, data.find('\0'));
    if (id == kAttachData) files.back().bytes = data;
  }
  return files;
}

}  // namespace ap::mail
