// What extraction weighed, kept for training only (tests/tools/training_features.cc); the programs never ask for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/decimal.h"

namespace ap::extract {

struct TrainingTrace {
  // A choice of net, tax and gross, the likeliest first.
  struct Triple {
    std::optional<Decimal> net, tax, gross;
    std::vector<double> features;  // totals_features.h
  };
  // A value that was read, before its confidence was calibrated.
  struct Value {
    std::string path, value;
    std::vector<double> features;  // confidence_features.h
  };
  unsigned forget = 0;  // in: seed of the phrases to be taken as unknown, see labels.h
  std::vector<Triple> triples;
  std::vector<Value> values;
};

}  // namespace ap::extract
