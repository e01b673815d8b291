// Options for one field, scored; the best one with how sure it is, the others as alternatives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/draft.h"
#include "extract/labels.h"
#include "extract/relate.h"

namespace ap::extract::reading {

struct Option {
  std::string value;  // in the form of the record
  double score = 0;   // about 1 for a good label next to its value; comparable within one field only
  int first = 0, last = 0;
  How how = How::label;
  int label_first = 0, label_last = 0;  // tokens of the label that speaks for it, none when equal
  double strength = 0;                  // of that label, label_strength()
  int seen = 1;                         // places that speak for the value
  std::string proof = {};               // arithmetic or check digits that it passed
};

class Choice {
 public:
  // An option seen again supports the one that is there; the better place is kept as evidence.
  void add(Option option);
  void add(std::string value, double score, int first, int last, How how = How::label) {
    add(Option{std::move(value), score, first, last, how});
  }
  // As above; `label` is what names the value.
  void add(std::string value, double score, int first, int last, How how, const LabelHit& label) {
    add(Option{std::move(value), score, first, last, how, label.first, label.last, label_strength(label)});
  }
  bool has(std::string_view value) const;
  bool empty() const { return options_.empty(); }
  const Option& best() const;
  // The score of the best option over that of the next value.
  double margin() const;
  std::vector<Option>& options() { return options_; }

  // Puts the best option into the draft when its score is at least `least`. True when it did.
  // `most` bounds the probability where the field is less sure than its score says.
  bool put(Draft& draft, std::string_view path, double least = 0.2, double most = 1.0) const;

 private:
  std::vector<Option> options_;
};

// "0.41": a weight in words.
std::string two_places(double value);

// In words, for Alternative::reason: "label 'Order no.', weight 0.41 against 0.95".
std::string why_lost(const std::string& label, double score, double best);

// A raw certainty, 0 to 1, that rises with score and margin. The weights are set by hand; calibration.h turns the
// outcome into a probability.
double probability(double score, double margin);

}  // namespace ap::extract::reading
