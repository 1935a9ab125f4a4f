"""What ships in Hindi and Japanese keeps the house style: no form that `translations/README.md`
refuses, no hint of ours.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

import lohum_brief
from lohum_brief.language.codes import Lang
from lohum_brief.language.hints import hints
from lohum_brief.paths import catalogue_file, resource

_PACKAGE: Final = Path(lohum_brief.__file__).parent
_PRINTED: Final = (
    "language/phrases.py",
    "packs/**/*.py",
    "charts/**/*.py",
    "language/units.py",
    "language/dates.py",
)
_MARKS: Final = {"word": None, "phrase": None, "phrase_in": ((1, "c"), 2)}
_SHOWN: Final = ("हिन्दी", "०", "令和7年")
"""What messages show on purpose, that nobody should write so."""
_HEADS: Final[dict[Lang, str]] = {"hi": "### Hindi forms", "ja": "### Japanese forms"}


class Rule(NamedTuple):
    """A form that is refused, what is written instead, and where: on paper, by the program or in
    both.
    """

    pattern: re.Pattern[str]
    right: str
    where: str


@cache
def rules(lang: Lang) -> tuple[Rule, ...]:
    text = (catalogue_file("hi").parent / "README.md").read_text("utf-8")
    table = text.partition(_HEADS[lang])[2].partition("\n###")[0]
    found = []
    for form, right, where in re.findall(r"^\| `(.+?)` \| (.+?) \| (\w+) \|$", table, re.MULTILINE):
        plain = form.replace("\\|", "|")
        regex = plain[1:-1] if plain.startswith("/") and plain.endswith("/") else re.escape(plain)
        found.append(Rule(re.compile(regex), right, where))
    assert len(found) == table.count("\n| ") - 1
    return tuple(found)


def faults(text: str, lang: Lang, where: str) -> list[str]:
    """The forms of a text that are refused there, each with what to write instead."""
    return [
        f"{found.group()} → {rule.right}: {text}"
        for rule in rules(lang)
        if rule.where in (where, "both")
        for found in rule.pattern.finditer(text)
    ]


def _texts(value: object, lang: Lang) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get(lang), str):
            yield value[lang]
        for key, inner in value.items():
            if key not in (
                "forbidden",
                "state",
            ):  # these hold what must not be printed, and no text
                yield from _texts(inner, lang)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, lang)


@cache
def shipped(lang: Lang) -> tuple[str, ...]:
    """All texts of the sample, the templates and the reference data."""
    files = [
        file
        for name in ("sample", "templates", "reference")
        for file in sorted(resource(name).glob("*.json"))
    ]
    assert len(files) > 20
    return tuple(
        text for file in files for text in _texts(json.loads(file.read_text("utf-8")), lang)
    )


@cache
def catalogue(lang: Lang) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the catalogue has for paper, and what it has for the program alone."""
    printed = {
        message
        for pattern in _PRINTED
        for file in _PACKAGE.glob(pattern)
        for _line, message, _comments, _context in extract_from_file(
            "python", file, keywords=_MARKS
        )
    }
    paper: list[str] = []
    program: list[str] = []
    with catalogue_file(lang).with_suffix(".po").open("rb") as file:
        for entry in read_po(file, locale=lang):
            if entry.id:
                texts = (
                    [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
                )
                (paper if entry.id in printed else program).extend(texts)
    assert len(paper) > 150
    assert len(program) > 1000
    return tuple(paper), tuple(program)


def test_the_tables_of_refused_forms_are_read() -> None:
    assert len(rules("hi")) > 20
    assert len(rules("ja")) > 20
    assert {rule.where for rule in (*rules("hi"), *rules("ja"))} == {"paper", "program", "both"}


@pytest.mark.parametrize(
    ("lang", "where", "text"),
    [
        ("hi", "paper", "प्रतिनिधिमंडल के लोग"),
        ("hi", "paper", "40 गीगावाट-घंटा की क्षमता"),
        ("hi", "program", "सभी परिवर्तन सुरक्षित"),
        ("ja", "paper", "ご協力をお願いします"),
        ("ja", "paper", "英語またはヒンディー語"),
        ("ja", "program", "御覧ください"),
        ("ja", "program", "既にあります"),
        ("ja", "paper", "トレーサビリティー"),
        ("ja", "paper", "新聞記事（発言者の記載なし（推定））"),
        ("ja", "program", "フォルダを開く"),
        ("ja", "paper", "{figure:pack-energy|form=number}kWhの電池"),
    ],
)
def test_a_refused_form_is_found(lang: Lang, where: str, text: str) -> None:
    assert faults(text, lang, where)


@pytest.mark.parametrize(
    ("lang", "where", "text"),
    [
        ("hi", "paper", "हरित परिवर्तन और फ़ॉर्मेट"),
        ("hi", "paper", "लोगो और 1 गीगावाट-घंटा"),
        ("ja", "program", "ジョブの制御、ご覧ください"),
        ("ja", "paper", "御覧、お客様、フォルダー、サステナビリティ、5\u00a0GWh"),
    ],
)
def test_a_right_form_is_not_refused(lang: Lang, where: str, text: str) -> None:
    assert not faults(text, lang, where)


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_the_sample_templates_and_reference_data_keep_the_house_style(lang: Lang) -> None:
    assert not [fault for text in shipped(lang) for fault in faults(text, lang, "paper")]


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_the_words_of_packs_keep_the_house_style(lang: Lang) -> None:
    assert not [fault for text in catalogue(lang)[0] for fault in faults(text, lang, "paper")]


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_what_the_program_says_keeps_the_house_style(lang: Lang) -> None:
    pages = resource(f"help/{lang}.md").read_text("utf-8").splitlines()
    said = [text for text in catalogue(lang)[1] if not any(shown in text for shown in _SHOWN)]
    assert not [fault for text in (*said, *pages) for fault in faults(text, lang, "program")]


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_what_ships_gives_no_hint_of_our_own(lang: Lang) -> None:
    texts = [
        re.sub(r"\{[^{}]*\}", "9", text) for text in shipped(lang)
    ]  # a token prints as a number or a date
    assert not [(text, hint.right) for text in texts for hint in hints(text, lang)]


def messages(lang: Lang, pattern: str) -> dict[str, str]:
    """The translations of the messages that fit a pattern, by their English."""
    with catalogue_file(lang).with_suffix(".po").open("rb") as file:
        entries = [entry for entry in read_po(file, locale=lang) if entry.id]
    pairs = ((_first(entry.id), _first(entry.string)) for entry in entries)
    return {english: said for english, said in pairs if re.search(pattern, english)}


def _first(text: str | list[str] | tuple[str, ...] | None) -> str:
    return text if isinstance(text, str) else next(iter(text or ()))


def test_hindi_says_that_there_is_none_of_a_name_and_not_that_the_name_is_none() -> None:
    nouns = "pack|record|command|file|picture|option|folder|audience|column|template|encoding|metric|mineral|field"
    found = messages("hi", rf"[Tt]here is no (?:{nouns}) [{{“]")
    assert len(found) > 10
    assert [english for english, hindi in found.items() if "कोई" not in hindi] == []


def test_steps_of_undo_are_nouns() -> None:
    steps = (
        r"^(?:Add|Change|Move|Remove|Duplicate) \{(?:kind|count)\}|^Change a |^Move an "
        r"item|^\{minutes\} min (?:earlier|later) from here$"
    )
    nouns: dict[Lang, str] = {"hi": "ना$", "ja": "^[^を]+$"}
    for lang, noun in nouns.items():
        found = messages(lang, steps)
        assert len(found) > 8
        assert [english for english, said in found.items() if not re.search(noun, said)] == []
