// What a reader knows about its choice beyond the value itself; calibration.h weighs it.
#pragma once

#include <map>
#include <string>

namespace ap::extract {

struct Signals {
  double score = 0;    // weight of the choice, comparable within one field; about 1 for a good label next to its value
  double margin = 0;   // over the next value
  double label = 0;    // strength of the label that named it, 0 none, 1 a known phrase with a colon
  double against = 0;  // weight of the same words in the opposite role: a seller's name as the buyer's
  int seen = 0;        // places that speak for the value
};

// Keyed by the path inside the invoice.
using SignalMap = std::map<std::string, Signals, std::less<>>;

}  // namespace ap::extract
