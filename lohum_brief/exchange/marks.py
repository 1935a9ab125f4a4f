"""Marks that keep a row from guests: “Internal: …”, “(not for guests)”, “Hosts only”, 社外秘,
गोपनीय.

Whatever cell of a row bears one, also in a column that is not read, the whole row begins with the
readers that it names. One rule for every kind of record: who marks a remark so means that what it
is about goes no further.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from lohum_brief.exchange.sheets import Place
from lohum_brief.language.either import either, words
from lohum_brief.visit.audiences import higher
from lohum_brief.visit.readers import Audience

_HOST: Final = either(lambda language: language.marks.host)
_PRINCIPAL: Final = either(lambda language: language.marks.principal)


def _any(number: str = "") -> str:
    """Return a mark of either sort; each place of a pattern numbers its groups."""
    return f"(?:(?P<principal{number}>{_PRINCIPAL})|(?P<host{number}>{_HOST}))"


_OPENS, _CLOSES = r"[(\[{（【<＜〔]", r"[)\]}）】>＞〕]"
_BEGINNING: Final = either(lambda language: language.marks.beginning)
_ANYWHERE: Final = either(lambda language: language.marks.anywhere)
_MARK: Final = re.compile(
    rf"^\W*{_any()}\W*$"  # nothing else
    rf"|^[\W_]*?{_any('2')}\s*(?:[:：;；.。!！]|\s[-–—]|[–—])"
    rf"|{_OPENS}\s*{_any('3')}\s*(?:{_CLOSES}|[:：;,、]|\s[-–—])"
    rf"|(?:\s[-–—]|[–—:：;；|/])\s*{_any('4')}\W*$"
    rf"|^\W*(?P<host5>{_BEGINNING})|(?P<host6>{_ANYWHERE})",
    re.IGNORECASE,
)
"""Alone, in front, in brackets, or behind a dash: “internal review” and “secret of success” are
none.
"""
_ALONE: Final = re.compile(rf"^\W*{_any()}\W*$", re.IGNORECASE)
_CAPTION: Final = re.compile(
    rf"(?P<principal>{either(lambda language: language.marks.principal_caption)})"
    rf"|(?P<host>{either(lambda language: language.marks.host_caption)})",
    re.IGNORECASE,
)
_HINTS: Final = re.compile(either(lambda language: language.marks.hints), re.IGNORECASE)
"""What every mark has some of: most cells have none, and need no closer look."""
_HINTED: Final = words(lambda language: language.marks.hinted)
"""Words of which every hint has one: of most sheets hardly any is anywhere."""


class Mark(NamedTuple):
    """The readers that a row is kept for, and the words that say so."""

    audience: Audience
    text: str
    column: int
    read: bool = True
    """It stands in a column that is read, so that it becomes part of the record."""
    comment: bool = False
    """It stands in a comment on a cell, not in the cell."""


def among(texts: Iterable[str]) -> dict[str, Audience]:
    """Return those of some texts that are marked for certain readers, with who these are."""
    texts = list(texts)
    joined = _even("\n".join(texts)).casefold()
    words = [word for word in _HINTED if word in joined]
    return {
        text: audience
        for text in texts
        if any(word in _even(text).casefold() for word in words) and (audience := of_text(text))
    }


def _even(text: str) -> str:
    """Return a text with letters of full width as narrow ones: ＩＮＴＥＲＮＡＬ is a mark too."""
    if unicodedata.is_normalized("NFKC", text):  # as most texts are, and quickly seen
        return text
    return unicodedata.normalize("NFKC", text)


def marked(
    row: Sequence[object],
    columns: Container[int],
    said: Mapping[str, Audience],
    comments: Mapping[int, Mark],
) -> Mark | None:
    """What the cells of a row, and the comments on them, say of its readers, the strictest of it;
    None where they say nothing. `columns` are read, `said` are the texts that are marked.
    """
    found: Mark | None = None
    for column, cell in enumerate(row) if said else ():
        if isinstance(cell, str) and (audience := said.get(cell)):
            found = stricter(found, Mark(audience, cell, column, column in columns))
    for column, mark in comments.items():
        found = stricter(found, mark._replace(read=column in columns))
    return found


def stricter(one: Mark | None, other: Mark) -> Mark:
    """Return the mark of two that keeps more readers out; it is read where either is."""
    if one is None:
        return other
    kept = one if higher(one.audience, other.audience) == one.audience else other
    return kept._replace(read=one.read or other.read)


def of_comments(comments: Mapping[Place, str]) -> dict[int, dict[int, Mark]]:
    """Return the comments that keep their rows from readers, by row and column.

    In a comment a mark may stand anywhere, as in a caption, or fill one of its lines.
    """
    found: dict[int, dict[int, Mark]] = {}
    for (row, column), text in comments.items():
        lines = [text, *text.splitlines()]
        said = [audience for line in lines if (audience := of_text(line))]
        if caption := of_caption([text]):
            said.append(caption.audience)
        if said:
            audience = "principal" if "principal" in said else said[0]
            shown = " ".join(text.split())
            found.setdefault(row, {})[column] = Mark(audience, shown, column, comment=True)
    return found


def of_text(text: str) -> Audience | None:
    """The readers that a text is marked for."""
    return _said(_MARK.search(_plain(text))) if _HINTS.search(_even(text)) else None


def is_mark(text: str) -> bool:
    """Whether a text is a mark and says nothing else."""
    return bool(_HINTS.search(_even(text))) and _ALONE.search(_plain(text)) is not None


def of_caption(texts: Iterable[str]) -> Mark | None:
    """What captions above a list say of the readers of all its rows; there a mark may stand
    anywhere.
    """
    for text in texts:
        if audience := _said(_CAPTION.search(_plain(text))):
            return Mark(audience, text, 0)
    return None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).replace("_", " ").split())


def _said(found: re.Match[str] | None) -> Audience | None:
    if found is None:
        return None
    return (
        "principal"
        if any(value for name, value in found.groupdict().items() if name.startswith("principal"))
        else "host"
    )
