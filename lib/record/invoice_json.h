// The invoice part of a record as a JSON tree, driven by the field table of core/fields.h. Internal to the codec.
#pragma once

#include "core/invoice.h"
#include "record/json_object.h"

namespace ap {

Json write_invoice(const Invoice& invoice);
void read_invoice(JsonObject& object, Invoice& invoice);  // throws JsonRefusal
Json invoice_schema();

}  // namespace ap
