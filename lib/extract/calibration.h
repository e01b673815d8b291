// From the raw certainty of a reading to a probability that means what it says: of the values given 0.99, 99 in 100
// are right.
//
// The table was measured on generated invoices of layouts and of supplier styles that differ from those the readers
// were written on; scripts/reliability prints it again. It is monotone and errs to the low side where few values fell.
// Pure, thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "core/evidence.h"
#include "layout/page.h"

namespace ap::extract {

// `path` is the field of the invoice; fields outside the table keep what they have.
Confidence calibrated(std::string_view path, Confidence raw);

// `pages` tell which values were recognised from a picture: on those the table only ever lowers, since a misread digit
// looks as sure as a right one.
void calibrate(EvidenceMap& evidence, const std::vector<layout::Page>& pages);

}  // namespace ap::extract
