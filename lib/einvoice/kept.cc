#include "einvoice/kept.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "einvoice/fragment.h"

namespace ap::einvoice {
namespace {

class Collector {
 public:
  Collector(const Tree& tree, const Mapping& mapping) : tree_(tree), mapping_(mapping), taken_(tree.size()) {
    for (NodeId id : mapping.taken) taken_[id] = true;
  }

  std::vector<KeptValue> run(bool& complete) {
    complete_ = tree_.foreign_complete();
    auto foreign = tree_.foreign().begin();
    for (NodeId id = 0; id < tree_.size() && (complete_ || !tree_.foreign_complete()); ++id) {
      if (foreign != tree_.foreign().end() && foreign->id == id) {
        keep(tree_.path(id), foreign->xml, true);
        id = tree_.node(id).end - 1;
        ++foreign;
        continue;
      }
      Element e = tree_.element(id);
      const std::string_view value = taken_[id] ? std::string_view() : e.trimmed();
      if (!value.empty() && !is_vat_of_a_field(e, value)) keep(tree_.path(id), value);
      for (const Attribute& attribute : e.attributes())
        if (attribute.space == Space::none && !(taken_[id] && goes_with_the_field(e, attribute)))
          keep(tree_.path(id, tree_.name(attribute.name)), attribute.value);
    }
    complete = complete_;
    return std::move(kept_);
  }

 private:
  // What a writer puts beside a field by itself.
  bool goes_with_the_field(Element e, const Attribute& attribute) const {
    if (attribute.name == N::currencyID) return trim(attribute.value) == mapping_.invoice.currency;
    if (attribute.name == N::format) return attribute.value == "102";
    if (attribute.name == N::unitCode)
      return e.name() == N::InvoicedQuantity || e.name() == N::CreditedQuantity || e.name() == N::BilledQuantity;
    return attribute.name == N::schemeID && e.parent().name() == N::SpecifiedTaxRegistration;
  }

  // The scheme VAT of a category or number that is a field.
  bool is_vat_of_a_field(Element e, std::string_view value) const {
    if (value != "VAT") return false;
    bool ubl = e.name() == N::ID && e.parent().name() == N::TaxScheme;
    if (!ubl && e.name() != N::TypeCode) return false;
    Element holder = ubl ? e.parent().parent() : e.parent();
    for (Element field : holder.children())
      if (taken_[field.id()]) return true;
    return false;
  }

  void keep(std::string path, std::string_view value, bool xml = false) {
    bytes_ += value.size() + path.size();
    complete_ &= kept_.size() < kMostKept && bytes_ <= kMostKeptBytes;
    if (complete_) kept_.push_back({std::move(path), std::string(value), xml});
  }

  const Tree& tree_;
  const Mapping& mapping_;
  std::vector<bool> taken_;
  std::vector<KeptValue> kept_;
  std::size_t bytes_ = 0;
  bool complete_ = true;
};

// "Note[2]" -> Note and 2.
std::pair<N, std::size_t> step_of(std::string_view step) {
  std::size_t place = 1;
  auto bracket = step.find('[');
  if (bracket != std::string_view::npos) std::from_chars(step.data() + bracket + 1, step.data() + step.size(), place);
  return {find_name(step.substr(0, bracket)), place};
}

// Takes the first step off a path that begins with '/'.
std::string_view take_step(std::string_view& path) {
  path.remove_prefix(1);
  auto slash = std::min(path.find('/'), path.size());
  std::string_view step = path.substr(0, slash);
  path.remove_prefix(slash);
  return step;
}

bool is_allowance(N name) { return name == N::AllowanceCharge || name == N::SpecifiedTradeAllowanceCharge; }

void drop_sums(XmlNode& node) {
  std::erase_if(node.children, [](const XmlNode& child) { return child.sum; });
}

void restore_one(XmlNode& root, const KeptValue& value) {
  std::string_view path = value.path;
  XmlNode* node = &root;
  while (!path.empty()) {
    std::string_view step = take_step(path);
    if (value.xml && path.empty()) {
      if (!is_one_element(value.value)) return;
      XmlNode& fragment = node->add(step == "UBLExtensions" ? N::UBLExtensions : N::none);
      fragment.fragment = value.value;
      return;
    }
    if (step.starts_with('@')) {
      N name = find_name(step.substr(1));
      bool set = std::ranges::any_of(node->attributes, [&](const auto& a) { return a.first == name; });
      if (name != N::none && !set) node->attribute(name, value.value);
      return;
    }
    auto [name, place] = step_of(step);
    if (name == N::none || place == 0 || place > kMostKept * 100) return;
    // The allowances of a line are one sum in the model; where the single ones are known they replace it.
    if (is_allowance(name)) drop_sums(*node);
    node = &node->nth(name, place);
  }
  if (node->text.empty() && node->children.empty()) node->text = value.value;
}

}  // namespace

std::vector<KeptValue> kept_values(const Tree& tree, const Mapping& mapping, bool& complete) {
  return Collector(tree, mapping).run(complete);
}

void restore(XmlNode& root, const std::vector<KeptValue>& kept) {
  for (const KeptValue& value : kept) {
    std::string_view path = value.path;
    if (!path.starts_with('/') || take_step(path) != name_text(root.name) || path.empty()) continue;
    restore_one(root, {std::string(path), value.value, value.xml});
  }
}

}  // namespace ap::einvoice
