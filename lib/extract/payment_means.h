// How is paid, and to whom: the kind of payment as a code of UNTDID 4461 (BT-81), the holder of the account, a payee.
#pragma once

#include <string_view>

#include "extract/context.h"

namespace ap::extract::reading {

// "30" credit transfer, "10" cash, "20" cheque, "48" card, "58" SEPA credit transfer, "59" SEPA direct debit,
// "49" direct debit, "68" online; "" where the words (folded, see text.h) name none.
std::string_view payment_means_of(std::string_view folded);

// Fills payment.means, payment.account_name and payee.name. Behind a label, or, for direct debits alone, from a
// sentence: whether to pay at all hangs on it.
void read_payment_means(const Context& context, Draft& draft);

}  // namespace ap::extract::reading
