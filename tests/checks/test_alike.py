"""What prints as it stands in every language is in none of them."""

from decimal import Decimal

import pytest

from lohum_brief.checks.alike import findings
from lohum_brief.checks.run import check
from lohum_brief.language.interface import say
from lohum_brief.release.weighing import weigh
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Chart, ChartRow, Table
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import RECORDS, pack, small, text


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("12,34,567 members", "12,34,567"), ("10:30–11:45 IST", "IST"), ("5 million t", "million"), ("8 July 2025", "8 July"),
        ("12,34,567", "12,34,567"), ("10 am", "am"), ("टन", "टन"), ("約5", "約"),
    ],
)  # fmt: skip
def test_a_cell_of_one_language_that_prints_in_all_is_a_warning(cell: str, words: str) -> None:
    table = Table(
        id="own", audience="public", section="sec:prose", columns=(text("a"),), rows=((cell,),)
    )
    [found] = findings(Visit([*RECORDS, table]))
    assert (found.severity, found.field) == ("warning", "rows.0.0")
    assert f"“{words}”" in say(found.message)


@pytest.mark.parametrize(
    "cell",
    [
        "12",
        "1,234,567",
        "Lohum",
        "GWh",
        "5 MWh/t",
        "www.example.org",
        "2025-07-08",
        "10:30",
        "NMC 811",
        "–",
    ],
)
def test_what_all_languages_write_alike_is_right(cell: str) -> None:
    table = Table(
        id="own", audience="public", section="sec:prose", columns=(text("a"),), rows=((cell,),)
    )
    assert not list(findings(Visit([*RECORDS, table])))


def chart(*names: str, row: str = "") -> Chart:
    values = tuple(Decimal(1 + at) for at in range(len(names)))
    return Chart(
        id="own", audience="public", section="sec:prose", form="bar", title=text("t"), unit="t", names=names,
        rows=(ChartRow(name=row, values=values),),
    )  # fmt: skip


def test_what_a_chart_compares_is_called_in_each_language() -> None:
    found = [
        (one.record, one.field)
        for one in findings(small(chart("Alpha", "NMC", "2024", "रीसाइक्लिंग", row="tonnes")))
    ]
    assert found == [("own", "names.0"), ("own", "names.3"), ("own", "rows.0.name")]
    assert not list(findings(sample_visit()))


@pytest.mark.parametrize(
    ("langs", "kept"), [(("en", "ja"), True), (("ja",), True), (("en",), False)]
)
def test_an_edition_has_none_in_another_language(langs: tuple[str, ...], kept: bool) -> None:
    visit = small(chart("Alpha", "Beta"))
    blockers = weigh(visit, pack(languages=langs), check(visit)).blockers
    assert [(one.cause, one.field, one.about) for one in blockers if one.record == "own"] == (
        [("language", "names.0", "ja"), ("language", "names.1", "ja")] if kept else []
    )
