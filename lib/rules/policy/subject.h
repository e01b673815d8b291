// What conditions of a policy may ask about a document: every field of the invoice, and a few facts about its vendor,
// buyer, way in and findings. Pure, safe to share between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace ap::rules {

// Refers to its parts, which must outlive it.
struct Subject {
  const Invoice& invoice;
  const Facts& facts;
  std::string channel = {};                        // file, mail, stdin
  const std::vector<Finding>* findings = nullptr;  // nullptr: the controls have not run yet
  // For gates that wait until a document is overdue: for how many whole hours it is, where that is asked; and the names
  // of those that closed on it before.
  std::optional<std::int64_t> overdue_hours = {};
  std::set<std::string> escalated = {};
};

enum class FieldKind { text, number, date };

// A field that is not one of the invoice.
struct PolicyField {
  std::string_view name;
  FieldKind kind;
  bool late;  // known only after the controls have run
  bool many;
  std::string_view meaning;
};
std::span<const PolicyField> policy_fields();

struct FieldForm {
  FieldKind kind = FieldKind::text;
  bool late = false, many = false;
};
// "totals.gross", "lines[].net" (of any line), "vendor.id"; nullopt: there is no such field.
std::optional<FieldForm> field_form(std::string_view name);
// What is wrong with a text that a field can never have ("there is no rule 'DUPLICAT'"); "" when it can.
std::string impossible(std::string_view name, const std::string& value);
// Every name that field_form() knows, for suggestions and the manual.
std::vector<std::string> field_names();

// The values of a field, of which field_form() told the kind, as text. A text that is not stated is "", a number or
// date that is not stated is unknown; a list gives what it has, possibly nothing.
struct Answer {
  std::vector<std::string> values;
  std::string unknown;  // why nobody can say, "" when somebody can
};
Answer answer(const Subject& subject, std::string_view name, FieldKind kind);

}  // namespace ap::rules
