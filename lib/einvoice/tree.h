// A read-only XML tree as the mapping and the rules need it: elements in document order, names as numbers, attributes,
// text. What the XML reader built stays unchanged; texts are views into memory that the tree owns.
//
// Compact (32 bytes an element) and without recursion: a document of any depth is walked by index. Element and Tree
// are small values; the tree must outlive its elements. Several threads may read a finished tree, except for path(),
// which remembers what it worked out.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "einvoice/names.h"

namespace ap::einvoice {

// Namespaces by what they mean. ZUGFeRD 1 uses older versions of the three below rsm; they are the same here.
enum class Space : std::uint8_t {
  none,
  other,
  ubl_invoice,
  ubl_credit_note,
  cac,
  cbc,
  ubl_ext,
  cii,
  zugferd1,
  ram,
  udt,
  qdt
};

Space space_of(std::string_view uri);

enum class Syntax : std::uint8_t { unknown, ubl_invoice, ubl_credit_note, cii, zugferd1 };
inline bool is_ubl(Syntax syntax) { return syntax == Syntax::ubl_invoice || syntax == Syntax::ubl_credit_note; }

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;
inline constexpr std::size_t kMostForeignBytes = 256 * 1024;

struct Attribute {
  N name = N::none;
  Space space = Space::none;
  std::string_view value;
};

struct Node {
  const char* text = nullptr;  // own text without that of children
  std::uint32_t text_size = 0;
  NodeId parent = kNoNode;
  NodeId end = 0;                // one past the last descendant
  std::uint32_t attributes = 0;  // index of the first; they end where those of the next node begin
  N name = N::none;
  Space space = Space::none;
};

// An element outside the vocabulary of its syntax, or an extension of UBL, with all that is in it, as XML text.
struct Foreign {
  NodeId id = kNoNode;
  std::string xml;
};

class Tree;

// One element, or nothing: a missing element has no text, no children and is false, so that paths can be followed
// without asking at each step.
class Element {
 public:
  Element() = default;
  Element(const Tree& tree, NodeId id) : tree_(&tree), id_(id) {}
  explicit operator bool() const { return id_ != kNoNode; }
  bool operator==(const Element& other) const { return id_ == other.id_; }

  NodeId id() const { return id_; }
  const Tree& tree() const { return *tree_; }
  N name() const;
  Space space() const;
  std::string_view text() const;     // as it stands
  std::string_view trimmed() const;  // without blanks around
  bool blank() const { return trimmed().empty(); }
  Element parent() const;
  Element first_child() const;
  Element next() const;         // next sibling
  Element child(N name) const;  // first of that name
  Element next_same() const;    // next sibling of the same name
  std::size_t count(N name) const;
  bool has_children() const;
  // The value of an attribute without namespace; nullptr data where there is none, so "" and absent differ.
  std::string_view attribute(N name) const;
  bool has(N name) const { return attribute(name).data() != nullptr; }
  std::span<const Attribute> attributes() const;

  // First element along first children of these names: e(N::Party, N::PostalAddress).
  template <class... Rest>
  Element operator()(N name, Rest... rest) const {
    Element found = child(name);
    if constexpr (sizeof...(rest) == 0)
      return found;
    else
      return found(rest...);
  }

  class Iterator;
  struct Range;
  Range children(N name) const;  // all of that name, in order
  Range children() const;

 private:
  const Tree* tree_ = nullptr;
  NodeId id_ = kNoNode;
};

class Tree {
 public:
  Element root() const { return nodes_.size() > 1 ? Element(*this, 0) : Element(); }
  Syntax syntax() const { return syntax_; }
  std::size_t size() const { return nodes_.size() - 1; }
  const Node& node(NodeId id) const { return nodes_.data()[id]; }  // ids come from this tree: not checked again
  Element element(NodeId id) const { return Element(*this, id); }
  std::span<const Attribute> attributes(NodeId id) const {
    return std::span(attributes_).subspan(nodes_[id].attributes, nodes_[id + 1].attributes - nodes_[id].attributes);
  }
  std::span<const Attribute> all_attributes() const { return attributes_; }

  // All elements of a known name in document order.
  std::span<const NodeId> all(N name) const;

  std::string_view name(N name) const;

  // The topmost foreign elements in document order. Beyond kMostForeignBytes of text the rest is left out, and
  // foreign_complete() is false.
  const std::vector<Foreign>& foreign() const { return foreign_; }
  bool foreign_complete() const { return foreign_complete_; }

  // "/Invoice/InvoiceLine[2]/ID": local names, with a place where siblings share a name. Costs nothing until asked.
  std::string path(NodeId id) const;
  std::string path(NodeId id, std::string_view attribute) const { return path(id) + "/@" + std::string(attribute); }

 private:
  friend class TreeBuilder;
  Tree() = default;
  void index();
  void count_places(NodeId parent) const;
  void append_step(std::string& out, NodeId id) const;

  std::vector<Node> nodes_;  // and one sentinel, so that the attributes of the last have an end
  std::vector<Attribute> attributes_;
  std::vector<NodeId> by_name_;            // grouped by name
  std::vector<std::uint32_t> name_begin_;  // where the group of a name begins
  std::vector<std::string> extra_names_;   // of N::first_unknown and up
  std::vector<std::shared_ptr<const void>> owners_;
  std::vector<Foreign> foreign_;
  bool foreign_complete_ = true;
  Syntax syntax_ = Syntax::unknown;
  mutable NodeId last_parent_ = kNoNode;  // whose path is in last_path_: fields of one group follow each other
  mutable std::string last_path_;
  // 0: alone of its name among its siblings, otherwise its place from 1; kNotCounted until path() meets one of them.
  static constexpr std::uint32_t kNotCounted = 0xFFFFFFFF;
  mutable std::vector<std::uint32_t> places_;
};

// Blanks of XML: space, tab, line feed, carriage return.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
std::string_view trim(std::string_view text);

inline N Element::name() const { return id_ == kNoNode ? N::none : tree_->node(id_).name; }
inline Space Element::space() const { return id_ == kNoNode ? Space::none : tree_->node(id_).space; }
inline std::string_view Element::text() const {
  if (id_ == kNoNode) return {};
  const Node& node = tree_->node(id_);
  return {node.text, node.text_size};
}
inline std::string_view Element::trimmed() const { return trim(text()); }
inline Element Element::parent() const { return id_ == kNoNode ? Element() : Element(*tree_, tree_->node(id_).parent); }
inline bool Element::has_children() const { return id_ != kNoNode && tree_->node(id_).end > id_ + 1; }
inline Element Element::first_child() const { return has_children() ? Element(*tree_, id_ + 1) : Element(); }
inline Element Element::next() const {
  if (id_ == kNoNode) return {};
  const Node& node = tree_->node(id_);
  if (node.parent == kNoNode || node.end >= tree_->node(node.parent).end) return {};
  return {*tree_, node.end};
}
inline Element Element::child(N name) const {
  if (id_ == kNoNode) return {};
  NodeId end = tree_->node(id_).end;
  for (NodeId i = id_ + 1; i < end; i = tree_->node(i).end)
    if (tree_->node(i).name == name) return {*tree_, i};
  return {};
}
inline Element Element::next_same() const {
  Element other = next();
  while (other && other.name() != name()) other = other.next();
  return other;
}
inline std::string_view Element::attribute(N name) const {
  if (id_ == kNoNode) return {};
  for (const Attribute& a : tree_->attributes(id_))
    if (a.name == name && a.space == Space::none) return a.value;
  return {};
}
inline std::span<const Attribute> Element::attributes() const {
  return id_ == kNoNode ? std::span<const Attribute>() : tree_->attributes(id_);
}

class Element::Iterator {
 public:
  Iterator(Element at, bool any) : at_(at), any_(any) {}
  Element operator*() const { return at_; }
  Iterator& operator++() {
    at_ = any_ ? at_.next() : at_.next_same();
    return *this;
  }
  bool operator!=(const Iterator& other) const { return !(at_ == other.at_); }

 private:
  Element at_;
  bool any_;
};

struct Element::Range {
  Element first;
  bool any = false;
  Iterator begin() const { return {first, any}; }
  Iterator end() const { return {Element(), any}; }
};

inline Element::Range Element::children(N name) const { return {child(name), false}; }
inline Element::Range Element::children() const { return {first_child(), true}; }
inline std::size_t Element::count(N name) const {
  std::size_t n = 0;
  for (Element e = child(name); e; e = e.next_same()) ++n;
  return n;
}

}  // namespace ap::einvoice
