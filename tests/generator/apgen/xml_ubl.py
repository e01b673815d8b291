"""UBL 2.1 Invoice and CreditNote after EN 16931."""
from .xmlbase import NOT_TAXED, amt, categories, el, line_parts, num, pretty, reason

NS = 'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
EN = "urn:cen.eu:en16931:2017"


def party(p, tag, inv, seller):
    b = lambda *x, **k: el("cbc:" + x[0], *x[1:], **k)
    a = lambda t, *x: el("cac:" + t, *x)
    vat = a("PartyTaxScheme", b("CompanyID", p.vat_id), a("TaxScheme", b("ID", "VAT"))) if p.country not in ("US", "CA", "AU", "IN", "JP") else None
    return a(tag, a("Party", b("EndpointID", p.email, schemeID="EM"), a("PartyName", b("Name", p.name)),
                    a("PostalAddress", b("StreetName", p.street), b("CityName", p.city), b("PostalZone", p.postal), b("CountrySubentity", p.region), a("Country", b("IdentificationCode", p.country))),
                    vat, a("PartyLegalEntity", b("RegistrationName", p.name), b("CompanyID", p.reg_no or None)),
                    a("Contact", b("Name", p.person), b("Telephone", p.phone), b("ElectronicMail", p.email)) if seller else None))


def tax_category(tag, cat, rate, why=None, code=None):
    return el("cac:" + tag, el("cbc:ID", cat), el("cbc:Percent", num(rate)), el("cbc:TaxExemptionReasonCode", code) if code else None, el("cbc:TaxExemptionReason", why) if why else None,
              el("cac:TaxScheme", el("cbc:ID", "VAT")))


def write(inv, terms, customization=EN, profile=None):
    """The document as UTF-8 bytes; `terms` is the text of the payment terms."""
    credit = inv.type == "credit_note"
    cur = inv.currency
    b = lambda *x, **k: el("cbc:" + x[0], *x[1:], **k)
    a = lambda t, *x: el("cac:" + t, *x)
    money = lambda t, x: b(t, amt(x), currencyID=cur)
    root = "CreditNote" if credit else "Invoice"
    bank = inv.seller.banks[0]
    ship = inv.ship_to or (inv.buyer if inv.category == "K" else None)
    deliver = a("Delivery", b("ActualDeliveryDate", inv.delivery.isoformat()) if inv.delivery else None,
                a("DeliveryLocation", a("Address", b("StreetName", ship.street), b("CityName", ship.city), b("PostalZone", ship.postal), a("Country", b("IdentificationCode", ship.country)))) if ship else None)
    lines = []
    for i, li in enumerate(inv.lines):
        gross, off = line_parts(li)
        lines.append(a(root + "Line", b("ID", str(i + 1)), b("CreditedQuantity" if credit else "InvoicedQuantity", num(li.qty), unitCode=li.unit), money("LineExtensionAmount", li.net),
                       a("OrderLineReference", b("LineID", str((i + 1) * 10))) if inv.po else None,
                       a("AllowanceCharge", b("ChargeIndicator", "false"), b("AllowanceChargeReason", "Discount"), b("MultiplierFactorNumeric", num(li.discount)), money("Amount", off), money("BaseAmount", gross)) if off else None,
                       a("Item", b("Description", li.detail), b("Name", li.name), a("SellersItemIdentification", b("ID", li.item_id)), tax_category("ClassifiedTaxCategory", li.category, li.rate)),
                       a("Price", b("PriceAmount", num(li.price), currencyID=cur), b("BaseQuantity", num(li.base_qty), unitCode=li.unit) if li.base_qty != 1 else None)))
    why = reason(inv)
    body = [b("CustomizationID", customization), b("ProfileID", profile or ""), b("ID", inv.number), b("IssueDate", inv.issue.isoformat()),
            None if credit or not inv.due else b("DueDate", inv.due.isoformat()), b(("CreditNote" if credit else "Invoice") + "TypeCode", "381" if credit else "380"),
            b("DocumentCurrencyCode", cur), b("BuyerReference", inv.customer_no or "AP-01"),
            a("InvoicePeriod", b("StartDate", inv.period[0].isoformat()), b("EndDate", inv.period[1].isoformat())) if inv.period else None,
            a("OrderReference", b("ID", inv.po), b("SalesOrderID", inv.our_order)) if inv.po else None,
            a("BillingReference", a("InvoiceDocumentReference", b("ID", inv.preceding[0]), b("IssueDate", inv.preceding[1].isoformat()))) if inv.preceding else None,
            a("DespatchDocumentReference", b("ID", inv.delivery_note)),
            party(inv.seller, "AccountingSupplierParty", inv, True), party(inv.buyer, "AccountingCustomerParty", inv, False), deliver,
            a("PaymentMeans", b("PaymentMeansCode", "58" if inv.currency == "EUR" else "30"), b("PaymentDueDate", inv.due.isoformat()) if credit and inv.due else None, b("PaymentID", inv.reference or inv.number),
              a("PayeeFinancialAccount", b("ID", bank.iban), b("Name", inv.seller.name), a("FinancialInstitutionBranch", b("ID", bank.bic)))) if bank.iban else None,
            a("PaymentTerms", b("Note", terms))]
    for x in inv.adjusts:
        body.append(a("AllowanceCharge", b("ChargeIndicator", "true" if x.charge else "false"), b("AllowanceChargeReason", x.reason), b("MultiplierFactorNumeric", num(x.percent)) if x.percent is not None else None,
                      money("Amount", x.amount), money("BaseAmount", inv.lines_sum) if x.percent is not None else None, tax_category("TaxCategory", x.category, x.rate)))
    body.append(a("TaxTotal", money("TaxAmount", inv.tax), *[a("TaxSubtotal", money("TaxableAmount", bs), money("TaxAmount", tx), tax_category("TaxCategory", c, rt, why if c in NOT_TAXED else None, NOT_TAXED.get(c)))
                                                           for c, rt, bs, tx in categories(inv)]))
    body.append(a("LegalMonetaryTotal", money("LineExtensionAmount", inv.lines_sum), money("TaxExclusiveAmount", inv.net), money("TaxInclusiveAmount", inv.gross),
                  money("AllowanceTotalAmount", inv.allowances) if inv.allowances else None, money("ChargeTotalAmount", inv.charges) if inv.charges else None,
                  money("PrepaidAmount", inv.prepaid) if inv.prepaid else None, money("PayableRoundingAmount", inv.rounding) if inv.rounding else None, money("PayableAmount", inv.payable)))
    body += lines
    xml = f'<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" {NS}>' + "".join(x for x in body if x) + f"</{root}>"
    return pretty(xml).encode()
