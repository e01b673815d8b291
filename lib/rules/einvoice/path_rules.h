// Rules that are data: a path that must not occur, or occur a number of times. Decided from the index of names in one
// pass over the candidates; a name that does not occur costs nothing.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "einvoice/tree.h"
#include "rules/einvoice/report.h"

namespace ap::rules {

enum class PathOp : std::uint8_t { absent, max, exactly };
// Where the first step stands: below the root, anywhere, or below any element whose name ends with the suffix.
enum class Anchor : std::uint8_t { root, any, suffix };
enum class Suffix : std::uint8_t {
  none,
  ID,
  Amount,
  Quantity,
  TradeTax,
  ReferencedDocument,
  DocumentContextParameter,
  BinaryObject
};

// Steps from outermost to innermost; the first `context_size` are where the rule is tested, once per such element.
// InvoiceLine stands for CreditNoteLine too. With an attribute, the last step is its element (none: any element).
struct PathRule {
  std::uint16_t row;
  PathOp op;
  std::uint8_t limit;
  Anchor anchor;
  Suffix suffix;
  einvoice::N attribute;
  std::uint8_t context_size, size;
  std::array<einvoice::N, 8> steps;
};

// A table of path rules made ready once per process: sorted by what they look for.
class PathRules {
 public:
  // Elements for which `excluded` is true are left out of the rules on attributes of all names with a suffix.
  using Excluded = bool (*)(const einvoice::Tree&, einvoice::NodeId);
  explicit PathRules(std::span<const PathRule> rules, Excluded excluded = nullptr);
  void evaluate(const einvoice::Tree& tree, Report& report) const;

 private:
  void by_element(const einvoice::Tree& tree, Report& report) const;
  void elements(const einvoice::Tree& tree, const PathRule& rule, Report& report) const;
  void exactly(const einvoice::Tree& tree, const PathRule& rule, Report& report) const;
  void attributes(const einvoice::Tree& tree, Report& report) const;

  Excluded excluded_;
  std::vector<PathRule> by_element_, exact_, by_attribute_;
  // Per name the index of its first rule in by_element_ and by_attribute_, and behind all names the end.
  std::vector<std::uint16_t> first_of_element_, first_of_attribute_;
};

// Whether a name ends with the suffix, ignoring namespaces.
bool has_suffix(const einvoice::Tree& tree, einvoice::N name, Suffix suffix);

}  // namespace ap::rules
