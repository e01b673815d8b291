// The bill that a document adds to the ledger, and the marks by which later documents find it.
#include "core/names.h"
#include "rules/controls/clearing.h"
#include "rules/controls/invoice_numbers.h"
#include "stages/known.h"
#include "stages/known_marks.h"

namespace ap {

std::vector<std::string> seller_marks(const Party& seller) {
  std::vector<std::string> marks{name_mark(seller.name)};
  for (const std::string& number : {seller.vat_id, seller.tax_number})
    for (std::string& mark : tax_marks(number)) marks.push_back(std::move(mark));
  std::erase(marks, "");
  return marks;
}

std::vector<std::string> vendor_marks(const Vendor& vendor) {
  std::vector<std::string> marks{name_mark(vendor.name)}, numbers = vendor.more_tax_ids;
  for (const std::string& id : {vendor.vat_id, vendor.tax_number}) numbers.push_back(id);
  for (const std::string& number : numbers)
    for (std::string& mark : tax_marks(number)) marks.push_back(std::move(mark));
  for (const std::string& alias : vendor.aliases) marks.push_back(name_mark(alias));
  std::erase(marks, "");
  return marks;
}

std::vector<std::string> joined_marks(std::string_view kind, std::string_view number,
                                      const std::vector<std::string>& parties) {
  std::vector<std::string> marks;
  std::string normalized = rules::normalized_number(number);
  if (normalized.empty()) return marks;
  for (const std::string& party : parties) marks.push_back(std::string(kind) + ":" + normalized + "@" + party);
  return marks;
}

std::vector<std::string> orders_in(std::string_view text) {
  std::vector<std::string> orders;
  std::string part;
  auto end = [&] {
    if (!normalized_order(part).empty()) orders.push_back(part);
    part.clear();
  };
  for (char c : text) {
    if (c == ',' || c == ';' || c == '|' || c == '+' || c == ' ' || c == '\t')
      end();
    else
      part.push_back(c);
  }
  end();
  return orders;
}

std::optional<Bill> bill_of(const Record& record) {
  if (!record.invoice || record.id.empty()) return std::nullopt;
  const Invoice& invoice = *record.invoice;
  Bill bill{.document_id = record.id,
            .number = invoice.number,
            .currency = invoice.currency,
            .type = invoice.type,
            .prepayment = rules::is_prepayment(invoice, record.evidence, ""),
            .date = invoice.issue_date,
            .gross = invoice.totals.gross ? invoice.totals.gross : invoice.totals.payable,
            .marks = seller_marks(invoice.seller)};
  auto parties = bill.marks;
  auto add = [&](const std::vector<std::string>& marks) {
    bill.marks.insert(bill.marks.end(), marks.begin(), marks.end());
  };
  add(joined_marks("number", invoice.number, parties));
  if (invoice.type == InvoiceType::credit_note) add(joined_marks("credits", invoice.preceding_invoice, parties));
  for (const std::string& text : {invoice.purchase_order, invoice.buyer_reference, invoice.contract}) {
    if (std::string mark = order_mark(text); !mark.empty()) add({mark});
    auto parts = orders_in(text);
    if (parts.size() > 1)
      for (const std::string& part : parts) add({order_mark(part)});
  }
  return bill;
}

}  // namespace ap
