#include "einvoice/mapping.h"

#include <algorithm>

namespace ap::einvoice {

// EN 16931-1, BT-3: the codes that a UBL CreditNote may carry.
bool is_credit_note_code(std::string_view code) {
  constexpr std::string_view kCodes[] = {"261", "262", "296", "308", "381", "396", "420",
                                         "458", "502", "503", "532", "81",  "83"};
  return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
}

std::string path_of(const Tree& tree, const Place& place) {
  return place.attribute == N::none ? tree.path(place.id) : tree.path(place.id, tree.name(place.attribute));
}

Mapping map_invoice(const Tree& tree) {
  switch (tree.syntax()) {
    case Syntax::ubl_invoice:
    case Syntax::ubl_credit_note:
      return map_ubl(tree);
    case Syntax::cii:
    case Syntax::zugferd1:
      return map_cii(tree);
    case Syntax::unknown:
      break;
  }
  return {};
}

}  // namespace ap::einvoice
