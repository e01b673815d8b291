"""Mails that carry invoices: one .eml, mbox, Maildir."""
from email.message import EmailMessage
from email.policy import SMTP

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_header(d, hh=9, mm=14):
    return f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[d.weekday()]}, {d.day:02d} {MONTHS[d.month - 1]} {d.year} {hh:02d}:{mm:02d}:00 +0000"


MIME = {"pdf": ("application", "pdf"), "xml": ("application", "xml"), "png": ("image", "png"), "jpg": ("image", "jpeg"), "tif": ("image", "tiff")}


def message(sender, to, subject, when, body, attachments, ident, html=False):
    """A mail as EmailMessage; attachments: [(file name, bytes)]."""
    m = EmailMessage(policy=SMTP)
    m["From"], m["To"], m["Subject"], m["Date"] = sender, to, subject, date_header(when)
    m["Message-ID"] = f"<{ident}@mail.example>"
    m.set_content(body)
    if html:
        m.add_alternative("<html><body><p>" + body.replace("\n", "<br>") + "</p></body></html>", subtype="html")
    for name, data in attachments:
        a, b = MIME[name.rsplit(".", 1)[-1].lower()]
        m.add_attachment(data, maintype=a, subtype=b, filename=name)
    n = 0
    for part in m.walk():
        if part.is_multipart():
            part.set_boundary(f"=_part_{n}_{ident.replace('.', '_')[:40]}")
            n += 1
    return m


def mbox(messages):
    """Messages in mboxrd form."""
    out = []
    for m in messages:
        lines = m.as_bytes(policy=m.policy.clone(linesep="\n")).split(b"\n")
        out.append(b"From billing@example Sun Nov 22 09:14:00 2026")
        out += [b">" + x if x.lstrip(b">").startswith(b"From ") else x for x in lines]
        out.append(b"")
    return b"\n".join(out)
