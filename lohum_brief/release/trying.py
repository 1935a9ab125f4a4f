"""What no page has room for, found by trying it before anybody exports: charts taller than a page,
tables wider than one, titles too long for a cover.

Setting everything would take as long as all exports together. Only what may be too large is tried,
alone, told from the length of its words, and rather too often than too seldom; what was tried once
is remembered for as long as nothing that it shows has changed.
"""

import re
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Final
from unicodedata import east_asian_width

from msgspec import structs

from lohum_brief.charts.chart import Chart as Shaped
from lohum_brief.charts.data import shaped
from lohum_brief.checks.finding import Finding
from lohum_brief.checks.references import named
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import A4, INNER, OUTER, geometry
from lohum_brief.document.unprintable import TooWideError, UncoveredError
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS
from lohum_brief.lean_imports import blake2b
from lohum_brief.message import Value, listed, msg, small
from lohum_brief.packs.readiness import taken_from
from lohum_brief.packs.shares import LEAST
from lohum_brief.processwide import collector_resting
from lohum_brief.visit import own_units
from lohum_brief.visit.called import title
from lohum_brief.visit.document import to_wire
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.records import AnyRecord, Chart, Pack, Paragraph, Section, Series, Table
from lohum_brief.visit.sections import sections_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "setting"

Refusal = tuple[str, str, Value]
"""A record, the path of its field, and why it is not printed."""
Remembered = MutableMapping[bytes, tuple[Refusal, ...]]
"""What came of trying, by a digest of what was tried."""

_ALREADY: Final = ("charts", "figures", "tables")
"""Rules whose errors keep a record from being set at all: it is tried when they are mended."""
_MOST: Final = 5_000
"""Trials that are remembered."""


def findings(
    visit: Visit, found: Iterable[Finding] = (), remembered: Remembered | None = None
) -> Iterator[Finding]:
    """Yield an error for each place that keeps a pack from being printed, with the packs in which
    it does. `found` are the errors that are known already.
    """
    faulty = {one.record for one in found if one.severity == "error" and one.rule in _ALREADY}
    held: dict[tuple[str, str], list[tuple[Pack, Value]]] = {}
    trial = _Trial(visit, {} if remembered is None else remembered)
    for pack in visit.of(Pack):
        for record, field, why in trial.of_pack(pack, faulty):
            held.setdefault((record, field), []).append((pack, why))
    for (record, field), told in held.items():
        packs = [title(pack, visit) for pack, _ in told]
        message = msg(
            "It cannot be printed in {packs}: {why}", packs=listed(packs), why=small(told[0][1])
        )
        about = ",".join(pack.id for pack, _ in told)
        yield Finding("error", RULE, record, field, message, about)


def of_pack(
    visit: Visit, pack: Pack, found: Iterable[Finding], remembered: Remembered | None = None
) -> Iterator[Finding]:
    """Yield an error for each place that keeps this pack, perhaps not as it stands in the visit,
    from being printed.
    """
    faulty = {one.record for one in found if one.severity == "error" and one.rule in _ALREADY}
    trial = _Trial(visit, {} if remembered is None else remembered)
    for record, field, why in trial.of_pack(pack, faulty):
        yield Finding("error", RULE, record, field, why, pack.id)


class _Trial:
    """Tries what packs of a visit print."""

    def __init__(self, visit: Visit, remembered: Remembered) -> None:
        self._visit = visit
        self._remembered = remembered
        self._charts: dict[str, Shaped | None] = {}
        self._within: dict[str, list[_Prose]] = {}
        for record in _prose(visit):
            self._within.setdefault(record.section, []).append(record)

    def of_pack(self, pack: Pack, faulty: Iterable[str]) -> Iterator[Refusal]:
        """Yield what keeps a pack from being printed."""
        if not pack.languages:
            return
        sections = sections_of(self._visit, pack)
        if _may_be_long(self._visit, pack, sections):
            yield from self._tried(pack, sections, None)
        width = _narrowest(pack)
        for section in sections:
            for record in self._within.get(section.id, ()):
                if record.id not in faulty and self._may_be_large(record, width):
                    yield from self._tried(pack, [section], record)

    def _may_be_large(self, record: "_Prose", width: float) -> bool:
        if isinstance(record, Table):
            return _may_be_wide(record)
        if isinstance(record, Paragraph):
            return True
        if record.id not in self._charts:
            few = _has_few(record, self._visit)
            self._charts[record.id] = None if few else shaped(record, self._visit)
        chart = self._charts[record.id]
        return chart is not None and _may_be_tall(chart, width)

    @cached_property
    def _figures(self) -> Figures:
        return Figures(self._visit)

    def _tried(
        self, pack: Pack, sections: Sequence[Section], record: AnyRecord | None
    ) -> tuple[Refusal, ...]:
        """Return what is refused where a pack has only these sections, and this record in them."""
        if record is not None:
            pack = structs.replace(pack, form="sheet")
        pack = structs.replace(pack, sections=tuple(section.id for section in sections))
        own: tuple[AnyRecord, ...] = (
            pack,
            *(structs.replace(section, content="prose") for section in sections),
        )
        wanted = self._needed(record) if record is not None else {}
        wanted |= self._needed(self._visit.particulars)
        for one in own:
            wanted[one.id] = one
        order = {one.id: i for i, one in enumerate(self._visit)}
        few = sorted(wanted.values(), key=lambda one: order.get(one.id, -1))
        key = blake2b(b"\0".join(map(to_wire, (pack, *few))), digest_size=16).digest()
        if key not in self._remembered:
            if len(self._remembered) >= _MOST:
                self._remembered.clear()
            self._remembered[key] = tuple(_refusals(Visit(few), pack))
        return self._remembered[key]

    def _needed(self, record: AnyRecord) -> dict[str, AnyRecord]:
        """Return a record and whatever it may take from others."""
        found: dict[str, AnyRecord] = {}
        open_ones = [record]
        while open_ones:
            one = open_ones.pop()
            if one.id in found:
                continue
            found[one.id] = one
            idents = chain((ident for _, ident, _ in named(one)), taken_from(one, self._figures))
            open_ones += [self._visit.by_id[each] for each in idents if each in self._visit.by_id]
        units = list(own_units.named(found.values(), self._visit))
        return found | {ident: self._visit.by_id[ident] for ident in units}


@collector_resting()
def _refusals(visit: Visit, pack: Pack) -> Iterator[Refusal]:
    """Yield why the pack of a small visit is not printed, if it is for want of room."""
    from lohum_brief.packs.admit import admit, admitted_pack
    from lohum_brief.packs.plan import plan
    from lohum_brief.release.rendering import too_wide
    from lohum_brief.typeset.compose import measure
    from lohum_brief.typeset.ruler import FontRuler

    pack = admitted_pack(visit, pack)
    admitted = admit(visit, pack.audience)
    try:
        measure(plan(admitted, pack, FontRuler(), drawings={}))
    except UncoveredError:
        return  # characters are told by a rule of their own
    except TooWideError as error:
        refused = too_wide(error, admitted, pack)
    except BriefError as error:
        refused = error
    else:
        return
    if refused.places and refused.why:
        yield (*refused.places[0], refused.why)


# What may be too large
# ------------------------------------------------------------------------------------------------

_TITLES: Final = 160
"""Characters of titles and purposes that every cover has room for."""
_SHORT: Final = 36
"""Characters of a word that the engine keeps whole in a cell; of longer ones it breaks."""
_LACKING: Final = 20
"""Characters of what is printed in place of a language that is missing."""
_PIECE: Final = re.compile(r"\{[^{}]*\}|[^\s{}]+")
_LYING: Final = A4[1] - INNER - OUTER
_BASE: Final = 150.0
"""Points that a drawing has beside its names."""
_LEADING: Final = 12.0
_PANEL: Final = 60.0
_BAR: Final = 14.0
_NARROW: Final = 330.0
_FEW: Final = 12
"""Lines or bars, however they are called, for which every page has room."""
_TALLEST: Final = 600.0
"""Points that every page has for a drawing."""


_Prose = Paragraph | Table | Chart
_DIGITS: Final = re.compile(r"\d[\d.,]{20}")


def _prose(visit: Visit) -> Iterator[_Prose]:
    """Yield tables, charts, and paragraphs with a number that may be wider than its column."""
    yield from visit.of(Table)
    yield from visit.of(Chart)
    for paragraph in visit.of(Paragraph):
        if any(map(_DIGITS.search, paragraph.text.forms())):
            yield paragraph


def _narrowest(pack: Pack) -> float:
    """Return points that a column has at least."""
    where = geometry(Document("", pack.languages, pack.layout, ()))
    narrowest = min(place.width for place in where.places.values())
    return narrowest if pack.widths == "equal" else narrowest * LEAST


def _may_be_long(visit: Visit, pack: Pack, sections: Iterable[Section]) -> bool:
    """Return whether titles may have no room on a cover, or in their line."""
    own = visit.particulars
    cover = sum(_length(text[lang]) for text in (own.title, own.purpose) for lang in pack.languages)
    if cover > _TITLES * 5 or any(_length(pack.title[lang]) > _TITLES for lang in pack.languages):
        return True
    heads = (own.title, pack.title, *(section.title for section in sections))
    return any(_DIGITS.search(form) for text in heads for form in text.forms())


def _may_be_wide(table: Table) -> bool:
    """Return whether the columns of a table may need more than a page on its side."""
    needs = 0.0
    for column, head in enumerate(table.columns):
        cells = (row[column] for row in table.rows if column < len(row))
        needs += 9.0 + 5.5 * max(map(_whole, chain((head,), cells)), default=0)
    return needs > _LYING


def _whole(cell: Text | str) -> int:
    """Return about how long what is never parted of a cell may be."""
    if not isinstance(cell, Text):
        return _unparted(cell)
    said = max(map(_unparted, cell.forms()), default=0)
    return max(said, _LACKING) if cell and not all(cell[lang] for lang in LANGS) else said


def _unparted(text: str) -> int:
    longest = 0
    for piece in _PIECE.findall(text):
        if piece.startswith("{"):
            longest = max(longest, _SHORT)
        elif any(map(_is_wide, piece)):
            longest = max(longest, min(8 + sum(not _is_wide(one) for one in piece), _SHORT))
        else:
            # A number is never parted, nor is it from the word behind it.
            whole = len(piece) + 12 if piece[-1:].isdigit() else min(len(piece), _SHORT)
            longest = max(longest, whole)
    return longest


def _has_few(record: Chart, visit: Visit) -> bool:
    """Return whether a chart draws so little that it need not be taken together to be sure that
    every page has room for it.
    """
    if record.rows or record.notes:
        return False
    if len(record.metrics) > _FEW:
        return False
    lines = 0
    for series in filter(None, (visit.get(Series, ident) for ident in record.series)):
        known = len(record.places) or record.top or len({point.place for point in series.points})
        lines += known + 1
    return lines <= _FEW


def _may_be_tall(chart: Shaped, width: float) -> bool:
    """Return whether a chart may be taller than a page where it is so wide."""
    a_line = 12 if width < _NARROW else 24
    if chart.form == "timeline":  # its names have most of the width
        a_line *= 2
    said = (*chart.names, *(row.name for row in chart.rows))
    lines = sum(1 + max(map(_length, words.values()), default=0) // a_line for words in said)
    height = _BASE + _LEADING * lines
    if chart.form == "multiples":
        height += _PANEL * len(chart.rows)
    elif chart.form in ("bar", "share"):
        height += _BAR * len(chart.rows) * max(len(chart.names), 1)
    return height > _TALLEST


def _length(text: str) -> int:
    """Return how many Latin letters are about as wide as a text."""
    return len(text) + sum(map(_is_wide, text))


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
