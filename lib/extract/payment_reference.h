// What the payer is asked to quote: a structured reference with check digits, or a number behind a label.
#pragma once

#include "extract/context.h"

namespace ap::extract::reading {

// Fills payment.reference. Structured references ("RF18 5390 0754 7034", "+++090/9337/55493+++", the 27 digits of a
// Swiss QR-bill) are found anywhere by their form and check digits; others need a label or words of quoting.
void read_payment_reference(const Context& context, Draft& draft);

}  // namespace ap::extract::reading
