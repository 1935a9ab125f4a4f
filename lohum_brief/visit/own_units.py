"""The units of a visit's own, as `language.units` prints them.

Records name them by their symbol, or by what they are called in any language. What the program
knows cannot be another's: such a record counts for nothing (`checks.own_units` tells of it).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain, count
from typing import Final

from msgspec import structs

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.letters import written_in
from lohum_brief.language.units import Own, by_span, is_known, language_of, spans
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Inflected,
    Metric,
    OwnUnit,
    Series,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

MEASURED: Final = (Metric, Figure, Series, Chart)
"""The kinds whose field `unit` may name one."""


def own_units(visit: Visit) -> Mapping[str, Own]:
    """Return them by all that records may say of them."""
    return visit.gathered(_own_units, OwnUnit)


def settled(unit: str, visit: Visit) -> str:
    """Return a unit that is the visit's own with its forms; any other as it is."""
    if isinstance(unit, Own) or not unit or not (own := own_units(visit)) or is_known(unit):
        return unit
    if found := own.get(_said(unit)):
        return found
    counted, _, span = unit.rpartition("/")
    base = own.get(_said(counted)) if span.strip() in spans() else None
    return by_span(base, span.strip()) if base is not None else unit


def measured(visit: Visit) -> Visit:
    """Return the visit with the forms of such units where records name them; to be printed, and not
    to be kept or compared. Itself where it has none.
    """
    if not own_units(visit):
        return visit
    return Visit(
        structs.replace(record, unit=found)
        if isinstance(record, MEASURED) and isinstance(found := settled(record.unit, visit), Own)
        else record
        for record in visit
    )


def named(records: Iterable[AnyRecord], visit: Visit) -> Iterator[str]:
    """Yield the ids of the units of the visit's own in which records count."""
    if not own_units(visit):
        return
    for record in records:
        if isinstance(record, MEASURED) and (own := record_of(record.unit, visit)) is not None:
            yield own.id


def record_of(unit: str, visit: Visit) -> OwnUnit | None:
    """Return the record of a unit of the visit's own; None where it is none."""
    found = settled(unit, visit)
    if not isinstance(found, Own):
        return None
    symbols = {str(found), found.rpartition("/")[0]}
    return next((one for one in visit.of(OwnUnit) if one.symbol.strip() in symbols), None)


def entered(unit: str, visit: Visit) -> OwnUnit:
    """Return the record that would make a unit known, in the language that it is written in.

    A span of time is left to the program: of batteries/year the batteries are entered. The
    singular of English is proposed.
    """
    counted, _, span = unit.strip().rpartition("/")
    symbol = counted.strip() if counted and span.strip() in spans() else unit.strip()
    lang = language_of(symbol)
    single = LANGUAGES[lang].units.singular(symbol)
    return OwnUnit(
        id=_free_id(symbol, visit),
        audience="public",
        symbol=symbol,
        name=Text.of({lang: symbol}),
        one=Inflected(**{lang: single}) if single else Inflected(),
        counted=bool(single),
    )


def _free_id(symbol: str, visit: Visit) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", symbol.casefold()).strip("-")[:40] or "own"
    numbered = (f"unit:{slug}-{number}" for number in count(2))
    return next(ident for ident in chain((f"unit:{slug}",), numbered) if ident not in visit.by_id)


def _own_units(visit: Visit) -> Mapping[str, Own]:
    found: dict[str, Own] = {}
    for record in visit.of(OwnUnit):
        symbol = record.symbol.strip()
        if symbol and not is_known(symbol):
            own = _own(record, symbol)
            forms = chain(record.name.forms(), record.one.forms(), record.oblique.forms())
            for name in filter(None, map(str.strip, (symbol, *forms))):
                found.setdefault(_said(name), own)
    return found


def _own(record: OwnUnit, symbol: str) -> Own:
    patterns = ((lang, _pattern(record, lang)) for lang in LANGS)
    of = record.unit if record.amount and is_known(record.unit) else ""
    return Own(
        symbol,
        {lang: pattern for lang, pattern in patterns if pattern},
        counted=record.counted,
        size=record.amount or Decimal(1),
        of=of,
    )


def _said(unit: str) -> str:
    return " ".join(unit.split()).casefold()


def _pattern(record: OwnUnit, lang: Lang) -> str:
    """Return its forms in a language as `rooms.units` has them; empty where there are none."""
    many = record.name[lang].strip()
    if not many:
        return ""
    one, oblique = (record.one[lang].strip() or many, record.oblique[lang].strip() or many)
    cases = (one, many, oblique) if {one, oblique} != {many} else (many,)
    return "|".join(f"{{}}{_joint(case, lang)}{_plain(case)}" for case in cases)


def _plain(form: str) -> str:
    """Return a form without what is a sign of the patterns, and with spaces that do not break."""
    return " ".join(form.split()).replace(" ", "~").translate(_SIGNS)


_SIGNS: Final = str.maketrans({"{": "(", "}": ")", "|": "/"})


def _joint(form: str, lang: Lang) -> str:
    """Return what stands between number and unit: nothing where words have no spaces."""
    spaced = bool(LANGUAGES[lang].punctuation.space)
    return "~" if spaced or written_in(form) != lang else ""
