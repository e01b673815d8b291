#include "adapters/sandbox/caching_reader.h"

#include "core/digest.h"

namespace ap {
namespace {

// All that decides, beside the document, what is read on its pages.
std::string key_of(const PageOptions& options, const std::string& engine) {
  std::string all = engine + "\n" + std::to_string(static_cast<int>(options.ocr)) + (options.attachments ? "+" : "-");
  for (const auto& [page, box] : options.print_places)
    all += "@" + std::to_string(page) + "," + std::to_string(box.x0) + "," + std::to_string(box.y0) + "," +
           std::to_string(box.x1) + "," + std::to_string(box.y1);
  for (const std::string& language : options.languages) all += "\n" + language;
  return sha256_hex(as_bytes(all)).substr(0, 16);
}

}  // namespace

std::expected<PageReading, ReadFailure> CachingReader::read_pages(Bytes bytes, const PageOptions& options) {
  // Pictures are wanted now and then, by a person, and are too large to keep.
  if (options.ocr == OcrUse::never || options.picture_dpi > 0) return reader_.read_pages(bytes, options);
  const std::string document = sha256_hex(bytes), key = key_of(options, reader_.engine());
  if (auto known = cache_.get(document, key)) return std::move(*known);
  auto reading = reader_.read_pages(bytes, options);
  if (reading && !reading->ocr_engine.empty()) cache_.put(document, key, *reading);
  return reading;
}

}  // namespace ap
