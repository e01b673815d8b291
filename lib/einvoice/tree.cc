#include "einvoice/tree.h"

#include <algorithm>
#include <utility>

namespace ap::einvoice {
namespace {

constexpr std::pair<std::string_view, Space> kSpaces[] = {
    {"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", Space::ubl_invoice},
    {"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", Space::ubl_credit_note},
    {"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2", Space::cac},
    {"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2", Space::cbc},
    {"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2", Space::ubl_ext},
    {"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", Space::cii},
    {"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100", Space::ram},
    {"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100", Space::udt},
    {"urn:un:unece:uncefact:data:standard:QualifiedDataType:100", Space::qdt},
    {"urn:ferd:CrossIndustryDocument:invoice:1p0", Space::zugferd1},
    {"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12", Space::ram},
    {"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15", Space::udt},
    {"urn:un:unece:uncefact:data:standard:QualifiedDataType:12", Space::qdt},
};

constexpr auto kKnown = static_cast<std::size_t>(N::first_unknown);

}  // namespace

Space space_of(std::string_view uri) {
  if (uri.empty()) return Space::none;
  for (const auto& [text, space] : kSpaces)
    if (text == uri) return space;
  return Space::other;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::span<const NodeId> Tree::all(N name) const {
  auto index = static_cast<std::size_t>(name);
  if (index + 1 >= name_begin_.size()) return {};
  return std::span(by_name_).subspan(name_begin_[index], name_begin_[index + 1] - name_begin_[index]);
}

std::string_view Tree::name(N name) const {
  auto index = static_cast<std::size_t>(name), first = static_cast<std::size_t>(N::first_unknown);
  return index < first ? name_text(name) : std::string_view(extra_names_[index - first]);
}

// A counting sort by name: two passes, no allocation per name.
void Tree::index() {
  name_begin_.assign(kKnown + 2, 0);
  auto bucket = [](const Node& node) { return std::min<std::size_t>(static_cast<std::size_t>(node.name), kKnown); };
  for (NodeId i = 0; i < size(); ++i) ++name_begin_[bucket(nodes_[i])];
  // Where the group of each name ends; it is filled from there, until its beginning is left.
  std::uint32_t before = 0;
  for (std::uint32_t& count : name_begin_) count = before += count;
  by_name_.resize(size());
  for (auto i = static_cast<NodeId>(size()); i-- > 0;) by_name_[--name_begin_[bucket(nodes_[i])]] = i;
}

// Counts how often each name occurs among the children of an element.
void Tree::count_places(NodeId parent) const {
  constexpr NodeId kFew = 64;  // elements below it: those before are looked through
  const NodeId first = parent + 1, end = nodes_[parent].end;
  const std::size_t names = static_cast<std::size_t>(N::first_unknown) + extra_names_.size();
  std::vector<NodeId> last(end - first > kFew ? names : 0, kNoNode);  // the last sibling of a name so far
  for (NodeId i = first; i < end; i = nodes_[i].end) {
    NodeId before = kNoNode;
    if (last.empty()) {
      for (NodeId other = first; other != i; other = nodes_[other].end)
        if (nodes_[other].name == nodes_[i].name) before = other;
    } else {
      before = std::exchange(last[static_cast<std::size_t>(nodes_[i].name)], i);
    }
    places_[i] = 0;
    if (before == kNoNode) continue;
    if (places_[before] == 0) places_[before] = 1;
    places_[i] = places_[before] + 1;
  }
}

void Tree::append_step(std::string& out, NodeId id) const {
  if (places_[id] == kNotCounted) count_places(nodes_[id].parent);
  out += '/';
  out += name(nodes_[id].name);
  if (places_[id] != 0) out.append(1, '[').append(std::to_string(places_[id])).append(1, ']');
}

std::string Tree::path(NodeId id) const {
  if (places_.empty()) {
    places_.assign(size(), kNotCounted);
    places_[0] = 0;
  }
  NodeId parent = nodes_[id].parent;
  if (parent != last_parent_ || parent == kNoNode) {
    std::vector<NodeId> chain;
    for (NodeId i = parent; i != kNoNode; i = nodes_[i].parent) chain.push_back(i);
    last_path_.clear();
    for (auto it = chain.rbegin(); it != chain.rend(); ++it) append_step(last_path_, *it);
    last_parent_ = parent;
  }
  std::string out;
  out.reserve(last_path_.size() + 40);
  out = last_path_;
  append_step(out, id);
  return out;
}

}  // namespace ap::einvoice
