// Bank details, payment reference, terms and discounts; the due date where only the terms give it.
#pragma once

#include "extract/context.h"

namespace ap::extract::reading {

void read_payment(const Context& context, Draft& draft);

}  // namespace ap::extract::reading
