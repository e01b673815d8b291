// Conditions of a policy: FIELD OPERATOR VALUE, as "total > 10000", "currency in EUR, CHF", "vendor.id matches V9*".
//
// Operators: == != > >= < <=, in, not in (values parted by commas), contains, not contains (a part of a text, or an
// entry of a list), matches, not matches (rules/policy/pattern.h). Values may stand in single or double quotes; '' is
// the empty text. Capitals and small letters are alike everywhere.
// Of a list (lines[].net) one entry that fits is enough; with !=, not in, not contains, not matches none may.
// Pure, safe to share between threads.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/pattern.h"
#include "rules/policy/subject.h"

namespace ap::rules {

enum class Compare { equal, more, at_least, less, at_most, in, contains, matches };

struct Condition {
  std::string text;  // as written
  std::string field;
  Compare compare = Compare::equal;
  bool negated = false;  // of equal, in, contains, matches
  FieldForm form;
  std::vector<std::string> values;  // one, but with `in`
  std::vector<Pattern> patterns;    // of values, with matches and contains
};

// What is wrong with a condition: from which byte of its text on, what, and what to write instead.
struct ConditionFault {
  std::size_t at = 0;
  std::string message, advice;
};
std::expected<Condition, ConditionFault> parse_condition(std::string_view text);

enum class Truth { no, unknown, yes };

struct Judged {
  Truth truth = Truth::no;
  std::string seen;  // "total = 12000.00"; unknown: why nobody can say
};
Judged judge(const Condition& condition, const Subject& subject);

// All of `all` hold and none of `none`.
struct When {
  std::vector<Condition> all, none;
  bool is_late() const;  // asks for findings
};
// No as soon as one condition says no; else unknown where one is; else yes with all that was seen.
Judged judge(const When& when, const Subject& subject);

}  // namespace ap::rules
