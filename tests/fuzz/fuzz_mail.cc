// Mails and mboxes: read within the limits or refused with a reason.
#include <cstdlib>

#include "adapters/mail/mail_reader.h"
#include "adapters/mail/mbox.h"
#include "adapters/mail/tnef.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  ap::Bytes bytes = std::as_bytes(std::span(data, size));
  ap::ReadLimits limits;
  limits.mail_parts = 20;
  limits.mail_depth = 5;
  limits.mbox_messages = 20;
  auto mail = ap::mail::read_message(bytes, limits);
  if (!mail && mail.error().message.empty()) std::abort();
  if (mail && mail->parts.size() > 20) std::abort();
  auto messages = ap::mail::split_mbox(bytes, limits);
  if (messages && messages->size() > 20) std::abort();
  auto files = ap::mail::read_tnef(ap::as_text(bytes), 20);
  if (files && files->size() > 21) std::abort();
  return 0;
}
