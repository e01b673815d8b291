"""Broken and hostile PDFs, built byte by byte or with pikepdf."""
import io
import zlib

import pikepdf


def raw_pdf(objects, root=1, trailer_extra="", xref=True):
    """A PDF from {number: body bytes}; body includes dictionaries and streams as written."""
    out, offs = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for n, body in objects.items():
        offs[n] = len(out)
        out += f"{n} 0 obj\n".encode() + body + b"\nendobj\n"
    start, top = len(out), max(objects) + 1
    if xref:
        out += f"xref\n0 {top}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{offs.get(n, 0):010d} 00000 {'n' if n in offs else 'f'} \n".encode() for n in range(1, top))
    out += f"trailer\n<< /Size {top} /Root {root} 0 R {trailer_extra}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(data, extra=""):
    return f"<< /Length {len(data)} {extra}>>\nstream\n".encode() + data + b"\nendstream"


def page(contents=4, media="[0 0 595 842]", extra=""):
    return f"<< /Type /Page /Parent 2 0 R /MediaBox {media} /Contents {contents} 0 R /Resources << /Font << /F1 5 0 R >> >> {extra}>>".encode()


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
HELLO = b"BT /F1 12 Tf 50 780 Td (Invoice 4711  Total 119.00 EUR) Tj ET"


def simple(media="[0 0 595 842]", content=HELLO, extra="", page_extra=""):
    return raw_pdf({1: f"<< /Type /Catalog /Pages 2 0 R {extra}>>".encode(), 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: page(media=media, extra=page_extra), 4: stream(content), 5: FONT})


def tree_loop():
    """The page tree holds itself."""
    return raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 >>", 3: page(), 4: stream(HELLO), 5: FONT})


def parent_loop():
    """Inherited attributes in a circle."""
    return raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 6 0 R >>", 3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", 4: stream(HELLO), 5: FONT, 6: b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>"})


def xref_loop():
    """/Prev points at itself."""
    data = simple()
    at = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", f"/Prev {at} /Root 1 0 R".encode())


def form_loop():
    """A form that draws itself."""
    return raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>", 4: stream(b"/X Do"), 5: FONT,
                    6: stream(b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X 6 0 R >> >> ")})


def many_pages(n=20000):
    """n pages that share one content, in object streams: small."""
    doc = pikepdf.new()
    content = doc.make_indirect(pikepdf.Stream(doc, b"0 0 m 10 10 l S"))
    N = pikepdf.Name
    pages = doc.Root.Pages
    kids = []
    for _ in range(n):
        kids.append(doc.make_indirect(pikepdf.Dictionary(Type=N.Page, Parent=pages, MediaBox=[0, 0, 200, 200], Contents=content)))
    pages.Kids = pikepdf.Array(kids)
    pages.Count = n
    out = io.BytesIO()
    doc.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def encrypted(user, owner="owner-secret"):
    """Encrypted; an empty user password opens for everybody."""
    doc = pikepdf.open(io.BytesIO(simple()))
    out = io.BytesIO()
    doc.save(out, static_id=True, encryption=pikepdf.Encryption(user=user, owner=owner, R=4))
    return out.getvalue()


def flate_bomb(mib=2048):
    """A content stream that inflates to `mib` MiB of blanks, deflated twice."""
    c = zlib.compressobj(9)
    head = c.compress(b"") + c.flush(zlib.Z_FULL_FLUSH)
    block = c.compress(b" " * (1 << 20)) + c.flush(zlib.Z_FULL_FLUSH)     # after a full flush the same input gives the same bytes
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    n = mib << 20
    adler = ((n + 16 * n * (n + 1)) % 65521) << 16 | (1 + 32 * n) % 65521
    once = head + block * mib + end + adler.to_bytes(4, "big")
    twice = zlib.compress(once, 9)
    return raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: page(), 4: stream(twice, "/Filter [/FlateDecode /FlateDecode] "), 5: FONT})


def image_bomb():
    """An image of 60,000 x 60,000 pixels out of a few KiB."""
    once = zlib.compress(bytes(1 << 20), 9)
    return raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 6 0 R >> >> >>", 4: stream(b"q 500 0 0 500 50 50 cm /I Do Q"), 5: FONT,
                    6: stream(once, "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode ")})


def deep_arrays(n=100000):
    """Nested arrays in the catalog."""
    return simple(extra="/Deep " + "[" * n + "]" * n + " ")


def with_action():
    """Opens with a script, a launch and an embedded program; the page is harmless."""
    return simple(extra="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (calc.exe) >> >> ")


def hidden_text():
    """Another number and amount in white, invisible and off the page."""
    return simple(content=HELLO + b" BT 1 1 1 rg /F1 12 Tf 50 700 Td (Invoice 9999  Total 9999.00 EUR) Tj ET BT 3 Tr /F1 12 Tf 50 650 Td (IBAN DE00 0000) Tj ET BT /F1 12 Tf 5000 650 Td (Total 1.00) Tj ET")
