// Copies values of elements into fields of the model and notes where they came from; used by the UBL and CII mappings.
// Each call does nothing when the element is missing or blank, or the field is set already: the first value counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "einvoice/mapping.h"

namespace ap::einvoice {

class FieldReader {
 public:
  FieldReader(const Tree& tree, Mapping& mapping) : tree_(tree), mapping_(mapping) {}

  // Fields named from now on stand below `prefix` ("seller.", "lines[3].").
  void within(std::string prefix) {
    within_ = prefix.empty() ? 0 : static_cast<std::uint32_t>(mapping_.prefixes.size());
    if (within_ != 0) mapping_.prefixes.push_back(std::move(prefix));
  }

  // Names are literals of the program here and below.
  // Text without blanks around; inner line breaks are kept.
  void text(std::string& field, std::string_view name, Element from);
  void attribute(std::string& field, std::string_view name, Element from, N attribute);
  void number(std::optional<Decimal>& field, std::string_view name, Element from);
  // xs:date: 2026-11-02, with or without a time zone.
  void iso_date(std::optional<Date>& field, std::string_view name, Element from);
  // UN/CEFACT DateTimeString with format 102 (20261102), 203 or 204 (with time of day); or xs:date as found in the
  // wild.
  void format_date(std::optional<Date>& field, std::string_view name, Element from);
  // The account number, where it has the form of an IBAN; blanks within are dropped.
  void iban(std::string& field, std::string_view name, Element from);
  // Lines such as #SKONTO#TAGE=14#PROZENT=2.25# of payment terms (XRechnung 3.0, BR-DE-18).
  void discounts(Payment& payment, Element terms);
  // A discount of its own, from days and percentage.
  void discount(Payment& payment, Element days, Element percent);

  // A finding of set `structure` on an element.
  void fault(std::string_view rule, std::string_view field, Element at, std::string message);

 private:
  bool take(bool unset, Element from) const { return from && unset && !from.blank(); }
  void place(std::string_view name, Element from);
  void bad_date(std::string_view name, Element from);

  const Tree& tree_;
  Mapping& mapping_;
  std::uint32_t within_ = 0;  // the prefix, in mapping_.prefixes
};

}  // namespace ap::einvoice
