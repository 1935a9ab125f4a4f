"""Plant at a glance: the key figures large, then every metric with its date, basis and source."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Flow, Row, Table
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import CELL, CELL_BOLD, CELL_SMALL, FIGURE, GREY, HEAD, SMALL, Style
from lohum_brief.document.tracks import GAP, tracks
from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import MINUS, decimal, percent
from lohum_brief.language.phrases import BASIS
from lohum_brief.language.units import is_money, quantity, unit_name
from lohum_brief.packs import charts
from lohum_brief.packs.brief import NBSP, Brief, joined
from lohum_brief.packs.columns import pointed
from lohum_brief.packs.dating import as_told, dated
from lohum_brief.packs.readings import CHOSEN, is_parted, label
from lohum_brief.visit.change import Change, change, changes
from lohum_brief.visit.figures import Figures, chosen, ended, held_until, stale
from lohum_brief.visit.records import Metric, Observation, Section

_WEIGHTS = (0.26, 0.195, 0.18, 0.365)
"""Shares of the columns of the table."""
_TIMES = 5
"""From this multiple on a change is told as a multiple."""


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return key figures, a word on their basis, charts, then the table of all metrics with all
    readings.
    """
    readings = Figures(brief.visit).readings
    metrics = [metric for metric in brief.visit.of(Metric) if metric.id in readings]
    out: list[Block] = _key_figures(metrics, readings, brief)
    stated = (reading.basis == "stated" for metric in metrics for reading in readings[metric.id])
    if any(stated):
        out.append(Flow(brief.word("Stated by the company, not audited.", SMALL), boxed=True))
    for chart in charts.of(section, brief):
        out += charts.blocks(chart, brief)
    if metrics:
        out.append(_table(metrics, readings, brief))
    return out


def _key_figures(
    metrics: list[Metric], readings: dict[str, list[Observation]], brief: Brief
) -> list[Block]:
    key = [metric for metric in metrics if metric.key]
    across = _across(len(key))
    return [
        _figures(key[start : start + across], across, readings, brief)
        for start in range(0, len(key), across)
    ]


def _across(count: int) -> int:
    """Return how many figures stand side by side, so that none is left alone in a second row."""
    return 5 if count in {5, 9, 10} else 3 if count in {3, 6} else 4


def _figures(
    metrics: list[Metric], across: int, readings: dict[str, list[Observation]], brief: Brief
) -> Table:
    columns = tuple(Column(1, fixed=True) for _ in range(across))
    cells = []
    for metric in metrics:
        reading = chosen(readings[metric.id])
        room = min(tracks(columns, brief.width)[1])
        trend = _trend(change(reading, readings[metric.id], metric.unit), room, brief)
        cells.append(joined([_figure(metric, reading, room, brief), _dated(reading, brief), trend]))
    cells += [()] * (across - len(cells))
    return Table(columns, (), (Row(tuple(cells)),), sort="figures")


def _figure(metric: Metric, reading: Observation, room: float, brief: Brief) -> Cell:
    """Return the number large where all languages write it alike, else once for each; name and unit
    beneath.

    Smaller where it would be parted: a number is not.
    """
    marks = brief.cite(reading.sources)
    mark = (Span(NBSP + marks, brief.langs[0], CELL.mark(), mark=True),) if marks else ()
    forms = {lang: _large(metric, reading, lang) for lang in brief.langs}
    for style in _SIZES:
        cell = brief.alike(forms, style)
        large = tuple(structs.replace(para, spans=para.spans + mark) for para in cell)
        smaller = style is FIGURE and len(cell) > 1  # one below the other they are no headline
        if not smaller and all(brief.ruler.width(para) <= room for para in large):
            break
    return large + tuple(_with_unit(metric, lang, room, brief) for lang in brief.langs)


_SIZES = (
    FIGURE,
    *(structs.replace(FIGURE, size=size, leading=size * 1.47) for size in (15.0, 12.0, 10.0)),
)


def _large(metric: Metric, reading: Observation, lang: Lang) -> str:
    """Return the number with how exact it is; a percentage with its sign, and money as it is
    written, which are part of it.
    """
    if metric.unit == "%" or is_money(metric.unit):
        return quantity(reading.value, metric.unit, lang, about=reading.about)
    return quantity(reading.value, "", lang, about=reading.about)


def _with_unit(metric: Metric, lang: Lang, room: float, brief: Brief) -> Para:
    name = metric.name[lang]
    unit = (
        unit_name(metric.unit, lang)
        if metric.unit not in ("", "%") and not is_money(metric.unit)
        else ""
    )
    # "Number of facilities" says already what is counted.
    if (
        not name
        or not unit
        or unit_name(metric.unit, "en").casefold() in metric.name["en"].casefold()
    ):
        return structs.replace(brief.para(name, lang, CELL), align="left")
    beside = LANGUAGES[lang].punctuation.aside(unit)
    joint = " " if beside.startswith(" ") else ""
    return _unparted(name, joint, beside.removeprefix(joint), lang, CELL, room, brief)


def _unparted(
    first: str, joint: str, last: str, lang: Lang, style: Style, room: float, brief: Brief
) -> Para:
    """Return two parts on one line; where that has no room, each begins its own, if that costs no
    further line.
    """
    on, apart = (
        structs.replace(brief.para(first + between + last, lang, style), align="left")
        for between in (joint, "\n")
    )
    lines = brief.ruler.lines(on, room)
    return apart if lines > 1 and brief.ruler.lines(apart, room) <= lines else on


def _table(metrics: list[Metric], readings: dict[str, list[Observation]], brief: Brief) -> Table:
    rows = [row for metric in metrics for row in _rows(metric, readings[metric.id], brief)]
    head = tuple(brief.head(title, HEAD) for title in ("Metric", "Value", "As of", "Basis"))
    return Table(tuple(map(Column, _WEIGHTS)), head, tuple(rows))


def _rows(metric: Metric, readings: list[Observation], brief: Brief) -> Iterator[Row]:
    """Yield a row for each reading, those that were chosen first; the first says what is read."""
    room = (brief.width - GAP * (len(_WEIGHTS) - 1)) * _WEIGHTS[1]
    ordered = sorted(readings, key=lambda reading: (not reading.chosen, ended(reading.as_of)))
    found = changes(ordered, metric.unit)
    pale, parted = is_parted(ordered), _parted(ordered)
    values = _pointed([_value(metric, one, brief, pale=pale and not one.chosen) for one in ordered])
    for i, (reading, value) in enumerate(zip(ordered, values, strict=True)):
        name = joined(
            [brief.cell(metric.name, CELL_BOLD), brief.cell(metric.definition, CELL_SMALL)]
        )
        which = label(reading) if reading.conflict in parted else ""
        yield Row(
            (
                name if i == 0 else (),
                joined([value, _trend(found.get(reading.id), room, brief)]),
                _as_of(reading, brief),
                _basis(reading, brief, label=which),
            ),
            record=reading.id,
            again=_again(metric, ordered[:i], ordered[i:], brief) if i else (),
        )


def _pointed(values: list[Cell]) -> list[Cell]:
    """Return the values of one metric with their points below each other, in each language: their
    units are one in each, and several together.
    """
    placed: dict[Para, Para] = {}
    for lang in dict.fromkeys(para.lang for cell in values for para in cell):
        own = [tuple(para for para in cell if para.lang == lang) for cell in values]
        there = pointed(own, "left", first=False)
        placed.update(zip(chain(*own), chain(*there), strict=True))
    return [tuple(placed.get(para, para) for para in cell) for cell in values]


def _parted(readings: Sequence[Observation]) -> set[str]:
    """Return the conflicts of which a reading was chosen and another was not."""
    groups: dict[str, list[Observation]] = {}
    for reading in readings:
        if reading.conflict:
            groups.setdefault(reading.conflict, []).append(reading)
    return {conflict for conflict, own in groups.items() if is_parted(own)}


def _again(
    metric: Metric, before: Sequence[Observation], rest: Sequence[Observation], brief: Brief
) -> Cell:
    """Return what a later page says before the readings that go on there: of which metric, and
    which value was chosen for them.

    Each of the rest that was not chosen wants the one that was in its place, unless that stands on
    the page too. A reading that nobody had to choose needs none: it says itself of when it is.
    """
    settled = [reading for reading in before if reading.chosen]
    preferred = dict.fromkeys(_chosen_of(conflict, settled) for conflict in _unsettled(rest))
    several = len(preferred) > 1
    told = [
        tuple(_preferred(metric, one, lang, brief, day=several) for lang in brief.langs)
        for one in preferred
        if one is not None
    ]
    return joined([brief.cell(metric.name, CELL_BOLD), *told])


def _unsettled(rest: Sequence[Observation]) -> Iterable[str]:
    """Return the conflicts of readings of which that which was chosen is not among them."""
    shown = {reading.conflict for reading in rest if reading.chosen}
    return dict.fromkeys(
        reading.conflict for reading in rest if not reading.chosen and reading.conflict not in shown
    )


def _chosen_of(conflict: str, settled: list[Observation]) -> Observation | None:
    own = [reading for reading in settled if reading.conflict == conflict]
    return chosen(own or settled) if settled else None


def _preferred(
    metric: Metric, reading: Observation, lang: Lang, brief: Brief, *, day: bool
) -> Para:
    """Return a value that was chosen, with its date where several are told."""
    said = quantity(reading.value, metric.unit, lang, about=reading.about)
    if day and reading.as_of:
        said += LANGUAGES[lang].punctuation.space + as_told(reading.as_of, lang)
    return brief.para(said, lang, CELL_SMALL, label=brief.words[lang](CHOSEN))


def _value(metric: Metric, reading: Observation, brief: Brief, *, pale: bool) -> Cell:
    style: Style = CELL_SMALL if pale else CELL
    forms = {
        lang: quantity(reading.value, metric.unit, lang, about=reading.about)
        for lang in brief.langs
    }
    return brief.alike(forms, style)


def _dated(reading: Observation, brief: Brief) -> Cell:
    """Return of when a stale reading is; nothing of one that still holds."""
    until = held_until(reading)
    if until is None or not stale(until, brief.day):
        return ()
    return tuple(
        brief.para(dated(reading.as_of, until, lang), lang, CELL_SMALL) for lang in brief.langs
    )


def _as_of(reading: Observation, brief: Brief) -> Cell:
    if not reading.as_of:
        return _dated(reading, brief)
    return brief.alike(
        {lang: dates.as_of(reading.as_of, lang, months=False) for lang in brief.langs}, CELL
    )


def _basis(reading: Observation, brief: Brief, label: str) -> Cell:
    """Return basis and sources; for readings that conflict also which it is and why."""
    marks = brief.cite(reading.sources)
    first = []
    for lang in brief.langs:
        spans = [Span(brief.words[lang](BASIS[reading.basis]), lang, CELL)]
        if label:
            spans.append(
                Span(
                    LANGUAGES[lang].punctuation.separator + brief.words[lang](label),
                    lang,
                    structs.replace(CELL, ink=GREY),
                )
            )
        if marks:
            spans.append(Span(NBSP + marks, lang, CELL.mark(), mark=True))
        first.append(Para(tuple(spans), lang))
    return joined([tuple(first), brief.cell(reading.note, CELL_SMALL)])


def _trend(found: Change | None, room: float, brief: Brief) -> Cell:
    """Return what became of the reading before, in a small line."""
    return tuple(_changed(found, lang, room, brief) for lang in brief.langs) if found else ()


def _changed(found: Change, lang: Lang, room: float, brief: Brief) -> Para:
    word, since = brief.words[lang], dates.as_of(found.since, lang, months=False)
    if not found.amount:
        return brief.para(word(phrase("unchanged since {period}"), period=since), lang, CELL_SMALL)
    if found.factor >= _TIMES:
        factor = decimal(found.factor, lang, digits=0 if found.factor >= 10 else 1)
        return brief.para(
            word(phrase("{factor} times the value of {period}"), factor=factor, period=since),
            lang,
            CELL_SMALL,
        )
    size = found.amount.copy_abs()
    said = quantity(size, "percentage points", lang) if found.points else percent(size, lang)
    said = ("+" if found.amount > 0 else MINUS) + said
    first, _, last = word(phrase("{change} since {period}"), change="\n", period=since).partition(
        "\n"
    )
    parts = (said, last.strip()) if last else (first.strip(), said)
    return _unparted(parts[0], " ", parts[1], lang, CELL_SMALL, room, brief)
