// The one table of what an invoice holds: name, business term and member of every field, in the order of the record.
//
// visit_fields(visitor, object) calls the visitor once per field. The JSON codec, the JSON Schema, paths such as
// "totals.gross" or "lines[2].net", corrections and dumps all come from this table; a new field is one row here.
//
// A visitor offers:  text(name, term, std::string&)          number(name, term, std::optional<Decimal>&)
//                    date(name, term, std::optional<Date>&)   flag(name, term, bool&)
//                    type(name, term, InvoiceType&)           object(name, term, T&)
//                    optional(name, term, std::optional<T>&)  list(name, term, std::vector<T>&)
// (references are const where the object is). `term` is the BT or BG number of EN 16931-1, "" where it has none.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/invoice.h"

namespace ap {

template <class T, class Of>
concept FieldsOf = std::is_same_v<std::remove_const_t<T>, Of>;

template <class V>
void visit_fields(V&& v, FieldsOf<Address> auto& a, bool seller = true) {
  v.text("street", seller ? "BT-35" : "BT-50", a.street);
  v.text("city", seller ? "BT-37" : "BT-52", a.city);
  v.text("postal_code", seller ? "BT-38" : "BT-53", a.postal_code);
  v.text("region", seller ? "BT-39" : "BT-54", a.region);
  v.text("country", seller ? "BT-40" : "BT-55", a.country);
}

template <class V>
void visit_fields(V&& v, FieldsOf<Party> auto& p) {
  v.text("name", "BT-27, BT-44, BT-59", p.name);
  v.text("vat_id", "BT-31, BT-48", p.vat_id);
  v.text("tax_number", "BT-32", p.tax_number);
  v.text("registration_id", "BT-30, BT-47, BT-61", p.registration_id);
  v.object("address", "BG-5, BG-8", p.address);
  v.text("email", "BT-43, BT-58", p.email);
  v.text("phone", "BT-42, BT-57", p.phone);
}

template <class V>
void visit_fields(V&& v, FieldsOf<Period> auto& p) {
  v.date("start", "BT-73", p.start);
  v.date("end", "BT-74", p.end);
}

template <class V>
void visit_fields(V&& v, FieldsOf<Delivery> auto& d) {
  v.date("date", "BT-72", d.date);
  v.text("name", "BT-70", d.name);
  v.object("address", "BG-15", d.address);
}

template <class V>
void visit_fields(V&& v, FieldsOf<CashDiscount> auto& d) {
  v.number("percent", "", d.percent);
  v.number("days", "", d.days);
}

template <class V>
void visit_fields(V&& v, FieldsOf<Payment> auto& p) {
  v.text("means", "BT-81", p.means);
  v.text("iban", "BT-84", p.iban);
  v.text("bic", "BT-86", p.bic);
  v.text("account_name", "BT-85", p.account_name);
  v.text("reference", "BT-83", p.reference);
  v.text("terms", "BT-20", p.terms);
  v.list("discounts", "", p.discounts);
}

template <class V>
void visit_fields(V&& v, FieldsOf<Totals> auto& t) {
  v.number("lines", "BT-106", t.lines);
  v.number("allowances", "BT-107", t.allowances);
  v.number("charges", "BT-108", t.charges);
  v.number("net", "BT-109", t.net);
  v.number("tax", "BT-110", t.tax);
  v.number("gross", "BT-112", t.gross);
  v.number("prepaid", "BT-113", t.prepaid);
  v.number("rounding", "BT-114", t.rounding);
  v.number("payable", "BT-115", t.payable);
}

template <class V>
void visit_fields(V&& v, FieldsOf<Tax> auto& t) {
  v.text("category", "BT-118", t.category);
  v.number("rate", "BT-119", t.rate);
  v.number("basis", "BT-116", t.basis);
  v.number("amount", "BT-117", t.amount);
  v.text("exemption_reason", "BT-120", t.exemption_reason);
}

template <class V>
void visit_fields(V&& v, FieldsOf<AllowanceCharge> auto& a) {
  v.flag("charge", "BG-20, BG-21", a.charge);
  v.number("amount", "BT-92, BT-99", a.amount);
  v.number("basis", "BT-93, BT-100", a.basis);
  v.number("percent", "BT-94, BT-101", a.percent);
  v.text("reason", "BT-97, BT-104", a.reason);
  v.text("tax_category", "BT-95, BT-102", a.tax_category);
  v.number("tax_rate", "BT-96, BT-103", a.tax_rate);
}

template <class V>
void visit_fields(V&& v, FieldsOf<Line> auto& l) {
  v.text("id", "BT-126", l.id);
  v.text("description", "BT-153", l.description);
  v.text("item_id", "BT-155", l.item_id);
  v.number("quantity", "BT-129", l.quantity);
  v.text("unit", "BT-130", l.unit);
  v.number("unit_price", "BT-146", l.unit_price);
  v.number("price_base_quantity", "BT-149", l.price_base_quantity);
  v.number("discount", "BT-136", l.discount);
  v.number("net", "BT-131", l.net);
  v.number("tax_rate", "BT-152", l.tax_rate);
  v.text("tax_category", "BT-151", l.tax_category);
  v.text("purchase_order_line", "BT-132", l.purchase_order_line);
}

template <class V>
void visit_fields(V&& v, FieldsOf<Invoice> auto& i) {
  v.type("type", "BT-3", i.type);
  v.text("number", "BT-1", i.number);
  v.date("issue_date", "BT-2", i.issue_date);
  v.date("due_date", "BT-9", i.due_date);
  v.date("tax_point_date", "BT-7", i.tax_point_date);
  v.object("period", "BG-14", i.period);
  v.text("currency", "BT-5", i.currency);
  v.text("purchase_order", "BT-13", i.purchase_order);
  v.text("contract", "BT-12", i.contract);
  v.text("buyer_reference", "BT-10", i.buyer_reference);
  v.text("preceding_invoice", "BT-25", i.preceding_invoice);
  v.object("seller", "BG-4", i.seller);
  v.object("buyer", "BG-7", i.buyer);
  v.optional("payee", "BG-10", i.payee);
  v.object("delivery", "BG-13", i.delivery);
  v.object("payment", "BG-16", i.payment);
  v.object("totals", "BG-22", i.totals);
  v.list("taxes", "BG-23", i.taxes);
  v.list("allowances_charges", "BG-20, BG-21", i.allowances_charges);
  v.list("lines", "BG-25", i.lines);
}

// The value at `path` ("number", "totals.gross", "lines[2].net") as text, "" when absent.
// Error: the path names no field, or an index beyond the list; the message says which part.
std::expected<std::string, std::string> get_field(const Invoice& invoice, std::string_view path);

// Sets the value at `path` from text; "" clears it. An index one past the end appends.
// Error: no such field, or `value` does not have the form of the field; the invoice is then unchanged.
std::expected<void, std::string> set_field(Invoice& invoice, std::string_view path, std::string_view value);

// Paths of all fields that have a value, in table order.
std::vector<std::string> present_fields(const Invoice& invoice);

}  // namespace ap
