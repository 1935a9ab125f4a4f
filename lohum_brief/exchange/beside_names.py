"""What stands in the cell of a name and is none of it: a number before it, remarks in brackets,
whose son somebody is.

A cell that names two people, or nobody yet, is no name.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from lohum_brief.exchange.address_words import address_of, is_post_nominal, is_title
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.people import script_of
from lohum_brief.language.either import either, words
from lohum_brief.message import msg
from lohum_brief.visit.explaining import legible

_NUMBER: Final = re.compile(r"\s*(?:[(（]?[0-9０-９०-९]{1,3}[.)．）、:]|[①-⑳])\s*(?=[^\W\d_])")
_FIGURE: Final = re.compile("[0-9０-９०-९①-⑳]")
_BRACKETS: Final = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_RELATION: Final = re.compile(
    rf"[,\s]+((?:{either(lambda language: language.cells.relation)})\b\.?\s+\S.*)$",
    re.IGNORECASE,
)
_POST: Final = re.compile(
    rf"\s*,\s*((?:[^,]*[\s.(/&-])?(?:{either(lambda language: language.cells.posts)})"
    r"(?:[\s.,(/&-].*)?)$",
    re.IGNORECASE,
)
"""A post behind a name: Rajat Verma, CEO."""
_DASHED: Final = re.compile(r"(?<=[^\W\d_.)])\s+[-–—]\s*([^\W\d_].*)$|(?<=\w)[–—]\s+([^\W\d_].*)$")
"""What stands behind a name and a dash: Shri Gupta - CMD."""
_ODD: Final = re.compile(
    r"\s[-–—]|[–—]\s|[0-9\uff10-\uff19\u0966-\u096f①-⑳,/&＆()（）\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
    rf"|(?i:{either(lambda language: language.cells.pairs)})"
    rf"|{either(lambda language: language.cells.relation)}"
)
"""What a cell of a name has that has anything beside the name."""
_NOBODY: Final = frozenset(words(lambda language: language.cells.nobody))
_TICKET: Final = re.compile(
    r"(?P<family>[A-Z][A-Z' -]+)/(?P<given>[A-Z][A-Z' -]*?)(?:\s+(?P<title>MRS?|MS|MISS|DR|PROF))?"
)
"""As tickets and passports have it: TANAKA/YUKI MS."""
_TWO: Final = re.compile(
    rf"\s(?:&|＆|{either(lambda language: language.cells.pairs)})\s", re.IGNORECASE
)


class Cell(NamedTuple):
    """The cell of a name without what is none of it."""

    name: str
    remarks: tuple[str, ...] = ()
    numbered: bool = False


def bare(text: str) -> Cell:
    """Part the name in a cell from what stands beside it. Raises CellError where it names nobody,
    or two people.
    """
    if _ODD.search(text) is None and not _is_nobody(text):
        return Cell(text.strip())
    name = _NUMBER.sub("", text, count=1) if _FIGURE.search(text) else text
    numbered = name != text
    if _is_nobody(name):
        raise CellError(
            msg("“{text}” stands for a name that is not known yet", text=legible(text, 40))
        )
    if _names_two(name):
        raise CellError(
            msg("“{text}” names two people; give each a row of their own", text=legible(text, 60))
        )
    if found := _TICKET.fullmatch(name.strip()):
        title = f"{found['title']}. " if found["title"] else ""
        return Cell(f"{title}{found['family']}, {found['given']}")
    name, remarks = _without_remarks(name)
    return Cell(_on_one_line(name), tuple(remarks), numbered)


def _without_remarks(name: str) -> tuple[str, list[str]]:
    """Part remarks from a name: those in brackets first, in their order, then those behind it."""
    remarks: list[str] = []
    for find in (_post_behind, _dashed_behind, _RELATION.search):
        if found := find(name):
            group = found.lastindex or 0
            remarks.append(name[found.start(group) : found.end(group)])
            name = name[: found.start()]
    for bracket in reversed(list(_BRACKETS.finditer(name))):
        if _is_remark(name, bracket):
            remarks.insert(0, bracket[1].strip())
            name = name[: bracket.start()] + name[bracket.end() :]
    return name, remarks


def _post_behind(name: str) -> re.Match[str] | None:
    """A comma within brackets parts nothing, and what stands in them is none of the post."""
    return _POST.search(_IN_BRACKETS.sub(_masked, name)) if "," in name else None


_IN_BRACKETS: Final = re.compile(r"(?<=[(（])[^()（）]+(?=[)）])")


def _masked(inner: re.Match[str]) -> str:
    return "\0" * len(inner[0])


def _dashed_behind(name: str) -> re.Match[str] | None:
    found = _DASHED.search(name)
    return found if found and script_of(found[1] or found[2]) == script_of(name) else None


def _is_nobody(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).casefold().strip(" .()[]-–—?*")
    return not plain or plain in _NOBODY


def _names_two(text: str) -> bool:
    """Whether a cell names two people: Mr. & Mrs. Yamada; Shri A and Smt. B; two whole names on two
    lines.
    """
    if found := _TWO.search(f" {text} "):
        before, behind = f" {text} "[: found.start()].split(), f" {text} "[found.end() :].split()
        return bool(before and behind)
    lines = [line.split() for line in text.splitlines() if line.strip()]
    return (
        len(lines) > 1
        and len({script_of(" ".join(line)) for line in lines}) == 1
        and _begin_anew(lines)
    )


def _begin_anew(lines: Sequence[Sequence[str]]) -> bool:
    """Whether each of several lines is a name with its form of address, or a whole one."""
    return all(len(line) > 1 for line in lines) and all(
        address_of(line[0]) is not None for line in lines
    )


def _is_remark(text: str, bracket: re.Match[str]) -> bool:
    """Whether what is in brackets is neither a form of the name, nor a rank or degree, nor another
    name within it.
    """
    inner = bracket[1].strip()
    words = inner.split()
    if not words:
        return False
    if _is_nobody(inner):
        return True
    script = script_of(inner)
    if script in ("", "other") or script != script_of(_BRACKETS.sub("", text)):
        return False
    if all(map(_stands_around, words)):
        return False
    before = text[: bracket.start()].split()
    if before and is_title(before[-1]):  # Capt (IN) Arun Bose
        return False
    behind = text[bracket.end() :].strip()
    return len(words) > 2 or not behind or behind[0] in "/／\n,、"


def _stands_around(word: str) -> bool:
    """Whether a word is a form of address, a rank or a degree."""
    said = word.strip(",")
    return bool(is_post_nominal(said) or address_of(said) or is_title(said))


def _on_one_line(name: str) -> str:
    """A name that a narrow column has broken: each of its lines is one part of it."""
    lines = [line.strip() for line in name.splitlines() if line.strip()]
    if (
        len(lines) > 1
        and len({script_of(line) for line in lines}) == 1
        and all(len(line.split()) == 1 for line in lines)
    ):
        return " ".join(lines)
    return name.strip()
