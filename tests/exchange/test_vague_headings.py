"""Particulars, Details, विवरण, 摘要, 備考: such columns may hold titles or texts, and are neither left
out nor taken for something unasked.
"""

from collections.abc import Mapping

import pytest

from lohum_brief.exchange.preview import Preview
from lohum_brief.visit.records import Item, Metric, Record
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed

DATED = "2025-07-08|10:00|"


def open_(found: Preview) -> list[tuple[str, list[str]]]:
    """What has to be answered, and the answers there are."""
    return [(one.name, [choice.answer for choice in one.choices]) for one in found.open]


@pytest.mark.parametrize(
    ("heading", "title", "words"),
    [
        ("Particulars", "Activity", "Welcome"),
        ("Details", "Activity", "Welcome"),
        ("विवरण", "कार्यक्रम", "स्वागत"),
        ("ब्योरा", "कार्यक्रम", "स्वागत"),
        ("摘要", "件名", "歓迎"),
        ("備考", "件名", "歓迎"),
        ("内容", "件名", "歓迎"),
        ("Remarks", "Activity", "Welcome"),
        ("अभ्युक्ति", "कार्यक्रम", "स्वागत"),
    ],
)
def test_a_programme_without_another_title_has_it_there(
    visit: Visit, heading: str, title: str, words: str
) -> None:
    alone = typed(visit, Item, f"Date|Time|{heading}", f"{DATED}{words}")
    remark = heading in ("備考", "Remarks", "अभ्युक्ति")
    assert open_(alone) == ([("title", ["C"])] if remark else [])
    answers = {"title": "C"} if remark else {}
    (item,) = added(
        typed(visit, Item, f"Date|Time|{heading}", f"{DATED}{words}", answers=answers), Item
    )
    assert words in (item.title["en"], item.title["hi"], item.title["ja"])
    assert not item.detail
    both = typed(visit, Item, f"Date|Time|{title}|{heading}", f"{DATED}A|{words}")
    said = [field for letter, _, field in both.columns if letter == "D"]
    # As the text of the entry it is known; what may be its title is asked about.
    assert bool(both.open) or said[0].startswith("detail")


def test_particulars_beside_an_activity_have_to_be_told(visit: Visit) -> None:
    rows = ("Date|Time|Activity|Particulars", f"{DATED}Welcome|by the MD")
    assert open_(typed(visit, Item, *rows)) == [("D", ["detail", "title", "-"])]
    (item,) = added(typed(visit, Item, *rows, answers={"D": "detail"}), Item)
    assert (item.title["en"], item.detail["en"]) == ("Welcome", "by the MD")
    (item,) = added(typed(visit, Item, *rows, answers={"Particulars": "-"}), Item)
    assert (item.title["en"], item.detail["en"]) == ("Welcome", "")
    turned = typed(visit, Item, *rows, answers={"D": "title"})
    assert open_(turned) == [("C", ["detail", "-"])]
    (item,) = added(typed(visit, Item, *rows, answers={"D": "title", "C": "detail"}), Item)
    assert (item.title["en"], item.detail["en"]) == ("by the MD", "Welcome")


def test_which_of_two_such_columns_has_the_titles_has_to_be_told(visit: Visit) -> None:
    rows = ("日付|時刻|摘要|備考", f"{DATED}歓迎|社長挨拶")
    assert open_(typed(visit, Item, *rows)) == [("title", ["C", "D"])]
    (item,) = added(typed(visit, Item, *rows, answers={"title": "摘要"}), Item)
    assert (item.title["ja"], item.detail["ja"]) == ("歓迎", "社長挨拶")
    (item,) = added(typed(visit, Item, *rows, answers={"title": "D"}), Item)
    assert (item.title["ja"], item.detail["ja"]) == ("社長挨拶", "歓迎")


@pytest.mark.parametrize("heading", ["विवरण", "摘要", "Details", "Particulars", "事項"])
def test_a_table_of_metrics_has_its_names_there(visit: Visit, heading: str) -> None:
    (metric,) = added(typed(visit, Metric, f"{heading}|Unit|Value", "Output|t|5"), Metric)
    assert metric.name["en"] == "Output"


@pytest.mark.parametrize("heading", ["Details", "備考", "摘要", "Remarks", "टिप्पणी"])
def test_such_a_column_beside_the_names_of_metrics_has_to_be_told(
    visit: Visit, heading: str
) -> None:
    rows = (f"Metric|{heading}|Value", "Output|tonnes|5")
    assert open_(typed(visit, Metric, *rows)) == [("B", ["definition", "name", "unit", "-"])]

    def made(answers: Mapping[str, str]) -> Metric:
        (metric,) = added(typed(visit, Metric, *rows, answers=answers), Metric)
        return metric

    assert made({"B": "unit"}).unit == "t"
    assert made({"B": "definition"}).definition["en"] == "tonnes"
    assert made({"B": "-"}).definition["en"] == made({"B": "-"}).unit == ""


def test_numbered_items_beside_particulars_are_no_names_unasked(visit: Visit) -> None:
    rows = ("Item|Particulars|Unit|Value", "1|Output|t|5")
    assert [name for name, _ in open_(typed(visit, Metric, *rows))] == ["A", "B"]
    answers = {"A": "-", "B": "name"}
    (metric,) = added(typed(visit, Metric, *rows, answers=answers), Metric)
    assert (metric.name["en"], metric.name["hi"]) == ("Output", "")


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        (Item, ("Date|Time|Activity (English)|कार्यक्रम का विवरण", f"{DATED}Welcome|स्वागत")),
        (Metric, ("Particulars (English)|विवरण (हिंदी)|Value", "Output|उत्पादन|5")),
    ],
)
def test_columns_that_say_their_languages_are_not_asked_about(
    visit: Visit, kind: type[Record], rows: tuple[str, str]
) -> None:
    assert not typed(visit, kind, *rows).open
