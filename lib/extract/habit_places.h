// Shared by learning and using habits: where values stand, beside which words, in which shape.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/amounts.h"
#include "extract/dates.h"
#include "extract/labels.h"
#include "extract/relate.h"
#include "extract/sheet.h"

namespace ap::extract::reading {

enum class ValueType { text, date, amount };

// Of the fields that habits are learned for; nullopt for others (lines, bank accounts, lists).
std::optional<ValueType> habit_type(std::string_view field);

// A field that is the same on every document of a vendor: its name, address and numbers.
bool is_constant(std::string_view field);

// Tokens first to last - 1 that print a value.
struct Printed {
  int first = 0, last = 0;
};

// Where the pages print the value, in the order of the sheet.
std::vector<Printed> find_value(const Sheet& sheet, const Dates& dates, const Amounts& amounts, ValueType type,
                                std::string_view value);

// The words beside a value that may name it, best first.
struct Beside {
  std::string words;  // folded, without signs
  Relation relation = Relation::same_cell;
  double worth = 0;  // how much they look like a label
};
std::vector<Beside> beside(const Sheet& sheet, const Printed& value);

// Places next to the words, wherever they stand on the pages.
std::vector<Place> places_beside(const Sheet& sheet, const Labels& labels, std::string_view words, Relation relation);

// "RE-2024-17" -> "RE-9-9": digits become one 9, letters stay in capitals, signs stay.
std::string shape_of(std::string_view value);
// The shape with letters reduced too: "A-9-9".
std::string loose_shape(std::string_view shape);

std::string_view relation_name(Relation relation);
std::optional<Relation> relation_from(std::string_view name);

}  // namespace ap::extract::reading
