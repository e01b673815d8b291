#include "worker/service.h"

#include <algorithm>

#include "adapters/mail/mail_reader.h"
#include "adapters/mail/mbox.h"
#include "adapters/poppler/pdf_document.h"
#include "adapters/tesseract/picture_file.h"
#include "core/digest.h"
#include "supervise/self_test.h"
#include "supervise/sniff.h"
#include "worker/read_pages.h"
#include "xml_worker/xml_service.h"

namespace ap::worker {
namespace {

Bytes document(const wire::Request& request) { return as_bytes(request.bytes); }

constexpr int kWishForFonts = kHighestWish;

bool is_picture(Kind kind) { return kind == Kind::tiff || kind == Kind::jpeg || kind == Kind::png; }

std::unexpected<ReadFailure> no_pages(Kind kind) {
  return std::unexpected(ReadFailure{ReadFailureKind::unsupported_type,
                                     "this is " + std::string(media_type(kind)) + ", which has no pages"});
}

// What the libraries look up while they work: fonts that a PDF names without bringing them, character maps, OCR
// models, character sets of the C library, time zones.
std::vector<std::string> readable_places(const std::string& models) {
  return {models,
          "/usr/share/fonts",
          "/usr/local/share/fonts",
          "/etc/fonts",
          "/usr/share/fontconfig",
          "/var/cache/fontconfig",
          "/usr/share/poppler",
          "/usr/lib/locale",
          "/usr/lib/x86_64-linux-gnu/gconv",
          "/usr/lib/aarch64-linux-gnu/gconv",
          "/usr/share/zoneinfo",
          "/etc/localtime",
          "/dev/null"};
}

}  // namespace

Service::Service() : confinement_(readable_places(engine_.model_folder())) {}

Outcome Service::inspect(const wire::Request& request) {
  std::expected<Kind, ReadFailure> kind = sniff(request.bytes);
  if (!kind) return std::unexpected(kind.error());
  Inspection inspection{.media_type = std::string(media_type(*kind))};
  if (*kind == Kind::pdf) {
    auto pdf = pdf::Document::open(document(request), request.passwords, request.limits);
    if (!pdf) return std::unexpected(pdf.error());
    inspection.pages = pdf->pages();
    inspection.encrypted = pdf->encrypted();
  } else if (is_picture(*kind)) {
    auto count = ocr::count_pictures(document(request), request.limits);
    if (!count) return std::unexpected(count.error());
    inspection.pages = *count;
  }
  return wire::encode(inspection);
}

Outcome Service::pages(const wire::Request& request, const Progress& progress) {
  std::expected<Kind, ReadFailure> kind = sniff(request.bytes);
  if (!kind) return std::unexpected(kind.error());
  if (*kind != Kind::pdf && !is_picture(*kind)) return no_pages(*kind);
  read_pdf_ = *kind == Kind::pdf;
  PageReader reader(request, engine_, progress);
  auto reading = *kind == Kind::pdf ? reader.read_pdf() : reader.read_pictures();
  if (!reading) return std::unexpected(reading.error());
  return wire::encode(*reading);
}

Outcome Service::png(const wire::Request& request) {
  std::expected<Kind, ReadFailure> kind = sniff(request.bytes);
  if (!kind) return std::unexpected(kind.error());
  std::expected<Picture, ReadFailure> picture;
  if (*kind == Kind::pdf) {
    auto pdf = pdf::Document::open(document(request), request.passwords, request.limits);
    if (!pdf) return std::unexpected(pdf.error());
    if (request.page < 1 || request.page > pdf->pages()) {
      return std::unexpected(
          ReadFailure{ReadFailureKind::unreadable, "there is no page " + std::to_string(request.page)});
    }
    picture = pdf->render(request.page, std::clamp(request.dpi, 10, 600));
  } else if (is_picture(*kind)) {
    picture = ocr::read_picture(document(request), request.page, request.limits);
  } else {
    return no_pages(*kind);
  }
  if (!picture) return std::unexpected(picture.error());
  return wire::encode_bytes(ocr::encode_png(*picture));
}

Outcome Service::mail(const wire::Request& request) {
  auto reading = mail::read_message(document(request), request.limits);
  if (!reading) return std::unexpected(reading.error());
  return wire::encode(*reading);
}

Outcome Service::mbox(const wire::Request& request) {
  auto messages = mail::split_mbox(document(request), request.limits);
  if (!messages) return std::unexpected(messages.error());
  return wire::encode(*messages);
}

Outcome Service::serve(const wire::Request& request, const Progress& progress) {
  switch (request.verb) {
    case wire::Verb::inspect:
      return inspect(request);
    case wire::Verb::pages:
      return pages(request, progress);
    case wire::Verb::png:
      return png(request);
    case wire::Verb::mail:
      return mail(request);
    case wire::Verb::mbox:
      return mbox(request);
    case wire::Verb::einvoice:
      return serve_einvoice(request);
    case wire::Verb::probe:
      return probe();
  }
  return std::unexpected(ReadFailure{ReadFailureKind::unsupported_type, "there is no such verb"});
}

void Service::confine(const ReadLimits& limits) {
  confinement_.apply(
      {.memory_bytes = limits.memory_bytes, .cpu_seconds = static_cast<std::uint64_t>(limits.cpu_seconds)});
}

Outcome Service::probe() {
  return wire::encode(
      wire::Probe{.attempts = try_what_is_forbidden(),
                  .confinement = confinement_.describe(),
                  .libraries = pdf::poppler_version() + ", " + engine_.name() + ", " + ocr::picture_library_versions(),
                  .languages = engine_.languages()});
}

int Service::wish() const {
  const std::vector<std::string> all = engine_.languages();
  for (const std::string& late : engine_.loaded_late()) {
    auto place = std::ranges::find(all, late);
    if (place != all.end()) return static_cast<int>(place - all.begin()) + 1;
  }
  return read_pdf_ && !groundwork_.fonts_found() ? kWishForFonts : 0;
}

void Service::prepare(int wish) {
  // Finding fonts pays from the second PDF on; most runs for a single file end here.
  if (wish == kWishForFonts) {
    if (++wishes_for_fonts_ > 1) groundwork_.find_fonts();
    return;
  }
  std::vector<std::string> all = engine_.languages();
  if (wish >= 1 && wish <= static_cast<int>(all.size())) engine_.prepare(all[static_cast<std::size_t>(wish) - 1]);
}

Hooks Service::hooks() {
  return {[this](const wire::Request& request, const Progress& progress) { return serve(request, progress); },
          [this](const ReadLimits& limits) { confine(limits); },
          [this] { return wish(); },
          [this](int number) { prepare(number); },
          [this] { engine_.prepare_usual(); },
          sha256_hex(as_bytes(engine_.fingerprint() + pdf::poppler_version()))};
}

}  // namespace ap::worker
