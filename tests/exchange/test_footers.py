"""Totals, notes and signatures below a list become neither people nor metrics, and entries are
never taken for them.
"""

from pathlib import Path

import pytest

from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted, read_table
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item, Metric, Organisation, Person, Record, Series
from lohum_brief.visit.visit import Visit
from tests.exchange.files import grid, xlsx

HEAD = "Sr. No.|Name|Organisation"
LIST = (HEAD, "1|RAO Asha|METI", "2|SEN Ravi|METI")


def pasted(visit: Visit, kind: type[Record], *rows: str) -> Preview:
    return preview(visit, kind, read_pasted("\n".join(rows).replace("|", "\t").encode()))


def people(found: Preview) -> list[str]:
    return [record.family["en"] for record in found.added if isinstance(record, Person)]


@pytest.mark.parametrize(
    "below",
    [
        ("Total|2|",),
        ("|Total: 2|",),
        ("|Total no. of delegates: 2|",),
        ("|Total 2 pax|",),
        ("Grand Total||2",),
        ("* subject to confirmation||", "|Prepared by: Protocol Section|"),
        ("||", "|Prepared by: Protocol Section|"),
        ("|Prepared by|Protocol Section",),
        ("|Note:|", "|1. Names are as in passports|", "|2. Ranks may change|"),
        ("|N.B.: ranks may change|",),
        ("|(Sd/-)|",),
        ("Place: New Delhi|Date: 1 Dec 2026|Signature",),
        ("|Source: Protocol Division|",),
        ("|As on 1.12.2026|",),
        ("|--- End of list ---|",),
        ("|合計 2名|",),
        ("|※ 変更の可能性あり|",),
        ("|作成：儀典課|",),
        ("|以上|",),
        ("|योग: 2|",),
        ("|टिप्पणी: परिवर्तन संभव|",),
        ("|प्रोटोकॉल अनुभाग द्वारा तैयार|",),
        ("Total|2|", "|Approved by|A. K. Singh"),
    ],
)
def test_what_stands_below_a_list_of_people_is_left_out_and_said(
    visit: Visit, below: tuple[str, ...]
) -> None:
    found = pasted(visit, Person, *LIST, *below)
    assert people(found) == ["Rao", "Sen"]
    assert not found.unread
    said = [note for note in map(say, found.notes) if "left out" in note]
    assert len(said) == sum(any(row.split("|")) for row in below)


def test_a_subtotal_between_rows_is_left_out(visit: Visit) -> None:
    found = pasted(visit, Person, *LIST, "Sub-total|2|", "3|MIHON Taro|METI", "Total|3|")
    assert people(found) == ["Rao", "Sen", "Mihon"]
    assert [note for note in map(say, found.notes) if "left out" in note] == [
        "Row 4 is a total and is left out: “Sub-total”.",
        "Row 6 is a total and is left out: “Total”.",
    ]


def test_a_name_apart_below_a_list_is_asked_about(visit: Visit) -> None:
    found = pasted(visit, Person, *LIST, "||", "|(A. K. Singh)|", "|Under Secretary|")
    assert people(found) == ["Rao", "Sen"]
    assert [unread.place for unread in found.unread] == [(4, 1), (5, 1)]
    assert "stands apart" in say(found.unread[0].why)


@pytest.mark.parametrize(
    "rows",
    [
        (*LIST, "|MIHON Taro|"),  # a late delegate of whom nothing else is known
        (HEAD, "1|RAO Asha|METI", "||", "2|SEN Ravi|METI", "||", "3|MIHON Taro|METI"),
        ("Name", "RAO Asha", "SEN Ravi", "MIHON Taro"),
        (HEAD, "1|RAO Asha|METI", "2|SEN Ravi|METI", "3|Note, Asha|METI"),
        (HEAD, "1|RAO Asha|METI", "2|SEN Ravi|METI", "3|TOTAL Ravi|METI"),
    ],
)
def test_entries_are_never_taken_for_notes(visit: Visit, rows: tuple[str, ...]) -> None:
    found = pasted(visit, Person, *rows)
    assert not found.unread
    assert len(people(found)) == 3


def test_totals_and_notes_below_metrics(visit: Visit) -> None:
    found = pasted(
        visit,
        Metric,
        "Metric|Value|Unit|As of",
        "Output|5|t|2025",
        "Total output|8|t|2025",
        "Total|13||",
        "合計|13||",
        "Source: plant records|||",
    )
    assert [record.name["en"] for record in found.added if isinstance(record, Metric)] == [
        "Output",
        "Total output",
    ]
    assert not found.unread


def test_organisations_and_items_keep_names_that_begin_so(visit: Visit) -> None:
    found = pasted(
        visit,
        Organisation,
        "Organisation|Country",
        "TotalEnergies|FR",
        "Total Gaz|FR",
        "Summit Ltd|IN",
    )
    assert len(found.added) == 3
    items = pasted(
        visit,
        Item,
        "Date|Time|Title",
        "2025-07-08|10:00|Signature of the MoU",
        "2025-07-08|11:00|Notes are exchanged",
    )
    assert len(items.added) == 2


def test_the_total_of_a_series_is_the_worlds(visit: Visit) -> None:
    found = pasted(
        visit,
        Series,
        "Mineral|Measure|Country|Year|Value|Unit",
        "Lithium|mine|IN|2023|5|t",
        "Lithium|mine|Total|2023|9|t",
    )
    assert not found.unread, found.unread
    (record,) = found.added
    assert isinstance(record, Series)
    assert [point.place for point in record.points] == ["IN", "world"]


def test_a_workbook_with_all_of_it(tmp_path: Path, visit: Visit) -> None:
    data = grid(
        ["Sr. No.", "Name", "Organisation"],
        ["1", "RAO Asha", "METI"],
        ["2", "SEN Ravi", "METI"],
        ["Total", "2"],
        ["* subject to confirmation"],
        ["", "Prepared by: Protocol Section"],
    )
    found = preview(visit, Person, read_table(xlsx(tmp_path / "foot.xlsx", data)))
    assert people(found) == ["Rao", "Sen"]
    assert not found.unread
