// How the e-invoice model crosses the pipe. Included by messages.cc alone.
//
// Numbers and dates travel as the text that Decimal and Date parse strictly; "" stands for absent.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/sandbox/wire.h"
#include "ports/reader.h"

namespace ap {

template <class A>
void describe_date(A& a, std::optional<Date>& t) {
  std::string_view text;
  a.raw(text);
  t = text.empty() ? std::nullopt : Date::parse(text);
  a.check(text.empty() == !t);
}

template <class A>
void describe_date(A& a, const std::optional<Date>& t) {
  a.raw(t ? t->str() : std::string());
}

template <class A>
void describe_number(A& a, std::optional<Decimal>& t) {
  std::string_view text;
  a.raw(text);
  t = text.empty() ? std::nullopt : Decimal::parse(text);
  a.check(text.empty() == !t);
}

template <class A>
void describe_number(A& a, const std::optional<Decimal>& t) {
  a.raw(t ? t->str() : std::string());
}

template <class A, class... Numbers>
void describe_numbers(A& a, Numbers&... numbers) {
  (describe_number(a, numbers), ...);
}

template <class A, wire::Either<Address> T>
void describe(A& a, T& t) {
  a(t.street, t.city, t.postal_code, t.region, t.country);
}

template <class A, wire::Either<Party> T>
void describe(A& a, T& t) {
  a(t.name, t.vat_id, t.tax_number, t.registration_id, t.address, t.email, t.phone);
}

template <class A, wire::Either<CashDiscount> T>
void describe(A& a, T& t) {
  describe_numbers(a, t.percent, t.days);
}

template <class A, wire::Either<Payment> T>
void describe(A& a, T& t) {
  a(t.means, t.iban, t.bic, t.account_name, t.reference, t.terms, t.discounts);
}

template <class A, wire::Either<Totals> T>
void describe(A& a, T& t) {
  describe_numbers(a, t.lines, t.allowances, t.charges, t.net, t.tax, t.gross, t.prepaid, t.rounding, t.payable);
}

template <class A, wire::Either<Tax> T>
void describe(A& a, T& t) {
  a(t.category, t.exemption_reason);
  describe_numbers(a, t.rate, t.basis, t.amount);
}

template <class A, wire::Either<AllowanceCharge> T>
void describe(A& a, T& t) {
  a(t.charge, t.reason, t.tax_category);
  describe_numbers(a, t.amount, t.basis, t.percent, t.tax_rate);
}

template <class A, wire::Either<Line> T>
void describe(A& a, T& t) {
  a(t.id, t.description, t.item_id, t.unit, t.tax_category, t.purchase_order_line);
  describe_numbers(a, t.quantity, t.unit_price, t.price_base_quantity, t.discount, t.net, t.tax_rate);
}

template <class A, wire::Either<Invoice> T>
void describe(A& a, T& t) {
  a(t.type, t.number, t.currency, t.purchase_order, t.contract, t.buyer_reference, t.preceding_invoice);
  describe_date(a, t.issue_date);
  describe_date(a, t.due_date);
  describe_date(a, t.tax_point_date);
  describe_date(a, t.period.start);
  describe_date(a, t.period.end);
  a(t.seller, t.buyer, t.payee, t.delivery.name, t.delivery.address);
  describe_date(a, t.delivery.date);
  a(t.payment, t.totals, t.taxes, t.allowances_charges, t.lines);
}

template <class A, wire::Either<Finding> T>
void describe(A& a, T& t) {
  a(t.set, t.rule, t.severity, t.field, t.path, t.message, t.expected, t.actual);
}

template <class A, wire::Either<NotRun> T>
void describe(A& a, T& t) {
  a(t.rule, t.reason);
}

template <class A, wire::Either<KeptValue> T>
void describe(A& a, T& t) {
  a(t.path, t.value, t.xml);
}

template <class A, wire::Either<EInvoiceReading> T>
void describe(A& a, T& t) {
  a(t.syntax, t.profile, t.document_type_code, t.invoice, t.paths, t.findings);
  a(t.checks.run, t.checks.failed, t.checks.not_run, t.kept);
}

namespace wire {
template <>
inline constexpr int kEnumerators<InvoiceType> = 3;
template <>
inline constexpr int kEnumerators<Severity> = 3;
}  // namespace wire

}  // namespace ap
