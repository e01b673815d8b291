"""Turning a PDF into a hybrid: embedded XML with its relationship, and XMP metadata saying so."""
import io

import pikepdf

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:{p}="{ns}"><{p}:DocumentType>INVOICE</{p}:DocumentType><{p}:DocumentFileName>{file}</{p}:DocumentFileName><{p}:Version>{version}</{p}:Version><{p}:ConformanceLevel>{level}</{p}:ConformanceLevel></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Invoice PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>{ns}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{p}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>{props}</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
PROP = ('<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{n}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>'
        '<pdfaProperty:description>{n}</pdfaProperty:description></rdf:li>')
PREFIX = {"factur-x.xml": ("fx", "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", "1.0"), "xrechnung.xml": ("fx", "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", "3.0"),
          "zugferd-invoice.xml": ("zf", "urn:zugferd:pdfa:CrossIndustryDocument:invoice:2p0#", "2p0"), "ZUGFeRD-invoice.xml": ("zf", "urn:ferd:pdfa:CrossIndustryDocument:invoice:1p0#", "1.0")}


def hybrid(pdf, xml, file="factur-x.xml", level="EN 16931", relation="/Alternative", date="20260101"):
    """PDF bytes with `xml` embedded under the name `file`."""
    p, ns, version = PREFIX[file]
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        N = pikepdf.Name
        stream = pikepdf.Stream(doc, xml)
        stream[N.Type], stream[N.Subtype] = N.EmbeddedFile, N("/text/xml")
        stream[N.Params] = pikepdf.Dictionary(ModDate=f"D:{date}080000+00'00'", Size=len(xml))
        spec = doc.make_indirect(pikepdf.Dictionary(Type=N.Filespec, F=file, UF=file, AFRelationship=N(relation), Desc="Invoice data", EF=pikepdf.Dictionary(F=stream, UF=stream)))
        doc.Root[N.Names] = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String(file), spec])))
        doc.Root[N.AF] = pikepdf.Array([spec])
        xmp = XMP.format(p=p, ns=ns, file=file, version=version, level=level, props="".join(PROP.format(n=n) for n in ("DocumentFileName", "DocumentType", "Version", "ConformanceLevel")))
        md = pikepdf.Stream(doc, xmp.encode())
        md[N.Type], md[N.Subtype] = N.Metadata, N.XML
        doc.Root[N.Metadata] = doc.make_indirect(md)
        return save(doc)


def save(doc, **kw):
    out = io.BytesIO()
    doc.save(out, static_id=True, **kw)
    return out.getvalue()


def turned(pdf, angle):
    """The same pages with their content on its side and /Rotate setting it upright (angle 90 or 270)."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        for page in doc.pages:
            x0, y0, w, h = (float(a) for a in page.MediaBox)
            cm = f"q 0 1 -1 0 {h} 0 cm\n" if angle == 90 else f"q 0 -1 1 0 0 {w} cm\n"
            page.contents_add(pikepdf.Stream(doc, cm.encode()), prepend=True)
            page.contents_add(pikepdf.Stream(doc, b"\nQ"))
            page.MediaBox = [0, 0, h, w]
            page.Rotate = angle
        return save(doc)
