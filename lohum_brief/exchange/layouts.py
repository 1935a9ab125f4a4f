"""Which row of a table is its heading, and what each of its columns holds.

A heading may take two rows (`two_rows`); columns may be headed by years and months (`spans`). Where
a heading leaves it open, the cells below it decide (`below_headings`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeVar

from lohum_brief.errors import UsageError
from lohum_brief.exchange import grids, rows_above, spelt_like_latin, two_rows
from lohum_brief.exchange.below_headings import (
    in_its_language,
    tell_journeys,
    tell_sides,
    tell_titles,
)
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import ORDINAL, by_path
from lohum_brief.exchange.headings import (
    WIDE,
    folded,
    guess,
    known_fields,
    unit_in,
    unit_told,
    value_and_unit,
    without_unit,
)
from lohum_brief.exchange.sheets import MOST_COLUMNS, Cell, Sheet, column_letters
from lohum_brief.exchange.spans import GROUPED, one_sided, parted, spans, without_year
from lohum_brief.exchange.two_rows import Headings, Heads
from lohum_brief.exchange.vocabulary import FORMS, IGNORED
from lohum_brief.message import listed, msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import (
    KINDS,
    Observation,
    Person,
    Record,
    Series,
    Table,
    Term,
    kind_of_class,
)

_DEEPEST: Final = 30
"""Rows among which the heading is looked for."""
_SHORT: Final = 2
"""Letters of a heading that alone tell no font: in is पद."""


class NoHeadingError(UsageError):
    """No row of a table says what its columns hold."""


class When(NamedTuple):
    """What somebody has said of the years in headings."""

    fiscal_ends: bool | None = None
    year: str = ""


class _Sought(NamedTuple):
    """What a heading is read for: the fields of a kind, and what somebody has said of it."""

    kind: type[Record]
    names: Mapping[str, str] = {}
    """The fields of headings and of letters of columns, folded."""
    when: When = When()


class Layout(NamedTuple):
    """Where a table's heading is, and what its columns hold, by their number; `exact` when this
    program wrote it.
    """

    sheet: Sheet
    row: int
    """-1 where there is no heading."""
    columns: Mapping[int, str]
    unknown: Mapping[int, str]
    """Columns that are not read, with their headings."""
    exact: bool = False
    unit: str = ""
    """What the headings of values say in brackets, where no column says it: Production (kt)."""
    headings: Mapping[int, str] = {}
    """Of all columns, as they are shown."""
    halves: Mapping[int, str] = {}
    """Columns headed by half a fiscal year, FY25: somebody has to say whether it begins or ends
    then.
    """
    yearless: Mapping[int, str] = {}
    """Columns headed by a month or a quarter of a year that nobody names."""

    @property
    def complete(self) -> int:
        """How many different fields it has."""
        return len(set(self.columns.values()))


def layout(
    sheets: Sequence[Sheet],
    kind: type[Record],
    maps: Mapping[str, str],
    *,
    fiscal_ends: bool | None = None,
    year: str = "",
) -> Layout:
    """The best heading of all sheets; `fiscal_ends` says whether FY25 is the year that ends in
    2025, `year` of which year months are.

    Raises UsageError where none can be found, which says what stands there.
    """
    names = {folded(name): _field(kind, field) for name, field in maps.items()}
    sought = _Sought(kind, names, When(fiscal_ends, year))
    found = [_best(sheet, sought) for sheet in sheets]
    best = max(found, key=lambda one: one.complete if _enough(one, kind) else -1)
    known = _headings(best, names)
    if unused := [name for name in maps if folded(name) not in known]:
        raise UsageError(
            msg(
                "There is no column {name}; --map names a heading or a letter.",
                name=legible(unused[0]),
            )
        )
    _refuse_lost(best, kind, names)
    return best if best.exact else _with_unheaded(_with_rows_above(best))


def _refuse_lost(found: Layout, kind: type[Record], names: Mapping[str, str]) -> None:
    """Raise NoHeadingError where no row says enough, or one that hardly does would cost another
    above it that may be the heading, unless somebody has named a heading of it.
    """
    sheet, row = found.sheet, found.row
    if not _enough(found, kind):
        raise _no_heading(
            sheet, next((at for at, cells in enumerate(sheet.rows) if any(cells)), 0), kind
        )
    if names.keys().isdisjoint(folded(text) for text in found.headings.values()):
        lost = rows_above.fuller(sheet, row, found.columns, found.headings)
        if lost is not None:
            raise _no_heading(sheet, lost, kind)


def _with_rows_above(found: Layout) -> Layout:
    """The layout with a remark on what above its heading is not read."""
    said = rows_above.unread(found.sheet, found.row, found.headings)
    new = [one for one in said if one not in found.sheet.notes]
    return found._replace(sheet=found.sheet._replace(notes=(*found.sheet.notes, *new)))


def _no_heading(sheet: Sheet, row: int, kind: type[Record]) -> NoHeadingError:
    return NoHeadingError(
        msg(
            "No heading for {kind} is found. Row {number} has: {row}. Say what the columns hold "
            "with --map COLUMN=FIELD; "
            "the fields are: {fields}.",
            kind=kind_title(kind_of_class(kind)),
            number=row + 1,
            row=legible(" | ".join(text_of(cell) for cell in sheet.rows[row]), 200),
            fields=listed(_told_fields(kind)),
        )
    )


def _told_fields(kind: type[Record]) -> list[str]:
    """Return what columns may hold; of a field that there is in each language only its name."""
    known = known_fields(kind) - {"id", "audience"}
    return sorted(name for name in known if name.rpartition(".")[0] not in known)


def _with_unheaded(found: Layout) -> Layout:
    """The layout with the columns that have no heading and say something of entries: nothing of a
    table is passed over unsaid.
    """
    if found.row < 0:
        return found
    width = (
        max(len(found.sheet.rows[found.row]), *found.headings, 0)
        if found.sheet.delimiter
        else MOST_COLUMNS
    )
    known = {*found.columns, *found.headings, *found.unknown}
    unheaded = dict(found.unknown)
    for row in found.sheet.rows[found.row + 1 :]:
        if len(row) > len(known) and _is_entry(row, found.columns):
            unheaded |= {column: "" for column in _filled(row[:width]) if column not in known}
    return found._replace(unknown=dict(sorted(unheaded.items())))


def _is_entry(row: Sequence[Cell], columns: Mapping[int, str]) -> bool:
    return any(column < len(row) and row[column] != "" for column in columns)


def _filled(row: Sequence[Cell]) -> Iterator[int]:
    return (column for column, cell in enumerate(row) if cell != "")


def likely_kind(sheets: Sequence[Sheet], hint: type[Record]) -> type[Record]:
    """What a table is about: the kind whose headings it has, `hint` where it may be that."""

    def score(kind: type[Record]) -> tuple[bool, bool, bool, int]:
        found = max(
            (_best(sheet, _Sought(kind)) for sheet in sheets),
            key=lambda one: (one.exact, one.complete),
        )
        likely = kind is hint
        if kind is Term and not found.exact and _is_glossary(found):
            likely = True
        return (
            found.exact,
            _enough(found, kind),
            likely,
            found.complete + _leaning(found, kind, likely=likely),
        )

    return max((hint, *(kind for kind in KINDS.values() if kind is not hint)), key=score)


def _leaning(found: Layout, kind: type[Record], *, likely: bool) -> int:
    """What speaks for a kind beside its headings: years as columns bring metrics of their own,
    languages a glossary.
    """
    wide = any("@" in field for field in found.columns.values())
    return int(kind is Term and likely) - 2 * (kind is Observation and wide and not found.exact)


def _is_glossary(found: Layout) -> bool:
    """Whether the headings are languages, with nothing that says whose names stand below them."""
    row = found.sheet.rows[found.row] if found.row >= 0 else ()
    named = [
        text_of(row[column])
        for column, field in found.columns.items()
        if field.startswith("name.") and column < len(row)
    ]
    return len(named) > 1 and all(folded(text) in FORMS for text in named)


def _field(kind: type[Record], field: str) -> str:
    if field not in known_fields(kind) and field != IGNORED and not _is_timed(field, kind):
        raise UsageError(
            msg(
                "A {kind} has no field {field}; it has: {known}.",
                kind=kind_of_class(kind),
                field=legible(field),
                known=listed(sorted(known_fields(kind))),
            )
        )
    return field


def _is_timed(field: str, kind: type[Record]) -> bool:
    """Whether a field is that of the values of one period, such as value@FY2024."""
    base, _, period = field.partition("@")
    return WIDE.get(kind) == base and 0 in spans({0: parted(period).period}, fiscal_ends=False)


def _headings(found: Layout, names: Mapping[str, str]) -> set[str]:
    row = found.sheet.rows[found.row] if found.row >= 0 else ()
    letters = {folded(column_letters(column)) for column in (*found.columns, *found.unknown)}
    return {folded(text_of(cell)) for cell in row} | (letters & set(names))


def _best(sheet: Sheet, sought: _Sought) -> Layout:
    kind, names, _ = sought
    if exact := _exact(sheet, kind):
        return exact

    def worth(one: Layout) -> tuple[bool, int, int]:
        return _enough(one, kind), one.complete, _grouped(one)

    # A heading has no two columns for one thing that a title would not have either: the earlier row
    # wins a tie.
    best = max(_possible(sheet, sought) or [Layout(sheet, 0, {}, {})], key=worth)
    if best.unknown or not _enough(best, kind):
        best = max([best, *_in_old_fonts(sheet, sought)], key=worth)
    if names and not _enough(best, kind):
        return Layout(sheet, -1, _by_letters(sheet, names), {})
    return best


def _in_old_fonts(sheet: Sheet, sought: _Sought) -> Iterator[Layout]:
    """Yield the layouts of rows whose headings are in a Hindi font from before Unicode, with a note
    that says how they are read.
    """
    for at, texts in _first_texts(sheet):
        hindi = spelt_like_latin.headings([text for text, *_ in texts])
        told = {
            column: text
            for column, text in hindi.items()
            if guess(text, sought.kind) and not guess(texts[column][0], sought.kind)
        }
        if not any(len(texts[column][0]) > _SHORT for column in told):
            continue
        row = [told.get(column, cell) for column, cell in enumerate(sheet.rows[at])]
        note = msg(
            "Headings in an old Hindi font are read as: {headings}.",
            headings=listed(told.values()),
        )
        read = sheet._replace(
            rows=[*sheet.rows[:at], row, *sheet.rows[at + 1 :]], notes=(*sheet.notes, note)
        )
        if found := _of_row(read, at, two_rows.of_cells(row, len(texts)), sought):
            yield found


def _possible(sheet: Sheet, sought: _Sought) -> list[Layout]:
    """Return the layouts with each row as the heading, then those with each two."""
    texts = _first_texts(sheet)
    of_one = {row: _of_row(sheet, row, said, sought) for row, said in texts}
    of_two: list[Layout] = []
    for (high, upper), (low, lower) in pairwise(texts):
        above = of_one[high]
        if not (two_rows.is_second(upper, lower, sought.kind) if above else of_one[low]):
            continue
        both, heads = two_rows.together(upper, lower), two_rows.heads(upper, lower)
        if found := _of_row(sheet, low, both, sought, heads):
            of_two.append(found)
            if above and two_rows.belongs(above.columns, lower):
                of_one[high] = None
    return [found for found in (*of_one.values(), *of_two) if found]


def _first_texts(sheet: Sheet) -> list[tuple[int, Headings]]:
    """Return the rows among which the heading is looked for, without empty ones."""
    width = max(map(len, sheet.rows))
    return [
        (at, two_rows.of_cells(row, width))
        for at, row in enumerate(sheet.rows[:_DEEPEST])
        if any(cell != "" for cell in row)
    ]


def _by_letters(sheet: Sheet, names: Mapping[str, str]) -> dict[int, str]:
    """Return the columns that are said by their letters alone."""
    width = max(map(len, sheet.rows))
    letters = ((column, folded(column_letters(column))) for column in range(width))
    return {column: names[letter] for column, letter in letters if letter in names}


def _exact(sheet: Sheet, kind: type[Record]) -> Layout | None:
    """The layout of a table that this program wrote: every heading is a path, and those of all
    records are there.
    """
    heading = [text_of(cell) for cell in sheet.rows[0]]
    columns = {column: name for column, name in enumerate(heading) if name}
    named = set(columns.values())
    if not named >= {"id", "audience"} or len(named) != len(columns):
        return None
    foreign = named - by_path(kind).keys() - ({ORDINAL} if kind is Series else set())
    if foreign and not (kind is Table and all(map(grids.is_column, foreign))):
        return None
    return Layout(sheet, 0, columns, {}, exact=True)


def _of_row(
    sheet: Sheet, row: int, texts: Headings, sought: _Sought, heads: Heads | None = None
) -> Layout | None:
    """The layout if the row is the heading; None for a row in which nothing is a heading."""
    kind, names, _ = sought
    mapped = _mapped(texts, names)
    guessed = _known(texts, lambda text: guess(text, kind))
    if not guessed and not any(_named(readings, names) for readings in texts):
        return None
    timed, halves = _timed(texts, sought, heads or {})
    guessed |= timed
    measured, unit = _measured(texts, kind, timed, mapped)
    if "unit" in (*guessed.values(), *mapped.values()):
        measured, unit = {}, ""
    shown = {column: readings[0] for column, readings in enumerate(texts) if readings[0]}
    wished = measured | guessed | mapped
    if kind is Person:
        tell_titles(sheet, row, wished, mapped)
        tell_sides(sheet, row, wished, _without(shown, mapped))
        tell_journeys(wished, shown, mapped)
    columns = _one_for_each(sheet, row, kind, wished, mapped)
    unknown = _without(shown, columns)
    return Layout(
        sheet,
        row,
        dict(sorted(columns.items())),
        unknown,
        unit=unit,
        headings=shown,
        halves=halves,
        yearless=without_year(unknown) if kind in WIDE else {},
    )


_Known = TypeVar("_Known")


def _known(texts: Headings, know: Callable[[str], _Known | None]) -> dict[int, _Known]:
    """Return what is known of each column, by the first reading of its heading that says it."""
    return {
        column: found
        for column, readings in enumerate(texts)
        if (found := next((one for text in readings if text and (one := know(text))), None))
    }


def _named(readings: Sequence[str], names: Mapping[str, str]) -> str | None:
    """Return the field that somebody has said a heading means."""
    return next(
        (names[name] for text in readings if text and (name := folded(text)) in names), None
    )


def _mapped(texts: Headings, names: Mapping[str, str]) -> dict[int, str]:
    """Return the fields that somebody has said of columns, by their heading or their letter."""
    return {
        column: field
        for column, readings in enumerate(texts if names else ())
        if (field := _named((*readings, column_letters(column)), names))
    }


def _without(texts: Mapping[int, str], columns: Mapping[int, str]) -> dict[int, str]:
    return {column: text for column, text in texts.items() if column not in columns}


def _measured(
    texts: Headings, kind: type[Record], timed: Mapping[int, str], mapped: Mapping[int, str]
) -> tuple[dict[int, str], str]:
    """Return the columns of values that say their unit, and that unit; nothing where they have
    several, for a table has one.
    """
    units = _known(texts, lambda text: value_and_unit(text, kind))
    if timed:
        said = _known(texts, unit_in)
        units |= {column: (timed[column], said[column]) for column in timed if column in said}
    different = {unit for column, (_, unit) in units.items() if column not in mapped}
    different = different or _units_of_mapped(texts, kind, mapped)
    if len(different) > 1:
        return {}, ""
    return {column: field for column, (field, _) in units.items()}, next(iter(different), "")


def _units_of_mapped(texts: Headings, kind: type[Record], mapped: Mapping[int, str]) -> set[str]:
    """Return the units in headings of which somebody has said that values or their names stand
    below them: Production in '000 MT.
    """
    if kind not in WIDE:
        return set()
    said = _known(texts, unit_told)
    fields = {
        column: field.partition("@")[0].rpartition(".")[2] for column, field in mapped.items()
    }
    return {unit for column, unit in said.items() if fields.get(column) in ("name", "value")}


def _one_for_each(
    sheet: Sheet, row: int, kind: type[Record], wished: Mapping[int, str], mapped: Mapping[int, str]
) -> dict[int, str]:
    """Return one column for each field, those first of which somebody has said it; of a field that
    several have, one in each language.
    """
    counts = Counter(wished.values())
    columns: dict[int, str] = {}
    for column in sorted(wished, key=lambda column: column not in mapped):
        field = wished[column]
        if counts[field] > 1 and column not in mapped:
            field = in_its_language(sheet, row, column, field, kind)
        taken = field in columns.values() and field.partition(".")[0] != OF[kind].joined
        if field != IGNORED and not taken:
            columns[column] = field
    return columns


def _grouped(found: Layout) -> int:
    return sum(GROUPED in field for field in found.columns.values())


def _timed(texts: Headings, sought: _Sought, heads: Heads) -> tuple[dict[int, str], dict[int, str]]:
    """The columns that are headed by a time, in the first reading of their headings that is one;
    and half fiscal years.
    """
    found: dict[int, str] = {}
    halves: dict[int, str] = {}
    if (field := WIDE.get(sought.kind)) is None:
        return found, halves
    for depth in range(max(map(len, texts))):
        headings = {
            column: without_unit(readings[depth])
            for column, readings in enumerate(texts)
            if column not in found and depth < len(readings) and readings[depth]
        }
        found |= {
            column: f"{field}@{span.suffix}"
            for column, span in spans(headings, **sought.when._asdict()).items()
        }
        halves |= one_sided(headings)
    if sought.kind is not Series:
        found |= two_rows.grouped(found, heads)
    return found, halves


def second_list(found: Layout) -> int | None:
    """Return the column in which another list begins that stands beside the one that is read; what
    is said above it is none of ours.
    """
    known = {folded(text) for column, text in found.headings.items() if column in found.columns}
    again = (column for column, text in found.unknown.items() if text and folded(text) in known)
    return min((column for column in again if column > min(found.columns)), default=None)


def is_heading(columns: Mapping[int, str], kind: type[Record]) -> bool:
    """Whether columns of these fields are enough for a list of the kind."""
    return _enough(Layout(Sheet("", ()), -1, columns, {}), kind)


def _enough(found: Layout, kind: type[Record]) -> bool:
    if found.exact:
        return True
    paths = {field.partition("@")[0] for field in found.columns.values()}
    fields = {part.partition(".")[0] for path in paths for part in path.split("+")}
    if "id" in fields and len(fields) > 1:
        return True
    if kind is Series:  # of which mineral, a question asks
        return "points.value" in paths and bool(paths & {"points.place", "mineral"})
    return all(fields & needed for needed in OF[kind].headings)
