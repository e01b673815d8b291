#include "einvoice/tree_builder.h"

#include <algorithm>
#include <cstring>

#include "core/short_text.h"

namespace ap::einvoice {
namespace {

constexpr std::size_t kMostUnknownNames = 20'000;

// Which spaces hold known names: a cbc:ID is N::ID, an ID in another namespace is not.
bool vocabulary(Syntax syntax, Space space) {
  if (is_ubl(syntax)) return space == Space::cac || space == Space::cbc || space == Space::ubl_ext;
  if (syntax == Syntax::cii) return space >= Space::ram || space == Space::cii;
  if (syntax == Syntax::zugferd1) return space >= Space::ram || space == Space::zugferd1;
  return false;
}

std::pair<std::string_view, std::string_view> split(std::string_view qualified) {
  auto colon = qualified.find(':');
  if (colon == std::string_view::npos) return {{}, qualified};
  return {qualified.substr(0, colon), qualified.substr(colon + 1)};
}

}  // namespace

TreeBuilder::TreeBuilder(std::size_t expected_elements) {
  tree_.nodes_.reserve(expected_elements + 1);
  tree_.attributes_.reserve(expected_elements / 3);
}

void TreeBuilder::begin(std::string_view qualified_name) {
  Node node;
  node.parent = open_;
  node.attributes = static_cast<std::uint32_t>(tree_.attributes_.size());
  open_ = static_cast<NodeId>(tree_.nodes_.size());
  tree_.nodes_.push_back(node);
  qualified_ = qualified_name;
}

void TreeBuilder::attribute(std::string_view name, std::string_view value) {
  if (name.starts_with("xmlns") && (name.size() == 5 || name[5] == ':')) {
    ++bindings_version_;
    bindings_.push_back({name.size() == 5 ? std::string_view() : name.substr(6), value, space_of(value), open_});
  } else {
    pending_.push_back({name, value});
  }
}

bool TreeBuilder::resolve(std::string_view prefix, Space& space) {
  for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
    if (!same_text(it->prefix, prefix)) continue;
    space = it->space;
    return true;
  }
  space = prefix == "xml" ? Space::other : Space::none;
  if (prefix.empty() || prefix == "xml") return true;
  failed_ = "the namespace prefix '" + std::string(prefix.substr(0, 40)) + "' is not declared";
  return false;
}

void TreeBuilder::settle_syntax() {
  Node& root = tree_.nodes_[0];
  std::string_view local = split(qualified_).second;
  Syntax& syntax = tree_.syntax_;
  if (root.space == Space::ubl_invoice && local == "Invoice") syntax = Syntax::ubl_invoice;
  if (root.space == Space::ubl_credit_note && local == "CreditNote") syntax = Syntax::ubl_credit_note;
  if (root.space == Space::cii && local == "CrossIndustryInvoice") syntax = Syntax::cii;
  if (root.space == Space::zugferd1 && local == "CrossIndustryDocument") syntax = Syntax::zugferd1;
}

N TreeBuilder::number(Space space, std::string_view local) {
  if (vocabulary(tree_.syntax_, space)) {
    N known = find_name(local);
    if (known != N::none) return known;
  }
  auto [it, fresh] = extra_.try_emplace({space, std::string(local)}, N::none);
  if (fresh) {
    std::size_t next = static_cast<std::size_t>(N::first_unknown) + tree_.extra_names_.size();
    if (tree_.extra_names_.size() < kMostUnknownNames)
      tree_.extra_names_.emplace_back(local);
    else
      --next;  // the rest share the last number
    it->second = static_cast<N>(next);
  }
  return it->second;
}

TreeBuilder::Met& TreeBuilder::met(std::string_view qualified) {
  std::uint64_t head = 0, tail = 0;
  const std::size_t size = qualified.size();
  if (size >= sizeof head) {
    std::memcpy(&head, qualified.data(), sizeof head);
    std::memcpy(&tail, qualified.data() + size - sizeof tail, sizeof tail);
  } else {
    for (char c : qualified) head = head << 8 | static_cast<unsigned char>(c);
  }
  return met_[((head ^ (tail * 0x9E3779B97F4A7C15) ^ size) * 0xD6E8FEB86659FD93) >> 56];
}

// The same few names come again and again.
bool TreeBuilder::name_element(Node& node) {
  Met& before = met(qualified_);
  if (before.bindings == bindings_version_ && same_text(before.qualified, qualified_)) {
    node.space = before.space;
    node.name = before.name;
    return true;
  }
  auto [prefix, local] = split(qualified_);
  if (!resolve(prefix, node.space)) return false;
  if (open_ == 0) settle_syntax();
  if (open_ == 0 && tree_.syntax_ != Syntax::unknown) node.name = find_name(local);
  if (node.name == N::none) node.name = number(node.space, local);
  if (open_ != 0) before = {qualified_, bindings_version_, node.name, node.space};
  return true;
}

bool TreeBuilder::opened() {
  Node& node = tree_.nodes_[open_];
  if (!name_element(node)) return false;
  bool foreign = tree_.syntax_ != Syntax::unknown && open_ != 0 &&
                 (!vocabulary(tree_.syntax_, node.space) || node.space == Space::ubl_ext);
  if (foreign_top_ == kNoNode && foreign) foreign_top_ = open_;
  if (foreign_top_ != kNoNode) write_start();
  for (const Pending& p : pending_) {
    auto [attribute_prefix, attribute_local] = split(p.name);
    Attribute attribute{N::none, Space::none, p.value};
    if (!attribute_prefix.empty() && !resolve(attribute_prefix, attribute.space)) return false;
    if (attribute.space == Space::none) attribute.name = find_name(attribute_local);
    if (attribute.name == N::none) attribute.name = number(Space::none, attribute_local);
    tree_.attributes_.push_back(attribute);
  }
  pending_.clear();
  return true;
}

// The start tag as it came; the topmost one with all namespaces in force.
void TreeBuilder::write_start() {
  if (foreign_bytes_ + foreign_.size() > kMostForeignBytes) tree_.foreign_complete_ = false;
  if (!tree_.foreign_complete_) return;
  foreign_.begin(qualified_);
  // Names without a prefix must not fall to the namespace of the document that this is put into.
  if (open_ == foreign_top_ && std::ranges::none_of(bindings_, [](const Binding& b) { return b.prefix.empty(); }))
    foreign_.attribute("xmlns", "");
  for (std::size_t i = 0; i < bindings_.size(); ++i) {
    const Binding& binding = bindings_[i];
    bool hidden = std::any_of(bindings_.begin() + static_cast<std::ptrdiff_t>(i) + 1, bindings_.end(),
                              [&](const Binding& later) { return later.prefix == binding.prefix; });
    if (hidden || (open_ != foreign_top_ && binding.at != open_)) continue;
    foreign_.attribute(binding.prefix.empty() ? "xmlns" : "xmlns:" + std::string(binding.prefix), binding.uri);
  }
  for (const Pending& p : pending_) foreign_.attribute(p.name, p.value);
  foreign_.opened();
}

void TreeBuilder::text(std::string_view text) {
  Node& node = tree_.nodes_[open_];
  if (text.empty()) return;
  if (foreign_top_ != kNoNode && tree_.foreign_complete_) foreign_.text(text);
  if (node.text_size != 0) {
    std::shared_ptr<std::string>& joined = joined_[open_];
    if (!joined) {
      joined = std::make_shared<std::string>(std::string(node.text, node.text_size));
      own(joined);
    }
    joined->append(text);
    text = *joined;
  }
  node.text = text.data();
  node.text_size = static_cast<std::uint32_t>(text.size());
}

void TreeBuilder::end() {
  NodeId closing = open_;
  tree_.nodes_[closing].end = static_cast<NodeId>(tree_.nodes_.size());
  for (; !bindings_.empty() && bindings_.back().at == closing; bindings_.pop_back()) ++bindings_version_;
  open_ = tree_.nodes_[closing].parent;
  if (foreign_top_ == kNoNode) return;
  if (tree_.foreign_complete_) foreign_.end();
  if (closing != foreign_top_) return;
  if (tree_.foreign_complete_) {
    foreign_bytes_ += foreign_.size();
    tree_.foreign_.push_back({closing, foreign_.take()});
  }
  foreign_top_ = kNoNode;
}

Tree TreeBuilder::finish() {
  Node sentinel;
  sentinel.attributes = static_cast<std::uint32_t>(tree_.attributes_.size());
  tree_.nodes_.push_back(sentinel);
  tree_.index();
  return std::move(tree_);
}

}  // namespace ap::einvoice
