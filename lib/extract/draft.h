// The invoice while it is being filled: no value goes in without its evidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/evidence.h"
#include "core/invoice.h"
#include "extract/lines.h"
#include "extract/sheet.h"
#include "extract/signals.h"

namespace ap::extract::reading {

class Draft {
 public:
  explicit Draft(const Sheet& sheet) : sheet_(sheet) {}

  // Sets the field at `path` (core/fields.h) and notes where it was read: tokens first to last - 1.
  void put(std::string_view path, std::string_view value, int first, int last, How how, double confidence,
           std::vector<Alternative> alternatives = {});

  // Sets a field that follows from others by arithmetic; no place on a page.
  void derive(std::string_view path, std::string_view value, double confidence,
              std::vector<Alternative> alternatives = {});

  // Sets a field that nothing on the pages says: what is assumed of a document without such words.
  void assume(std::string_view path, std::string_view value, double confidence);

  // Notes what the reader of the value that was just put knows about its choice.
  void sign(std::string_view path, const Signals& signals) { signals_.insert_or_assign(std::string(path), signals); }

  // Notes why the value that was just put won: the words that named it, what weighed for it, and what proves it.
  void explain(std::string_view path, std::string label, std::string reason = {}, std::string proof = {});

  // Tokens first to last - 1 as printed, for explain(); "" for none.
  std::string words(int first, int last) const { return first < last ? sheet_.text(first, last, " :.") : ""; }

  // The lines, allowances and charges with the evidence that they bring along.
  void take_lines(LineTable lines);

  bool has(std::string_view path) const { return evidence_.contains(path); }

  const Invoice& invoice() const { return invoice_; }
  EvidenceMap& evidence() { return evidence_; }
  Invoice& invoice() { return invoice_; }
  const SignalMap& signals() const { return signals_; }

 private:
  const Sheet& sheet_;
  Invoice invoice_;
  EvidenceMap evidence_;
  SignalMap signals_;
};

// A probability as the record has it: parts per thousand, kept inside 1 to 999.
Confidence to_confidence(double probability);

}  // namespace ap::extract::reading
