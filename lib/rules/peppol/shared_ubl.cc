#include "rules/einvoice/values.h"
#include "rules/peppol/shared.h"

namespace ap::rules::peppol {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

class SharedUbl {
 public:
  SharedUbl(const Tree& tree, const SharedRows& rows, Report& report)
      : tree_(tree),
        root_(tree.root()),
        rows_(rows),
        report_(report),
        invoice_(tree.syntax() == einvoice::Syntax::ubl_invoice) {}

  void run() {
    // Looked up once: the root may have very many children.
    header_start_ = root_(N::InvoicePeriod, N::StartDate);
    header_end_ = root_(N::InvoicePeriod, N::EndDate);
    check_empty_elements(tree_, rows_.r008, N::none, report_);
    report_.require(rows_.r001, bool(root_(N::ProfileID)), root_);
    tax_totals();
    for_each(N::TaxCurrencyCode, [&](Element code) {
      bool same = Normalized(code.text()).view() == Normalized(code.parent()(N::DocumentCurrencyCode).text()).view();
      report_.require(rows_.r005, !same, code);
    });
    for_each(N::Party, [&](Element party) {
      if (party.parent().name() == N::AccountingCustomerParty)
        report_.require(rows_.r010, bool(party(N::EndpointID)), party);
      if (party.parent().name() == N::AccountingSupplierParty)
        report_.require(rows_.r020, bool(party(N::EndpointID)), party);
    });
    for (Element a : root_.children(N::AllowanceCharge)) allowance(a);
    N line_name = invoice_ ? N::InvoiceLine : N::CreditNoteLine;
    for (Element line : root_.children(line_name)) {
      for (Element a : line.children(N::AllowanceCharge)) allowance(a);
      period(line);
    }
    for_each(N::PaymentMeans, [&](Element means) {
      std::string_view code = means(N::PaymentMeansCode).trimmed();
      if (code == "49" || code == "59") report_.require(rows_.r061, exists(means, N::PaymentMandate, N::ID), means);
    });
    for (N name : {N::InvoiceLine, N::CreditNoteLine}) for_each(name, [&](Element line) { this->line(line); });
    for_each(N::Price, [&](Element price) { this->price(price); });
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  void tax_totals() {
    std::size_t with = 0, without = 0;
    for (Element total : root_.children(N::TaxTotal)) ++(total(N::TaxSubtotal) ? with : without);
    Element accounting = root_(N::TaxCurrencyCode);
    report_.require(rows_.r053, with == 1, root_);
    report_.require(rows_.r054, without == (accounting ? 1u : 0u), root_);
    if (!accounting) return;
    report_.check(rows_.r055, root_, [&] {
      auto any_in = [&](Element currency, bool below) {
        return any_at(
            [&](Element amount) {
              if (amount.attribute(N::currencyID) != Normalized(currency.text()).view()) return false;
              Decimal tax = *value(amount);
              return below ? tax <= Decimal(0) : tax >= Decimal(0);
            },
            root_, N::TaxTotal, N::TaxAmount);
      };
      Element document = root_(N::DocumentCurrencyCode);
      return (any_in(accounting, true) && any_in(document, true)) ||
             (any_in(accounting, false) && any_in(document, false));
    });
  }

  // The two contexts of R041 and R042 take an allowance before R040 and R043 see it.
  void allowance(Element a) {
    Element percent = a(N::MultiplierFactorNumeric), base = a(N::BaseAmount);
    if (percent && !base) return report_.fire(rows_.r041, a);
    if (!percent && base) return report_.fire(rows_.r042, a);
    if (percent && base) {
      report_.check(rows_.r040, a, [&] {
        Decimal wanted = *value(base) * *value(percent) * Decimal::scaled(1, 2);
        return (value_or_zero(a(N::Amount)) - wanted).abs() <= rows_.slack;
      });
    }
    std::string_view indicator = a(N::ChargeIndicator).trimmed();
    report_.require(rows_.r043, indicator == "true" || indicator == "false", a);
  }

  static Date day(Element e) {
    auto date = Date::parse(e.trimmed().substr(0, 10));
    if (!date)
      throw Unevaluable("'" + std::string(e.text().substr(0, 40)) + "' at " + e.tree().path(e.id()) + " is no date");
    return *date;
  }

  void period(Element line) {
    for (Element period : line.children(N::InvoicePeriod)) {
      Element start = period(N::StartDate), end = period(N::EndDate);
      if (start && header_start_) report_.check(rows_.r110, start, [&] { return day(start) >= day(header_start_); });
      if (end && header_end_) report_.check(rows_.r111, end, [&] { return day(end) <= day(header_end_); });
    }
  }

  Decimal sum(Element line, std::string_view indicator) const {
    Decimal total;
    for (Element a : line.children(N::AllowanceCharge))
      if (a(N::ChargeIndicator).trimmed() == indicator)
        for (Element amount : a.children(N::Amount)) total += *value(amount);
    return r2(total);
  }

  void line(Element line) {
    Element amount = line(N::LineExtensionAmount), price = line(N::Price);
    report_.check(rows_.r120, amount ? amount : line, [&] {
      Decimal quantity = value(line(invoice_ ? N::InvoicedQuantity : N::CreditedQuantity)).value_or(Decimal(1));
      Decimal base = value(price(N::BaseQuantity)).value_or(Decimal(1));
      if (base.is_zero()) base = 1;
      Decimal charges = sum(line, "true") - sum(line, "false"), net = value_or_zero(amount);
      // |net - (quantity * price / base + charges)| <= slack, multiplied by the base quantity so that nothing is
      // rounded.
      Decimal difference = (net - charges) * base - quantity * value_or_zero(price(N::PriceAmount));
      return difference.abs() <= rows_.slack * base.abs();
    });
    Element base = price(N::BaseQuantity);
    if (base) report_.check(rows_.r121, base, [&] { return *value(base) > Decimal(0); });
    if (line(N::DocumentReference))
      report_.require(
          rows_.r101,
          any_at([](Element type) { return type.text() == "130"; }, line, N::DocumentReference, N::DocumentTypeCode),
          line);
  }

  void price(Element price) {
    for (Element a : price.children(N::AllowanceCharge)) {
      report_.require(rows_.r044, a(N::ChargeIndicator).trimmed() == "false", a);
      Element gross = a(N::BaseAmount);
      if (!gross) continue;
      report_.check(rows_.r046, a, [&] {
        auto net = value(price(N::PriceAmount)), discount = value(a(N::Amount));
        return net && discount && *net == *value(gross) - *discount;
      });
    }
    for (Element base : price.children(N::BaseQuantity)) {
      if (!base.has(N::unitCode)) continue;
      Element line = price.parent();
      if (!line(N::InvoicedQuantity) && !line(N::CreditedQuantity)) continue;
      Element quantity = line(invoice_ ? N::InvoicedQuantity : N::CreditedQuantity);
      report_.require(rows_.r130,
                      quantity.has(N::unitCode) && quantity.attribute(N::unitCode) == base.attribute(N::unitCode),
                      base);
    }
  }

  const Tree& tree_;
  Element root_, header_start_, header_end_;
  const SharedRows& rows_;
  Report& report_;
  bool invoice_;
};

}  // namespace

void check_empty_elements(const Tree& tree, Row rule, N except, Report& report) {
  for (NodeId id = 0; id < tree.size(); ++id) {
    const einvoice::Node& node = tree.node(id);
    if (node.end == id + 1 && tree.element(id).blank() && (except == N::none || node.name != except))
      report.fire(rule, tree.element(id));
  }
}

void check_shared_ubl(const Tree& tree, const SharedRows& rows, Report& report) { SharedUbl(tree, rows, report).run(); }

}  // namespace ap::rules::peppol
