#include "rules/einvoice/values.h"
#include "rules/peppol/shared.h"

namespace ap::rules::peppol {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

class SharedCii {
 public:
  SharedCii(const Tree& tree, const SharedRows& rows, bool german, Report& report)
      : tree_(tree), root_(tree.root()), rows_(rows), german_(german), report_(report) {
    transaction_ = root_(N::SupplyChainTradeTransaction);
    settlement_ = transaction_(N::ApplicableHeaderTradeSettlement);
  }

  void run() {
    if (german_) check_empty_elements(tree_, rows_.r008, N::ApplicableHeaderTradeDelivery, report_);
    for_each(N::ExchangedDocumentContext, [&](Element e) {
      report_.require(rows_.r001, exists(e, N::BusinessProcessSpecifiedDocumentContextParameter, N::ID), e);
    });
    for_each(N::ApplicableHeaderTradeSettlement, [&](Element e) { totals(e); });
    for_each(N::BuyerTradeParty,
             [&](Element e) { report_.require(rows_.r010, exists(e, N::URIUniversalCommunication, N::URIID), e); });
    for_each(N::SellerTradeParty,
             [&](Element e) { report_.require(rows_.r020, exists(e, N::URIUniversalCommunication, N::URIID), e); });
    for_each(N::SpecifiedTradeAllowanceCharge, [&](Element e) { allowance(e); });
    for_each(N::AppliedTradeAllowanceCharge, [&](Element e) { indicator(rows_.r043_price.value_or(rows_.r043), e); });
    for_each(N::SpecifiedTradeSettlementPaymentMeans, [&](Element means) {
      std::string_view code = means(N::TypeCode).trimmed();
      if (code == "49" || code == "59")
        report_.require(rows_.r061, exists(means.parent(), N::SpecifiedTradePaymentTerms, N::DirectDebitMandateID),
                        means);
    });
    for_each(N::IncludedSupplyChainTradeLineItem, [&](Element e) { line(e); });
    for (N name : {N::NetPriceProductTradePrice, N::GrossPriceProductTradePrice})
      for_each(name, [&](Element e) { price(e); });
  }

 private:
  template <class F>
  void for_each(N name, F f) {
    for (NodeId id : tree_.all(name)) f(tree_.element(id));
  }

  void totals(Element settlement) {
    Element document = settlement_(N::InvoiceCurrencyCode), accounting = settlement(N::TaxCurrencyCode);
    if (accounting)
      report_.require(
          rows_.r005,
          Normalized(accounting.text()).view() != Normalized(settlement(N::InvoiceCurrencyCode).text()).view(),
          accounting);
    std::size_t same = 0, other = 0;
    auto in = [](Element amount, Element currency) {
      return currency && amount.has(N::currencyID) && amount.attribute(N::currencyID) == currency.text();
    };
    any_at(
        [&](Element amount) {
          same += in(amount, document);
          other += document && amount.has(N::currencyID) && !in(amount, document);
          return false;
        },
        settlement, N::SpecifiedTradeSettlementHeaderMonetarySummation, N::TaxTotalAmount);
    report_.require(rows_.r053, german_ ? same <= 1 : same == 1, settlement);  // XRechnung: not more than one
    report_.require(rows_.r054, other == (accounting ? 1u : 0u), settlement);
    Element header_accounting = settlement_(N::TaxCurrencyCode);
    if (!header_accounting) return;
    if (german_ && same == 0) return;  // XRechnung: nothing to compare with
    report_.check(rows_.r055, settlement, [&] {
      auto any_in = [&](Element currency, bool below) {
        return any_at([&](Element amount) { return in(amount, currency) && value(amount)->is_negative() == below; },
                      settlement, N::SpecifiedTradeSettlementHeaderMonetarySummation, N::TaxTotalAmount);
      };
      return (any_in(header_accounting, true) && any_in(document, true)) ||
             (any_in(header_accounting, false) && any_in(document, false));
    });
  }

  void indicator(Row rule, Element a) {
    std::string_view text = a(N::ChargeIndicator, N::Indicator).trimmed();
    report_.require(rule, text == "true" || text == "false", a);
  }

  // The contexts of R041 and R042 take an allowance before R040 and R043 see it.
  void allowance(Element a) {
    Element percent = a(N::CalculationPercent), base = a(N::BasisAmount);
    if (percent && !base) return report_.fire(rows_.r041, a);
    if (!percent && base) return report_.fire(rows_.r042, a);
    if (percent && base) {
      report_.check(rows_.r040, a, [&] {
        Decimal wanted = *value(base) * *value(percent) * Decimal::scaled(1, 2);
        return (value_or_zero(a(N::ActualAmount)) - wanted).abs() <= rows_.slack;
      });
    }
    indicator(rows_.r043, a);
  }

  static Decimal sum(Element settlement, std::string_view indicator) {
    Decimal total;
    for (Element a : settlement.children(N::SpecifiedTradeAllowanceCharge))
      if (a(N::ChargeIndicator, N::Indicator).trimmed() == indicator)
        for (Element amount : a.children(N::ActualAmount)) total += *value(amount);
    return r2(total);
  }

  void line(Element line) {
    Element settlement = line(N::SpecifiedLineTradeSettlement), agreement = line(N::SpecifiedLineTradeAgreement);
    Element amount = settlement(N::SpecifiedTradeSettlementLineMonetarySummation, N::LineTotalAmount);
    Element net_price = agreement(N::NetPriceProductTradePrice);
    report_.check(rows_.r120, amount ? amount : line, [&] {
      Decimal quantity = value(line(N::SpecifiedLineTradeDelivery, N::BilledQuantity)).value_or(Decimal(1));
      Element base_quantity = net_price(N::BasisQuantity);
      if (german_ && !base_quantity) base_quantity = agreement(N::GrossPriceProductTradePrice, N::BasisQuantity);
      Decimal base = value(base_quantity).value_or(Decimal(1));
      if (base.is_zero()) base = 1;
      Decimal charges = sum(settlement, "true") - sum(settlement, "false"), net = value_or_zero(amount);
      // |net - (quantity * price / base + charges)| <= slack, multiplied by the base quantity so that nothing is
      // rounded.
      Decimal difference = (net - charges) * base - quantity * value_or_zero(net_price(N::ChargeAmount));
      return difference.abs() <= rows_.slack * base.abs();
    });
    if (settlement(N::AdditionalReferencedDocument)) {
      bool object = any_at([](Element type) { return type.text() == "130"; }, settlement,
                           N::AdditionalReferencedDocument, N::TypeCode);
      report_.require(rows_.r101, object, line);
    }
    period(settlement);
    if (german_)
      for (Element gross : agreement.children(N::GrossPriceProductTradePrice)) german_price(gross, net_price);
  }

  // Compared as texts.
  void period(Element settlement) {
    Element header = settlement_(N::BillingSpecifiedPeriod), period = settlement(N::BillingSpecifiedPeriod);
    Element start = period(N::StartDateTime), end = period(N::EndDateTime);
    auto text = [](Element when) { return when(N::DateTimeString); };
    if (start && header(N::StartDateTime)) {
      Element mine = text(start), other = text(header(N::StartDateTime));
      report_.require(rows_.r110, mine && other && mine.text() >= other.text(), start);
    }
    if (end && header(N::EndDateTime)) {
      Element mine = text(end), other = text(header(N::EndDateTime));
      report_.require(rows_.r111, mine && other && mine.text() <= other.text(), end);
    }
  }

  void german_price(Element gross, Element net) {
    Element discount = gross(N::AppliedTradeAllowanceCharge);
    if (discount) {
      bool allowance = any_at([](Element e) { return e.text() == "false"; }, gross, N::AppliedTradeAllowanceCharge,
                              N::ChargeIndicator, N::Indicator);
      report_.require(rows_.r044, allowance, gross);
    }
    if (!gross(N::ChargeAmount)) return;
    report_.check(rows_.r046, gross, [&] {
      auto price = value(net(N::ChargeAmount)), amount = value(discount(N::ActualAmount));
      return price && *price == *value(gross(N::ChargeAmount)) - amount.value_or(Decimal(0));
    });
  }

  void price(Element price) {
    for (Element base : price.children(N::BasisQuantity)) {
      report_.check(rows_.r121, base, [&] { return *value(base) > Decimal(0); });
      if (!base.has(N::unitCode)) continue;
      Element quantity = price.parent().parent()(N::SpecifiedLineTradeDelivery, N::BilledQuantity);
      report_.require(rows_.r130,
                      quantity.has(N::unitCode) && quantity.attribute(N::unitCode) == base.attribute(N::unitCode),
                      base);
    }
  }

  const Tree& tree_;
  Element root_, transaction_, settlement_;
  const SharedRows& rows_;
  bool german_;
  Report& report_;
};

}  // namespace

void check_shared_cii(const Tree& tree, const SharedRows& rows, bool german, Report& report) {
  SharedCii(tree, rows, german, report).run();
}

}  // namespace ap::rules::peppol
