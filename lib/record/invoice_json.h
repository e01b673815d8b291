// The invoice part of a record in JSON, driven by the field table of core/fields.h. Internal to the codec.
#pragma once

#include "core/invoice.h"
#include "record/json_object.h"
#include "record/json_writer.h"

namespace ap {

void write_invoice(JsonWriter& out, const Invoice& invoice);
void read_invoice(JsonObject& object, Invoice& invoice);  // throws JsonRefusal
Json invoice_schema();

}  // namespace ap
