// The one table of what stands in master data files: column, form, meaning and example of every member.
//
// visit_columns(visitor, object) calls the visitor once per column, in the order of templates. Import, templates, the
// manual and the stored form all come from it; a new column is a member in master_data.h and one row here.
//
// A visitor offers:  text(Column, std::string&)   texts(Column, std::vector<std::string>&): several, parted by "|"
//                    number(Column, std::optional<Decimal>&)   date(Column, std::optional<Date>&)
//                    flag(Column, bool&): yes or no            period(Column, SpendPeriod&)
#pragma once

#include <string_view>
#include <type_traits>

#include "core/master_data.h"

namespace ap {

// What a text must be.
enum class Form { free, country, currency, tax_id, iban, bic, word };

struct Column {
  std::string_view name, meaning, example;
  bool required = false;
  Form form = Form::free;
  std::string_view words = "";  // form word: "active|inactive"; the first is the default
};

template <class T, class Of>
concept ColumnsOf = std::is_same_v<std::remove_const_t<T>, Of>;

template <class V>
void visit_address(V&& v, auto& a, std::string_view street, std::string_view code, std::string_view city,
                   std::string_view country) {
  v.text({"street", "street and number", street}, a.street);
  v.text({"postal_code", "postal code", code}, a.postal_code);
  v.text({"city", "town", city}, a.city);
  v.text({"country", "ISO 3166 code", country, false, Form::country}, a.country);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<OwnEntity> auto& e) {
  v.text({"name", "full name", "Korvanta GmbH", true}, e.name);
  v.text({"entity", "short name that other files use; default: the name", "DE01"}, e.id);
  v.texts({"aliases", "other names that invoices bear", "Korvanta|Korvanta Leipzig"}, e.aliases);
  v.texts({"vat_id", "VAT or tax numbers", "DE389319700", false, Form::tax_id}, e.tax_ids);
  visit_address(v, e.address, "Am Alten Hafen 15", "04109", "Leipzig", "DE");
}

template <class V>
void visit_columns(V&& v, ColumnsOf<MatchTolerances> auto& t) {
  v.number({"price_percent", "unit price above the order, percent", "2"}, t.price_percent);
  v.number({"price_absolute", "the same in the currency", ""}, t.price_absolute);
  v.number({"amount_percent", "amount above the order line, percent", "5"}, t.amount_percent);
  v.number({"amount_absolute", "the same in the currency", "50.00"}, t.amount_absolute);
  v.number({"quantity_percent", "quantity above the order line, percent", "5"}, t.quantity_percent);
  v.number({"quantity_absolute", "the same in the unit of the line", ""}, t.quantity_absolute);
  v.number({"receipt_percent", "quantity above what was received, percent", "10"}, t.receipt_percent);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<Vendor> auto& s) {
  v.text({"vendor_id", "own number of the vendor", "V1001", true}, s.id);
  v.text({"name", "full name", "Stadtwerke Osterkamp e.K.", true}, s.name);
  v.texts({"aliases", "other names that invoices bear", "Osterkamp Energie"}, s.aliases);
  v.text({"status", "inactive and blocked vendors are held", "active", false, Form::word, "active|inactive|blocked"},
         s.status);
  v.text({"vat_id", "VAT or sales tax number", "DE101922587", false, Form::tax_id}, s.vat_id);
  v.text({"tax_number", "national tax number", ""}, s.tax_number);
  v.text({"registration_id", "number in the trade register", ""}, s.registration_id);
  v.texts({"more_tax_ids", "tax numbers of branches and other countries", "", false, Form::tax_id}, s.more_tax_ids);
  visit_address(v, s.address, "Hafenstraße 2", "26789", "Leer", "DE");
  v.texts(
      {"iban", "accounts on file; those with dates come as kind accounts", "DE42634476336253311681", false, Form::iban},
      s.ibans);
  v.text({"bic", "bank", "VOLKDEGC", false, Form::bic}, s.bic);
  v.texts({"currency", "agreed currencies; none: any", "EUR", false, Form::currency}, s.currencies);
  v.text({"terms", "agreed terms in words, as 2/10 net 30", "2/10 net 30"}, s.terms);
  v.number({"terms_days", "net days, where terms is empty", ""}, s.terms_days);
  v.number({"amount_limit", "a single invoice above this is held", "5000"}, s.amount_limit);
  v.number({"spend_limit", "invoices of a period above this are held", "20000"}, s.spend_limit);
  v.period({"spend_period", "period of spend_limit", "month", false, Form::word, "month|quarter|year"}, s.spend_period);
  v.flag({"order_required", "every invoice must name an order", "no"}, s.order_required);
  visit_columns(v, s.tolerances);
  v.texts({"sanctions_cleared", "entries of sanctions lists that are somebody else", ""}, s.sanctions_cleared);
  v.text({"account", "proposed ledger account", "6000"}, s.account);
  v.text({"cost_center", "proposed cost centre", "100"}, s.cost_center);
  v.text({"tax_code", "proposed tax code", ""}, s.tax_code);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<VendorAccount> auto& a) {
  v.text({"vendor_id", "whose account", "V1001", true}, a.vendor_id);
  v.text({"iban", "the account", "DE42634476336253311681", true, Form::iban}, a.iban);
  v.text({"bic", "bank", "VOLKDEGC", false, Form::bic}, a.bic);
  v.date({"valid_from", "first day", "2024-01-01"}, a.valid_from);
  v.date({"valid_until", "last day", ""}, a.valid_until);
  v.text({"confirmed_by", "who made sure that it is the vendor's", "jana", true}, a.confirmed_by);
  v.date({"confirmed_on", "when", "2024-01-03", true}, a.confirmed_on);
  v.text({"evidence", "how", "call to the number on file"}, a.evidence);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<PurchaseOrder> auto& o) {
  v.text({"purchase_order", "number of the order; one row per line", "PO-75354", true}, o.number);
  v.text({"vendor_id", "who was ordered from", "V1001", true}, o.vendor_id);
  v.text({"currency", "ISO 4217 code", "EUR", true, Form::currency}, o.currency);
  v.text({"status", "", "open", false, Form::word, "open|closed|cancelled"}, o.status);
  v.date({"order_date", "when it was placed", "2026-10-01"}, o.date);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<OrderLine> auto& l) {
  v.text({"line", "number of the line", "1", true}, l.id);
  v.text({"item_id", "article", "49.685.40"}, l.item_id);
  v.text({"description", "in words", "Ordner breit 80 mm, blau"}, l.description);
  v.number({"quantity", "ordered; none: an amount is ordered", "6"}, l.quantity);
  v.text({"unit", "UN/ECE Rec 20 code", "C62"}, l.unit);
  v.number({"unit_price", "net, for the base quantity", "2.21"}, l.unit_price);
  v.number({"price_base_quantity", "what the price is for; default 1", ""}, l.price_base_quantity);
  v.number({"net", "amount of the line; default quantity x price", "13.26"}, l.net);
  v.flag({"receipt_required", "billed only after it was received", "yes"}, l.receipt_required);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<GoodsReceipt> auto& r) {
  v.text({"receipt", "number of the receipt; one row per line", "GR-8812", true}, r.number);
  v.text({"purchase_order", "order it belongs to", "PO-75354", true}, r.order);
  v.date({"received_on", "when", "2026-10-12"}, r.date);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<ReceiptLine> auto& l) {
  v.text({"line", "line of the order; else item_id or description tell", "1"}, l.order_line);
  v.text({"item_id", "article", "49.685.40"}, l.item_id);
  v.text({"description", "in words", ""}, l.description);
  v.number({"quantity", "received; negative when sent back", "6", true}, l.quantity);
  v.text({"unit", "UN/ECE Rec 20 code", "C62"}, l.unit);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<PostingPeriod> auto& p) {
  v.text({"entity", "short name of our entity; none: all", "DE01"}, p.entity);
  v.date({"start", "first day", "2026-09-01", true}, p.start);
  v.date({"end", "last day", "2026-09-30", true}, p.end);
  v.text({"status", "", "closed", false, Form::word, "closed|open"}, p.status);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<ApprovalLimit> auto& a) {
  v.text({"role", "who may approve", "clerk", true}, a.role);
  v.text({"currency", "ISO 4217 code", "EUR", true, Form::currency}, a.currency);
  v.number({"amount", "up to this gross amount", "1000", true}, a.amount);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<SanctionEntry> auto& s) {
  v.text({"list", "name of the list", "EU consolidated", true}, s.list);
  v.text({"entry", "number of the entry", "EU.123.45", true}, s.id);
  v.date({"list_date", "when the list was published", "2026-11-15"}, s.list_date);
  v.text({"name", "of a person or firm; none: the whole country or bank", "Example Trading House"}, s.name);
  v.texts({"aliases", "other names", "ETH"}, s.aliases);
  v.text({"country", "ISO 3166 code", "", false, Form::country}, s.country);
  v.text({"bic", "bank; its first 8 characters count", "", false, Form::bic}, s.bic);
  v.text({"iban", "account", "", false, Form::iban}, s.iban);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<RetentionRule> auto& r) {
  v.text({"country", "of our entity, ISO 3166 code", "DE", true, Form::country}, r.country);
  v.text({"class", "", "invoice", false, Form::word, "invoice|receipt|other"}, r.document_class);
  v.number({"years", "to keep documents", "8", true}, r.years);
  v.text({"clock", "from when years count", "year_end", false, Form::word, "year_end|document_date|financial_year_end"},
         r.clock);
  v.text({"legal_basis", "law and clause", "AO section 147(3)", true}, r.legal_basis);
}

template <class V>
void visit_columns(V&& v, ColumnsOf<ExpectedBill> auto& e) {
  v.text({"expected", "name of the recurring bill", "rent Leipzig", true}, e.id);
  v.text({"vendor_id", "who sends it", "V1001", true}, e.vendor_id);
  v.text({"description", "what for", "office rent"}, e.description);
  v.text({"every", "", "month", false, Form::word, "month|quarter|year"}, e.every);
  v.number({"day", "day of the month on which it is dated; default 1", "1"}, e.day);
  v.number({"grace_days", "days to wait before it counts as missing; default 10", "10"}, e.grace_days);
  v.number({"amount", "usual gross amount", "2380.00"}, e.amount);
  v.text({"currency", "ISO 4217 code", "EUR", false, Form::currency}, e.currency);
  v.date({"start", "first day on which one is dated", "2026-01-01", true}, e.start);
  v.date({"end", "last day", ""}, e.end);
}

}  // namespace ap
