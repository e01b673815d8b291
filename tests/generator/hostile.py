#!/usr/bin/python3
"""Builds the collection of bad input: broken, hostile, huge.  Nothing of it is kept in the repository.

usage: hostile.py OUT [--sparse] [--list]

--sparse  also a sparse file of 2 GiB.  OUT/expected.ndjson says for each file what a careful program does:
          refuse (state failed, a named reason), read (an ordinary document or an ordinary failure), or either.
"""
import argparse
import io
import json
import os
import struct
import sys
import zipfile
import zlib

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from apgen import hostile_pdf as P  # noqa: E402

UBL = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"


def png(w, h, data=b""):
    """A PNG that claims w x h pixels and holds almost none."""
    chunk = lambda t, d: struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(data or bytes(100))) + chunk(b"IEND", b"")


def tiff(w, h, loop=False):
    """A TIFF that claims w x h pixels; loop: its directory chain never ends."""
    tags = [(256, 4, 1, w), (257, 4, 1, h), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, h), (279, 4, 1, 64)]
    ifd = 8 + 64
    out = b"II*\0" + struct.pack("<I", ifd) + bytes(64) + struct.pack("<H", len(tags))
    out += b"".join(struct.pack("<HHII", *t) for t in tags)
    return out + struct.pack("<I", ifd if loop else 0)


def jpeg(w, h):
    """A JPEG header with those dimensions and no data."""
    return bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, h, w, 1) + b"\x01\x11\x00" + bytes.fromhex("ffda0008010100003f00") + b"\x00" * 20 + b"\xff\xd9"


def xml(body, head='<?xml version="1.0" encoding="UTF-8"?>'):
    return f'{head}\n<Invoice xmlns="{UBL}" xmlns:cbc="{CBC}">{body}</Invoice>'


def laughs():
    ent = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(12))
    return xml("<cbc:ID>&m;</cbc:ID>", f'<?xml version="1.0"?><!DOCTYPE Invoice [{ent}]>').encode()


def external():
    return xml("<cbc:ID>&x;</cbc:ID>", '<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/hostname">]>').encode()


def parameter_entity():
    return xml("<cbc:ID>1</cbc:ID>", '<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>').encode()


def mail(parts, extra="", subject="Invoice"):
    b = "BOUNDARY"
    head = f"From: a@supplier.example\r\nTo: invoices@buyer.example\r\nSubject: {subject}\r\nMessage-ID: <hostile@mail.example>\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\n{extra}"
    body = "".join(f"--{b}\r\n{h}\r\n\r\n{t}\r\n" for h, t in parts)
    return f'{head}Content-Type: multipart/mixed; boundary="{b}"\r\n\r\n{body}--{b}--\r\n'.encode()


def mail_thousand():
    return mail([("Content-Type: text/plain", "See attached.")] + [(f'Content-Type: text/xml\r\nContent-Disposition: attachment; filename="i{n}.xml"', f"<a>{n}</a>") for n in range(1000)])


def mail_nested(depth=200):
    m = b"From: x@supplier.example\r\nSubject: innermost\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
    for i in range(depth):
        m = f"From: x@supplier.example\r\nSubject: level {i}\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n".encode() + m
    return m


def mail_multiparts(depth=2000):
    out = "From: x@supplier.example\r\nSubject: boundaries\r\nMIME-Version: 1.0\r\n"
    for i in range(depth):
        out += f'Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n'
    return (out + "Content-Type: text/plain\r\n\r\nend\r\n").encode()


def zip_bomb():
    b = io.BytesIO()
    with zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as z:
        for i in range(4):
            info = zipfile.ZipInfo(f"invoice-{i}.pdf", (2026, 11, 20, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, bytes(64 << 20))
    return b.getvalue()


def zip_paths():
    b = io.BytesIO()
    with zipfile.ZipFile(b, "w") as z:
        for n in ("../../../tmp/escaped.pdf", "/etc/escaped.pdf", "a\\..\\b.pdf", "ok.pdf"):
            z.writestr(zipfile.ZipInfo(n, (2026, 11, 20, 8, 0, 0)), P.simple())
    return b.getvalue()


GOOD_LINE = {"schema": "ap.record/1", "id": "0" * 64, "trace_id": "0" * 32, "state": "received", "source": {"name": "a.pdf", "path": "a.pdf", "media_type": "application/pdf", "bytes": 1, "channel": "file"}}


def ndjson():
    good = json.dumps(GOOD_LINE).encode()
    bad = [b"{", b"", b"not json", b"[]", b"null", b'{"schema":"ap.record/99"}', good[:60], b'{"schema":"ap.record/1","id":5}', b"\xff\xfe\x00", b'{"a":' * 5000 + b"1" + b"}" * 5000,
           b'{"schema":"ap.record/1","schema":"twice"}', good.replace(b'"bytes": 1', b'"bytes": 1e400'), good.replace(b"a.pdf", b"a\\u0000.pdf"), good.replace(b"a.pdf", b"\\ud800")]
    return b"\n".join([good] + bad + [good]) + b"\n"


CASES = [
    # name, expectation, what it is, maker
    ("empty.pdf", "refuse", "no byte at all", lambda: b""),
    ("empty.xml", "refuse", "no byte at all", lambda: b""),
    ("one-byte.pdf", "refuse", "a single byte", lambda: b"%"),
    ("header-only.pdf", "refuse", "a PDF header and nothing else", lambda: b"%PDF-1.7\n"),
    ("truncated.pdf", "either", "cut in the middle", lambda: P.simple()[:400]),
    ("no-xref.pdf", "read", "the table of objects is missing; repairable", lambda: P.raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: P.page(), 4: P.stream(P.HELLO), 5: P.FONT}, xref=False)),
    ("garbage-before.pdf", "read", "1 KiB of noise before the header", lambda: b"\x00junk" * 200 + b"\n" + P.simple()),
    ("tree-loop.pdf", "either", "the page tree holds itself", P.tree_loop),
    ("parent-loop.pdf", "either", "inheritance in a circle", P.parent_loop),
    ("xref-loop.pdf", "either", "/Prev points at itself", P.xref_loop),
    ("form-loop.pdf", "either", "a form that draws itself", P.form_loop),
    ("deep-arrays.pdf", "either", "arrays nested 100,000 deep", P.deep_arrays),
    ("encrypted-open.pdf", "read", "encrypted, the user password is empty", lambda: P.encrypted("")),
    ("encrypted.pdf", "refuse", "needs the password 'secret'", lambda: P.encrypted("secret")),
    ("pages-20000.pdf", "refuse", "20,000 pages in a small file", P.many_pages),
    ("page-200000pt.pdf", "either", "a page of 200,000 x 200,000 points", lambda: P.simple(media="[0 0 200000 200000]")),
    ("page-zero.pdf", "either", "a page without extent", lambda: P.simple(media="[0 0 0 0]")),
    ("page-nan.pdf", "either", "a media box that is no box", lambda: P.simple(media="[0 /x 1e99 (a)]")),
    ("flate-bomb.pdf", "either", "a content stream that inflates to 2 GiB", P.flate_bomb),
    ("image-bomb.pdf", "either", "an image of 60,000 x 60,000 pixels", P.image_bomb),
    ("script.pdf", "read", "scripts and launch actions; the page is harmless", P.with_action),
    ("hidden-text.pdf", "read", "a second invoice number and amount in white", P.hidden_text),
    ("zip-renamed.pdf", "refuse", "a zip called .pdf", zip_paths),
    ("png-renamed.pdf", "either", "a small picture called .pdf", lambda: png(40, 40, bytes(41 * 40))),
    ("html-renamed.pdf", "refuse", "an error page of a portal called .pdf", lambda: b"<!DOCTYPE html><html><body>Session expired</body></html>"),
    ("pixels-50000.png", "refuse", "claims 50,000 x 50,000 pixels", lambda: png(50000, 50000)),
    ("pixels-max.png", "refuse", "claims 2^31-1 pixels a side", lambda: png(2**31 - 1, 2**31 - 1)),
    ("pixels-50000.tif", "refuse", "claims 50,000 x 50,000 pixels", lambda: tiff(50000, 50000)),
    ("ifd-loop.tif", "either", "directories in a circle", lambda: tiff(8, 8, True)),
    ("pixels-65000.jpg", "refuse", "claims 65,000 x 65,000 pixels", lambda: jpeg(65000, 65000)),
    ("external-entity.xml", "refuse", "an external entity", external),
    ("parameter-entity.xml", "refuse", "an external parameter entity", parameter_entity),
    ("billion-laughs.xml", "refuse", "entities that grow to 10^12 bytes", laughs),
    ("broken-utf8.xml", "refuse", "bytes that are no UTF-8", lambda: xml("<cbc:ID>A\x00B</cbc:ID>").encode().replace(b"A\x00B", b"A\xc3\x28\xff")),
    ("utf16.xml", "either", "UTF-16 with its mark", lambda: xml("<cbc:ID>4711</cbc:ID>", '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")),
    ("utf16-no-bom.xml", "either", "UTF-16 without a mark", lambda: xml("<cbc:ID>4711</cbc:ID>", '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16-le")),
    ("null-bytes.xml", "refuse", "zero bytes in a value", lambda: xml("<cbc:ID>47\x0011</cbc:ID>").encode()),
    ("depth-100000.xml", "refuse", "elements nested 100,000 deep", lambda: xml("<a>" * 100000 + "</a>" * 100000).encode()),
    ("attributes-million.xml", "either", "an element with a million attributes", lambda: xml("<a " + " ".join(f'a{i}=""' for i in range(10**6)) + "/>").encode()),
    ("siblings-million.xml", "either", "a million empty elements", lambda: xml("<cbc:Note/>" * 10**6).encode()),
    ("long-text.xml", "either", "one value of 50 MB", lambda: xml("<cbc:ID>" + "9" * 50_000_000 + "</cbc:ID>").encode()),
    ("two-roots.xml", "refuse", "two root elements", lambda: b"<a/><b/>"),
    ("no-end.xml", "refuse", "cut in a tag", lambda: xml("<cbc:ID>1</cbc:ID>").encode()[:-20]),
    ("huge-number.xml", "either", "amounts that no register holds", lambda: xml("<cbc:ID>1</cbc:ID><cbc:PayableAmount currencyID=\"EUR\">" + "9" * 4000 + "." + "1" * 4000 + "</cbc:PayableAmount>").encode()),
    ("attachments-1000.eml", "either", "a mail with a thousand attachments", mail_thousand),
    ("nested-200.eml", "either", "mails in mails, 200 deep", mail_nested),
    ("multiparts-2000.eml", "either", "multiparts in multiparts, never closed", mail_multiparts),
    ("no-headers.eml", "either", "a mail without headers", lambda: b"\r\n\r\nhello"),
    ("long-header.eml", "either", "a header line of 10 MB", lambda: b"Subject: " + b"x" * 10_000_000 + b"\r\n\r\nhello"),
    ("path-names.eml", "either", "attachment names that climb and hide", lambda: mail([('Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="../../../etc/cron.d/x.pdf"', "JVBERi0="), ('Content-Type: application/pdf; name="a\u202efdp.exe"', "x"), ('Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="\x01\x02.pdf"', "x"), ('Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="' + "n" * 5000 + '.pdf"', "x")])),
    ("bad-base64.eml", "either", "an attachment whose coding is broken", lambda: mail([('Content-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64', "JVBERi0xLjc*&^%$=====\r\n@@@@")])),
    ("winmail.dat", "refuse", "a TNEF signature and noise", lambda: bytes.fromhex("789f3e22") + bytes(range(256))),
    ("bomb.zip", "either", "64 MiB of zeros, four times", zip_bomb),
    ("paths.zip", "either", "names that leave the folder", zip_paths),
    ("broken.ndjson", "either", "records: two good lines with bad ones between", ndjson),
    ("noise.bin", "refuse", "no known type", lambda: bytes((i * 197 + (i >> 3)) & 255 for i in range(70000))),
]
NAMES = ["name with spaces.pdf", "übung-größe.pdf", "-rf.pdf", "semi;colon$(x).pdf", "new\nline.pdf", "dots..pdf", "n" * 240 + ".pdf", os.fsdecode(b"not-utf8-\xff\xfe.pdf")]


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("out", nargs="?")
    ap.add_argument("--sparse", action="store_true", help="also a sparse file of 2 GiB")
    ap.add_argument("--list", action="store_true")
    a = ap.parse_args()
    if a.list:
        for name, want, what, _ in CASES:
            print(f"{name:26}{want:8}{what}")
        return 0
    if not a.out:
        ap.error("say where to write: OUT")
    os.makedirs(os.path.join(a.out, "names"), exist_ok=True)
    with open(os.path.join(a.out, "expected.ndjson"), "w", encoding="utf-8") as exp:
        for name, want, what, make in CASES:
            with open(os.path.join(a.out, name), "wb") as f:
                f.write(make())
            exp.write(json.dumps({"file": name, "expect": want, "what": what}) + "\n")
        for i, name in enumerate(NAMES):
            with open(os.path.join(a.out, "names", name), "wb") as f:
                f.write(P.simple(content=P.HELLO.replace(b"4711", str(5000 + i).encode())))
            exp.write(json.dumps({"file": "names/" + name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), "expect": "read", "what": "an odd file name"}) + "\n")
        os.makedirs(os.path.join(a.out, "odd"), exist_ok=True)
        for name, make in (("dangling.pdf", lambda p: os.symlink("nowhere", p)), ("loop.pdf", lambda p: os.symlink("loop.pdf", p)), ("fifo.pdf", os.mkfifo), ("folder.pdf", os.mkdir)):
            p = os.path.join(a.out, "odd", name)
            if not os.path.lexists(p):
                make(p)
            exp.write(json.dumps({"file": "odd/" + name, "expect": "refuse", "what": "no ordinary file"}) + "\n")
        if a.sparse:
            with open(os.path.join(a.out, "sparse-2gib.pdf"), "wb") as f:
                f.write(P.simple())
                f.truncate(2 << 30)
            exp.write(json.dumps({"file": "sparse-2gib.pdf", "expect": "refuse", "what": "2 GiB, most of it a hole"}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
