#include "adapters/sandbox/page_file.h"

#include "adapters/sandbox/messages.h"
#include "core/digest.h"

namespace ap {
namespace {

constexpr std::string_view kMagic = "ap-pages ";
constexpr std::size_t kHash = 64;

// A field added, dropped or moved changes how this is encoded. Every value differs from its neighbours.
std::string form() {
  layout::Word word{.text = "w", .box = {1, 2, 3, 4}, .confidence = 5, .font_size = 6, .bold = true};
  layout::Page page{.number = 1,
                    .width = 7,
                    .height = 8,
                    .rotation = 90,
                    .source = layout::PageSource::ocr,
                    .language = "l",
                    .words = {word},
                    .others = {word, word},
                    .codes = {{.format = "f", .text = "t", .box = {9, 10, 11, 12}}}};
  PageReading sample{.pages = {page}, .attachments = {{"n", "m", "r", "d", "b"}}, .xmp = "x", .ocr_engine = "e"};
  return sha256_hex(as_bytes(wire::encode(sample)));
}

}  // namespace

std::string encode_page_file(const PageReading& reading) {
  std::string payload = wire::encode(reading);
  std::string out(kMagic);
  out += form();
  out += sha256_hex(as_bytes(payload));
  return out += payload;
}

bool decode_page_file(std::string_view bytes, PageReading& reading) {
  const std::size_t head = kMagic.size() + 2 * kHash;
  if (bytes.size() < head || !bytes.starts_with(kMagic)) return false;
  if (bytes.substr(kMagic.size(), kHash) != form()) return false;
  std::string_view payload = bytes.substr(head);
  return bytes.substr(kMagic.size() + kHash, kHash) == sha256_hex(as_bytes(payload)) && wire::decode(payload, reading);
}

}  // namespace ap
