"""A second output: what a document says, as plain text. Found by the program where `plain_text`
names this folder.
"""

from itertools import count
from typing import Final

from lohum_brief.document.blocks import FreePage, Heading, Table, paras_of
from lohum_brief.document.document import Document
from lohum_brief.release.output import Output, Progress, Rendered

_WRITTEN = count(1)
_FIRST: Final = len("written 0000\n")


class PlainText(Output):
    """Headings, rows and paragraphs on lines of their own. Each file says which in turn it is, so
    no two are equal.
    """

    suffix = ".txt"
    name = "Text"
    begins = b"written "

    def render(self, document: Document, progress: Progress | None = None) -> Rendered:
        lines = [f"written {next(_WRITTEN):04}", document.creator, document.title]
        for block in document.blocks:
            if isinstance(block, Heading):
                lines += [
                    "",
                    *(f"{'#' * block.level} {block.number} {para.text}" for para in block.paras),
                ]
            elif isinstance(block, Table):
                rows = [row.cells for row in block.rows]
                lines += [
                    " | ".join(" / ".join(para.text for para in cell) for cell in row)
                    for row in rows
                ]
            else:
                lines += [para.text for para in paras_of(block) if not isinstance(block, FreePage)]
        if progress:
            progress(1.0)
        return Rendered("\n".join([*lines, ""]).encode(), 1)

    def digest(self, data: bytes) -> str:
        return super().digest(data[_FIRST:])

    def creator(self, data: bytes) -> str:
        return data[_FIRST:].partition(b"\n")[0].decode()


OUTPUT: Final = PlainText()
