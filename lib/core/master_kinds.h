// Kinds of master data as files: which columns they have, how rows become items, and which words find an item.
//
// Pure, safe to share between threads.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/master_columns.h"

namespace ap {

enum class MasterKind {
  entities,
  vendors,
  accounts,
  orders,
  receipts,
  periods,
  limits,
  sanctions,
  expected,
  retention
};

struct MasterKindInfo {
  MasterKind kind;
  std::string_view name;     // as on the command line: "vendors"
  std::string_view meaning;  // one line
  bool lines = false;        // several rows make one item: head columns are repeated, line columns differ
};

std::span<const MasterKindInfo> master_kinds();
std::string_view to_string(MasterKind kind);
std::optional<MasterKind> master_kind_from(std::string_view name);

// Columns in the order of templates, head before line.
const std::vector<Column>& columns_of(MasterKind kind);

// Values by column name; absent and empty are the same.
using MasterRow = std::map<std::string, std::string, std::less<>>;

// A row brought to its stored form: values trimmed, codes in capitals, defaults left out. Error: the column and what is
// wrong with its value, as part of a sentence.
std::expected<MasterRow, std::string> checked_row(MasterKind kind, const MasterRow& row);

// What the item of a row is known by; rows of one key make one item.
std::string master_key(MasterKind kind, const MasterRow& row);

// Error: rows of one item contradict each other ("vendor_id is V1 here and V2 on an earlier line"), or a line comes
// twice. `added` joins the rows of the item so far.
std::expected<void, std::string> joins(MasterKind kind, const std::vector<MasterRow>& rows, const MasterRow& added);

// Words by which the item is found: "vendor:V1001", "tax:DE101922587", "iban:DE42...", "order:75354".
std::vector<std::string> master_marks(MasterKind kind, const std::vector<MasterRow>& rows);
// Keys of its names (core/names.h), for search by likeness.
std::vector<std::string> master_names(MasterKind kind, const std::vector<MasterRow>& rows);

// Items as values. What checked_row() let through always reads.
OwnEntity entity_from(const std::vector<MasterRow>& rows);
Vendor vendor_from(const std::vector<MasterRow>& rows);
VendorAccount account_from(const std::vector<MasterRow>& rows);
PurchaseOrder order_from(const std::vector<MasterRow>& rows);
GoodsReceipt receipt_from(const std::vector<MasterRow>& rows);
PostingPeriod period_from(const std::vector<MasterRow>& rows);
ApprovalLimit limit_from(const std::vector<MasterRow>& rows);
SanctionEntry sanction_from(const std::vector<MasterRow>& rows);
ExpectedBill expected_from(const std::vector<MasterRow>& rows);
RetentionRule retention_from(const std::vector<MasterRow>& rows);

// ---- marks that documents and master data share

std::string tax_mark(std::string_view number);  // "tax:DE101922587"; "" when there is none
// The same, and without the letters of a country before it: documents print ESB12345678 and B12345678.
std::vector<std::string> tax_marks(std::string_view number);
// Equal, whether or not one of them bears the letters of its country.
bool same_tax_number(std::string_view a, std::string_view b);
std::string iban_mark(std::string_view iban);     // "iban:DE42..."
std::string name_mark(std::string_view name);     // "name:STADTWERKE OSTERKAMP"
std::string order_mark(std::string_view number);  // "order:75354": without blanks, signs, PO and leading zeros
std::string vendor_mark(std::string_view id);     // "vendor:V1001"

// "PO-0075354" and "po 75354" are one order: capitals, letters and digits alone, no prefix before digits, no zeros
// before it. "" when nothing is left.
std::string normalized_order(std::string_view number);

}  // namespace ap
