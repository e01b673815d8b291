#include "adapters/xml/parser.h"

#include <doctest/doctest.h>

#include <string>

using namespace ap;
using einvoice::N;

namespace {

const std::string kNamespaces =
    "xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' "
    "xmlns:a='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2' "
    "xmlns:b='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'";

std::string invoice(const std::string& inner) { return "<Invoice " + kNamespaces + ">" + inner + "</Invoice>"; }

ReadFailure failure_of(const std::string& xml, const xml::XmlLimits& limits = {}) {
  auto tree = xml::parse_xml(as_bytes(xml), limits);
  REQUIRE_FALSE(tree.has_value());
  return tree.error();
}

bool says(const ReadFailure& failure, std::string_view word) { return failure.message.find(word) != std::string::npos; }

std::string utf16(const std::string& ascii, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (char c : ascii) {
    if (big_endian) out += '\0';
    out += c;
    if (!big_endian) out += '\0';
  }
  return out;
}

}  // namespace

TEST_CASE("names are told apart by namespace, not by prefix") {
  auto tree = xml::parse_xml(as_bytes(invoice("<b:ID>right</b:ID><x:ID xmlns:x='urn:other'>wrong</x:ID>")));
  REQUIRE(tree);
  CHECK(tree->syntax() == einvoice::Syntax::ubl_invoice);
  CHECK(tree->root()(N::ID).text() == "right");
  CHECK(tree->root().count(N::ID) == 1);
}

TEST_CASE("an inner declaration of a prefix holds for its element only") {
  auto tree = xml::parse_xml(as_bytes(invoice("<b:Note xmlns:b='urn:other'/><b:ID>7</b:ID>")));
  REQUIRE(tree);
  CHECK(tree->root().count(N::Note) == 0);
  CHECK(tree->root()(N::ID).text() == "7");
}

TEST_CASE("text that comments and CDATA sections cut into pieces is one text") {
  auto tree = xml::parse_xml(as_bytes(invoice("<b:ID>A<!-- x -->B<![CDATA[&C]]></b:ID>")));
  REQUIRE(tree);
  CHECK(tree->root()(N::ID).text() == "AB&C");
}

TEST_CASE("a path counts only siblings that share a name") {
  auto tree = xml::parse_xml(as_bytes(invoice(
      "<b:ID>1</b:ID><a:InvoiceLine><b:ID>1</b:ID></a:InvoiceLine><a:InvoiceLine><b:ID>2</b:ID></a:InvoiceLine>")));
  REQUIRE(tree);
  CHECK(tree->path(tree->root()(N::ID).id()) == "/Invoice/ID");
  CHECK(tree->path(tree->root()(N::InvoiceLine).next_same()(N::ID).id()) == "/Invoice/InvoiceLine[2]/ID");
}

TEST_CASE("places are the same in groups of few and of many elements") {
  for (int lines : {1, 2, 20, 30, 200}) {
    std::string content = "<b:ID>1</b:ID>";
    for (int i = 0; i < lines; ++i)
      content += "<a:InvoiceLine><b:ID>x</b:ID><b:Note>a</b:Note><b:Note>b</b:Note></a:InvoiceLine><b:Note>" +
                 std::to_string(i) + "</b:Note>";
    auto tree = xml::parse_xml(as_bytes(invoice(content)));
    REQUIRE(tree);
    int place = 0;
    for (auto line : tree->root().children(N::InvoiceLine)) {
      ++place;
      const std::string path =
          lines == 1 ? "/Invoice/InvoiceLine" : "/Invoice/InvoiceLine[" + std::to_string(place) + "]";
      CHECK(tree->path(line(N::ID).id()) == path + "/ID");
      CHECK(tree->path(line(N::Note).next_same().id()) == path + "/Note[2]");
      CHECK(tree->path(line.id()) == path);
    }
    CHECK(tree->path(tree->root()(N::ID).id()) == "/Invoice/ID");
  }
}

TEST_CASE("a document type is refused, with and without entities") {
  CHECK(says(failure_of("<!DOCTYPE Invoice><Invoice/>"), "DOCTYPE"));
  CHECK(says(failure_of("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"), "DOCTYPE"));
}

TEST_CASE("a reference to an unknown entity is refused, in a CDATA section it is text") {
  CHECK(says(failure_of(invoice("<b:ID>&evil;</b:ID>")), "reference"));
  CHECK(says(failure_of(invoice("<b:ID>&#0;</b:ID>")), "reference"));
  CHECK(xml::parse_xml(as_bytes(invoice("<b:ID><![CDATA[a & b]]>&amp;&#228;</b:ID><!-- & -->"))));
}

TEST_CASE("broken text is refused with its place") {
  CHECK(says(failure_of(invoice("<b:ID>\xC3(</b:ID>")), "UTF-8"));
  CHECK(says(failure_of(invoice("<b:ID>\xED\xA0\x80</b:ID>")), "UTF-8"));
  CHECK(says(failure_of(invoice(std::string("<b:ID>a\0b</b:ID>", 16))), "null byte"));
  CHECK(says(failure_of(invoice("<b:ID>\x01</b:ID>")), "control"));
}

TEST_CASE("UTF-16 and Latin-1 are read") {
  for (bool big : {true, false}) {
    auto tree = xml::parse_xml(as_bytes(utf16(invoice("<b:ID>42</b:ID>"), big)));
    REQUIRE(tree);
    CHECK(tree->root()(N::ID).text() == "42");
  }
  auto latin = xml::parse_xml(as_bytes("<?xml version='1.0' encoding='ISO-8859-1'?>" + invoice("<b:ID>\xE4</b:ID>")));
  REQUIRE(latin);
  CHECK(latin->root()(N::ID).text() == "\xC3\xA4");
  CHECK(says(failure_of("<?xml version='1.0' encoding='EBCDIC'?><a/>"), "EBCDIC"));
  CHECK(says(failure_of("<?xml version='1.0' encoding='UTF-16'?><a/>"), "UTF-16"));
}

TEST_CASE("UTF-16 that declares another encoding is refused, unless it declares UTF-8") {
  auto wide = [](std::string_view text) {
    std::string out = "\xFF\xFE";
    for (char c : text) out += {c, '\0'};
    return out;
  };
  CHECK(xml::parse_xml(as_bytes(wide("<?xml version='1.0' encoding='UTF-16'?><a/>"))));
  CHECK(xml::parse_xml(as_bytes(wide("<?xml version='1.0' encoding='utf-8'?><a/>"))));
  CHECK(xml::parse_xml(as_bytes(wide("<a/>"))));
  CHECK(
      says(failure_of(wide("<?xml version='1.0' encoding='windows-1252'?><a/>")), "'WINDOWS-1252', but it is UTF-16"));
}

TEST_CASE("depth, attributes and bytes have limits") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  CHECK(failure_of(deep).kind == ReadFailureKind::resource_limit);
  std::string many = "<a";
  for (int i = 0; i < 1'000; ++i) many += " a" + std::to_string(i) + "=''";
  CHECK(failure_of(many + "/>").kind == ReadFailureKind::resource_limit);
  CHECK(failure_of(invoice(""), {.bytes = 10}).kind == ReadFailureKind::resource_limit);
}

TEST_CASE("what is not well-formed is refused") {
  CHECK(failure_of("").kind == ReadFailureKind::unreadable);
  CHECK(failure_of("%PDF-1.7").kind == ReadFailureKind::unreadable);
  CHECK(failure_of("<a><b></a>").kind == ReadFailureKind::unreadable);
  CHECK(failure_of("<a/><b/>").kind == ReadFailureKind::unreadable);
  CHECK(says(failure_of("<p:a/>"), "prefix 'p'"));
  CHECK(says(failure_of("<a x='1' y='2' x='3'/>"), "the attribute 'x' twice"));
  CHECK(says(failure_of("<a/>more"), "text outside the root"));
  CHECK(says(failure_of("<?xml version='1.0'?>more<a/>"), "text outside the root"));
  CHECK(says(failure_of("<!-- only a comment -->"), "no root element"));
  CHECK(xml::parse_xml(as_bytes("<?xml version='1.0'?> <!-- c -->\n<a x='1' y='1'/>\n<!-- c --> ")));
}

TEST_CASE("markup that the parser alone would let pass is refused with its place") {
  CHECK(says(failure_of("<a>1]]>2</a>"), "']]>' stands in the text at byte 4"));
  CHECK(says(failure_of("<a x='1<2'/>"), "'<' stands in the value of an attribute at byte 7"));
  CHECK(says(failure_of("<a x='1'y='2'/>"), "no blank behind the value of an attribute"));
  CHECK(says(failure_of("<a><!-- 1 -- 2 --></a>"), "a comment has '--' in it"));
  CHECK(says(failure_of("<a>1<?xml version='1.0'?>2</a>"), "an XML declaration does not stand at the start"));
  CHECK(says(failure_of(" <?xml version='1.0'?><a/>"), "an XML declaration does not stand at the start"));
  CHECK(says(failure_of("<?XML version='1.0'?><a/>"), "an XML declaration does not stand at the start"));
  CHECK(says(failure_of("<a><? b?></a>"), "a processing instruction has no name"));
  CHECK(says(failure_of("<a x='&b;'/>"), "begins no reference"));
  for (const char* declaration :
       {"", " encoding='UTF-8'", " version='2.0'", " version='1.'", " version='1.0' encoding=''",
        " version='1.0'encoding='UTF-8'", " version='1.0' standalone='true'", " version='1.0' encoding='UTF-8' x='1'",
        " version=1.0", " version='1.0"}) {
    INFO(declaration);
    CHECK(says(failure_of("<?xml" + std::string(declaration) + "?><a/>"), "XML declaration"));
  }
}

TEST_CASE("what looks like such markup and is none is read") {
  for (const char* text : {"<?xml version=\"1.1\" encoding='UTF-8' standalone='no' ?><a/>", "<a>]]&gt;</a>",
                           "<a><![CDATA[1]]></a>", "<a x=']]>' y='>' z='&lt;'/>", "<a><!-- ]]> < & --></a>",
                           "<a><?b ]]> < & ?></a>", "<a><?xml-stylesheet b?></a>", "<a><![CDATA[<?xml?> -- & <]]></a>",
                           "<a x = '1' />", "<a x='--'><b x=\"'\"/></a>"}) {
    INFO(text);
    CHECK(xml::parse_xml(as_bytes(text)));
  }
}
