"""PDF, for paper and screens."""

from typing import Final

from lohum_brief.document.document import Document
from lohum_brief.release.output import Output, Progress, Rendered


class Pdf(Output):
    """Typesets documents. Equal documents give equal bytes."""

    suffix = ".pdf"
    name = "PDF"

    def render(self, document: Document, progress: Progress | None = None) -> Rendered:
        """Return the document as a PDF file."""
        # The fonts' libraries: who asks for a suffix never needs them.
        from lohum_brief.typeset.compose import compose

        composed = compose(document, progress)
        return Rendered(composed.pdf, composed.pages)


OUTPUT: Final = Pdf()
