// What every reader of a field looks at. References only; lives as long as one call of extract_invoice.
#pragma once

#include <vector>

#include "extract/amounts.h"
#include "extract/dates.h"
#include "extract/draft.h"
#include "extract/extract.h"
#include "extract/labels.h"
#include "extract/relate.h"
#include "extract/sheet.h"
#include "extract/tax_ids.h"

namespace ap::extract::reading {

struct Context {
  const Sheet& sheet;
  const Labels& labels;
  const Dates& dates;
  const Amounts& amounts;
  const std::vector<Identifier>& ibans;
  const std::vector<Identifier>& tax_ids;
  const ExtractOptions& options;
};

}  // namespace ap::extract::reading
