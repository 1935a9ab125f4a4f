"""Columns of tables: as wide as what they hold asks."""

from lohum_brief.document.blocks import Column, Row, Table
from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.style import CELL
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph import set_lines
from lohum_brief.typeset.table_widths import Fit, fitted
from tests.typeset.operators import encoder

WIDTH = 300.0
LONG = "Ministry of Economy, Trade and Industry, Government of Japan"
NAMES = tuple(f"Member {number}" for number in range(20))


class Setter:
    """Sets the paragraphs of cells."""

    def __init__(self) -> None:
        self.encoder = encoder()

    def lines(self, para: Para, measure: float) -> list[Line]:
        return set_lines(para.spans, measure, self.encoder, para.align)

    def keep(self, para: Para, was: float, now: float) -> None:
        assert self.lines(para, now) == self.lines(para, was)


def para(text: str) -> Para:
    return Para((Span(text, "en", CELL),), "en")


def fit(columns: tuple[Column, ...], *rows: tuple[str, ...]) -> Fit:
    body = tuple(Row(tuple((para(text),) for text in row)) for row in rows)
    found = fitted(Table(columns, (), body), Setter(), WIDTH)
    assert found is not None
    return found


def lines(found: Fit, row: int, column: int) -> int:
    (one,) = found.table.rows[row].cells[column]
    return len(Setter().lines(one, found.widths[column]))


HALVES = (Column(1), Column(1))


def test_a_column_gives_what_it_does_not_need_to_one_that_parts_its_text() -> None:
    found = fit(HALVES, *((name, LONG) for name in NAMES))
    assert found.widths[0] < found.widths[1]
    assert {lines(found, row, 1) for row in range(20)} == {1}
    assert {lines(found, row, 0) for row in range(20)} == {1}


def test_columns_fill_the_same_width_as_before() -> None:
    found = fit(HALVES, *((name, LONG) for name in NAMES))
    assert round(found.xs[-1] + found.widths[-1], 6) == WIDTH


def test_columns_in_which_nothing_is_parted_stay_as_they_are_weighed() -> None:
    found = fit(HALVES, *((name, "short") for name in NAMES))
    assert found.widths[0] == found.widths[1]


def test_columns_below_the_texts_of_their_languages_stay_there() -> None:
    fixed = (Column(1, fixed=True), Column(1, fixed=True))
    found = fit(fixed, *((name, LONG) for name in NAMES))
    assert found.widths[0] == found.widths[1]


def test_one_long_name_among_many_does_not_keep_room_from_all_others() -> None:
    rows = [(name, LONG) for name in NAMES]
    rows[7] = ("Member of a rather long and winding name", LONG)
    found = fit(HALVES, *rows)
    assert lines(found, 7, 0) > 1
    assert {lines(found, row, 1) for row in range(20)} == {1}


def test_no_number_is_parted_that_was_not() -> None:
    rows = [(name, LONG) for name in NAMES]
    rows[7] = ("1,234,567,890,123.45 kWh", LONG)
    found = fit(HALVES, *rows)
    assert lines(found, 7, 0) == 1
