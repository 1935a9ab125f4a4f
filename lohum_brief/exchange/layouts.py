"""Which row of a table is its heading, and what each of its columns holds.

A heading may take two rows, of which the upper spans several columns; columns may be headed by
years and months (`spans`). Where a heading leaves it open, the cells below it decide: their script
tells the language, their words a title from a post.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

from lohum_brief.errors import UsageError
from lohum_brief.exchange import grids, sides
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import ORDINAL, by_path
from lohum_brief.exchange.headings import (
    WIDE,
    folded,
    guess,
    known_fields,
    unit_in,
    value_and_unit,
    without_unit,
)
from lohum_brief.exchange.honorifics import honorific_of, is_post
from lohum_brief.exchange.people import script_of
from lohum_brief.exchange.sheets import MOST_COLUMNS, Sheet, column_letters
from lohum_brief.exchange.spans import ESTIMATED, GROUPED, one_sided, parted, spans, without_year
from lohum_brief.exchange.vocabulary import FORMS, IGNORED
from lohum_brief.language.codes import READ
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


class NoHeadingError(UsageError):
    """No row of a table says what its columns hold."""


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
    when = When(fiscal_ends, year)
    found = [_best(sheet, kind, names, when) for sheet in sheets]
    best = max(found, key=lambda one: one.complete if _enough(one, kind) else -1)
    unused = [name for name in maps if folded(name) not in _headings(best, names)]
    if unused:
        raise UsageError(
            msg(
                "There is no column {name}; --map names a heading or a letter.",
                name=legible(unused[0]),
            )
        )
    if _enough(best, kind):
        return best if best.exact else _with_unheaded(best)
    first = next((row for row in best.sheet.rows if any(row)), ())
    raise NoHeadingError(
        msg(
            "No heading for {kind} is found. The first row has: {row}. Say what the columns hold "
            "with --map COLUMN=FIELD; "
            "the fields are: {fields}.",
            kind=kind_title(kind_of_class(kind)),
            row=legible(" | ".join(text_of(cell) for cell in first), 200),
            fields=listed(sorted({*known_fields(kind)} - {"id", "audience"})),
        )
    )


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
    unheaded = {
        column
        for row in found.sheet.rows[found.row + 1 :]
        if len(row) > len(known)
        for column, cell in enumerate(row[:width])
        if cell != ""
        and column not in known
        and any(at < len(row) and row[at] != "" for at in found.columns)
    }
    return (
        found._replace(
            unknown=dict(sorted((dict.fromkeys(unheaded, "") | dict(found.unknown)).items()))
        )
        if unheaded
        else found
    )


def likely_kind(sheets: Sequence[Sheet], hint: type[Record]) -> type[Record]:
    """What a table is about: the kind whose headings it has, `hint` where it may be that."""

    def score(kind: type[Record]) -> tuple[bool, bool, bool, int]:
        found = max(
            (_best(sheet, kind, {}) for sheet in sheets), key=lambda one: (one.exact, one.complete)
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


class When(NamedTuple):
    """What somebody has said of the years in headings."""

    fiscal_ends: bool | None = None
    year: str = ""


def _best(
    sheet: Sheet, kind: type[Record], names: Mapping[str, str], when: When | None = None
) -> Layout:
    if exact := _exact(sheet, kind):
        return exact
    when = when or When()
    width = max(map(len, sheet.rows))
    rows = [
        row
        for row in range(min(len(sheet.rows), _DEEPEST))
        if any(cell != "" for cell in sheet.rows[row])
    ]
    single = [(row, _texts(sheet, row, width)) for row in rows]
    of_one = {row: _of_row(sheet, row, texts, kind, names, when) for row, texts in single}
    of_two: list[Layout | None] = []
    for (high, upper), (low, lower) in pairwise(single):
        above = of_one[high]
        if (above and _says_headings(upper, lower, kind)) or (not above and of_one[low]):
            found = _of_row(
                sheet, low, _of_two(upper, lower), kind, names, when, _heads(upper, lower)
            )
            of_two.append(found)
            if found and above and _goes_on(above, lower):
                of_one[high] = None
    layouts = [found for found in (*of_one.values(), *of_two) if found] or [
        Layout(sheet, 0, {}, {})
    ]
    # A heading has no two columns for one thing that a title would not have either: the earlier row
    # wins a tie.
    best = max(layouts, key=lambda one: (_enough(one, kind), one.complete, _grouped(one)))
    if names and not _enough(best, kind):  # columns may be said by their letters alone
        width = max(map(len, sheet.rows))
        letters = {
            column: names[letter]
            for column in range(width)
            if (letter := folded(column_letters(column))) in names
        }
        best = Layout(sheet, -1, letters, {})
    return best


def _exact(sheet: Sheet, kind: type[Record]) -> Layout | None:
    """The layout of a table that this program wrote: every heading is a path, and those of all
    records are there.
    """
    heading = [text_of(cell) for cell in sheet.rows[0]]
    paths = by_path(kind).keys() | ({ORDINAL} if kind is Series else set())
    named = [name for name in heading if name]
    if not {"id", "audience"} <= set(named) or len(set(named)) != len(named):
        return None
    if not all(name in paths or (kind is Table and grids.is_column(name)) for name in named):
        return None
    return Layout(
        sheet, 0, {column: name for column, name in enumerate(heading) if name}, {}, exact=True
    )


Headings = Sequence[tuple[str, ...]]
"""For each column what its heading may be read as, the likeliest first; the first is also how it is
shown.
"""


def _texts(sheet: Sheet, row: int, width: int) -> Headings:
    cells = sheet.rows[row]
    return [
        (text_of(cells[at]).strip(),) if at < len(cells) and cells[at] != "" else ("",)
        for at in range(width)
    ]


_BELOW_YEARS: Final = re.compile(
    r"(?:target|plan|planned|budget|budgeted|actuals?|achieved|achievement|forecast|estimated?|est|"
    r"projected|provisional|value|qty|"
    r"quantity|amount|number|nos?|share|rank|growth|%|q[1-4]|h[12]|[1-4]q|目標|計画|実績|予算|"
    r"見込み?|予測|数量|金額|上期|下期|第[1-4]四半期|"
    r"लक्ष्य|योजना|वास्तविक|उपलब्धि|अनुमान|अनुमानित|मात्रा|राशि)[.)]?",
    re.IGNORECASE,
)


def _says_headings(upper: Headings, lower: Headings, kind: type[Record]) -> bool:
    """Whether the row below a heading is one too, by what it says; else it is the first entry.

    A word that is not known may stand below what spans several columns, never below a heading of
    one.
    """
    known = 0
    filled = [column for column, (below,) in enumerate(lower) if below]
    for column in filled:
        (above,), (below,) = upper[column], lower[column]
        beside = column + 1
        if _is_heading_word(below, kind):
            known += 1
        elif above and not (beside < len(lower) and lower[beside][0] and not upper[beside][0]):
            return False
    return 2 * known >= len(filled)


def _is_heading_word(text: str, kind: type[Record]) -> bool:
    return (
        guess(text, kind) is not None
        or _BELOW_YEARS.fullmatch(text) is not None
        or value_and_unit(text, kind) is not None
        or _is_of_time(text)
        or bool(without_year({0: text}))
    )


def _goes_on(above: Layout, lower: Headings) -> bool:
    """Whether the row below a heading belongs to it: it says what of a year stands where, and has
    no name.
    """
    below = [lower[column][0] for column, field in above.columns.items() if "@" in field]
    named = [
        lower[column][0]
        for column, field in above.columns.items()
        if field.partition(".")[0] in ("name", "metric", "mineral") or field == "points.place"
    ]
    words = [text for text in below if text]
    return bool(words) and not any(named) and all(_BELOW_YEARS.fullmatch(text) for text in words)


def _of_two(upper: Headings, lower: Headings) -> Headings:
    """A heading of two rows: what stands above spans the columns to its right that have nothing of
    their own there.
    """
    found: list[tuple[str, ...]] = []
    spanning = ""
    for (above,), (below,) in zip(upper, lower, strict=True):
        spanning = (above if below else "") or (spanning if below and not above else "")
        over = above or spanning
        if over and below:
            found.append((f"{over} {below}", f"{below} {over}", f"{over} ({below})", below))
        else:
            found.append((below or above,))
    return found


def _of_row(
    sheet: Sheet,
    row: int,
    texts: Headings,
    kind: type[Record],
    names: Mapping[str, str],
    when: When,
    heads: Mapping[int, tuple[int, str]] | None = None,
) -> Layout | None:
    """The layout if the row is the heading; None for a row in which nothing is a heading."""
    shown = {column: readings[0] for column, readings in enumerate(texts) if readings[0]}
    mapped = {
        column: found
        for column, readings in enumerate(texts)
        if (
            found := next(
                (names[name] for text in readings if text and (name := folded(text)) in names), None
            )
        )
        or (found := names.get(folded(column_letters(column))))
    }
    guessed = {
        column: found
        for column in shown
        if (found := next((field for text in texts[column] if (field := guess(text, kind))), None))
    }
    if not guessed and not any(
        folded(text) in names for readings in texts for text in readings if text
    ):
        return None
    measured = {
        column: named
        for column in shown
        if (
            named := next(
                (one for text in texts[column] if (one := value_and_unit(text, kind))), None
            )
        )
    }
    halves: dict[int, str] = {}
    if kind in WIDE:
        timed, halves = _timed(texts, WIDE[kind], when)
        if kind is not Series:
            timed |= _with_heads(timed, heads or {})
        guessed |= timed
        measured |= {
            column: (timed[column], unit)
            for column in timed
            if (unit := next((found for text in texts[column] if (found := unit_in(text))), None))
        }
    units = {unit for column, (_, unit) in measured.items() if column not in mapped}
    if "unit" in (*guessed.values(), *mapped.values()) or len(units) > 1:
        measured, units = {}, set()
    wished = {column: field for column, (field, _) in measured.items()} | guessed | mapped
    if kind is Person:
        _tell_titles(sheet, row, wished, mapped)
        _tell_sides(
            sheet,
            row,
            wished,
            {column: text for column, text in shown.items() if column not in mapped},
        )
    shared = {field for field, count in Counter(wished.values()).items() if count > 1}
    columns: dict[int, str] = {}
    joined = OF[kind].joined
    for column in sorted(wished, key=lambda column: column not in mapped):
        field = wished[column]
        if field in shared and column not in mapped:
            field = _by_script(sheet, row, column, field, kind)
        if field == IGNORED:
            continue
        if field not in columns.values() or field.partition(".")[0] == joined:
            columns[column] = field
    unknown = {column: text for column, text in shown.items() if column not in columns}
    yearless = without_year({column: text for column, text in unknown.items() if kind in WIDE})
    return Layout(
        sheet,
        row,
        dict(sorted(columns.items())),
        unknown,
        unit=next(iter(units), ""),
        headings=shown,
        halves=halves,
        yearless=yearless,
    )


_PLAIN_HEADS: Final = re.compile(
    r"actuals?|audited|achieved|achievements?|final|values?|years?|financial years?|fiscal "
    r"years?|periods?|実績|確定|年度?|値|वास्तविक|उपलब्धि|वर्ष|वित्तीय वर्ष",
    re.IGNORECASE,
)
"""What stands above years and says no more than that they are such."""


def _heads(upper: Headings, lower: Headings) -> dict[int, tuple[int, str]]:
    """What stands above each column of a heading of two rows, and above which of them it begins."""
    found: dict[int, tuple[int, str]] = {}
    begun = (-1, "")
    for column, ((above,), (below,)) in enumerate(zip(upper, lower, strict=True)):
        begun = (column, above) if above else begun if below else (-1, "")
        if below and begun[1] and begun[1] != below:
            found[column] = begun
    return found


def _with_heads(timed: Mapping[int, str], heads: Mapping[int, tuple[int, str]]) -> dict[int, str]:
    """The columns of years that stand below what tells them apart: Actual and Target, Capacity and
    Output.
    """
    over = {
        column: heads[column][1]
        for column, field in timed.items()
        if column in heads
        and heads[column][0] in timed
        and GROUPED not in field
        and not _is_of_time(heads[column][1])
    }
    if len(set(over.values())) < 2:
        return {}
    return {
        column: f"{timed[column]}{GROUPED}{text}"
        for column, text in over.items()
        if not _PLAIN_HEADS.fullmatch(text.strip()) and not timed[column].endswith(ESTIMATED)
    }


def _is_of_time(text: str) -> bool:
    """Whether a head is a year above its months, or a unit."""
    return bool(spans({0: text}, fiscal_ends=True)) or unit_in(f"x ({text})") is not None


def _grouped(found: Layout) -> int:
    return sum(GROUPED in field for field in found.columns.values())


def _timed(texts: Headings, field: str, when: When) -> tuple[dict[int, str], dict[int, str]]:
    """The columns that are headed by a time, in the first reading of their headings that is one;
    and half fiscal years.
    """
    found: dict[int, str] = {}
    halves: dict[int, str] = {}
    for depth in range(max(map(len, texts))):
        headings = {
            column: without_unit(readings[depth])
            for column, readings in enumerate(texts)
            if column not in found and depth < len(readings) and readings[depth]
        }
        found |= {
            column: f"{field}@{span.suffix}"
            for column, span in spans(headings, **when._asdict()).items()
        }
        halves |= one_sided(headings)
    return found, halves


def _tell_titles(sheet: Sheet, row: int, wished: dict[int, str], mapped: Mapping[int, str]) -> None:
    """A column Title holds posts or forms of address: its cells say which."""
    for column, field in wished.items():
        if field == "post" and column not in mapped:
            cells = [line[column] for line in sheet.rows[row + 1 :] if column < len(line)]
            words = [cell for cell in islice(cells, 200) if isinstance(cell, str) and cell.strip()]
            titles = sum(honorific_of(word) is not None and not is_post(word) for word in words)
            if words and 2 * titles >= len(words):
                wished[column] = "honorific"


def _tell_sides(
    sheet: Sheet, row: int, wished: dict[int, str], headings: Mapping[int, str]
) -> None:
    """A column whose cells say Host and Guest and nothing else tells on whose side people are,
    whatever it is called.
    """
    for column, heading in headings.items():
        if "side" in wished.values():
            return
        if wished.get(column, "post").partition(".")[0] in ("post", "duty", "group", IGNORED):
            cells = (line[column] for line in sheet.rows[row + 1 :] if column < len(line))
            if sides.is_column(
                heading,
                (cell for cell in islice(cells, 200) if isinstance(cell, str) and cell.strip()),
            ):
                wished[column] = "side"


def _by_script(sheet: Sheet, heading: int, column: int, field: str, kind: type[Record]) -> str:
    """Which language a column has of a field that several columns have: 氏名 beside Name."""
    cells = (row[column] for row in sheet.rows[heading + 1 :] if column < len(row))
    scripts = [
        script
        for cell in islice(cells, _DEEPEST)
        if isinstance(cell, str) and (script := script_of(cell))
    ]
    most = Counter(scripts).most_common(1)
    path = f"{field}.{READ if most[0][0] == 'kana' else most[0][0]}" if most else field
    return path if path in known_fields(kind) else field


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
    fields = {
        part.partition(".")[0].partition("@")[0]
        for field in found.columns.values()
        for part in field.split("+")
    }
    if "id" in fields and len(fields) > 1:
        return True
    if kind is Series and not found.exact:  # of which mineral, a question asks
        paths = {field.partition("@")[0] for field in found.columns.values()}
        return "points.value" in paths and bool(paths & {"points.place", "mineral"})
    return found.exact or all(fields & needed for needed in OF[kind].headings)
