#include "einvoice/grammar.h"

namespace ap::einvoice {
namespace {

#include "einvoice/grammar.inc"

}  // namespace

const Type& root_type(Syntax syntax) {
  if (!is_ubl(syntax)) return kCiiTypes[0];
  return kUblTypes[syntax == Syntax::ubl_credit_note ? 1 : 0];
}

const Type& type_of(bool ubl, const Child& child) { return ubl ? kUblTypes[child.type] : kCiiTypes[child.type]; }

std::span<const Child> children_of(bool ubl, const Type& type) {
  std::span<const Child> all = ubl ? std::span<const Child>(kUblChildren) : std::span<const Child>(kCiiChildren);
  return all.subspan(type.first, type.count);
}

}  // namespace ap::einvoice
