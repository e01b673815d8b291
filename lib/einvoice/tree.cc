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
  for (NodeId i = 0; i < size(); ++i) ++name_begin_[bucket(nodes_[i]) + 1];
  for (std::size_t i = 1; i < name_begin_.size(); ++i) name_begin_[i] += name_begin_[i - 1];
  by_name_.resize(size());
  std::vector<std::uint32_t> next(name_begin_.begin(), name_begin_.end() - 1);
  for (NodeId i = 0; i < size(); ++i) by_name_[next[bucket(nodes_[i])]++] = i;
}

// Counts, below each element, how often each name occurs; one pass over all elements.
void Tree::count_places() const {
  places_.assign(size(), 0);
  std::size_t names = static_cast<std::size_t>(N::first_unknown) + extra_names_.size();
  std::vector<NodeId> last(names, kNoNode);  // the last sibling of a name so far
  std::vector<std::size_t> touched;
  for (NodeId parent = 0; parent < size(); ++parent) {
    touched.clear();
    for (NodeId i = parent + 1; i < nodes_[parent].end; i = nodes_[i].end) {
      auto name = static_cast<std::size_t>(nodes_[i].name);
      if (last[name] == kNoNode) {
        touched.push_back(name);
      } else {
        if (places_[last[name]] == 0) places_[last[name]] = 1;
        places_[i] = places_[last[name]] + 1;
      }
      last[name] = i;
    }
    for (std::size_t name : touched) last[name] = kNoNode;
  }
}

void Tree::append_step(std::string& out, NodeId id) const {
  out += '/';
  out += name(nodes_[id].name);
  if (places_[id] != 0) out.append(1, '[').append(std::to_string(places_[id])).append(1, ']');
}

std::string Tree::path(NodeId id) const {
  if (places_.empty()) count_places();
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
