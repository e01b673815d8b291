// An XML document that is being made: elements by name, in any order; the grammar puts them in order and gives them
// their namespaces when the document is written. Plain values, not thread-safe while they change.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "einvoice/grammar.h"
#include "einvoice/tree.h"

namespace ap::einvoice {

struct XmlNode {
  N name = N::none;
  std::string text;
  std::string fragment;  // not "": this element is written as this text, which declares its own namespaces
  std::vector<std::pair<N, std::string>> attributes;
  std::deque<XmlNode> children;  // a deque: references to children stay valid while others are added
  bool sum = false;              // stands for several of the original that the model adds up

  bool listed = false;  // an entry of a list: written even when there is nothing in it

  // True when neither the element nor anything within says something.
  bool blank() const;

  // A new child.
  XmlNode& add(N child);
  // The first child of that name, or a new one.
  XmlNode& child(N wanted) { return nth(wanted, 1); }
  // The n-th child of that name, from 1; as many as are missing are added.
  XmlNode& nth(N wanted, std::size_t n);
  // child(a).child(b)...
  template <class... Rest>
  XmlNode& at(N first, Rest... rest) {
    if constexpr (sizeof...(rest) == 0)
      return child(first);
    else
      return child(first).at(rest...);
  }
  // Sets the text of at(path...), unless it is "".
  template <class... Path>
  XmlNode* put(std::string_view value, Path... path) {
    if (value.empty()) return nullptr;
    XmlNode& node = at(path...);
    node.text = value;
    return &node;
  }
  void attribute(N attribute_name, std::string_view value);
};

// The document as UTF-8 text with declaration and line ends, two blanks a level. Elements that the grammar does not
// have at their place are left out. Pure.
std::string to_text(const XmlNode& root, Syntax syntax);

// The document as a tree, as a parser would have built it from to_text(). The node must outlive the tree.
Tree to_tree(const XmlNode& root, Syntax syntax);

}  // namespace ap::einvoice
