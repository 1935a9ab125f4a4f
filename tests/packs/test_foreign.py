"""A pack in one language holds nothing of another's forms: letters, groups of digits, signs, zones.

`foreign_words.toml` has the words of other scripts that may stand there all the same, each with its
reason.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from lohum_brief.document.blocks import Picture, paras_of
from lohum_brief.document.document import Document
from lohum_brief.document.paragraphs import Para
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.packs.admit import admit
from lohum_brief.packs.issue import Issue
from lohum_brief.visit.records import (
    Mineral,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Source,
    Term,
)
from tests.packs.conftest import pack, sample
from tests.packs.planning import plan

PACKS: Final = sorted(record.id for record in sample().of(Pack))
_LATIN, _DEVANAGARI, _JAPANESE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0300-\u036f",
    "\u0900-\u0963\u0970-\u097f",
    "\u3041-\u30fa\u3400-\u9fff々",
)
FOREIGN: Final[dict[Lang, re.Pattern[str]]] = {
    "hi": re.compile(f"[{_LATIN}]+|[{_JAPANESE}]+"),
    "en": re.compile(f"[{_DEVANAGARI}]+|[{_JAPANESE}]+"),
    "ja": re.compile(f"[{_LATIN}]+|[{_DEVANAGARI}]+"),
}
SIGNS: Final[dict[Lang, dict[str, re.Pattern[str]]]] = {
    "hi": {
        "groups of three": re.compile(
            r"(?<![\d,.])\d{3},\d{3}(?!\d)|(?<![\d,])\d{1,3},\d{3},\d{3}"
        ),
        "Japanese sign": re.compile("[～：、。（）「」／・]"),
        "English stop": re.compile(r"[ऀ-ॿ]{4,}\.(?= |$)"),
    },
    "en": {
        "groups of two": re.compile(r"(?<![\d,₹])\d{1,2},\d{2},\d{3}"),
        "sign of another script": re.compile("[～：、。（）「」／・।०-९]"),
    },
    "ja": {
        "groups of two": re.compile(r"(?<![\d,])\d{1,2},\d{2},\d{3}"),
        "range": re.compile(r"\d ?[–-] ?\d"),
        "half-width sign": re.compile(r"[();]|(?<!\d):|:(?!\d)|(?<!\d),|,(?!\d)|·|।"),
        "dash or semicolon": re.compile("[–—；]"),
        "bracket in a bracket": re.compile("（[^）]*（"),
        "multiple": re.compile(r"×\d"),
        "ISO date": re.compile(r"\d{4}-\d{2}(?!\d)"),
    },
}


class Found(NamedTuple):
    """A part of a text that is not of the pack's language."""

    what: str
    text: str
    pack: str


@cache
def reasons() -> dict[str, dict[str, str]]:
    listed = tomllib.loads((Path(__file__).parent / "foreign_words.toml").read_text())
    assert set(listed) <= {"every", "quoted", *LANGS}
    assert all(reason for words in listed.values() for reason in words.values())
    return listed


@cache
def allowed(lang: Lang) -> frozenset[str]:
    """Words of other scripts with a reason of their own, and all that names of people and
    abbreviations are made of.
    """
    listed = reasons()
    names = [
        form
        for person in sample().of(Person)
        for part in (person.family, person.given)
        for form in (part["hi"], part["en"], part["en"].upper(), part["ja"], part.reading)
    ]
    words = [word for name in names for word in name.split()]
    words += [
        word
        for body in sample().of(Organisation)
        for word in re.split(r"[\s-]+", body.abbreviation)
    ]
    return frozenset((*listed["every"], *listed.get(lang, {}), *words))


@cache
def as_stored() -> frozenset[str]:
    """Texts that stand in the language in which they were published or meant, whatever the pack's."""
    sources = [
        text
        for source in sample().of(Source)
        for text in (source.title, source.publisher, source.address)
    ]
    quoted = [each.text[each.verbatim] for each in sample().of(Paragraph) if each.verbatim]
    return frozenset(
        (
            *sources,
            *map(plain, quoted),
            *(term.transliteration for term in sample().of(Term)),
            *(mineral.symbol for mineral in sample().of(Mineral)),
            # A list of passports is compared with them letter by letter.
            *(
                text
                for own in sample().of(Person)
                for text in (own.passport, own.passport_name, own.birthplace)
            ),
        )
    )


def paras(document: Document) -> Iterator[Para]:
    running = document.running
    for cell in running.cells:
        yield from cell
    for _flag, cell in document.notes:
        yield from cell
    for block in document.blocks:
        yield from paras_of(block)


def texts(document: Document) -> Iterator[str]:
    """What is printed, as it is read: without readings over kanji, marks of sources and texts that
    stand as stored.
    """
    yield document.title
    for block in document.blocks:
        for drawing in block.drawings if isinstance(block, Picture) else ():
            yield from (label.span.text for label in drawing.labels)
            yield from (alt for _lang, alt in drawing.alts)
    for para in paras(document):
        if plain("".join(span.text for span in para.spans if not span.mark)) in as_stored():
            continue
        for span in para.spans:
            text = plain(span.text) if span.lang == "ja" else span.text
            if not span.mark and text not in as_stored():
                for quoted in reasons()["quoted"]:
                    text = text.replace(f"“{quoted}”", "").replace(f"「{quoted}」", "")
                # The mark of a draft is a code, alike in all languages.
                yield text.replace(document.mark, "") if document.mark else text


def foreign(
    ident: str, lang: Lang, issue: Issue | None = None, *, devanagari: bool = False
) -> list[Found]:
    record = sample().get(Pack, ident)
    assert record is not None
    record = pack(record, languages=(lang,), devanagari_digits=devanagari)
    found = []
    for text in texts(plan(admit(sample(), record.audience), record, issue=issue)):
        strange = [word for word in FOREIGN[lang].findall(text) if word not in allowed(lang)]
        found += [Found(word, text, ident) for word in strange]
        for what, pattern in SIGNS[lang].items():
            if pattern.search(text):
                found.append(Found(what, text, ident))
        if devanagari and re.search("[0-9]", text):
            found.append(Found("digits 0–9", text, ident))
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ident", PACKS)
def test_a_pack_in_one_language_holds_nothing_of_anothers(ident: str, lang: Lang) -> None:
    assert foreign(ident, lang) == []


@pytest.mark.parametrize("ident", PACKS)
def test_a_hindi_pack_with_devanagari_digits_has_no_others(ident: str) -> None:
    assert foreign(ident, "hi", devanagari=True) == []
