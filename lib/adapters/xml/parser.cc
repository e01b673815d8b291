#include "adapters/xml/parser.h"

#include <cstring>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "adapters/xml/encoding.h"
#include "adapters/xml/markup.h"
#include "adapters/xml/quick_parser.h"
#include "einvoice/tree_builder.h"

namespace ap::xml {
namespace {

using einvoice::Tree;
using einvoice::TreeBuilder;

ReadFailure unreadable(const std::string& what) {
  return {ReadFailureKind::unreadable,
          "not well-formed XML: " + what + "; ask the sender for a new copy of the document"};
}

ReadFailure too_much(const std::string& what, std::size_t limit) {
  return {ReadFailureKind::resource_limit, "the XML has more than " + std::to_string(limit) + " " + what +
                                               ", which no invoice needs; raise the limit if you trust the sender"};
}

ReadFailure document_type() {
  return {ReadFailureKind::unreadable,
          "the XML declares a document type (DOCTYPE), which e-invoices never need and attacks do; "
          "ask the sender for the document without it"};
}

class Walker {
 public:
  Walker(TreeBuilder& builder, const XmlLimits& limits) : builder_(builder), limits_(limits) {}

  // Hands one element with its attributes and direct text to the builder.
  bool enter(pugi::xml_node node) {
    if (++depth_ > limits_.depth) return fail(too_much("levels", limits_.depth));
    if (builder_.elements() >= limits_.elements) return fail(too_much("elements", limits_.elements));
    builder_.begin(node.name());
    std::size_t count = 0;
    for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
      if (++count > limits_.attributes) return fail(too_much("attributes on one element", limits_.attributes));
      for (pugi::xml_attribute b = node.first_attribute(); b != a; b = b.next_attribute())
        if (std::strcmp(a.name(), b.name()) == 0)
          return fail(unreadable(std::string("an element has the attribute '") + std::string(a.name()).substr(0, 40) +
                                 "' twice"));
      builder_.attribute(a.name(), a.value());
    }
    if (!builder_.opened()) return fail(unreadable(builder_.failed()));
    if (*node.value() != '\0') builder_.text(node.value());
    return true;
  }

  // Depth first without recursion: down, else to the next sibling, else up.
  bool walk(pugi::xml_node root) {
    if (!enter(root)) return false;
    pugi::xml_node node = root.first_child(), open = root;
    while (true) {
      if (!node) {
        builder_.end();
        --depth_;
        if (open == root) return true;
        node = open.next_sibling();
        open = open.parent();
        continue;
      }
      if (node.type() == pugi::node_element) {
        if (!enter(node)) return false;
        open = node;
        node = node.first_child();
        continue;
      }
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) builder_.text(node.value());
      node = node.next_sibling();
    }
  }

  const ReadFailure& failure() const { return failure_; }

 private:
  bool fail(ReadFailure failure) {
    failure_ = std::move(failure);
    return false;
  }

  TreeBuilder& builder_;
  const XmlLimits& limits_;
  std::size_t depth_ = 0;
  ReadFailure failure_;
};

constexpr unsigned kParse = pugi::parse_escapes | pugi::parse_eol | pugi::parse_cdata | pugi::parse_wconv_attribute |
                            pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata | pugi::parse_doctype |
                            pugi::parse_fragment;  // so that text outside the root element is seen, and refused

std::optional<ReadFailure> check_document(const pugi::xml_document& document) {
  int roots = 0;
  for (pugi::xml_node node : document.children()) {
    if (node.type() == pugi::node_doctype) return document_type();
    if (node.type() == pugi::node_element && ++roots > 1) return unreadable("there is more than one root element");
    bool text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
    if (text && !einvoice::trim(node.value()).empty()) return unreadable("there is text outside the root element");
  }
  return std::nullopt;
}

// pugixml puts the end of the text in the place of its last byte, so that text of one byte behind the root element is
// not seen. A document ends with a tag, a comment or an instruction, whose '>' no other '>' stands before.
bool ends_with_text(std::string_view text) {
  if (text.empty() || einvoice::is_blank(text.back())) return false;
  return text.back() != '>' || einvoice::trim(text.substr(0, text.size() - 1)).ends_with('>');
}

}  // namespace

std::expected<Tree, ReadFailure> parse_xml(Bytes bytes, const XmlLimits& limits) {
  if (bytes.size() > limits.bytes) return std::unexpected(too_much("bytes", limits.bytes));
  if (auto text = to_utf8(bytes))
    if (auto tree = parse_quickly(*text, limits)) return std::move(*tree);
  return parse_thoroughly(bytes, limits);
}

std::expected<Tree, ReadFailure> parse_thoroughly(Bytes bytes, const XmlLimits& limits) {
  if (bytes.size() > limits.bytes) return std::unexpected(too_much("bytes", limits.bytes));
  auto text = to_utf8(bytes);
  if (!text) return std::unexpected(unreadable(text.error()));
  if (auto fault = markup_fault({text->data.get(), text->size}))
    return std::unexpected(fault->document_type ? document_type() : unreadable(fault->what));

  const bool stray_end = ends_with_text({text->data.get(), text->size});
  pugi::xml_document document;
  pugi::xml_parse_result result =
      document.load_buffer_inplace(text->data.get(), text->size, kParse, pugi::encoding_utf8);
  if (auto failure = check_document(document)) return std::unexpected(*failure);
  if (!result)
    return std::unexpected(unreadable(std::string(result.description()) + " at byte " + std::to_string(result.offset)));
  if (!document.document_element()) return std::unexpected(unreadable("there is no root element"));
  if (stray_end) return std::unexpected(unreadable("there is text outside the root element"));

  TreeBuilder builder(text->size / 48);
  builder.own(text->data);
  Walker walker(builder, limits);
  if (!walker.walk(document.document_element())) return std::unexpected(walker.failure());
  return builder.finish();
}

}  // namespace ap::xml
