// Words that name a value ("Rechnungsnummer", "Total TTC", "Bill to"), in eleven languages, and where they stand.
//
// The lexicon is data: label_table_*.cc hold rows of role, language and phrases. Phrases are written as text.h folds
// them, words separated by blanks, alternatives by '|'; '~' before a phrase marks it as weak, that is, common in
// other meanings too. A phrase of one word also matches inside longer cells, the longest phrase at a place wins.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/sheet.h"

namespace ap::extract::reading {

enum class Role : unsigned char {
  none,  // ordinary words, for telling the language
  // kind of document
  title_invoice,
  title_credit,
  title_receipt,
  title_other,
  // header
  number,
  issue_date,
  due_date,
  delivery_date,
  tax_date,
  period,
  period_start,
  period_end,
  other_date,
  order,
  contract,
  buyer_reference,
  preceding,
  other_id,
  currency,
  // parties
  seller,
  buyer,
  delivery_party,
  payee,
  name,
  address,
  phone,
  fax,
  email,
  contact,
  vat_id,
  buyer_vat_id,
  tax_number,
  registration,
  // payment
  iban,
  bic,
  account_holder,
  bank,
  payment_reference,
  terms,
  means,
  // amounts
  net,
  tax,
  gross,
  payable,
  prepaid,
  rounding,
  lines_total,
  allowance,
  charge,
  other_amount,
  cash,
  change,
  withheld,
  rate,
  exempt,
  // columns of item tables
  column_item,
  column_quantity,
  column_price,
  column_amount,
};

struct LabelRow {
  Role role;
  std::string_view language;  // ISO 639-1, "" for all
  std::string_view phrases;
};

std::span<const LabelRow> net_tax_labels();
std::span<const LabelRow> total_labels();
std::span<const LabelRow> amount_labels();
std::span<const LabelRow> title_labels();
std::span<const LabelRow> date_labels();
std::span<const LabelRow> reference_labels();
std::span<const LabelRow> party_labels();
std::span<const LabelRow> further_title_labels();
std::span<const LabelRow> further_date_labels();
std::span<const LabelRow> further_reference_labels();
std::span<const LabelRow> further_party_labels();

struct LabelHit {
  Role role = Role::none;
  std::string_view language;
  bool weak = false;
  int cell = 0;
  int first = 0, last = 0;  // tokens, last is one past the end
  int words = 0;            // words of the phrase
  int before = 0;           // words of the cell before the phrase, numbering such as "3." not counted
  int after = 0;            // words of the cell behind it
  bool colon = false;       // the label ends with ':'
};

struct Labels {
  std::vector<LabelHit> hits;             // in the order of the sheet
  std::vector<std::vector<int>> by_cell;  // hits of each cell
  std::vector<bool> value_before;         // of each cell: its label ends it, and the value stands before the label
  std::vector<bool> value_above;          // of each cell: a label whose value stands above it
  std::string language;                   // most frequent, "" when no word was known

  bool any(int cell) const { return !by_cell[cell].empty(); }
  bool has(int cell, Role role) const;
  // The hit that covers `token`, or nullptr.
  const LabelHit* covering(const Sheet& sheet, int token) const;
};

// `forget`, for training only: a seed by which a quarter (odd) or half (even) of the phrases is taken as unknown, 0 for
// none. What the reader is worth on words that it does not know can be learned in no other way from words that it does.
Labels find_labels(const Sheet& sheet, unsigned forget = 0);

}  // namespace ap::extract::reading
