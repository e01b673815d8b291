// Builds a Tree from what an XML reader meets, in document order. Resolves namespace prefixes and numbers names.
//
// begin(qualified name), attribute(...) for each attribute of that element including xmlns, opened(), text, end().
// Views given must stay valid as long as the tree: hand their memory over with own(). Not thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "einvoice/fragment.h"
#include "einvoice/tree.h"

namespace ap::einvoice {

class TreeBuilder {
 public:
  explicit TreeBuilder(std::size_t expected_elements = 0);

  void begin(std::string_view qualified_name);
  void attribute(std::string_view qualified_name, std::string_view value);
  // Namespaces of the element and its attributes are settled here. False: a prefix is not declared; failed() says
  // which.
  bool opened();
  // Text of the open element; several pieces are joined.
  void text(std::string_view text);
  void end();

  void own(std::shared_ptr<const void> memory) { tree_.owners_.push_back(std::move(memory)); }
  std::size_t elements() const { return tree_.nodes_.size(); }
  const std::string& failed() const { return failed_; }
  std::size_t unknown_names() const { return tree_.extra_names_.size(); }

  // The tree; nothing may be added afterwards.
  Tree finish();

 private:
  struct Binding {
    std::string_view prefix, uri;
    Space space;
    NodeId at;  // the element that declares it
  };
  struct Pending {
    std::string_view name, value;
  };
  // What a qualified name of an element came to the last time, under the same namespaces.
  struct Met {
    std::string_view qualified;
    std::uint32_t bindings = 0;  // 0: nothing was met
    N name = N::none;
    Space space = Space::none;
  };
  Met& met(std::string_view qualified);
  bool name_element(Node& node);
  bool resolve(std::string_view prefix, Space& space);
  N number(Space space, std::string_view local);
  void settle_syntax();
  [[gnu::cold]] void write_start();

  Tree tree_;
  std::vector<Binding> bindings_;
  std::uint32_t bindings_version_ = 1;  // another one when bindings_ changes
  std::array<Met, 256> met_;
  std::vector<Pending> pending_;
  std::string_view qualified_;
  NodeId open_ = kNoNode;
  std::map<std::pair<Space, std::string>, N> extra_;
  std::unordered_map<NodeId, std::shared_ptr<std::string>> joined_;  // texts that came in pieces
  std::string failed_;
  FragmentWriter foreign_;         // of the foreign element that is open
  NodeId foreign_top_ = kNoNode;   // its topmost element
  std::size_t foreign_bytes_ = 0;  // of those that are done
};

}  // namespace ap::einvoice
