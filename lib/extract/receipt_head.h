// The head of a slip: who sold, where, and with which numbers, above the first item.
//
// Every row from the top to the items gets a kind; merchant and address are read from these. Rows of a logo that
// recognition made nonsense of, stamps and handwriting are noise.
#pragma once

#include <vector>

#include "extract/address.h"
#include "extract/context.h"

namespace ap::extract::reading {

enum class HeadKind : unsigned char {
  noise,         // nothing readable
  text,          // words: a name, or a part of the address
  address,       // a street or a town for sure
  registration,  // the register number alone
  contact,       // telephone, tax id, web
  title,         // "TAX INVOICE", "Kassenbon"
  other,         // date, number of the slip, cashier
};

struct HeadRow {
  HeadKind kind = HeadKind::noise;
  Span words;               // without specks at both ends and without a register number in parentheses
  bool registered = false;  // a register number stands on the row
};

// From the top down to the items, at most 18 rows.
std::vector<HeadRow> head_of(const Context& context);

// The firm's name: seller.name. "SON BHD" is put right into "SDN BHD"; the evidence keeps what is printed.
void read_merchant(const Context& context, const std::vector<HeadRow>& head, Draft& draft);

// The rows of the address below the name: seller.address, where the head says more than what is in the draft.
void read_merchant_address(const Context& context, const std::vector<HeadRow>& head, Draft& draft);

}  // namespace ap::extract::reading
