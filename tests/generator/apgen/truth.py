"""The truth line of one document: expected values, and which of them are visible on its pages."""
from . import countries as C


def plain(x):
    """Decimal as a plain string, at least two places."""
    return f"{x:.2f}" if x.as_tuple().exponent >= -2 else f"{x.normalize():f}"


def number(x):
    """Quantity or rate without trailing zeros."""
    return f"{x.normalize():f}"


def base(inv):
    e = {"type": "credit_note" if inv.type == "credit_note" else "invoice", "number": inv.number, "issue_date": inv.issue.isoformat(), "currency": inv.currency,
         "seller_name": inv.seller.name, "buyer_name": inv.buyer.name if inv.buyer else None, "purchase_order": inv.po or None, "due_date": inv.due.isoformat() if inv.due else None,
         "net": plain(inv.net), "tax": plain(inv.tax), "gross": plain(inv.gross), "payable": plain(inv.payable),
         "seller_vat_id": inv.seller.vat_id if inv.seller.country != "US" else None,
         "iban": inv.seller.banks[0].iban if inv.seller.banks else None}
    if inv.type == "receipt":
        e["type"] = "invoice"
    return {k: v for k, v in e.items() if v}


def alternatives(inv, v=None):
    """Other forms that are right too: a VAT number printed without its country, further accounts of the seller."""
    alt, c, vat = {}, inv.seller.country, inv.seller.vat_id
    if v is not None and v.vat_printed == "bare" or c == "NO":
        alt["seller_vat_id"] = [vat[2:]]
    if c in ("CH", "NO"):
        alt.setdefault("seller_vat_id", []).extend([vat + x for x in ("MWST", "TVA", "IVA")] if c == "CH" else [vat.replace("MVA", ""), vat[2:].replace("MVA", "")])
    if v is not None and len(v.ibans) > 1:
        alt["iban"] = [x for x in v.ibans if x != inv.seller.banks[0].iban]
    return alt


def lines(inv, cells):
    out = []
    for li in inv.lines:
        d = {"description": li.desc, "description_visible": True, "net": plain(li.net), "visible": True}
        if "qty" in cells:
            d["quantity"] = number(li.qty)
        if "price" in cells:
            d["unit_price"] = number(li.price)
        if "rate" in cells:
            d["tax_rate"] = number(li.rate)
        out.append(d)
    return out


def more(inv):
    """Values beyond the scored ones, for finer tests."""
    s = inv.seller
    d = {"language": inv.lang, "country": s.country, "buyer_vat_id": inv.buyer.vat_id if inv.buyer else None, "bic": s.banks[0].bic if s.banks else None, "reference": inv.reference or None,
         "customer_no": inv.customer_no or None, "delivery_date": inv.delivery.isoformat() if inv.delivery else None, "preceding_invoice": inv.preceding[0] if inv.preceding else None,
         "prepaid": plain(inv.prepaid) if inv.prepaid else None, "rounding": plain(inv.rounding) if inv.rounding else None, "prior_balance": plain(inv.prior_balance) if inv.prior_balance else None,
         "discount": {"percent": number(inv.skonto[0]), "days": inv.skonto[1]} if inv.skonto else None, "terms_days": inv.days,
         "taxes": [{"rate": number(t.rate), "basis": plain(t.basis), "amount": plain(t.amount), "category": t.category} for t in inv.taxes],
         "allowances": plain(inv.allowances) if inv.allowances else None, "charges": plain(inv.charges) if inv.charges else None,
         "tax_number": s.tax_no or None, "registration_id": s.reg_no or None, "email": s.email or None, "phone": s.phone or None, "street": s.street, "postal_code": s.postal, "city": s.city,
         "buyer_street": inv.buyer.street if inv.buyer else None, "buyer_postal_code": inv.buyer.postal if inv.buyer else None, "buyer_city": inv.buyer.city if inv.buyer else None,
         "account": s.banks[0].account or None if s.banks else None, "period": [x.isoformat() for x in inv.period] if inv.period else None,
         "ship_to": {"name": inv.ship_to.name, "street": inv.ship_to.street, "postal_code": inv.ship_to.postal, "city": inv.ship_to.city} if inv.ship_to else None}
    return {k: v for k, v in d.items() if v is not None}


def for_print(inv, v, file, group, set_, pages, split, **extra):
    """Truth of a printed document laid out through View `v`."""
    exp = base(inv)
    seen = set(v.seen)
    if "payable" not in seen and "gross" in seen and inv.payable == inv.gross:
        seen.add("payable")
    if "tax" not in seen and len(inv.taxes) == 1 and "taxrow" in seen:
        seen.add("tax")
    if "amount" in v.cells:
        exp["lines"] = lines(inv, v.cells)
    vis = {k: k in seen for k in exp if k != "lines"}
    if v.ibans and "iban" in exp and inv.seller.banks[0].iban not in v.ibans:
        exp["iban"] = v.ibans[0]
    if "lines" in exp:
        vis["lines"] = True
    out = {"alt": alternatives(inv, v), "expected": exp, "file": file, "group": group, "more": more(inv), "pages": pages, "set": set_, "sign_free": inv.type == "credit_note", "split": split,
           "type_code": "381" if inv.type == "credit_note" else "380", "visible": vis}
    out.update(extra)
    return out


def for_xml(inv, file, group, set_, split, **extra):
    """Truth of an e-invoice: everything is there."""
    exp = base(inv)
    exp["lines"] = lines(inv, {"qty", "price", "rate"})
    out = {"alt": {}, "expected": exp, "file": file, "group": group, "more": more(inv), "pages": 0, "set": set_, "sign_free": inv.type == "credit_note", "split": split,
           "type_code": "381" if inv.type == "credit_note" else "380", "visible": {k: True for k in exp}}
    out.update(extra)
    return out
