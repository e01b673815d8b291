#include "rules/einvoice/path_rules.h"

#include <algorithm>
#include <array>
#include <bit>

namespace ap::rules {
namespace {

using einvoice::Element;
using einvoice::kNoNode;
using einvoice::N;
using einvoice::Node;
using einvoice::NodeId;
using einvoice::Tree;

constexpr std::string_view kSuffixes[] = {
    "", "ID", "Amount", "Quantity", "TradeTax", "ReferencedDocument", "DocumentContextParameter", "BinaryObject"};

bool same(N step, N name) { return step == name || (step == N::InvoiceLine && name == N::CreditNoteLine); }

constexpr NodeId kNoMatch = kNoNode - 1;

// Follows the steps from `id` outwards. kNoMatch, or the element of the context (kNoNode where that is the root or
// none).
NodeId match(const Tree& tree, const PathRule& rule, NodeId id) {
  NodeId context = kNoNode;
  for (int step = rule.size - 1; step >= 0; --step) {
    if (id == kNoNode || !same(rule.steps[static_cast<std::size_t>(step)], tree.node(id).name)) return kNoMatch;
    if (step == rule.context_size - 1) context = id;
    id = tree.node(id).parent;
  }
  if (rule.anchor == Anchor::root) return id == 0 ? context : kNoMatch;
  if (rule.anchor == Anchor::suffix)
    return id != kNoNode && has_suffix(tree, tree.node(id).name, rule.suffix) ? id : kNoMatch;
  return context;
}

void candidates(const Tree& tree, const PathRule& rule, N last, Report& report) {
  NodeId context = kNoMatch;
  unsigned found = 0;
  for (NodeId id : tree.all(last)) {
    NodeId at = match(tree, rule, id);
    if (at == kNoMatch) continue;
    if (rule.op == PathOp::absent) {
      report.fire({rule.row}, tree.element(id));
      continue;
    }
    found = at == context ? found + 1 : 1;
    context = at;
    if (found == rule.limit + 1u) report.fire({rule.row}, tree.element(id));
  }
}

// Whether an attribute of this element is what the rule looks for.
bool hits(const Tree& tree, const PathRule& rule, NodeId id) {
  if (rule.anchor == Anchor::suffix && rule.size == 0) return has_suffix(tree, tree.node(id).name, rule.suffix);
  return match(tree, rule, id) != kNoMatch;
}

N last_step(const PathRule& rule) { return rule.steps[rule.size - 1]; }

// Sorts rules by a name; where in the list those of each name begin.
template <class NameOf>
std::vector<std::uint16_t> sorted(std::vector<PathRule>& rules, NameOf name_of) {
  std::ranges::stable_sort(rules, {}, name_of);
  std::vector<std::uint16_t> first(static_cast<std::size_t>(N::first_unknown) + 1);
  for (std::size_t name = 0, i = 0; name < first.size(); ++name) {
    while (i < rules.size() && static_cast<std::size_t>(name_of(rules[i])) < name) ++i;
    first[name] = static_cast<std::uint16_t>(i);
  }
  return first;
}

std::uint64_t bit_of(N name) { return 1ull << (static_cast<std::size_t>(name) % 64); }

// Per name of an element a bit for the name of each parent that one of them has; several names share a bit. Lines of
// invoices and of credit notes count for each other, as in same().
std::vector<std::uint64_t> parents_of_names(const Tree& tree) {
  std::vector<std::uint64_t> parents(static_cast<std::size_t>(N::first_unknown) + 1);
  for (NodeId id = 1; id < tree.size(); ++id) {
    const Node& node = tree.node(id);
    const N parent = tree.node(node.parent).name;
    std::uint64_t bits = bit_of(parent);
    if (parent == N::CreditNoteLine) bits |= bit_of(N::InvoiceLine);
    parents[static_cast<std::size_t>(std::min(node.name, N::first_unknown))] |= bits;
  }
  parents[static_cast<std::size_t>(N::InvoiceLine)] |= parents[static_cast<std::size_t>(N::CreditNoteLine)];
  return parents;
}

// False: no element stands in the parent that the rule speaks of.
bool may_match(const PathRule& rule, std::uint64_t parents) {
  return rule.size < 2 || (parents & bit_of(rule.steps[rule.size - 2u])) != 0;
}

}  // namespace

bool has_suffix(const Tree& tree, N name, Suffix suffix) {
  return tree.name(name).ends_with(kSuffixes[static_cast<std::size_t>(suffix)]);
}

PathRules::PathRules(std::span<const PathRule> rules, Excluded excluded) : excluded_(excluded) {
  for (const PathRule& rule : rules) {
    if (rule.attribute != N::none)
      by_attribute_.push_back(rule);
    else if (rule.op == PathOp::exactly)
      exact_.push_back(rule);
    else
      by_element_.push_back(rule);
  }
  first_of_attribute_ = sorted(by_attribute_, [](const PathRule& rule) { return rule.attribute; });
  first_of_element_ = sorted(by_element_, last_step);
}

void PathRules::elements(const Tree& tree, const PathRule& rule, Report& report) const {
  const N last = last_step(rule);
  candidates(tree, rule, last, report);
  if (last == N::InvoiceLine) candidates(tree, rule, N::CreditNoteLine, report);
}

// Needs the contexts, which may have none of what must be there.
void PathRules::exactly(const Tree& tree, const PathRule& rule, Report& report) const {
  PathRule context = rule;
  context.size = context.context_size = rule.context_size;
  auto test = [&](Element at) {
    std::size_t found = 0;
    std::vector<Element> level = {at}, next;
    for (std::size_t step = rule.context_size; step < rule.size; ++step) {
      next.clear();
      for (Element e : level)
        for (Element child : e.children(rule.steps[step])) next.push_back(child);
      std::swap(level, next);
      found = level.size();
    }
    if (found != rule.limit) report.fire({rule.row}, at);
  };
  if (rule.context_size == 0) return test(tree.root());
  N last = rule.steps[static_cast<std::size_t>(rule.context_size) - 1];
  for (N name : {last, last == N::InvoiceLine ? N::CreditNoteLine : N::none})
    for (NodeId id : tree.all(name))
      if (match(tree, context, id) != kNoMatch) test(tree.element(id));
}

void PathRules::attributes(const Tree& tree, Report& report) const {
  for (NodeId id = 0; id < tree.size(); ++id) {
    for (const einvoice::Attribute& attribute : tree.attributes(id)) {
      auto name = static_cast<std::size_t>(attribute.name);
      if (attribute.space != einvoice::Space::none || name >= static_cast<std::size_t>(N::first_unknown)) continue;
      for (std::size_t i = first_of_attribute_[name]; i < first_of_attribute_[name + 1]; ++i) {
        const PathRule& rule = by_attribute_[i];
        if (!hits(tree, rule, id)) continue;
        if (rule.anchor == Anchor::suffix && rule.size == 0 && excluded_ != nullptr && excluded_(tree, id)) continue;
        report.fire_attribute({rule.row}, tree.element(id), attribute.name);
      }
    }
  }
}

void PathRules::evaluate(const Tree& tree, Report& report) const {
  by_element(tree, report);
  for (const PathRule& rule : exact_) exactly(tree, rule, report);
  attributes(tree, report);
}

void PathRules::by_element(const Tree& tree, Report& report) const {
  // Of the many rules only those on names that the document has: a bit each.
  constexpr auto kNames = static_cast<std::size_t>(N::first_unknown);
  const std::vector<std::uint64_t> parents = parents_of_names(tree);
  std::array<std::uint64_t, kNames / 64 + 1> present{};
  auto note = [&](N name) {
    present[static_cast<std::size_t>(name) / 64] |= 1ull << (static_cast<std::size_t>(name) % 64);
  };
  for (NodeId id = 0; id < tree.size(); ++id) note(std::min(tree.node(id).name, N::first_unknown));
  if (!tree.all(N::CreditNoteLine).empty()) note(N::InvoiceLine);
  for (std::size_t word = 0; word < present.size(); ++word) {
    for (std::uint64_t bits = present[word]; bits != 0; bits &= bits - 1) {
      const std::size_t name = 64 * word + static_cast<std::size_t>(std::countr_zero(bits));
      if (name == kNames) return;
      for (std::size_t i = first_of_element_[name]; i < first_of_element_[name + 1]; ++i)
        if (may_match(by_element_[i], parents[name])) elements(tree, by_element_[i], report);
    }
  }
}

}  // namespace ap::rules
