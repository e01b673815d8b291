#include "adapters/xml/quick_parser.h"

#include <doctest/doctest.h>

#include <string>

using namespace ap;

namespace {

// Everything that a tree says.
std::string told(const einvoice::Tree& tree) {
  std::string out = std::to_string(static_cast<int>(tree.syntax()));
  for (einvoice::NodeId id = 0; id < tree.size(); ++id) {
    const einvoice::Node& node = tree.node(id);
    out += "\n" + std::string(tree.name(node.name)) + " " + std::to_string(static_cast<int>(node.space)) + " " +
           std::to_string(node.parent) + " " + std::to_string(node.end) + " [" + std::string(tree.element(id).text()) +
           "]";
    for (const einvoice::Attribute& attribute : tree.attributes(id))
      out += " @" + std::string(tree.name(attribute.name)) + "=[" + std::string(attribute.value) + "]";
  }
  for (const einvoice::Foreign& foreign : tree.foreign()) out += "\n" + std::to_string(foreign.id) + foreign.xml;
  return out;
}

std::optional<std::string> quickly(const std::string& document, const xml::XmlLimits& limits = {}) {
  auto text = xml::to_utf8(as_bytes(document));
  if (!text) return std::nullopt;
  auto tree = xml::parse_quickly(*text, limits);
  if (!tree) return std::nullopt;
  return told(*tree);
}

std::string invoice(const std::string& inner) {
  return "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' xmlns:a='urn:other' "
         "xmlns:b='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>" +
         inner + "</Invoice>";
}

}  // namespace

TEST_CASE("the short way gives the tree that the long way gives") {
  for (const std::string& document : {
           invoice(""),
           invoice("<b:ID>7</b:ID>"),
           invoice("<b:ID/>"),
           invoice("<b:ID  x = '1'\ty=\"2\" />"),
           invoice("<b:ID> </b:ID>"),
           invoice("<b:ID> <!-- c --> </b:ID>"),
           invoice(" <b:ID>7</b:ID> "),
           invoice("<b:Note>A<!-- c -->B</b:Note>"),
           invoice("<b:Note>A<b:ID/>B</b:Note>"),
           invoice("<b:Note> <b:ID/> </b:Note>"),
           invoice("<b:Note>A<b:ID/>B<!-- c --> </b:Note>"),
           invoice("<b:Note>A<!-- c --> </b:Note>"),
           invoice("<b:ID>a &lt;&amp;&gt; &quot;&apos; &#228;&#x20AC;&#x1F600;</b:ID>"),
           invoice("<b:ID x='&#10;&#13;&lt;\"'/>"),
           invoice("<b:ID x='a\r\nb\rc\td'>a\r\nb\rc</b:ID>"),
           invoice("<b:ID>]] ] ]&gt;</b:ID>"),
           invoice("<a:x a:y='1'>Grüße</a:x>"),
           invoice("<b:ID xmlns:b='urn:other'/><b:ID/>"),
           std::string("<?xml version='1.0' encoding='UTF-8'?>\n<!-- c -->\n") + invoice("") + "\n<!-- c -->\n",
       }) {
    CAPTURE(document);
    auto thoroughly = xml::parse_thoroughly(as_bytes(document));
    REQUIRE(thoroughly);
    auto tree = quickly(document);
    REQUIRE(tree);
    CHECK(*tree == told(*thoroughly));
  }
}

TEST_CASE("what the long way refuses the short way does not take") {
  for (const std::string& document : {
           std::string(),
           std::string("<a>"),
           std::string("</a>"),
           std::string("<a></b>"),
           std::string("<a></ab>"),
           std::string("<a/><b/>"),
           std::string("<a/>x"),
           std::string("<a/>>"),
           std::string("<a/> xy"),
           std::string("x<a/>"),
           std::string("<a b='1' b='2'/>"),
           std::string("<a b='1'c='2'/>"),
           std::string("<a b=1/>"),
           std::string("<a b/>"),
           std::string("<a b='<'/>"),
           std::string("<a b='1/>"),
           std::string("<a>&x;</a>"),
           std::string("<a>&#0;</a>"),
           std::string("<a>&#xD800;</a>"),
           std::string("<a>&</a>"),
           std::string("<a>]]></a>"),
           std::string("<a><!-- x -- y --></a>"),
           std::string("<a><!-- </a>"),
           std::string("<!DOCTYPE a><a/>"),
           std::string(" <?xml version='1.0'?><a/>"),
           std::string("<?xml?><a/>"),
           std::string("<x:a/>"),
           std::string("<a x:b='1'/>"),
           std::string("< a/>"),
           std::string("<a / >"),
           std::string("<1/>"),
           std::string("<a>\x01</a>"),
           std::string("<a>\xFF</a>"),
       }) {
    CAPTURE(document);
    CHECK_FALSE(xml::parse_thoroughly(as_bytes(document)));
    CHECK_FALSE(quickly(document));
  }
}

TEST_CASE("the short way keeps the limits") {
  xml::XmlLimits limits{.elements = 4, .depth = 2, .attributes = 2};
  CHECK(quickly("<a><b/></a>", limits));
  CHECK_FALSE(quickly("<a><b><c/></b></a>", limits));
  CHECK(quickly("<a><b/><b/><b/></a>", limits));
  CHECK_FALSE(quickly("<a><b/><b/><b/><b/></a>", limits));
  CHECK(quickly("<a b='1' c='2'/>", limits));
  CHECK_FALSE(quickly("<a b='1' c='2' d='3'/>", limits));
}

TEST_CASE("names and texts of every length end where they end, whatever stands behind them") {
  for (std::size_t length = 1; length <= 40; ++length) {
    const std::string long_name = "n" + std::string(length - 1, 'a'), text(length, 'x');
    for (const char* end : {"", " ", "\n", "&lt;", "]", "\xC3\xA4", "/", "-._:9"}) {
      const std::string document = invoice("<a:" + long_name + " " + long_name + "='" + text + "'>" + text + end +
                                           text + "</a:" + long_name + ">");
      CAPTURE(document);
      auto thoroughly = xml::parse_thoroughly(as_bytes(document));
      auto tree = quickly(document);
      REQUIRE(tree);
      REQUIRE(thoroughly);
      CHECK(*tree == told(*thoroughly));
    }
    for (const char* end : {"@", "[", "`", "{", "^", ",", ";", "\x7F", "\xC3\xA4", "=", "<", "\""})
      CHECK_FALSE(quickly(invoice("<" + long_name + end + "a></" + long_name + end + "a>")).has_value());
  }
}
