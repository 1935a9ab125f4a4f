"""Marks that say “as above” are understood and said; they become neither organisations nor posts."""

import pytest

from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item, Metric, Organisation, Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, called, typed

MARKS = [
    "-do-",
    "do.",
    "Do",
    "ditto",
    "-Ditto-",
    "〃",
    "同上",
    "―〃―",
    "—वही—",
    "तदैव",
    "as above",
    "same",
    "(same as above)",
    "”",
    "''",
    '- " -',
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_stands_for_what_the_row_above_has_in_its_column(visit: Visit, mark: str) -> None:
    found = typed(
        visit,
        Person,
        "Name|Post|Organisation",
        "Asha Rao|Director|Umicore",
        f"Ravi Sen|{mark}|{mark}",
        f"Mai Sato|Staff|{mark}",
    )
    people = added(found, Person)
    (body,) = [one for one in found.added if isinstance(one, Organisation)]
    assert [(one.post["en"], one.organisation) for one in people] == [
        ("Director", body.id),
        ("Director", body.id),
        ("Staff", body.id),
    ]
    assert any(
        "3 cells say “as above”" in note and "“Director”" in note for note in map(say, found.notes)
    )


def test_a_mark_below_nothing_is_refused_alone(visit: Visit) -> None:
    found = typed(visit, Person, "Name|Organisation", "Asha Rao|-do-", "Ravi Sen|METI")
    assert [(one.place, one.alone) for one in found.unread] == [((1, 1), True)]
    assert [one.organisation for one in found.added if isinstance(one, Person)] == [
        None,
        "org:meti",
    ]


def test_names_are_no_marks(visit: Visit) -> None:
    found = typed(
        visit,
        Person,
        "Family name|Given name|Organisation",
        "Nguyen|Van An|METI",
        "Do|Thi Mai|METI",
    )
    assert called(found) == ["Van An Nguyen", "Thi Mai Do"]


def test_signs_become_no_bodies_and_a_dash_says_nothing(visit: Visit) -> None:
    found = typed(visit, Person, "Name|Organisation", "Asha Rao|METI", "Ravi Sen|→", "Mai Sato|–")
    assert [one.place for one in found.unread] == [(2, 1)]
    assert not [one for one in found.added if isinstance(one, Organisation)]


def test_units_and_places_may_be_as_above_too(visit: Visit) -> None:
    metrics = added(typed(visit, Metric, "Metric|Unit|2024", "Output|t|5", "Stock|do.|6"), Metric)
    assert [one.unit for one in metrics] == ["t", "t"]
    found = typed(
        visit,
        Item,
        "Date|Time|Event|Venue",
        "2025-12-10|10:00|Welcome|Hall",
        "-do-|11:00|Talks|-do-",
    )
    assert [(one.start.day, one.place["en"]) for one in added(found, Item)] == [
        (10, "Hall"),
        (10, "Hall"),
    ]


@pytest.mark.parametrize(
    ("rows", "posts"),
    [
        (
            (
                "氏名|所属・役職",
                "山田 太郎|経済産業省　課長",
                "佐藤 花子|同上　係長",
                "鈴木 一郎|同 主査",
                "高橋 次郎|同省 主事",
                "加藤 健|〃",
            ),
            ["課長", "係長", "主査", "主事", "主事"],
        ),
        (
            (
                "Name|Designation & Organisation",
                "R.K. Singh|Secretary, METI",
                "Rekha Jain|Joint Secretary, -do-",
                "Anil Rao|Director, ditto",
                "Sunil Das|Deputy, same as above",
                "Mohan Sen|-do-, As above",
            ),
            ["Secretary", "Joint Secretary", "Director", "Deputy", "Deputy"],
        ),
        (
            (
                "氏名|所属|役職",
                "山田 太郎|経済産業省|課長",
                "佐藤 花子|同|係長",
                "鈴木 一郎|同省|主査",
            ),
            ["課長", "係長", "主査"],
        ),
    ],
)
def test_as_above_may_be_said_of_the_organisation_alone(
    visit: Visit, rows: tuple[str, ...], posts: list[str]
) -> None:
    found = typed(visit, Person, *rows)
    people = added(found, Person)
    assert {one.organisation for one in people} == {"org:meti"}
    assert [one.post["ja"] or one.post["en"] for one in people] == posts
    assert not added(found, Organisation)


def test_half_a_cell_as_above_below_nothing_is_refused(visit: Visit) -> None:
    found = typed(visit, Person, "氏名|所属・役職", "佐藤 花子|同上　係長")
    assert [one.place for one in found.unread] == [(1, 1)]
    assert not [one for one in found.added if isinstance(one, Organisation)]
