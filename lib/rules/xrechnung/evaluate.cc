#include "rules/einvoice/values.h"
#include "rules/peppol/shared.h"
#include "rules/xrechnung/german.h"
#include "rules/xrechnung/rows.h"
#include "rules/xrechnung/table.h"

namespace ap::rules::xrechnung {
namespace {

using einvoice::NodeId;
using einvoice::Tree;

constexpr GermanRows kGerman = {
    row("BR-DE-1"),    row("BR-DE-2"),    row("BR-DE-3"),    row("BR-DE-4"),    row("BR-DE-5"),    row("BR-DE-6"),
    row("BR-DE-7"),    row("BR-DE-8"),    row("BR-DE-9"),    row("BR-DE-10"),   row("BR-DE-11"),   row("BR-DE-14"),
    row("BR-DE-15"),   row("BR-DE-16"),   row("BR-DE-17"),   row("BR-DE-18"),   row("BR-DE-19"),   row("BR-DE-20"),
    row("BR-DE-22"),   row("BR-DE-23-a"), row("BR-DE-23-b"), row("BR-DE-24-a"), row("BR-DE-24-b"), row("BR-DE-25-a"),
    row("BR-DE-25-b"), row("BR-DE-26"),   row("BR-DE-27"),   row("BR-DE-28"),   row("BR-DE-30"),   row("BR-DE-31"),
    row("BR-TMP-2")};

bool is_known_profile(std::string_view id) { return id == kCius || id == kExtension || id == kVehicles; }

void check_ubl(const Tree& tree, Report& report) {
  Element root = tree.root();
  report.require(row("BR-DE-21"),
                 any_at([](Element e) { return is_known_profile(e.text()); }, root, N::CustomizationID), root);
  bool every_line = true;
  for (N name : {N::InvoiceLine, N::CreditNoteLine})
    for (Element line : root.children(name)) every_line &= bool(line(N::InvoicePeriod));
  bool dated = exists(root, N::Delivery, N::ActualDeliveryDate) || root(N::InvoicePeriod) || every_line;
  report.require(row("BR-DE-TMP-32"), dated, root);
}

void check_cii(const Tree& tree, Report& report) {
  Element root = tree.root(), transaction = root(N::SupplyChainTradeTransaction);
  if (Element context = root(N::ExchangedDocumentContext)) {
    bool known = any_at([](Element e) { return is_known_profile(e.text()); }, context,
                        N::GuidelineSpecifiedDocumentContextParameter, N::ID);
    report.require(row("BR-DE-21"), known, context);
  }
  bool every_line = true;
  for (Element line : transaction.children(N::IncludedSupplyChainTradeLineItem))
    every_line &= exists(line, N::SpecifiedLineTradeSettlement, N::BillingSpecifiedPeriod);
  bool dated =
      exists(transaction, N::ApplicableHeaderTradeDelivery, N::ActualDeliverySupplyChainEvent, N::OccurrenceDateTime) ||
      exists(transaction, N::ApplicableHeaderTradeSettlement, N::BillingSpecifiedPeriod) || every_line;
  report.require(row("BR-DE-TMP-32"), dated, root);
  for (NodeId id : tree.all(N::SpecifiedLineTradeAgreement)) {
    Element agreement = tree.element(id);
    Element gross = agreement(N::GrossPriceProductTradePrice, N::BasisQuantity),
            net = agreement(N::NetPriceProductTradePrice, N::BasisQuantity);
    if (!gross || !net) continue;
    report.check(row("BR-TMP-3"), agreement, [&] {
      bool units = !gross.has(N::unitCode) || !net.has(N::unitCode) ||
                   gross.attribute(N::unitCode) == net.attribute(N::unitCode);
      return *value(gross) == *value(net) && units;
    });
  }
}

}  // namespace

std::span<const RuleInfo> table() { return kXRechnung; }

void evaluate(const Tree& tree, std::vector<Finding>& findings, Checks& checks) {
  Report report(tree, kXRechnung);
  bool ubl = is_ubl(tree.syntax());
  Element root = tree.root();
  Element currency =
      ubl ? root(N::DocumentCurrencyCode)
          : root(N::SupplyChainTradeTransaction, N::ApplicableHeaderTradeSettlement, N::InvoiceCurrencyCode);
  Decimal slack = currency.text() == "HUF" ? Decimal::scaled(5, 1) : Decimal::scaled(2, 2);
  peppol::SharedRows shared = AP_SHARED_ROWS(row, "PEPPOL-EN16931-R043", std::nullopt, slack);
  if (!ubl) {
    shared.r043 = row("PEPPOL-EN16931-R043-1");
    shared.r043_price = row("PEPPOL-EN16931-R043-2");
  }
  if (ubl) {
    peppol::check_shared_ubl(tree, shared, report);
    check_german_ubl(tree, kGerman, report);
    check_ubl(tree, report);
  } else {
    peppol::check_shared_cii(tree, shared, true, report);
    check_german_cii(tree, kGerman, report);
    check_cii(tree, report);
  }
  check_extension(tree, report);
  check_vehicles(tree, report);
  report.finish(findings, checks);
}

}  // namespace ap::rules::xrechnung
