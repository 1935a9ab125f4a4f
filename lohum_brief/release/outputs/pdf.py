"""PDF, for paper and screens."""

import re
from typing import Final

from lohum_brief.document.document import Document
from lohum_brief.release.output import Output, Progress, Rendered

_OPENING: Final = b"<xmp:CreatorTool>"
_CREATOR: Final = _OPENING + rb"([^<]{1,200})</xmp:CreatorTool>"


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
        return Rendered(composed.pdf, composed.pages)

    def creator(self, data: bytes) -> str:
        """Return the tool that the XMP packet names."""
        # Looked for as it is written: the pattern takes ten times as long to find where it begins.
        begin = data.find(_OPENING)
        found = re.compile(_CREATOR).search(data, begin) if begin >= 0 else None
        return found[1].decode("utf-8", "replace") if found else ""


OUTPUT: Final = Pdf()
