"""What comes in by the clipboard or an input method, made plain."""

from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument

from lohum_brief.language.interface import say_n
from lohum_brief.language.scripts import clean, faults


class Taken(NamedTuple):
    """The text as it can be stored, and a sentence about what had to be left out; it is empty where
    nothing had.
    """

    text: str
    told: str


def plain_text(source: QMimeData) -> str:
    """The text that was copied; of a page with nothing plain beside it, its words. Nothing that it
    names is fetched.
    """
    if source.hasText():
        return source.text()
    document = QTextDocument()
    document.setHtml(source.html())
    return document.toRawText()


def cleaned(text: str) -> Taken:
    """The text without what no page can carry."""
    ends = str.maketrans(dict.fromkeys("\r\u2028\u2029\x85"))
    codes = faults(text.translate(ends))
    told = (
        say_n(
            "{count} character that cannot be printed was left out: {codes}.",
            "{count} characters that cannot be printed were left out: {codes}.",
            len(codes),
            codes=", ".join(dict.fromkeys(codes)),
        )
        if codes
        else ""
    )
    return Taken(clean(text), told)
