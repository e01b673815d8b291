// What a taken-over worker may answer: each message is refused, or decoded so that encoding it again gives one that
// decodes the same. The first byte chooses the kind of message.
#include <cstdlib>
#include <string>
#include <string_view>

#include "adapters/sandbox/messages.h"
#include "layout/packed_pages.h"

namespace {

template <class Message>
void check(std::string_view bytes) {
  Message message;
  if (!ap::wire::decode(bytes, message)) return;
  std::string written = ap::wire::encode(message);
  Message again;
  // Text is made valid UTF-8 on the way in, so what was read once is stable.
  if (!ap::wire::decode(written, again) || ap::wire::encode(again) != written) std::abort();
}

// A page in its packed form: refused, or packed again to what unpacks the same.
void check_page(std::string_view bytes) {
  const auto page = ap::layout::unpack(bytes, 1);
  if (!page) return;
  const std::string written = ap::layout::pack(*page);
  const auto again = ap::layout::unpack(written, 1);
  if (!again || ap::layout::pack(*again) != written) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 9) {
    case 0:
      check<ap::PageReading>(bytes);
      break;
    case 1:
      check<ap::EInvoiceReading>(bytes);
      break;
    case 2:
      check<ap::MailReading>(bytes);
      break;
    case 3:
      check<ap::ReadFailure>(bytes);
      break;
    case 4:
      check<ap::wire::Request>(bytes);
      break;
    case 5:
      check<ap::wire::Probe>(bytes);
      break;
    case 6:
      check<ap::wire::LaidRequest>(bytes);
      break;
    case 7:
      check_page(bytes);
      break;
    default:
      ap::wire::decode_header(bytes);
      break;
  }
  return 0;
}
