#include <array>

#include "export/format.h"

namespace ap::exporting {
namespace {

std::string text(const std::optional<Decimal>& number) { return number ? number->str() : ""; }
std::string text(const std::optional<Date>& date) { return date ? date->str() : ""; }

std::string guarded(const std::string& cell) {
  if (cell.empty() || !std::string_view("=+-@\t\r").contains(cell[0]) || Decimal::parse(cell)) return cell;
  return "'" + cell;
}

std::string quoted(const std::string& cell) {
  bool outer_blank = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
  if (!outer_blank && cell.find_first_of(",\"\r\n") == cell.npos) return cell;
  std::string out = "\"";
  for (char c : cell) out.append(c == '"' ? 2 : 1, c);
  return out += '"';
}

}  // namespace

std::string csv_row(std::span<const std::string> cells) {
  std::string row;
  for (const auto& cell : cells) row += (&cell == cells.data() ? "" : ",") + quoted(guarded(cell));
  return row += "\r\n";
}

std::string csv_head(std::string_view) {
  return "document_id,type,number,issue_date,due_date,currency,seller_name,seller_vat_id,buyer_name,purchase_order,"
         "iban,"
         "payment_reference,net,tax,gross,payable,vendor_id,account,cost_center,tax_code,source_name\r\n";
}

std::string csv_document(const Record& record, bool) {
  if (!record.invoice) return "";
  const auto& i = *record.invoice;
  const auto& coding = record.coding;
  return csv_row(std::array<std::string, 21>{record.id,
                                             std::string(to_string(i.type)),
                                             i.number,
                                             text(i.issue_date),
                                             text(i.due_date),
                                             i.currency,
                                             i.seller.name,
                                             i.seller.vat_id,
                                             i.buyer.name,
                                             i.purchase_order,
                                             i.payment.iban,
                                             i.payment.reference,
                                             text(i.totals.net),
                                             text(i.totals.tax),
                                             text(i.totals.gross),
                                             text(i.totals.payable),
                                             coding.vendor_id,
                                             coding.account,
                                             coding.cost_center,
                                             coding.tax_code,
                                             record.source.name});
}

std::string csv_lines_head(std::string_view) {
  return "document_id,number,line_id,description,item_id,quantity,unit,unit_price,net,tax_rate,tax_category,"
         "purchase_order_line,account,cost_center\r\n";
}

std::string csv_lines_document(const Record& record, bool) {
  std::string rows;
  if (!record.invoice) return rows;
  for (const auto& line : record.invoice->lines)
    rows += csv_row(std::array<std::string, 14>{
        record.id, record.invoice->number, line.id, line.description, line.item_id, text(line.quantity), line.unit,
        text(line.unit_price), text(line.net), text(line.tax_rate), line.tax_category, line.purchase_order_line,
        record.coding.account, record.coding.cost_center});
  return rows;
}

}  // namespace ap::exporting
