#include "xml_worker/xml_service.h"

#include "adapters/xml/einvoice_reader.h"
#include "supervise/self_test.h"
#include "supervise/sniff.h"

namespace ap::worker {
namespace {

Outcome inspect(const wire::Request& request) {
  std::expected<Kind, ReadFailure> kind = sniff(request.bytes);
  if (!kind) return std::unexpected(kind.error());
  return wire::encode(Inspection{.media_type = std::string(media_type(*kind))});
}

}  // namespace

Outcome serve_einvoice(const wire::Request& request) {
  xml::XmlLimits limits;
  limits.depth = request.limits.xml_depth;
  auto reading = xml::read_einvoice(as_bytes(request.bytes), request.einvoice, limits);
  if (!reading) return std::unexpected(reading.error());
  return wire::encode(*reading);
}

XmlService::XmlService() : confinement_({"/dev/null"}) {}

Outcome XmlService::serve(const wire::Request& request) const {
  switch (request.verb) {
    case wire::Verb::einvoice:
      return serve_einvoice(request);
    case wire::Verb::inspect:
      return inspect(request);
    case wire::Verb::probe:
      return wire::encode(
          wire::Probe{.attempts = try_what_is_forbidden(), .confinement = confinement_.describe(), .libraries = "pugixml"});
    default:
      return std::unexpected(ReadFailure{ReadFailureKind::unsupported_type, "the worker for XML reads nothing else"});
  }
}

Hooks XmlService::hooks() {
  return {[this](const wire::Request& request, const Progress&) { return serve(request); },
          [this](const ReadLimits& limits) {
            confinement_.apply(
                {.memory_bytes = limits.memory_bytes, .cpu_seconds = static_cast<std::uint64_t>(limits.cpu_seconds)});
          },
          [] { return 0; }, [](int) {}, [] {}, "xml"};
}

}  // namespace ap::worker
