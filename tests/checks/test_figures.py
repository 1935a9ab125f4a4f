import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from lohum_brief.checks.figures import findings
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say, use
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Metric,
    Observation,
    Paragraph,
    Particulars,
    Point,
    Series,
    Table,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

NAME = Text(hi="क", en="a", ja="あ")
PARTICULARS = Particulars(id="v", audience="public", title=NAME, start=dt.date(2025, 7, 10))


def figure(ident: str = "figure:aid", **more: Any) -> Figure:
    values: dict[str, Any] = {
        "id": ident,
        "audience": "public",
        "name": NAME,
        "value": Decimal(5),
        "sources": ("s",),
    }
    return Figure(**values | more)


def paragraph(hi: str, en: str | None = None, ja: str | None = None, **more: Any) -> Paragraph:
    text = Text(hi=hi, en=hi if en is None else en, ja=hi if ja is None else ja)
    values: dict[str, Any] = {"id": "p", "audience": "public", "section": "sec", "text": text}
    return Paragraph(**values | more)


def found(*records: AnyRecord) -> list[tuple[str, str, str]]:
    return [(f.severity, f.record, f.field) for f in findings(Visit([PARTICULARS, *records]))]


def messages(*records: AnyRecord) -> str:
    return "\n".join(say(f.message) for f in findings(Visit([PARTICULARS, *records])))


def test_figures_that_are_there_and_fresh_have_no_findings() -> None:
    used = paragraph("{figure:aid} {date:visit.start} {literal:2022}")
    assert found(figure(valid_until=dt.date(2025, 7, 10)), used) == []


@pytest.mark.parametrize(
    "token",
    ["{figure:aide}", "{metric:x}", "{figure:aid|round=x}", "{date:2025-02-30}", "{literal:}"],
)
def test_a_token_that_prints_nothing_is_an_error_in_each_language(token: str) -> None:
    assert found(figure(), paragraph(token)) == [
        ("error", "p", f"text.{lang}") for lang in ("hi", "en", "ja")
    ]


def test_a_figure_that_some_readers_may_not_read_is_an_error() -> None:
    secret = figure(audience="host")
    assert found(secret, paragraph("{figure:aid}", audience="host")) == []
    assert {
        severity for severity, *_ in found(secret, paragraph("{figure:aid}", audience="guest"))
    } == {"error"}
    assert "“For guests”" in messages(secret, paragraph("{figure:aid}", audience="guest"))


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "stands in 1 text."), ("hi", "1 पाठ में"), ("ja", "1件の文章")]
)
def test_a_stale_figure_is_told_once_with_the_texts_that_print_it(lang: Lang, told: str) -> None:
    old = figure(valid_until=dt.date(2025, 6, 30))
    used = paragraph("{figure:aid}", "{figure:aid} {figure:aid|form=compact}", "")
    stale = [one for one in found(old, used) if "valid" in one[2] or one[1] == "figure:aid"]
    assert stale == [("warning", "figure:aid", "valid_until")]
    assert messages(old, used).count("30 June 2025") == 1
    use(lang)
    assert told in messages(old, used)
    use("en")
    assert "30 June 2025" in messages(old)
    assert "10 July 2025" in messages(old)
    assert "stands in" not in messages(old)


@pytest.mark.parametrize(
    ("as_of", "holds", "is_stale"),
    [
        ("2025-07-01", 9, False),
        ("2025-07-01", 8, True),
        ("2025-06", 10, False),
        ("2025-06", 9, True),
        ("FY2024", 101, False),
        ("FY2024", 100, True),
        ("9999-12-31", 36_500, False),
    ],
)
def test_a_figure_holds_for_its_days_from_the_end_of_its_period(
    as_of: str, holds: int, is_stale: bool
) -> None:
    """The visit starts on 10 July 2025."""
    held = figure(as_of=as_of, holds=holds)
    assert found(held) == [("warning", "figure:aid", "valid_until")] * is_stale
    named = figure(as_of=as_of, holds=holds, valid_until=dt.date(2025, 7, 10))
    assert found(named) == [], "a day that is named goes before"


def test_days_that_begin_nowhere_are_told() -> None:
    assert found(figure(holds=30)) == [("warning", "figure:aid", "as_of")]
    assert "not of which day" in messages(figure(holds=30))


def test_a_language_that_prints_fewer_figures_than_another_is_a_warning() -> None:
    one = paragraph("{figure:aid}", "five {figure:aid}", "5")
    assert found(figure(), one) == [("warning", "p", "text.ja")]
    assert "{figure:aid}" in messages(figure(), one)
    other_form = paragraph("{figure:aid}", "{figure:aid|form=number}", "{figure:aid|form=compact}")
    assert found(figure(), other_form) == []
    assert found(figure(), paragraph("{figure:aid}", "")) == [], (
        "a missing language is said elsewhere"
    )


def test_digits_that_are_no_figure_may_be_a_word_in_another_language() -> None:
    assert found(paragraph("दसवीं बैठक", "the tenth meeting", "第{literal:10}回会合")) == []


def test_a_reading_that_was_not_chosen_is_a_warning_where_it_is_printed() -> None:
    readings = figure("figure:a", conflict="c"), figure("figure:b", conflict="c", chosen=False)
    assert found(*readings, paragraph("{figure:a}")) == []
    assert "chosen is figure:a" in messages(*readings, paragraph("{figure:b}"))


def test_a_figure_without_a_source_and_a_series_without_a_basis_are_noted() -> None:
    series = Series(
        id="s",
        audience="public",
        mineral="m",
        measure="mine",
        points=(Point(place="AU", period="2024", value=Decimal(1)),),
    )
    assert found(figure(sources=()), series) == [
        ("info", "figure:aid", "sources"),
        ("info", "s", "sources"),
        ("info", "s", "basis"),
    ]


def test_a_kind_that_does_not_exist_is_a_warning() -> None:
    assert found(figure(), paragraph("{figur:aid}", "x", "x")) == [("warning", "p", "text.hi")]
    assert found(figure(), paragraph("{name} {{figur:aid}}")) == []


def test_a_table_cell_that_is_alike_in_all_languages_is_looked_at() -> None:
    table = Table(
        id="t", audience="public", section="sec", columns=(NAME,), rows=(("{figure:gone}",),)
    )
    assert found(figure(), table) == [("error", "t", "rows.0.0")]


def test_thousands_of_tokens_are_looked_at_in_one_go() -> None:
    """Each reading is found by its metric, not by going through all of them."""
    records: list[AnyRecord] = [
        Metric(id=f"metric:{n}", audience="public", name=NAME) for n in range(2000)
    ]
    records += [
        Observation(
            id=f"o{n}", audience="public", metric=f"metric:{n}", value=Decimal(n), sources=("s",)
        )
        for n in range(2000)
    ]
    records += [paragraph(f"{{metric:{n}}}", id=f"p{n}") for n in range(2000)]
    assert found(*records) == []


def test_a_range_that_falls_is_an_error() -> None:
    assert ("error", "figure:aid", "upper") in found(figure(value=Decimal(10), upper=Decimal(5)))
    for upper in (Decimal(10), Decimal(12), None):
        assert not [
            one for one in found(figure(value=Decimal(10), upper=upper)) if one[2] == "upper"
        ]


def test_a_rate_that_converts_money_has_a_day_and_a_source() -> None:
    rate = figure("figure:rate", unit="USD/INR", value=Decimal("0.0117"), sources=())
    money = figure(unit="INR", value=Decimal(343_000_000_000))
    used = paragraph("{figure:aid|in=USD}")
    errors = [one for one in found(rate, money, used) if one[0] == "error"]
    assert errors == [
        ("error", "figure:rate", "as_of"),
        ("error", "figure:rate", "sources"),
    ]
    whole = figure("figure:rate", unit="USD/INR", value=Decimal("0.0117"), as_of="2025-07-01")
    assert found(whole, money, used) == []
    assert [one for one in found(rate, money) if one[0] == "error"] == []
