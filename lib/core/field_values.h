// All values of an invoice in one pass over the table of fields, which present_fields() and get_field() together are
// not. For passes over every document there is field_walk.h.
#pragma once

#include <string>
#include <vector>

#include "core/invoice.h"

namespace ap {

struct FieldValue {
  std::string path, value;  // "lines[2].net", "100.00"
  std::string term;         // business term: "BT-131"; of the role, where the table names several
};

// Every field that has a value, in the order of the table; the same paths and texts as present_fields() and
// get_field(). With `empty` also the fields without one, of the objects that are there.
enum class EmptyFields { skip, keep };
std::vector<FieldValue> field_values(const Invoice& invoice, EmptyFields empty = EmptyFields::skip);

}  // namespace ap
