#include "einvoice/xml_node.h"

#include <algorithm>

#include "einvoice/fragment.h"
#include "einvoice/tree_builder.h"

namespace ap::einvoice {
namespace {

struct Declared {
  std::string_view prefix, uri;
};

constexpr Declared kUblSpaces[] = {{"cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"},
                                   {"cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"}};
constexpr Declared kCiiSpaces[] = {
    {"rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"},
    {"ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"},
    {"qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"},
    {"udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"}};

// Visits a document in the order of the grammar. A sink has begin(prefix, name), attribute(prefix, name, value),
// opened(), text(view), end(had children).
template <class Sink>
class Emitter {
 public:
  Emitter(Syntax syntax, Sink& sink) : syntax_(syntax), ubl_(is_ubl(syntax)), sink_(sink) {}

  void run(const XmlNode& root) {
    sink_.begin(ubl_ ? "" : "rsm", name_text(root.name));
    if (ubl_)
      sink_.attribute("", "xmlns",
                      syntax_ == Syntax::ubl_credit_note ? "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
                                                         : "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2");
    for (const Declared& space : ubl_ ? std::span<const Declared>(kUblSpaces) : std::span<const Declared>(kCiiSpaces))
      sink_.attribute("xmlns", space.prefix, space.uri);
    sink_.opened();
    content(root, root_type(syntax_), 0);
    sink_.end(!root.children.empty());
  }

 private:
  void content(const XmlNode& node, const Type& type, int depth) {
    std::vector<std::pair<std::size_t, const XmlNode*>> ordered;
    auto list = children_of(ubl_, type);
    for (const XmlNode& child : node.children) {
      auto found = std::ranges::find(list, child.name, &Child::name);
      if (!child.fragment.empty()) {
        // Extensions of UBL have their place; what the grammar does not know goes to the end.
        ordered.emplace_back(found - list.begin(), &child);
        continue;
      }
      if (found == list.end() || found->kind == Kind::any) continue;
      auto place = static_cast<std::size_t>(found - list.begin());
      bool demanded = found->kind == Kind::aggregate && (type.mandatory >> place & 1) != 0;
      if (child.listed || demanded || !child.blank()) ordered.emplace_back(place, &child);
    }
    std::ranges::stable_sort(ordered, {}, &std::pair<std::size_t, const XmlNode*>::first);
    for (const auto& [place, child] : ordered) {
      if (child->fragment.empty())
        element(*child, list[place], depth);
      else
        sink_.fragment(child->fragment);
    }
  }

  void element(const XmlNode& node, const Child& rule, int depth) {
    std::string_view prefix = ubl_ ? (rule.kind == Kind::aggregate ? "cac" : "cbc") : depth == 0 ? "rsm" : "ram";
    open(node, prefix);
    if (rule.kind == Kind::aggregate) {
      content(node, type_of(ubl_, rule), depth + 1);
    } else if (!ubl_ && is_wrapped(rule.kind)) {
      for (const XmlNode& inner : node.children) {
        open(inner, rule.kind == Kind::formatted_date_time ? "qdt" : "udt");
        sink_.text(inner.text);
        sink_.end(false);
      }
    } else {
      sink_.text(node.text);
    }
    sink_.end(!node.children.empty());
  }

  void open(const XmlNode& node, std::string_view prefix) {
    sink_.begin(prefix, name_text(node.name));
    for (const auto& [attribute, value] : node.attributes) sink_.attribute("", name_text(attribute), value);
    sink_.opened();
  }

  const Syntax syntax_;
  const bool ubl_;
  Sink& sink_;
};

class TextSink {
 public:
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  void begin(std::string_view prefix, std::string_view name) {
    line();
    out += '<';
    names_.push_back(qualified(prefix, name));
    out += names_.back();
  }
  void attribute(std::string_view prefix, std::string_view name, std::string_view value) {
    out.append(" ").append(qualified(prefix, name)).append("=\"");
    append_escaped(out, value, true);
    out += '"';
  }
  void opened() { out += '>'; }
  void text(std::string_view text) { append_escaped(out, text, false); }
  void fragment(std::string_view text) {
    line();
    out += text;
  }
  void end(bool had_children) {
    std::string name = std::move(names_.back());
    names_.pop_back();
    if (had_children) line();
    out.append("</").append(name).append(">");
  }

 private:
  static std::string qualified(std::string_view prefix, std::string_view name) {
    return prefix.empty() ? std::string(name) : std::string(prefix) + ":" + std::string(name);
  }
  void line() { out.append("\n").append(names_.size() * 2, ' '); }
  std::vector<std::string> names_;
};

class TreeSink {
 public:
  TreeBuilder builder;

  void begin(std::string_view prefix, std::string_view name) { builder.begin(keep(prefix, name)); }
  void attribute(std::string_view prefix, std::string_view name, std::string_view value) {
    builder.attribute(keep(prefix, name), value);
  }
  void opened() { builder.opened(); }
  void text(std::string_view text) { builder.text(text); }
  void fragment(std::string_view) {}  // says nothing to the model
  void end(bool) { builder.end(); }
  Tree finish() {
    builder.own(names_);
    return builder.finish();
  }

 private:
  // The builder looks at names until opened(); a few are enough.
  std::string_view keep(std::string_view prefix, std::string_view name) {
    if (prefix.empty()) return name;
    return names_->emplace_back(std::string(prefix) + ":" + std::string(name));
  }
  std::shared_ptr<std::deque<std::string>> names_ = std::make_shared<std::deque<std::string>>();
};

}  // namespace

bool XmlNode::blank() const {
  return !listed && text.empty() && fragment.empty() && attributes.empty() && std::ranges::all_of(children, &XmlNode::blank);
}

XmlNode& XmlNode::add(N child_name) {
  XmlNode& node = children.emplace_back();
  node.name = child_name;
  return node;
}

XmlNode& XmlNode::nth(N wanted, std::size_t n) {
  for (XmlNode& node : children)
    if (node.name == wanted && --n == 0) return node;
  for (; n > 1; --n) add(wanted);
  return add(wanted);
}

void XmlNode::attribute(N attribute_name, std::string_view value) {
  if (value.empty()) return;
  for (auto& [name_of_one, old] : attributes)
    if (name_of_one == attribute_name) {
      old = value;
      return;
    }
  attributes.emplace_back(attribute_name, value);
}

std::string to_text(const XmlNode& root, Syntax syntax) {
  TextSink sink;
  Emitter<TextSink>(syntax, sink).run(root);
  return std::move(sink.out) + "\n";
}

Tree to_tree(const XmlNode& root, Syntax syntax) {
  TreeSink sink;
  Emitter<TreeSink>(syntax, sink).run(root);
  return sink.finish();
}

}  // namespace ap::einvoice
