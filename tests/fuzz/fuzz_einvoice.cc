// libFuzzer target for the XML path: bytes of unknown intent through parser, mapping and all rule sets, then written
// back with what was kept. Built with -DAP_FUZZ=ON and clang. It must never crash, leak or hang, and what is written
// must be XML that can be read.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "adapters/xml/einvoice_reader.h"
#include "einvoice/write.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ap::Bytes bytes = std::as_bytes(std::span(data, size));
  for (ap::RuleSets rules : {ap::RuleSets::automatic, ap::RuleSets::peppol, ap::RuleSets::xrechnung})
    (void)ap::xml::read_einvoice(bytes, {.rules = rules}, {.bytes = 1u << 20});
  auto reading = ap::xml::read_einvoice(bytes, {.keep = true}, {.bytes = 1u << 20});
  if (!reading) return 0;
  ap::einvoice::Writing what{reading->invoice, reading->profile, &reading->kept};
  for (const std::string& text : {ap::einvoice::write_ubl(what), ap::einvoice::write_cii(what)})
    if (!ap::xml::read_einvoice(ap::as_bytes(text), {})) __builtin_trap();
  return 0;
}
