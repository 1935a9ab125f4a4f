"""What a chart's places, periods and series are called in every language.

A record's chart begins here.
"""

from collections.abc import Iterable

from lohum_brief.charts.chart import Chart, Row, Words, fits
from lohum_brief.language import countries
from lohum_brief.language.catalogue import words
from lohum_brief.language.codes import LANGS
from lohum_brief.language.phrases import missing
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import Mineral
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def named(text: Text | str) -> Words:
    """Return a text in every language; where one is missing, its mark."""
    if isinstance(text, str):
        return dict.fromkeys(LANGS, text)
    if not text:
        return {}
    return {lang: text[lang] or missing(lang) for lang in LANGS}


def translated(text: str) -> Words:
    """Return a word of the catalogue in every language."""
    return {lang: words(lang)(text) for lang in LANGS}


def country(place: str) -> Words:
    """Return the name of a place of a series."""
    return {lang: countries.country(place, lang) for lang in LANGS}


def symbol(mineral: str | None, visit: Visit) -> str:
    """Return the symbol of a mineral, by which it has its tone.

    It is empty where the mineral has none, or the reader may not know it.
    """
    found = visit.get(Mineral, mineral)
    return found.symbol if found else ""


def begun(record: Record, unit: str, names: Iterable[Words], rows: Iterable[Row]) -> Chart:
    """Return a chart with all that its record says itself.

    The record's own unit goes before that of the data.
    """
    return Chart(
        form=record.form,
        title=named(record.title),
        unit=record.unit or unit,
        names=tuple(names),
        rows=tuple(rows),
        target=record.target if record.target is not None and fits(record.target) else None,
        aim=named(record.aim),
        origin=named(record.origin),
        across=named(record.across),
    )
