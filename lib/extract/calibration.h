// From what is known about a reading to a probability that means what it says: of the values given 0.99, 99 in 100 are
// right.
//
// One small logistic model for each family of fields over the features of confidence_features.h. Its weights are
// learned from generated invoices of layouts and damage of which none is reported on (scripts/train-confidence writes
// confidence_learned.inc: learned on the train split, brought to scale on dev); scripts/reliability shows how it holds.
// Fields outside the families keep what their reader said. Pure, thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "core/evidence.h"
#include "core/invoice.h"
#include "extract/confidence_features.h"
#include "extract/trace.h"
#include "layout/page.h"

namespace ap::extract {

// The family of the field at `path`, "" when it has none.
std::string_view confidence_family(std::string_view path);

// What the model says of one value. `path` has a family.
Confidence modelled_confidence(std::string_view path, const ConfidenceFeatures& features);

// Replaces the readers' own certainties. With `trace` the features are kept there.
void calibrate(EvidenceMap& evidence, const Invoice& invoice, const std::vector<layout::Page>& pages,
               const SignalMap& signals = {}, TrainingTrace* trace = nullptr);

}  // namespace ap::extract
