// The grammar of UBL 2.1 and CII D16B as tables: which elements a type has, in which order, how often, with which kind
// of value. Constants, generated from data/grammar_*.txt by scripts/generate-einvoice-grammar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "einvoice/tree.h"

namespace ap::einvoice {

enum class Kind : std::uint8_t {
  any,  // not described further
  aggregate,
  amount,
  quantity,
  measure,
  number,
  date,
  time,
  date_time,
  formatted_date_time,
  indicator,
  binary,
  code,
  identifier,
  text
};

struct Child {
  N name;
  Kind kind;
  bool many;           // may be repeated
  std::uint16_t type;  // of an aggregate: place in the table of types
};

struct Type {
  std::uint16_t first, count;
  std::uint64_t mandatory;  // a bit per child
};

// The type of the root element; `syntax` is UBL or CII D16B.
const Type& root_type(Syntax syntax);
// The type of an aggregate.
const Type& type_of(bool ubl, const Child& child);
// The children of a type, in their order.
std::span<const Child> children_of(bool ubl, const Type& type);
// Where the child of that name stands among them: from `from` on, then from the beginning; type.count: nowhere.
std::size_t place_of(bool ubl, const Type& type, N name, std::size_t from);

// True for kinds whose value stands in an element of its own in CII (DateTimeString, Indicator).
constexpr bool is_wrapped(Kind kind) {
  return kind == Kind::date || kind == Kind::date_time || kind == Kind::formatted_date_time || kind == Kind::indicator;
}

}  // namespace ap::einvoice
