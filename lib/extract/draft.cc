#include "extract/draft.h"

#include <algorithm>

#include "core/fields.h"

namespace ap::extract::reading {

Confidence to_confidence(double probability) {
  return static_cast<Confidence>(std::clamp(probability * 1000.0 + 0.5, 1.0, 999.0));
}

void Draft::put(std::string_view path, std::string_view value, int first, int last, How how, double confidence,
                std::vector<Alternative> alternatives) {
  if (value.empty() || !set_field(invoice_, path, value)) return;
  Evidence evidence;
  // Recognition that was unsure of a character is unsure of the value.
  double characters = sheet_.confidence(first, last) / 1000.0;
  bool proved = how == How::checksum || confidence > 0.98;  // what closes needs no single character's word
  double reading = characters >= 1.0 || (proved && characters >= 0.6) ? 1.0
                   : characters >= 0.9                                ? 0.98
                                                                      : 0.5 + 0.5 * characters;
  evidence.confidence = to_confidence(confidence * reading);
  evidence.page = sheet_.page_of_token(first).number;
  evidence.box = sheet_.box(first, last);
  evidence.text = sheet_.text(first, last);
  evidence.how = how;
  evidence.alternatives = std::move(alternatives);
  evidence_.insert_or_assign(std::string(path), std::move(evidence));
}

void Draft::derive(std::string_view path, std::string_view value, double confidence,
                   std::vector<Alternative> alternatives) {
  if (value.empty() || !set_field(invoice_, path, value)) return;
  Evidence evidence;
  evidence.confidence = to_confidence(confidence);
  evidence.how = How::arithmetic;
  evidence.alternatives = std::move(alternatives);
  evidence_.insert_or_assign(std::string(path), std::move(evidence));
}

void Draft::assume(std::string_view path, std::string_view value, double confidence) {
  if (value.empty() || !set_field(invoice_, path, value)) return;
  Evidence evidence;
  evidence.confidence = to_confidence(confidence);
  evidence.how = How::layout;
  evidence_.insert_or_assign(std::string(path), std::move(evidence));
}

void Draft::explain(std::string_view path, std::string label, std::string reason, std::string proof) {
  auto found = evidence_.find(path);
  if (found == evidence_.end()) return;
  found->second.label = std::move(label);
  found->second.reason = std::move(reason);
  found->second.proof = std::move(proof);
}

void Draft::take_lines(LineTable lines) {
  invoice_.lines = std::move(lines.lines);
  invoice_.allowances_charges = std::move(lines.allowances_charges);
  evidence_.merge(lines.evidence);
}

}  // namespace ap::extract::reading
