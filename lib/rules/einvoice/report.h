// Collects what the rules of one table say about one document: findings, rules that could not run.
//
// A rule that meets a value it cannot compute with (an amount that is no number) counts as not run for the whole
// document and gives no finding; the structure check names the value. Not thread-safe; one Report belongs to one
// evaluation.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/finding.h"
#include "einvoice/tree.h"
#include "rules/rule.h"

namespace ap::rules {

// Place of a rule in its table. Made at compile time by row_of(), so that an unknown id does not compile.
struct Row {
  std::uint16_t index;
};

// The row of `id` in a table sorted by id.
template <std::size_t Size>
consteval Row row_of(const RuleInfo (&table)[Size], std::string_view id) {
  std::size_t low = 0, high = Size;
  while (low < high) {
    std::size_t middle = (low + high) / 2;
    if (table[middle].id < id)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == Size || table[low].id != id) throw "no rule of this id in the table";
  return {static_cast<std::uint16_t>(low)};
}

// Thrown by value() and friends; caught by Report::check.
struct Unevaluable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Report {
 public:
  Report(const einvoice::Tree& tree, std::span<const RuleInfo> table)
      : tree_(tree), table_(table), states_(table.size()) {}

  // The rule is broken at an element (or one of its attributes). Beyond kMostPerRule places a rule only counts.
  // Cold: most rules hold, and what is made to say that one does not stands apart from the code that finds out.
  [[gnu::cold]] void fire(Row row, einvoice::Element at, std::string expected = "", std::string actual = "");
  [[gnu::cold]] void fire_attribute(Row row, einvoice::Element at, einvoice::N attribute);
  [[gnu::cold]] void fire_with(Row row, einvoice::Element at, Severity severity);

  void require(Row row, bool holds, einvoice::Element at) {
    if (!holds) fire(row, at);
  }

  // Fires unless `holds()`; a value that cannot be computed with makes the rule not run.
  template <class Holds>
  void check(Row row, einvoice::Element at, Holds holds) {
    if (states_[row.index].not_run) return;
    try {
      if (!holds()) fire(row, at);
    } catch (const Unevaluable& e) {
      not_run(row, e.what());
    } catch (const DecimalOverflow& e) {
      not_run(row, e.what());
    }
  }

  [[gnu::cold]] void not_run(Row row, std::string reason);
  bool fired(Row row) const { return states_[row.index].fired != 0; }
  const einvoice::Tree& tree() const { return tree_; }

  // Adds the findings, in order of the document and then of the table, and the counts of this table.
  void finish(std::vector<Finding>& findings, Checks& checks);

  static constexpr int kMostPerRule = 20;

 private:
  struct State {
    int fired = 0;
    bool not_run = false;
  };
  struct Hit {
    einvoice::NodeId at;
    std::uint16_t row;
    Finding finding;
  };
  Finding* add(Row row, einvoice::Element at);

  const einvoice::Tree& tree_;
  std::span<const RuleInfo> table_;
  std::vector<State> states_;
  std::vector<Hit> hits_;
  std::vector<NotRun> not_run_;
  int failed_ = 0;  // rules that fired
};

}  // namespace ap::rules
