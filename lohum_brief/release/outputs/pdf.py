"""PDF, for paper and screens."""

from typing import Final

from lohum_brief.document.document import Document
from lohum_brief.release.output import Output, Progress, Rendered

_OPENING: Final = b"<xmp:CreatorTool>"
_CLOSING: Final = b"</xmp:CreatorTool>"
_LONGEST: Final = 200
"""Bytes that the name of a tool may have."""


class Pdf(Output):
    """Typesets documents. Equal documents give equal bytes."""

    suffix = ".pdf"
    name = "PDF"
    begins = b"%PDF-"

    def render(self, document: Document, progress: Progress | None = None) -> Rendered:
        """Return the document as a PDF file."""
        # The fonts' libraries: who asks for a suffix never needs them.
        from lohum_brief.typeset.compose import compose

        composed = compose(document, progress)
        return Rendered(composed.pdf, composed.pages, composed.first_pages)

    def creator(self, data: bytes) -> str:
        """Return the tool that the XMP packet names."""
        # Without a pattern, which takes ten times as long to find where it begins.
        begin = data.find(_OPENING)
        while begin >= 0:
            begin += len(_OPENING)
            end = data.find(b"<", begin, begin + _LONGEST + 1)
            if end > begin and data.startswith(_CLOSING, end):
                return data[begin:end].decode("utf-8", "replace")
            begin = data.find(_OPENING, begin)
        return ""


OUTPUT: Final = Pdf()
