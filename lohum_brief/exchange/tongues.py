"""Cells that hold one text in several languages: Director / निदेशक / 課長; METI 経済産業省.

Where a sign parts them that parts nothing else, each goes into its language. A space or brackets
may do so too, and then it is asked: 経済産業省 METI is one body twice, JICA インド事務所 is one
name.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from lohum_brief.exchange import doubts
from lohum_brief.exchange.people import script_of
from lohum_brief.exchange.rows import Row
from lohum_brief.language.codes import LANGS, LATIN_FIRST, READ, Lang
from lohum_brief.language.either import either
from lohum_brief.message import msg
from lohum_brief.visit.explaining import legible

_SIGNS: Final = re.compile(r"\s*[/／|｜\n]+\s*")
_BRACKETS: Final = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")
_LEGAL: Final = re.compile(either(lambda language: language.cells.legal_signs))
_WORD: Final = re.compile(r"[A-Za-z]*[a-z]{3,}")


@lru_cache(1_000)  # lists say the same few posts
def parted(text: str) -> Mapping[Lang, str]:
    """The parts of a text by their languages, where a sign parts them; empty where it is one
    text.
    """
    return _by_language(_SIGNS.split(text))


def in_languages(text: str, row: Row, field: str, *, names: bool) -> Mapping[Lang, str]:
    """The same of a cell, also where only somebody can say whether it is one text; `names` are
    those of bodies.

    Empty for one text. Raises OpenQuestionError.
    """
    found = parted(text)
    if found:
        row.frame.told.setdefault(
            "languages",
            msg(
                "A text in several languages is parted into them, as “{text}”.",
                text=legible(text, 60),
            ),
        )
        return found
    found = _maybe(text, names=names)
    if (
        found
        and row.ask(doubts.languages(), legible(text, 60), field=field, name="languages")
        == doubts.PARTED
    ):
        return found
    return {}


@lru_cache(1_000)
def _maybe(text: str, *, names: bool) -> Mapping[Lang, str]:
    """What a space or brackets may part."""
    if text.isascii():
        return {}
    bracketed = _BRACKETS.fullmatch(text)
    found = _by_language(bracketed.groups() if bracketed else _runs(text))
    latin, own = found.get("en", ""), _own(found)
    if not (latin and own) or not (names or _WORD.search(latin)):
        return {}
    return {} if _LEGAL.fullmatch(own) or script_of(own) == "kana" else found


def _runs(text: str) -> list[str]:
    """The words of a text, those together that stand next to each other in one language."""
    return [" ".join(words) for _, words in groupby(text.split(), key=_lang)]


def _own(found: Mapping[Lang, str]) -> str:
    """The first of the texts that are not in Latin letters."""
    return next((found[lang] for lang in LATIN_FIRST[1:] if lang in found), "")


def _by_language(parts: Sequence[str]) -> dict[Lang, str]:
    """Texts by their languages; empty unless there are several, each in one script and each in
    another language.
    """
    if len(parts) < 2:
        return {}
    langs = [_lang(part) for part in parts]
    if None in langs or len(set(langs)) < len(langs):
        return {}
    return {lang: part.strip() for lang, part in zip(langs, parts, strict=True) if lang is not None}


def _lang(text: str) -> Lang | None:
    """The language that all letters of a text are of; None where they are of several, or of
    none.
    """
    scripts = {found for character in text if (found := script_of(character))}
    if scripts <= {READ, "kana"} and scripts:
        return READ
    return next((lang for lang in LANGS if scripts == {lang}), None)
