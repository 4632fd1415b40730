"""What names the file to the programs that open it: the information dictionary, and the same again as XMP."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from workshop_kit import __version__
from workshop_kit.scene.page import Document
from workshop_kit.writers.pdf_sheets.file import text_string

CREATOR = f"Workshop Kit {__version__}"
PRODUCER = "ReportLab"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{subject}{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>{dates}
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_SUBJECT = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"


def created(document: Document) -> datetime | None:
    """Give when the document says it was made, in UTC unless it names a zone; None where it says nothing.

    Raises ValueError where `created` is not an ISO date or time.
    """
    if not document.created:
        return None
    moment = datetime.fromisoformat(document.created)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def information(document: Document) -> str:
    """Give the information dictionary."""
    texts = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.subject,
        "Creator": CREATOR,
        "Producer": PRODUCER,
        "ContentVersion": document.content_version,
    }
    moment = created(document)
    if moment:
        texts["CreationDate"] = texts["ModDate"] = f"D:{moment:%Y%m%d%H%M%S}Z"
    return f"<<{''.join(f'/{name}{text_string(text)}' for name, text in texts.items() if text)}>>"


def xmp(document: Document) -> bytes:
    """Give the XMP packet, which says that the file keeps PDF/UA-1."""
    moment = created(document)
    date = f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else ""
    packet = _XMP.format(
        title=escape(document.title),
        subject=_SUBJECT.format(escape(document.subject)) if document.subject else "",
        author=_AUTHOR.format(escape(document.author)) if document.author else "",
        language=document.language.locale,
        creator=CREATOR,
        producer=PRODUCER,
        dates=f"\n<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>" if moment else "",
    )
    return packet.encode("utf-8")
