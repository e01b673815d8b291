#include "stages/document_bytes.h"

#include "core/digest.h"

namespace ap {

std::expected<std::string, std::string> document_bytes(const Record& record, BlobStore* blobs, Files* files,
                                                       std::uint64_t max_bytes) {
  if (record.id.empty()) return std::unexpected("the document could not be read when it came in");
  if (blobs) {
    if (auto bytes = blobs->get(record.bytes_id())) return std::move(*bytes);
  }
  std::string missing = blobs ? "it is not in " + blobs->location() : "no blob store is set";
  const std::string& path = record.source.path;
  if (!files || path.empty() || record.source.channel == "mail")
    return std::unexpected(missing + ", and it has no file of its own");
  auto bytes = files->read(path, max_bytes);
  if (!bytes) return std::unexpected(missing + ", and " + bytes.error().message);
  if (sha256_hex(as_bytes(*bytes)) != record.bytes_id())
    return std::unexpected(missing + ", and " + path + " has other content now");
  return std::move(*bytes);
}

}  // namespace ap
