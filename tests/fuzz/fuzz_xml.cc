// libFuzzer target for the two ways from XML to its tree: what the short way takes the long way must take as well, and
// the trees must be the same. Built with -DAP_FUZZ=ON and clang.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "adapters/xml/parser.h"
#include "adapters/xml/quick_parser.h"

namespace {

// Everything that a tree says.
std::string told(const ap::einvoice::Tree& tree) {
  std::string out = std::to_string(static_cast<int>(tree.syntax()));
  for (ap::einvoice::NodeId id = 0; id < tree.size(); ++id) {
    const ap::einvoice::Node& node = tree.node(id);
    out += "\n" + std::string(tree.name(node.name)) + " " + std::to_string(static_cast<int>(node.space)) + " " +
           std::to_string(node.parent) + " " + std::to_string(node.end) + " [" + std::string(tree.element(id).text()) +
           "]";
    for (const ap::einvoice::Attribute& attribute : tree.attributes(id))
      out += " @" + std::string(tree.name(attribute.name)) + "=[" + std::string(attribute.value) + "]";
  }
  for (const ap::einvoice::Foreign& foreign : tree.foreign()) out += "\n" + std::to_string(foreign.id) + foreign.xml;
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ap::Bytes bytes = std::as_bytes(std::span(data, size));
  auto text = ap::xml::to_utf8(bytes);
  if (!text) return 0;
  auto quickly = ap::xml::parse_quickly(*text, {});
  if (!quickly) return 0;
  auto thoroughly = ap::xml::parse_thoroughly(bytes);
  if (!thoroughly || told(*quickly) != told(*thoroughly)) __builtin_trap();
  return 0;
}
