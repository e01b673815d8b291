"""UN/CEFACT Cross Industry Invoice (D16B) after EN 16931, and the older ZUGFeRD 1.0 form."""
from .xmlbase import NOT_TAXED, amt, categories, el, line_parts, num, pretty, reason

PROFILES = {
    "en16931": "urn:cen.eu:en16931:2017",
    "basic": "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic",
    "extended": "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
    "xrechnung": "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
    "zugferd1": "urn:ferd:CrossIndustryDocument:invoice:1p0:comfort",
}
V2 = ('rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" '
      'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"')
V1 = ('rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12" '
      'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15"')


def r(tag, *body, **attrs):
    return el("ram:" + tag, *body, **attrs)


def when(tag, d):
    return r(tag, el("udt:DateTimeString", d.strftime("%Y%m%d"), format="102")) if d else None


def flag(x):
    return r("ChargeIndicator", el("udt:Indicator", "true" if x else "false"))


def party(tag, p, contact=False):
    vat = r("SpecifiedTaxRegistration", r("ID", p.vat_id, schemeID="VA")) if p.country not in ("US", "CA", "AU", "IN", "JP") else None
    return r(tag, r("Name", p.name), r("SpecifiedLegalOrganization", r("ID", p.reg_no)) if p.reg_no and contact != "v1" else None,
             r("DefinedTradeContact", r("PersonName", p.person), r("TelephoneUniversalCommunication", r("CompleteNumber", p.phone)), r("EmailURIUniversalCommunication", r("URIID", p.email))) if contact is True else None,
             r("PostalTradeAddress", r("PostcodeCode", p.postal), r("LineOne", p.street), r("CityName", p.city), r("CountryID", p.country), r("CountrySubDivisionName", p.region) if contact != "v1" else None),
             r("URIUniversalCommunication", r("URIID", p.email, schemeID="EM")) if contact != "v1" else None, vat)


def write(inv, terms, profile="en16931"):
    """CII D16B as UTF-8 bytes."""
    credit, cur, bank = inv.type == "credit_note", inv.currency, inv.seller.banks[0]
    why = reason(inv)
    lines = []
    for i, li in enumerate(inv.lines):
        gross, off = line_parts(li)
        lines.append(r("IncludedSupplyChainTradeLineItem", r("AssociatedDocumentLineDocument", r("LineID", str(i + 1))),
                       r("SpecifiedTradeProduct", r("SellerAssignedID", li.item_id) if profile != "basic" else None, r("Name", li.name), r("Description", li.detail) if profile != "basic" else None),
                       r("SpecifiedLineTradeAgreement", r("NetPriceProductTradePrice", r("ChargeAmount", num(li.price)), r("BasisQuantity", num(li.base_qty), unitCode=li.unit) if li.base_qty != 1 else None)),
                       r("SpecifiedLineTradeDelivery", r("BilledQuantity", num(li.qty), unitCode=li.unit)),
                       r("SpecifiedLineTradeSettlement", r("ApplicableTradeTax", r("TypeCode", "VAT"), r("CategoryCode", li.category), r("RateApplicablePercent", num(li.rate))),
                         r("SpecifiedTradeAllowanceCharge", flag(False), r("CalculationPercent", num(li.discount)), r("BasisAmount", amt(gross)), r("ActualAmount", amt(off)), r("Reason", "Discount")) if off else None,
                         r("SpecifiedTradeSettlementLineMonetarySummation", r("LineTotalAmount", amt(li.net))))))
    ship = inv.ship_to or (inv.buyer if inv.category == "K" else None)
    delivery = r("ApplicableHeaderTradeDelivery", r("ShipToTradeParty", r("Name", ship.name), r("PostalTradeAddress", r("PostcodeCode", ship.postal), r("LineOne", ship.street), r("CityName", ship.city), r("CountryID", ship.country))) if ship else None,
                 r("ActualDeliverySupplyChainEvent", when("OccurrenceDateTime", inv.delivery)) if inv.delivery else None,
                 r("DespatchAdviceReferencedDocument", r("IssuerAssignedID", inv.delivery_note)) if inv.delivery_note and profile not in ("basic",) else None) or "<ram:ApplicableHeaderTradeDelivery/>"
    agreement = r("ApplicableHeaderTradeAgreement", r("BuyerReference", inv.customer_no or "AP-01"), party("SellerTradeParty", inv.seller, profile != "basic"), party("BuyerTradeParty", inv.buyer),
                  r("SellerOrderReferencedDocument", r("IssuerAssignedID", inv.our_order)) if inv.our_order and profile != "basic" else None, r("BuyerOrderReferencedDocument", r("IssuerAssignedID", inv.po)) if inv.po else None)
    taxes = [r("ApplicableTradeTax", r("CalculatedAmount", amt(tx)), r("TypeCode", "VAT"), r("ExemptionReason", why) if c in NOT_TAXED and why else None, r("BasisAmount", amt(bs)), r("CategoryCode", c),
               r("ExemptionReasonCode", NOT_TAXED[c]) if NOT_TAXED.get(c) else None, r("RateApplicablePercent", num(rt))) for c, rt, bs, tx in categories(inv)]
    adj = [r("SpecifiedTradeAllowanceCharge", flag(x.charge), r("CalculationPercent", num(x.percent)) if x.percent is not None else None, r("BasisAmount", amt(inv.lines_sum)) if x.percent is not None else None, r("ActualAmount", amt(x.amount)),
             r("Reason", x.reason), r("CategoryTradeTax", r("TypeCode", "VAT"), r("CategoryCode", x.category), r("RateApplicablePercent", num(x.rate)))) for x in inv.adjusts]
    settle = r("ApplicableHeaderTradeSettlement", r("PaymentReference", inv.reference or inv.number), r("InvoiceCurrencyCode", cur),
               r("SpecifiedTradeSettlementPaymentMeans", r("TypeCode", "58" if cur == "EUR" else "30"), r("PayeePartyCreditorFinancialAccount", r("IBANID", bank.iban), r("AccountName", inv.seller.name) if profile != "basic" else None),
                 r("PayeeSpecifiedCreditorFinancialInstitution", r("BICID", bank.bic)) if profile != "basic" else None) if bank.iban else None,
               *taxes, r("BillingSpecifiedPeriod", when("StartDateTime", inv.period[0]), when("EndDateTime", inv.period[1])) if inv.period else None, *adj,
               r("SpecifiedTradePaymentTerms", r("Description", terms), when("DueDateDateTime", inv.due)),
               r("SpecifiedTradeSettlementHeaderMonetarySummation", r("LineTotalAmount", amt(inv.lines_sum)), r("ChargeTotalAmount", amt(inv.charges)) if inv.charges else None,
                 r("AllowanceTotalAmount", amt(inv.allowances)) if inv.allowances else None, r("TaxBasisTotalAmount", amt(inv.net)), r("TaxTotalAmount", amt(inv.tax), currencyID=cur),
                 r("RoundingAmount", amt(inv.rounding)) if inv.rounding else None, r("GrandTotalAmount", amt(inv.gross)), r("TotalPrepaidAmount", amt(inv.prepaid)) if inv.prepaid else None, r("DuePayableAmount", amt(inv.payable))),
               r("InvoiceReferencedDocument", r("IssuerAssignedID", inv.preceding[0])) if inv.preceding else None)
    xml = (f"<{V2}>" + el("rsm:ExchangedDocumentContext", r("BusinessProcessSpecifiedDocumentContextParameter", r("ID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")) if profile == "xrechnung" else None,
                          r("GuidelineSpecifiedDocumentContextParameter", r("ID", PROFILES[profile])))
           + el("rsm:ExchangedDocument", r("ID", inv.number), r("TypeCode", "381" if credit else "380"), when("IssueDateTime", inv.issue))
           + el("rsm:SupplyChainTradeTransaction", *lines, agreement, delivery, settle) + "</rsm:CrossIndustryInvoice>")
    return pretty(xml).encode()


def write_v1(inv, terms):
    """ZUGFeRD 1.0, profile comfort."""
    credit, cur, bank = inv.type == "credit_note", inv.currency, inv.seller.banks[0]
    m = lambda t, x: r(t, amt(x), currencyID=cur)
    lines = []
    for i, li in enumerate(inv.lines):
        gross, off = line_parts(li)
        lines.append(r("IncludedSupplyChainTradeLineItem", r("AssociatedDocumentLineDocument", r("LineID", str(i + 1))),
                       r("SpecifiedSupplyChainTradeAgreement", r("NetPriceProductTradePrice", r("ChargeAmount", num(li.price * (100 - li.discount) / 100), currencyID=cur), r("BasisQuantity", "1", unitCode=li.unit))),
                       r("SpecifiedSupplyChainTradeDelivery", r("BilledQuantity", num(li.qty), unitCode=li.unit)),
                       r("SpecifiedSupplyChainTradeSettlement", r("ApplicableTradeTax", r("TypeCode", "VAT"), r("CategoryCode", li.category), r("ApplicablePercent", num(li.rate))), r("SpecifiedTradeSettlementMonetarySummation", m("LineTotalAmount", li.net))),
                       r("SpecifiedTradeProduct", r("SellerAssignedID", li.item_id), r("Name", li.name))))
    taxes = [r("ApplicableTradeTax", m("CalculatedAmount", tx), r("TypeCode", "VAT"), r("ExemptionReason", inv.note) if inv.note and c in NOT_TAXED else None, m("BasisAmount", bs), r("CategoryCode", c), r("ApplicablePercent", num(rt))) for c, rt, bs, tx in categories(inv)]
    adj = [r("SpecifiedTradeAllowanceCharge", flag(x.charge), m("ActualAmount", x.amount), r("Reason", x.reason), r("CategoryTradeTax", r("TypeCode", "VAT"), r("CategoryCode", x.category), r("ApplicablePercent", num(x.rate)))) for x in inv.adjusts]
    settle = r("ApplicableSupplyChainTradeSettlement", r("PaymentReference", inv.reference or inv.number), r("InvoiceCurrencyCode", cur),
               r("SpecifiedTradeSettlementPaymentMeans", r("TypeCode", "31"), r("PayeePartyCreditorFinancialAccount", r("IBANID", bank.iban)), r("PayeeSpecifiedCreditorFinancialInstitution", r("BICID", bank.bic))) if bank.iban else None,
               *taxes, *adj, r("SpecifiedTradePaymentTerms", r("Description", terms), when("DueDateDateTime", inv.due)),
               r("SpecifiedTradeSettlementMonetarySummation", m("LineTotalAmount", inv.lines_sum), m("ChargeTotalAmount", inv.charges), m("AllowanceTotalAmount", inv.allowances), m("TaxBasisTotalAmount", inv.net), m("TaxTotalAmount", inv.tax),
                 m("GrandTotalAmount", inv.gross), m("TotalPrepaidAmount", inv.prepaid) if inv.prepaid else None, m("DuePayableAmount", inv.payable)))
    xml = (f"<{V1}>" + el("rsm:SpecifiedExchangedDocumentContext", r("GuidelineSpecifiedDocumentContextParameter", r("ID", PROFILES["zugferd1"])))
           + el("rsm:HeaderExchangedDocument", r("ID", inv.number), r("Name", "GUTSCHRIFT" if credit else "RECHNUNG"), r("TypeCode", "381" if credit else "380"), when("IssueDateTime", inv.issue))
           + el("rsm:SpecifiedSupplyChainTradeTransaction",
                r("ApplicableSupplyChainTradeAgreement", r("BuyerReference", inv.customer_no), party("SellerTradeParty", inv.seller, "v1"), party("BuyerTradeParty", inv.buyer, "v1"), r("BuyerOrderReferencedDocument", r("ID", inv.po)) if inv.po else None),
                r("ApplicableSupplyChainTradeDelivery", r("ActualDeliverySupplyChainEvent", when("OccurrenceDateTime", inv.delivery or inv.issue))), settle, *lines) + "</rsm:CrossIndustryDocument>")
    return pretty(xml).encode()
