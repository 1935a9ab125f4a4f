"""What a document says of itself: an information dictionary and an XMP packet, which must agree."""

import msgspec

from lohum_brief.typeset.pdf.syntax import date, iso_date, string

PRODUCER = "ReportLab"


class Info(msgspec.Struct, frozen=True):
    """What a document says about itself.

    `lang` is the main language as a BCP 47 tag; `created` counts Unix seconds, None writes no
    dates.
    """

    title: str
    lang: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    creator: str = "Lohum Brief"
    created: int | None = None
    others: tuple[str, ...] = ()
    """The languages that it is in beside the main one."""


def information(info: Info) -> str:
    """Return the information dictionary."""
    fields = {
        "Title": info.title,
        "Author": info.author,
        "Subject": info.subject,
        "Keywords": info.keywords,
        "Creator": info.creator,
        "Producer": PRODUCER,
    }
    text = "".join([f"/{key}{string(_clean(value))}" for key, value in fields.items() if value])
    if info.created is not None:
        text += f"/CreationDate{date(info.created)}/ModDate{date(info.created)}"
    return f"<<{text}>>"


def packet(info: Info) -> bytes:
    """Return the XMP packet: PDF/A-2a and PDF/UA-1.

    It holds the extension schema that PDF/A asks for before it allows pdfuaid.
    """
    languages = "".join([f"<rdf:li>{_escape(lang)}</rdf:li>" for lang in (info.lang, *info.others)])
    parts = [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_alternative(info.title)}</dc:title>",
        f"<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>",
    ]
    if info.author:
        parts.append(
            f"<dc:creator><rdf:Seq><rdf:li>{_escape(info.author)}</rdf:li></rdf:Seq></dc:creator>"
        )
    if info.subject:
        parts.append(f"<dc:description>{_alternative(info.subject)}</dc:description>")
    if info.keywords:
        parts.append(f"<pdf:Keywords>{_escape(info.keywords)}</pdf:Keywords>")
    parts.append(f"<pdf:Producer>{_escape(PRODUCER)}</pdf:Producer>")
    if info.creator:
        parts.append(f"<xmp:CreatorTool>{_escape(info.creator)}</xmp:CreatorTool>")
    if info.created is not None:
        at = iso_date(info.created)
        parts.append(f"<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>")
    return _PACKET.replace("@", "\n".join(parts), 1).encode("utf-8")


def _clean(text: str) -> str:
    """Return a text without characters that XML forbids.

    Both forms must hold the same text, so both lose them.
    """
    return "".join(
        [
            c
            for c in text
            if c in "\t\n" or " " <= c < "\ud800" or "\udfff" < c < "\ufffe" or c > "\uffff"
        ]
    )


def _escape(text: str) -> str:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_escape(text)}</rdf:li></rdf:Alt>'


_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
@
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
