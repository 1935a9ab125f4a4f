"""Charts in a section: title, unit and source, one drawing across the columns that speaks all
languages of its page, and its data as a table on request.

What a chart shows has no language: its lengths and numbers stand once. A chart may ask for a
drawing in the place of each language instead.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

import msgspec
from msgspec import structs

from lohum_brief.charts.chart import (
    ESTIMATED,
    Chart,
    Words,
    halves,
    in_common,
    spoken,
    years,
)
from lohum_brief.charts.chart import Row as ChartedRow
from lohum_brief.charts.data import shaped
from lohum_brief.charts.faults import emptiness, holder, undrawable
from lohum_brief.charts.lettering import Lettering, Scale, unit_of
from lohum_brief.charts.telling import told
from lohum_brief.document.blocks import Block, Column, Flow, Picture, Row, Table
from lohum_brief.document.drawings import Drawing, Label
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import CELL, HEAD, SMALL, Style
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import integer, kept
from lohum_brief.language.phrases import BASIS
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import is_money, quantity, unit_name
from lohum_brief.message import msg, small
from lohum_brief.packs.brief import NBSP, Brief, Drawings, neutral
from lohum_brief.packs.columns import pointed
from lohum_brief.packs.dating import dated
from lohum_brief.packs.refusing import refused
from lohum_brief.visit.figures import held_until, stale
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import Section

_TITLE = Style("sans-bold", 9.0, 14)
_ROOM = 64.0
"""What title, unit and note take of a page, in points."""
_LINE = structs.replace(SMALL, size=7.8)


def blocks(record: Record, brief: Brief, *, begun: bool = False) -> list[Block]:
    """Return the blocks of one chart; none where this audience may read nothing of what it shows.

    Raises BriefError where the chart would not show all that it has: a draft may be unfinished, but
    not untrue. One that has nothing to draw is refused too, unless somebody has only `begun` it.
    """
    for field, why in undrawable(record, brief.visit):
        raise refused(record.id, field, small(why), brief.pack, brief.visit)
    chart = shaped(record, brief.visit)
    if chart is None:
        if not begun and _known_whole(record, brief):
            field, why = emptiness(record)
            raise refused(record.id, field, small(why), brief.pack, brief.visit)
        return []
    chart = spoken(_dated(chart, brief), brief.langs)
    out = list(_pictures(chart, record, brief))
    if record.table:
        out.append(_table(chart, record, brief))
    if record.note:
        wide = brief.inset and not record.by_language
        out.append(Flow(brief.cell(record.note, _LINE), wide=wide, record=record.id))
    return out


def _dated(chart: Chart, brief: Brief) -> Chart:
    """Return the chart with a date behind the name of each stale reading."""
    if not any(stale(held_until(reading), brief.day) for reading in chart.readings):
        return chart._replace(readings=())
    rows, names = list(chart.rows), list(chart.names)
    for i, reading in enumerate(chart.readings):
        until = held_until(reading)
        if until is None or not stale(until, brief.day):
            continue
        if chart.form == "gauge":
            rows[i] = rows[i]._replace(name=_of_day(rows[i].name, reading.as_of, until))
        else:
            names[i] = _of_day(names[i], reading.as_of, until)
    return chart._replace(rows=tuple(rows), names=tuple(names), readings=())


def _of_day(name: Words, as_of: str, until: dt.date) -> Words:
    return {
        lang: text + LANGUAGES[lang].punctuation.space + dated(as_of, until, lang)
        for lang, text in name.items()
    }


def _pictures(chart: Chart, record: Record, brief: Brief) -> Iterator[Block]:
    """Yield the drawings, each under the title in its languages."""
    across = not record.by_language
    line = _line(chart, record, brief)
    head = brief.cell(record.title, _TITLE), _on_one(line, brief) if across else line
    groups = _drawings(chart, record, brief)
    if brief.where.stacked and not across:
        # Languages stand below one another: each has its title over its drawing.
        groups = [(drawing,) for drawing in chain(*groups)]
    for number, group in enumerate(groups, 1):
        for cell in head:
            if own := cell if across else _over(group, cell):
                yield Flow(own, keep=True, wide=across and brief.inset, record=record.id)
        keep = bool(record.note or record.table) and number == len(groups)
        yield Picture(group, across, keep, record.id)


def _on_one(line: Cell, brief: Brief) -> Cell:
    """Return the line under the title, its languages after one another where they would stand below
    one another and have room.
    """
    one = brief.line(line, _LINE) if brief.where.stacked else line
    fits = all(brief.ruler.width(para) <= brief.where.width for para in one)
    return one if fits else line


def _over(group: tuple[Drawing, ...], cell: Cell) -> Cell:
    """Return what of a cell is in the languages of drawings."""
    langs = {lang for drawing in group for lang, _ in drawing.alts}
    return tuple(para for para in cell if para.lang in langs)


def _known_whole(record: Record, brief: Brief) -> bool:
    """Return whether the audience reads all that a chart names, so that no more is kept from it."""
    named = (*record.series, *record.metrics, *record.notes)
    if any(ident not in brief.visit.by_id for ident in named):
        return False
    return not record.metrics or brief.pack.audience == "principal"


def elsewhere(record: Record, section: Section) -> bool:
    """Return whether a chart does not stand in the text of its section: behind the key figures, or
    on a mineral's sheet.
    """
    return section.content == "metrics" or (
        section.content == "minerals" and record.mineral is not None
    )


def of(section: Section, brief: Brief) -> list[Record]:
    """Return the section's charts that stand elsewhere, in their order."""
    records = brief.prose.get(section.id, ())
    return [
        record for record in records if isinstance(record, Record) and elsewhere(record, section)
    ]


def _drawings(chart: Chart, record: Record, brief: Brief) -> list[tuple[Drawing, ...]]:
    """Return one for each language, or for all languages of a page; of a chart that no page can
    hold, several times in parts.

    All languages show the same: a form, a label that one has no room for is given up in all. Raises
    BriefError where not even the smallest part has room on a page.
    """
    room = brief.where.height - _ROOM
    parts = [chart]
    asked: list[str] = []
    while True:
        wanted = _wanted(parts, record, brief)
        # What the whole shows: into how many parts it falls, follows from that. By which id the
        # record is known is not seen.
        asked = asked or [f"{one.key[1:]} {one.asked}" for one in chain(*wanted)]
        out = [_drawn(each, brief.drawings) for each in wanted]
        if all(one.height <= room for one in chain(*out)):
            brief.asked += asked
            return out
        finer = [*chain(*map(halves, parts))]
        if len(finer) == len(parts):
            why = msg("it is taller than a page: give it fewer series or shorter names.")
            raise refused(record.id, holder(record), why, brief.pack, brief.visit)
        parts = finer


def _drawn(wanted: "list[_Wanted]", drawings: Drawings) -> tuple[Drawing, ...]:
    """Return the drawings of a chart, those of the last time where they show the same."""
    if not all(one.kept(drawings) for one in wanted):
        _draw(wanted, drawings)
    return tuple(drawings[one.key][1] for one in wanted)


def _wanted(parts: Sequence[Chart], record: Record, brief: Brief) -> "list[list[_Wanted]]":
    """Return the drawings that each part wants."""
    digits = brief.pack.devanagari_digits
    groups = _groups(record, brief)
    parts = [part._replace(sources=(), basis="") for part in parts]
    return [
        [
            _Wanted(
                (record.id, number, langs, width, digits),
                part,
                f"{groups} {part!r}",
                Lettering(brief.ruler, langs, devanagari=digits),
            )
            for langs, width in groups
        ]
        for number, part in enumerate(parts)
    ]


class _Wanted(msgspec.Struct, frozen=True):
    """A drawing by its key in `Drawings`; `asked` is all that it shows: 1.5 and 1.50 are equal
    numbers and different labels.

    It names all languages of the chart, for what one has room for depends on the others.
    """

    key: tuple[str, int, tuple[Lang, ...], float, bool]
    part: Chart
    asked: str
    lettering: Lettering

    def told(self) -> list[tuple[Lang, str]]:
        """Return what the chart says in each language."""
        return [(lang, told(self.part, self.lettering, lang)) for lang in self.lettering.langs]

    def sketch(self) -> Drawing:
        """Return a drawing that says what the chart says, and shows nothing."""
        said = self.told()
        labels = tuple(Label(0, 0, Span(text, lang, SMALL)) for lang, text in said)
        return Drawing(self.key[3], 0, (), labels, tuple(said))

    def kept(self, drawings: Drawings) -> bool:
        """Return whether there is one from the last time that shows the same."""
        return self.key in drawings and drawings[self.key][0] == self.asked


class Sketches(Drawings):
    """Drawings of a pack that nobody looks at: they say what the chart says, and are not drawn."""


def _draw(wanted: list[_Wanted], drawings: Drawings) -> None:
    """Draw a chart in all its languages, again and with less where one of them had less room than
    the others.
    """
    if isinstance(drawings, Sketches):
        drawings.update({one.key: (one.asked, one.sketch()) for one in wanted})
        return
    # Only who prints charts waits for matplotlib.
    from lohum_brief.charts.draw import drawing, look  # noqa: PLC0415

    refused: frozenset[str] = frozenset()
    with look():
        while True:
            for one in wanted:
                one.lettering.begin(refused)
                shown = drawing(one.part, one.lettering, one.key[3], one.told())
                drawings[one.key] = one.asked, shown
            denied = _denied(wanted)
            uneven = _uneven(wanted, denied)
            if all(what in one.lettering.spare for one, what in uneven):
                break
            refused |= denied
    for one in wanted if uneven else ():
        asked, shown = drawings[one.key]
        drawings[one.key] = asked, _without(shown, one.lettering, denied)


def _denied(wanted: list[_Wanted]) -> set[str]:
    """Return what one of the languages had no room for."""
    return {what for one in wanted for what, done in one.lettering.chosen.items() if not done}


def _uneven(wanted: list[_Wanted], denied: set[str]) -> list[tuple[_Wanted, str]]:
    """Return what a language shows that another had no room for."""
    return [
        (one, what)
        for one in wanted
        for what, done in one.lettering.chosen.items()
        if done and what in denied
    ]


def _without(of: Drawing, lettering: Lettering, denied: set[str]) -> Drawing:
    """Return the drawing without labels that another language has no room for."""
    off = {id(label) for what in denied for label in lettering.spare.get(what, ())}
    return (
        structs.replace(of, labels=tuple(label for label in of.labels if id(label) not in off))
        if off
        else of
    )


def _groups(record: Record, brief: Brief) -> list[tuple[tuple[Lang, ...], float]]:
    """Return the languages of each drawing, and its width."""
    where = brief.where
    if record.by_language:
        return [((lang,), where.places[lang].width) for lang in brief.langs]
    return [
        (tuple(lang for lang in brief.langs if lang in langs), where.width)
        for langs in where.side_langs
    ]


def _line(chart: Chart, record: Record, brief: Brief) -> Cell:
    """Return unit, what the mark means, concentration and source, in one line under the title."""
    marks = brief.cite(chart.sources)
    out = []
    for lang in brief.langs:
        langs = next(langs for langs, _ in _groups(record, brief) if lang in langs)
        scale = Lettering(brief.ruler, langs).scale(chart.counted, chart.unit)
        parts = [part for part in _facts(chart, scale, lang, brief) if part]
        parts += [brief.words[lang]("Source")] if marks else []
        if text := LANGUAGES[lang].punctuation.separator.join(parts):
            mark = (Span(NBSP + marks, lang, _LINE.mark(), mark=True),) if marks else ()
            out.append(Para((Span(brief.printed(text, lang), lang, _LINE), *mark), lang))
    return tuple(out)


def _facts(chart: Chart, scale: Scale, lang: Lang, brief: Brief) -> Iterator[str]:
    """Yield what the line under the title says before the sources; some of it may be empty."""
    word = brief.words[lang]
    # Those of gauges, and of multiples without one, have units of their own.
    if chart.form != "gauge" and (chart.form != "multiples" or chart.unit):
        yield unit_of(chart.unit, scale, lang)
    yield chart.period.get(lang, "")
    if chart.concentration is not None:
        index = integer(chart.concentration, lang, indian=False)
        yield word(phrase("concentration (HHI): {value} of 10,000"), value=index)
    if chart.estimates:
        yield word("estimated") if chart.estimate else f"{ESTIMATED}{NBSP}{word('estimated')}"
    if chart.basis in {"stated", "illustrative"}:
        yield word(BASIS[chart.basis])


# The data as a table
# ------------------------------------------------------------------------------------------------


def _table(chart: Chart, record: Record, brief: Brief) -> Table:
    head, rows = _listed(chart, brief)
    columns = (Column(0.4), *(Column(0.6 / max(len(head) - 1, 1), "right") for _ in head[1:]))
    cells = [[_cell(words, CELL, brief) for words in column] for column in zip(*rows, strict=True)]
    if chart.form == "timeline":
        columns = (Column(0.2), Column(0.8))
    else:
        cells[1:] = [pointed(column, "right", first=False) for column in cells[1:]]
    return Table(
        columns,
        tuple(_cell(words, HEAD, brief) for words in head),
        tuple(Row(row, record=record.id) for row in zip(*cells, strict=True)),
        row_header=0,
        tight=True,
        keep=bool(record.note),
    )


def _listed(chart: Chart, brief: Brief) -> tuple[list[Words], list[list[Words]]]:
    """Return its heads and its cells: names down, series across, or one line for each value where
    series have times of their own.
    """
    value = _unit(chart.unit, brief) or _phrase("Value", brief)
    match chart.form:
        case "timeline":
            dates = chart.rows[0].names
            pairs = [list(pair) for pair in zip(dates, chart.names, strict=True)]
            return [_phrase("Date", brief), _phrase("Item", brief)], pairs
        case "flow" | "gauge":
            heads, rows = _against_targets(chart, brief)
            return [{}, value, *heads], rows
        case "multiples":
            heads = [_phrase("Date", brief), _phrase("Value", brief)]
            return [{}, *heads], [line for row in chart.rows for line in _of_time(row, brief)]
        case "scatter":
            return [{}, chart.across or _phrase("Value", brief), value], _scattered(chart, brief)
        case _:
            return _side_by_side(chart, value, brief)


def _side_by_side(
    chart: Chart, value: Words, brief: Brief
) -> tuple[list[Words], list[list[Words]]]:
    many = len(chart.rows) > 1
    heads = [row.name if many else value for row in chart.rows]
    rows = [
        [name, *(_of(row, i, "", brief) for row in chart.rows)]
        for i, name in enumerate(years(chart.names))
    ]
    return [value if many else {}, *heads], rows


def _against_targets(chart: Chart, brief: Brief) -> tuple[list[Words], list[list[Words]]]:
    """Return a line for each row with its target, which has a head if there is one."""
    targets = [chart.goal(row) for row in chart.rows]
    firsts = [row.values[0] if row.values else None for row in chart.rows]
    digits, aimed = in_common(firsts), in_common(target for target, _ in targets)
    lines = [
        [row.name, _number(first, row.unit, digits, brief, about=row.about(0))]
        for row, first in zip(chart.rows, firsts, strict=True)
    ]
    if all(target is None for target, _ in targets):
        return [], lines
    goals = [
        _number(target, row.unit, aimed, brief, about=exact)
        for row, (target, exact) in zip(chart.rows, targets, strict=True)
    ]
    rows = [[*line, goal] for line, goal in zip(lines, goals, strict=True)]
    return [_phrase(phrase("Target"), brief)], rows


def _of_time(row: ChartedRow, brief: Brief) -> list[list[Words]]:
    names = enumerate(years(row.names))
    return [[row.name, name, _of(row, i, row.unit, brief)] for i, name in names]


def _scattered(chart: Chart, brief: Brief) -> list[list[Words]]:
    """Return a line for each pair of values."""
    along = in_common(at for row in chart.rows for at in row.at)
    up = in_common(number for row in chart.rows for number in row.values)
    return [
        [row.name, _number(at, "", along, brief), _number(number, "", up, brief)]
        for row in chart.rows
        for at, number in zip(row.at, row.values, strict=False)
    ]


def _phrase(text: str, brief: Brief) -> Words:
    return {lang: brief.words[lang](text) for lang in brief.langs}


def _unit(unit: str, brief: Brief) -> Words:
    return {lang: unit_name(unit, lang) for lang in brief.langs} if unit else {}


def _of(row: ChartedRow, place: int, unit: str, brief: Brief) -> Words:
    """Return one value of a row."""
    marked = place in row.estimated
    return _number(
        row.values[place], unit, row.decimals, brief, about=row.about(place), marked=marked
    )


def _number(
    value: Decimal | None,
    unit: str,
    digits: int,
    brief: Brief,
    *,
    about: About = "",
    marked: bool = False,
) -> Words:
    mark = f"{ESTIMATED}{NBSP}" if marked else ""
    if value is None:
        return dict.fromkeys(brief.langs, LANGUAGES[brief.common].punctuation.nothing)
    own = None if is_money(unit) else kept(value, digits)
    return {
        lang: mark + quantity(value, unit, lang, about=about, digits=own) for lang in brief.langs
    }


def _cell(words: Words, style: Style, brief: Brief) -> Cell:
    texts = {lang: brief.printed(words[lang], lang) for lang in brief.langs if words.get(lang)}
    if len(set(texts.values())) == 1:
        lang, text = next(iter(texts.items()))
        return neutral(text, style, lang=lang)
    return (
        brief.line([Para((Span(text, lang, style),), lang) for lang, text in texts.items()], style)
        if style is HEAD
        else tuple(Para((Span(text, lang, style),), lang) for lang, text in texts.items())
    )
