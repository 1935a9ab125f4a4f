"""What makes a pack an edition, and what an edition may not print though a draft may."""

from typing import NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import say, say_n, words
from lohum_brief.language.phrases import MISSING
from lohum_brief.typeset.blocks import Document, paras_of
from lohum_brief.visit.records import Pack


class Issue(NamedTuple):
    """Which edition of its pack it is, and when it is issued, in seconds since 1970."""

    number: int
    time: int


class UnfinishedError(BriefError):
    """A pack that is not issued because it would print that a text is missing."""


def require_finished(document: Document, pack: Pack) -> None:
    """Raise UnfinishedError if the document prints the mark of a missing text. A draft shows where; an edition is whole."""
    marks = {words(lang)(MISSING[lang]) for lang in pack.languages}
    count = sum(span.text in marks for block in document.blocks for para in paras_of(block) for span in para.spans)
    if count:
        raise UnfinishedError(say("{pack} cannot be issued: {why}", pack=pack.id, why=_lacking(count)))


def _lacking(count: int) -> str:
    return say_n(
        "it would print at {count} place that a text is missing. The findings say which.",
        "it would print at {count} places that a text is missing. The findings say which.",
        count,
    )
