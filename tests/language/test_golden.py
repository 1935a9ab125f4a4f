"""golden.tsv: what prints for a value in each language, and who says so. `~` stands for a no-break
space.

The last column says where a form is from. CLDR: Babel is asked again, units, weekdays and money
with the length of each language's form; what Babel has not (CLDR 48.2 and 39) is computed from
cldr.json. A document or a newspaper: the form of the language named was found there. Ordinals and
words of a library: it was compared once. A rule is ours alone: the program printed these rows,
somebody read them over, and they keep a form from changing unnoticed. A range has two dots between
its ends.
"""

import csv
import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import pytest
from babel.dates import format_date, get_day_names
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from lohum_brief.language import currency, dates, numbers, ordinals, spoken, units
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.hi.spoken import FIGURES as HINDI
from lohum_brief.language.parsing import number
from tests.language import cldr


class Case(NamedTuple):
    form: str
    value: str
    options: str
    hi: str
    en: str
    ja: str
    source: str


def _cases() -> list[Case]:
    with Path(__file__).with_name("golden.tsv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    assert tuple(header) == Case._fields
    return [Case(*row) for row in rows]


CASES = _cases()


def _options(text: str) -> dict[str, Any]:
    """`digits=2; devanagari`: numbers, names, and what is simply wanted."""
    found: dict[str, Any] = {}
    for option in filter(None, text.split("; ")):
        name, equals, value = option.partition("=")
        found[name] = (
            (int(value) if value.isdecimal() else value != "no" and value) if equals else True
        )
    return found


def _ends(text: str, read: Callable[[str], Any]) -> tuple[Any, Any]:
    first, last = text.split("..")
    return read(first), read(last)


def _clocks(text: str, lang: Lang) -> str:
    first, *last = [_moment(part) for part in text.split("..")]
    return dates.two_clocks(
        first, "Asia/Kolkata", "Asia/Tokyo", lang, until=last[0] if last else None
    )


def _converted(text: str, lang: Lang, **options: Any) -> str:
    rate = Decimal(options.pop("rate"))
    return currency.converted(Decimal(text), lang=lang, rate=rate, **options)


_day, _moment = dt.date.fromisoformat, dt.datetime.fromisoformat
PRINTED: dict[str, Callable[..., str]] = {
    "decimal": lambda text, lang, **options: numbers.decimal(Decimal(text), lang, **options),
    "compact": lambda text, lang, **options: numbers.compact(Decimal(text), lang, **options),
    "percent": lambda text, lang, **options: numbers.percent(Decimal(text), lang, **options),
    "quantity": lambda text, lang, **options: units.quantity(Decimal(text), lang=lang, **options),
    "range": lambda text, lang, **options: units.quantity_range(
        *_ends(text, Decimal), lang=lang, **options
    ),
    "heading": units.unit_name,
    "currency": _converted,
    "ordinal": lambda text, lang, **options: ordinals.ordinal(int(text), lang, **options),
    "words": lambda text, lang, **options: spoken.number(Decimal(text), lang, **options),
    "spoken": lambda text, lang, **options: spoken.quantity(Decimal(text), lang=lang, **options),
    "date": lambda text, lang, **options: dates.date(_day(text), lang, **options),
    "day": lambda text, lang: dates.day(_day(text), lang),
    "days": lambda text, lang: dates.date_range(*_ends(text, _day), lang=lang),
    "times": lambda text, lang: dates.time_range(*_ends(text, _moment), lang=lang),
    "clocks": _clocks,
    "fiscal year": lambda text, lang, **options: dates.fiscal_year(int(text), lang, **options),
    "as of": dates.as_of,
}
CLDR: dict[str, Callable[[str, str], str]] = {
    "decimal": lambda text, locale: format_decimal(text, locale=locale, decimal_quantization=False),
    "percent": lambda text, locale: format_percent(
        Decimal(text) / 100, locale=locale, decimal_quantization=False
    ),
    "date": lambda text, locale: format_date(dt.date.fromisoformat(text), "long", locale=locale),
}
LOCALES: dict[Lang, str] = {"hi": "hi", "en": "en_GB", "ja": "ja"}


ERAS = {"令和": 2019, "平成": 1989, "昭和": 1926}
_DOCUMENTS = re.compile("CLDR|Central Hindi Directorate|公用文作成の考え方|政令|改元に伴う")


def _cldr(case: Case, lang: Lang) -> str | None:
    """What CLDR prints for a case, or that part of it which the source is named for; None where it
    is not named.
    """
    named, _, lengths = case.source.removeprefix("CLDR ").partition("; ")[0].partition(": ")
    if case.source == "CLDR":
        return CLDR[case.form](case.value, LOCALES[lang])
    if lengths and case.form == "quantity":
        length = cast("Literal['short', 'long', 'narrow']", lengths.split(", ")[LANGS.index(lang)])
        return format_unit(Decimal(case.value), named, length, locale=LOCALES[lang])
    if lengths:
        day = _day(case.value)
        name = get_day_names("abbreviated" if lang == "ja" else "wide", locale=lang)[day.weekday()]
        return CLDR["date"](case.value, LOCALES[lang]) + (
            f"（{name}）" if lang == "ja" else f"({name})"
        )
    what, _, langs = named.partition(")")[0].partition(" (")
    kinds = dict(([*kind.split(" "), ""])[:2] for kind in langs.split(", "))
    if lang not in kinds:
        return None
    match what:
        case "48.2 spellout":
            return cldr.spelled_out(Decimal(case.value))
        case "48.2 compact" | "48.2 compact en-IN":
            locales = {"en": "en-IN" if what.endswith("IN") else "en-GB"}
            return cldr.compact(Decimal(case.value), locales.get(lang, lang))
        case "39 Japanese calendar":
            return cldr.in_era(_day(case.value), ERAS[case.ja[:2]], case.ja[:2])
    kind = cast("Literal['name', 'standard']", kinds[lang])
    locale = "en_IN" if what == "INR" and lang == "en" else LOCALES[lang]
    return format_currency(
        Decimal(case.value),
        what,
        locale=locale,
        format_type=kind,
        currency_digits=False,
        decimal_quantization=False,
    ).replace(".00", "")


def test_the_table_is_large_and_says_where_each_form_is_from() -> None:
    assert len(CASES) >= 300
    assert all(case.source and case.form in PRINTED for case in CASES)
    assert len({case[:3] for case in CASES}) == len(CASES)
    assert sum(bool(_DOCUMENTS.search(case.source)) for case in CASES) >= 300


@pytest.mark.parametrize("value", range(100))
def test_a_hindi_numeral_is_that_of_cldr_or_says_what_cldr_has(value: int) -> None:
    (source,) = (case.source for case in CASES if case[:3] == ("words", str(value), ""))
    if HINDI[value] == cldr.HINDI[value]:
        assert "CLDR 48.2 spellout (hi)" in source
    else:
        assert f"CLDR 48.2 has {cldr.HINDI[value]} (hi)" in source
    assert number(cldr.HINDI[value], "hi") == value


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.form} {case.value} {case.options}".strip()
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_form_is_the_one_of_the_table(case: Case, lang: Lang) -> None:
    printed = PRINTED[case.form](case.value, lang, **_options(case.options))
    assert printed.replace("\u00a0", "~") == getattr(case, lang)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.source.startswith("CLDR")],
    ids=lambda case: f"{case.form} {case.value} {case.options}".strip(),
)
@pytest.mark.parametrize("lang", LANGS)
def test_cldr_says_the_same(case: Case, lang: Lang) -> None:
    said, ours = _cldr(case, lang), getattr(case, lang)
    if said is not None:
        assert _dense(said) == _dense(ours)


def _dense(text: str) -> str:
    """Without what is ours to say: where lines may break, the groups of large units, and that Hindi
    abbreviates with a point.
    """
    return re.sub(r"[ \u00a0~]", "", text).replace("-", "−").replace("॰", ".")
