// The texts by which a document was decided, kept in the store under their digests: the policy as its file was, and the
// settings that held for the document. So that both can be read years later, when the files are others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "ports/store.h"

namespace ap {

struct DecisionText {
  std::string label;   // "osterkamp 2026-11-23 3fa94c01b2d7", "controls/2 9d41c6a0be77"
  std::string digest;  // its first digits, as the label has them
  std::string text;    // "" when it was not kept: decided before texts were
  bool kept = false;
};

// Of the decision, and of earlier ones that the journal names; the latest first, each once.
std::vector<DecisionText> decision_texts(Store& store, const Record& record, const std::vector<StoredEvent>& history);

// For people: which texts, how to read them, and the tables of the policy that the findings name. "" without any.
std::string texts_section(const Record& record, const std::vector<DecisionText>& texts);

// The text whose digest begins with `prefix`. Throws Error(usage) for what is no digest or names several,
// (no_input) when there is none.
std::string kept_text(Store& store, std::string_view prefix);

}  // namespace ap
