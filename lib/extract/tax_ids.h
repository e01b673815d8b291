// Identifiers with a form of their own: tax identifiers, IBANs and BICs, also split over words.
#pragma once

#include <string>
#include <vector>

#include "extract/labels.h"
#include "extract/sheet.h"

namespace ap::extract::reading {

struct Identifier {
  std::string value;        // compact: "DE123456789", "FR2012421242..."
  int first = 0, last = 0;  // tokens
  int cell = 0;
  std::string country;    // ISO 3166 of the scheme, "" unknown
  bool proved = false;    // check digits agree
  bool labelled = false;  // a label names it
  bool buyers = false;    // the label says that it is the buyer's ("Your VAT no")
  bool repaired = false;  // some letters were taken for the figures they look like, or the other way round
  std::string as_read;    // where it was repaired: compact, as recognition had it
};

// IBANs: two letters, two digits, and as many characters as the country has. One whose check digits fail is listed
// only where a label names it or its length is right. On recognised pages (`sheet`) one that holds once letters and
// figures that look alike are exchanged is listed as repaired, and not as proved.
std::vector<Identifier> find_ibans(const Sheet& sheet, const Labels& labels);

// Tax identifiers with a country prefix anywhere, those without where a label names them; of the latter, on recognised
// pages, those that hold once letters and figures that look alike are exchanged are repaired, as with IBANs. `taken`
// marks tokens of IBANs.
std::vector<Identifier> find_tax_ids(const Sheet& sheet, const Labels& labels, const std::vector<bool>& taken);

// BICs where a label names them, or beside an IBAN on its row.
std::vector<Identifier> find_bics(const Sheet& sheet, const Labels& labels, const std::vector<Identifier>& ibans);

}  // namespace ap::extract::reading
