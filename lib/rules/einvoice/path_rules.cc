#include "rules/einvoice/path_rules.h"

#include <algorithm>

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
  std::stable_sort(by_attribute_.begin(), by_attribute_.end(),
                   [](const PathRule& a, const PathRule& b) { return a.attribute < b.attribute; });
  first_of_attribute_.resize(static_cast<std::size_t>(N::first_unknown) + 1);
  for (std::size_t name = 0, i = 0; name < first_of_attribute_.size(); ++name) {
    while (i < by_attribute_.size() && static_cast<std::size_t>(by_attribute_[i].attribute) < name) ++i;
    first_of_attribute_[name] = static_cast<std::uint16_t>(i);
  }
}

void PathRules::elements(const Tree& tree, const PathRule& rule, Report& report) const {
  N last = rule.steps[rule.size - 1];
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
  for (const PathRule& rule : by_element_) elements(tree, rule, report);
  for (const PathRule& rule : exact_) exactly(tree, rule, report);
  attributes(tree, report);
}

}  // namespace ap::rules
