// What the small worker does: e-invoices in XML, and saying what bytes are that begin like XML.
//
// It links nothing but the XML parser and the rule sets, so that it starts in about a millisecond and holds little
// memory; whoever has one XML file to check does not wait for OCR models or PDF libraries to be loaded.
#pragma once

#include "adapters/confine/confinement.h"
#include "adapters/sandbox/messages.h"
#include "supervise/supervisor.h"

namespace ap::worker {

// The answer to wire::Verb::einvoice, in the confined child. Both worker programs give the same.
Outcome serve_einvoice(const wire::Request& request);

// As Service of the large worker: lives in the supervisor and in each child. Not thread-safe.
class XmlService {
 public:
  // Throws std::runtime_error when the kernel cannot confine a process.
  XmlService();
  // The service must outlive the hooks.
  Hooks hooks();

 private:
  Outcome serve(const wire::Request& request) const;

  confine::Confinement confinement_;
};

}  // namespace ap::worker
