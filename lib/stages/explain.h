// Why each value of an invoice won, as text for people (ap-extract --explain). Says only what the record's evidence
// holds, which the readers noted while they decided. Pure, thread-safe.
#pragma once

#include <string>

#include "core/record.h"

namespace ap {

// A heading for the document, then for each value in the order of the invoice: value, confidence, place, the words that
// named it, what weighed for it, what proves it, and the readings that lost, with the reason. Findings at the end.
// UTF-8, ends with an empty line.
std::string explain_text(const Record& record);

}  // namespace ap
