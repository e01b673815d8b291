// libFuzzer target for the XML path: bytes of unknown intent through parser, mapping and all rule sets. Built with
// -DAP_FUZZ=ON and clang. It must never crash, leak or hang; what it returns does not matter.
#include <cstddef>
#include <cstdint>
#include <span>

#include "adapters/xml/einvoice_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ap::Bytes bytes = std::as_bytes(std::span(data, size));
  for (ap::RuleSets rules : {ap::RuleSets::automatic, ap::RuleSets::peppol, ap::RuleSets::xrechnung})
    (void)ap::xml::read_einvoice(bytes, {.rules = rules}, {.bytes = 1u << 20});
  return 0;
}
