#include "adapters/sandbox/messages.h"

#include "adapters/sandbox/describe_invoice.h"

namespace ap {
namespace wire {

template <>
inline constexpr int kEnumerators<ReadFailureKind> = 7;
template <>
inline constexpr int kEnumerators<OcrUse> = 3;
template <>
inline constexpr int kEnumerators<RuleSets> = 5;

}  // namespace wire

// One description per type serves both directions. They stand in namespace ap, where the types are, so that the
// archives find them.

template <class A, wire::Either<ReadLimits> T>
void describe(A& a, T& t) {
  a(t.memory_bytes, t.cpu_seconds, t.cpu_seconds_per_page, t.wall_seconds, t.wall_seconds_per_page);
  a(t.document_bytes, t.output_bytes, t.attachment_bytes, t.attachments);
  a(t.pages, t.page_points, t.page_pixels, t.words, t.mail_parts, t.mail_depth, t.mbox_messages, t.xml_depth);
}

template <class A, wire::Either<Box> T>
void describe(A& a, T& t) {
  a(t.x0, t.y0, t.x1, t.y1);
  a.check(t.x0 <= t.x1 && t.y0 <= t.y1);
  // 10 million is 100,000 points: far beyond any page, and sums of a few coordinates still fit in 32 bits.
  for (std::int32_t edge : {t.x0, t.y0, t.x1, t.y1}) a.check(edge >= -10'000'000 && edge <= 10'000'000);
}

template <class A, wire::Either<PicturePlace> T>
void describe(A& a, T& t) {
  a(t.page, t.box);
  a.check(t.page >= 1);
}

template <class A, wire::Either<PageOptions> T>
void describe(A& a, T& t) {
  a(t.ocr, t.attachments, t.languages, t.print_places, t.picture_dpi);
}

template <class A, wire::Either<EInvoiceOptions> T>
void describe(A& a, T& t) {
  a(t.rules, t.keep);
}

template <class A, wire::Either<ReadFailure> T>
void describe(A& a, T& t) {
  a(t.kind, t.message);
}

template <class A, wire::Either<Inspection> T>
void describe(A& a, T& t) {
  a(t.media_type, t.pages, t.encrypted);
  a.check(t.pages >= 0);
}

template <class A, wire::Either<MailInfo> T>
void describe(A& a, T& t) {
  a(t.from, t.message_id, t.subject);
}

template <class A, wire::Either<Dropped> T>
void describe(A& a, T& t) {
  a(t.name, t.media_type, t.reason, t.bytes);
}

template <class A, wire::Either<MailPart> T>
void describe(A& a, T& t) {
  a(t.name, t.media_type, t.locator);
  a.raw(t.bytes);
}

template <class A, wire::Either<MailReading> T>
void describe(A& a, T& t) {
  a(t.info, t.parts, t.dropped);
}

template <class A, wire::Either<Attachment> T>
void describe(A& a, T& t) {
  a(t.name, t.media_type, t.relationship, t.description);
  a.raw(t.bytes);
}

namespace layout {

void describe(wire::Encoder& a, const PackedPages& pages) {
  a(static_cast<std::uint32_t>(pages.size()));
  for (std::size_t i = 0; i < pages.size(); ++i) a.raw(pages.packed(i));
}

void describe(wire::Decoder& a, PackedPages& pages) {
  std::uint32_t count = 0;
  a(count);
  std::string page;
  for (; count > 0 && !a.failed(); --count) {
    a.raw(page);
    a.check(!a.failed() && pages.add_packed(std::move(page)));
  }
}

}  // namespace layout

template <class A, wire::Either<PagePicture> T>
void describe(A& a, T& t) {
  a(t.width, t.height);
  a.raw(t.gray);
  a.check(t.width >= 0 && t.height >= 0 && std::uint64_t(t.width) * std::uint64_t(t.height) == t.gray.size());
}

template <class A, wire::Either<PageReading> T>
void describe(A& a, T& t) {
  a(t.pages, t.attachments, t.xmp, t.pictures, t.ocr_engine, t.print_places);
  a.check(t.pages.empty() || t.pictures.empty() || t.pictures.size() == t.pages.size());
}

namespace wire {

template <class A, Either<Request> T>
void describe(A& a, T& t) {
  a(t.verb, t.limits, t.passwords, t.pages, t.einvoice, t.page, t.dpi);
  a.raw(t.bytes);
}

template <class A, Either<LaidRequest> T>
void describe(A& a, T& t) {
  a(t.request, t.at, t.size);
  a.check(t.request.bytes.empty());
}

template <class A, Either<Attempt> T>
void describe(A& a, T& t) {
  a(t.what, t.refused, t.detail);
}

template <class A, Either<Probe> T>
void describe(A& a, T& t) {
  a(t.attempts, t.confinement, t.libraries, t.languages);
}

namespace {

template <class T>
std::string encoded(const T& value) {
  constexpr std::size_t kShort = 256;  // as a request without its document is
  Encoder encoder;
  encoder.expect(kShort);
  encoder(value);
  return encoder.take();
}

template <class T>
bool decoded(std::string_view bytes, T& value) {
  Decoder decoder(bytes);
  decoder(value);
  return decoder.finished();
}

}  // namespace

std::string encode(const Request& request) { return encoded(request); }
std::string encode_head(const Request& request) {
  Request empty = request;
  empty.bytes = {};
  std::string head = encoded(empty);
  const auto size = static_cast<std::uint32_t>(request.bytes.size());
  const std::string count = encoded(size);
  return head.replace(head.size() - count.size(), count.size(), count);
}
std::string encode(const LaidRequest& request) { return encoded(request); }
std::string encode(const ReadFailure& failure) { return encoded(failure); }
std::string encode(const Inspection& inspection) { return encoded(inspection); }
std::string encode(const MailReading& mail) { return encoded(mail); }
std::string encode(const PageReading& pages) { return encoded(pages); }
std::string encode(const EInvoiceReading& reading) {
  constexpr std::size_t kOrdinary = 8u << 10;  // more than most invoices come to
  Encoder encoder;
  encoder.expect(kOrdinary);
  encoder(reading);
  return encoder.take();
}
std::string encode(const Probe& probe) { return encoded(probe); }

bool decode(std::string_view bytes, Request& request) { return decoded(bytes, request); }
bool decode(std::string_view bytes, LaidRequest& request) { return decoded(bytes, request); }
bool decode(std::string_view bytes, ReadFailure& failure) { return decoded(bytes, failure); }
bool decode(std::string_view bytes, Inspection& inspection) { return decoded(bytes, inspection); }
bool decode(std::string_view bytes, MailReading& mail) { return decoded(bytes, mail); }
bool decode(std::string_view bytes, PageReading& pages) { return decoded(bytes, pages); }
bool decode(std::string_view bytes, EInvoiceReading& reading) { return decoded(bytes, reading); }
bool decode(std::string_view bytes, Probe& probe) { return decoded(bytes, probe); }

std::string encode_bytes(const std::string& bytes) {
  Encoder encoder;
  encoder.raw(bytes);
  return encoder.take();
}

bool decode_bytes(std::string_view bytes, std::string& png) {
  Decoder decoder(bytes);
  decoder.raw(png);
  return decoder.finished();
}

std::string encode(const std::vector<std::string>& messages) {
  Encoder encoder;
  encoder(static_cast<std::uint32_t>(messages.size()));
  for (const std::string& message : messages) encoder.raw(message);
  return encoder.take();
}

bool decode(std::string_view bytes, std::vector<std::string>& messages) {
  Decoder decoder(bytes);
  std::uint32_t count = 0;
  decoder(count);
  decoder.check(count <= bytes.size());
  for (std::uint32_t i = 0; i < count && !decoder.failed(); ++i) decoder.raw(messages.emplace_back());
  return decoder.finished();
}

}  // namespace wire
}  // namespace ap
