import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from lohum_brief.errors import UsageError
from lohum_brief.language import dates
from lohum_brief.visit import schedule
from lohum_brief.visit.edit import apply, inverse, merge
from lohum_brief.visit.records import Item, Particulars
from lohum_brief.visit.schedule import Plan, end, ordered, together
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

DAY = dt.datetime(2025, 7, 8)  # noqa: DTZ001 local time


def item(
    ident: str, clock: str, minutes: int, *groups: str, fixed: bool = False, audience: str = "guest"
) -> Item:
    hour, minute = map(int, clock.split(":"))
    return Item(
        id=ident,
        audience=audience,  # type: ignore[arg-type]
        title=Text(en=ident),
        start=DAY + dt.timedelta(hours=hour, minutes=minute),
        minutes=minutes,
        groups=groups,
        fixed=fixed,
    )


def after(items: Sequence[Item], plan: Plan) -> list[Item]:
    changed = {item.id: item for item in plan.items}
    return [changed.get(item.id, item) for item in items]


def clocks(items: Sequence[Item], plan: Plan) -> str:
    return " ".join(f"{item.id}{item.start:%H:%M}" for item in ordered(after(items, plan)))


def unfit(plan: Plan) -> list[tuple[str, str, int]]:
    return [
        (one.id, other.id, length // dt.timedelta(minutes=1)) for one, other, length in plan.unfit
    ]


MORNING = (
    item("a", "10:00", 30), item("b", "10:30", 30), item("c", "11:10", 20), item("d", "11:30", 30, fixed=True),
    item("e", "12:00", 60),
)  # fmt: skip


def test_a_delay_uses_up_free_time_first() -> None:
    plan = schedule.shift(MORNING, "a", 5)
    assert clocks(MORNING, plan) == "a10:05 b10:35 c11:10 d11:30 e12:00"
    assert unfit(plan) == []


def test_what_must_stay_behind_something_holds_it_back_too() -> None:
    items = (
        item("a", "09:00", 0), item("b", "09:00", 0, "g1"), item("c", "09:00", 0), item("d", "09:05", 0, "g2", fixed=True),
    )  # fmt: skip
    assert clocks(items, schedule.shift(items, "a", 10)) == "b09:05 c09:05 d09:05 a09:10"


def test_a_delay_ends_at_the_next_fixed_item_and_says_what_no_longer_fits() -> None:
    plan = schedule.shift(MORNING, "a", 15)
    assert clocks(MORNING, plan) == "a10:15 b10:45 c11:15 d11:30 e12:00"
    assert unfit(plan) == [("c", "d", 5)]


def test_what_is_longer_delays_as_what_is_later_does() -> None:
    plan = schedule.lengthen(MORNING, "a", 45)
    assert clocks(MORNING, plan) == "a10:00 b10:45 c11:15 d11:30 e12:00"
    assert unfit(plan) == [("c", "d", 5)]


def test_what_is_shorter_takes_along_what_followed_at_once() -> None:
    assert (
        clocks(MORNING, schedule.lengthen(MORNING, "a", 20)) == "a10:00 b10:20 c11:10 d11:30 e12:00"
    )
    plan = schedule.lengthen(MORNING, "d", 10)  # itself fixed, but its end is not
    assert clocks(MORNING, plan) == "a10:00 b10:30 c11:10 d11:30 e11:40"


def test_what_begins_while_it_lasts_is_not_drawn_along_by_its_earlier_end() -> None:
    items = (
        item("a", "09:00", 0), item("b", "09:05", 10, fixed=True), item("c", "09:05", 0), item("d", "09:15", 20),
    )  # fmt: skip
    assert clocks(items, schedule.lengthen(items, "b", 0)) == "a09:00 b09:05 c09:05 d09:05"
    both = (item("a", "10:00", 30), item("b", "10:20", 30))
    assert clocks(both, schedule.lengthen(both, "a", 20)) == "a10:00 b10:20"
    assert clocks(both, schedule.lengthen(both, "a", 40)) == "a10:00 b10:30"
    assert clocks(both, schedule.shift(both, "a", -10)) == "a09:50 b10:10"


def test_earlier_and_later_again_is_as_it_was() -> None:
    earlier = after(MORNING, schedule.shift(MORNING, "b", -5))
    assert clocks(MORNING, schedule.shift(MORNING, "b", -5)) == "a10:00 b10:25 c11:10 d11:30 e12:00"
    assert after(earlier, schedule.shift(earlier, "b", 5)) == list(MORNING)


def test_earlier_than_what_comes_before_ends_is_said() -> None:
    assert unfit(schedule.shift(MORNING, "b", -10)) == [("a", "b", 10)]


def test_groups_that_are_elsewhere_and_the_hosts_own_meetings_stay() -> None:
    items = (
        item("a", "11:00", 30, "g1"), item("b", "11:00", 30, "g2"), item("c", "11:30", 30, "g1"),
        item("d", "11:30", 30, "g2"), item("h", "11:35", 60, audience="host"), item("l", "12:00", 60),
    )  # fmt: skip
    plan = schedule.shift(items, "a", 10)
    assert clocks(items, plan) == "b11:00 a11:10 d11:30 h11:35 c11:40 l12:10"
    assert unfit(plan) == []


def test_a_fixed_item_of_others_holds_nobody_up() -> None:
    items = (
        item("a", "11:00", 30, "g1"), item("f", "11:30", 10, "g2", fixed=True), item("c", "11:30", 30, "g1"),
    )  # fmt: skip
    assert clocks(items, schedule.shift(items, "a", 15)) == "a11:15 f11:30 c11:45"


def test_places_are_changed_in_the_time_that_both_took() -> None:
    assert clocks(MORNING, schedule.step(MORNING, "b", -1)) == "b10:00 a10:30 c11:10 d11:30 e12:00"
    assert clocks(MORNING, schedule.step(MORNING, "b", 1)) == "a10:00 c10:30 b11:00 d11:30 e12:00"
    assert (
        clocks(MORNING, schedule.put(MORNING, "c", "a", behind=False))
        == "c10:00 a10:20 b11:00 d11:30 e12:00"
    )
    assert schedule.step(MORNING, "a", -1) == Plan((), ())


def test_all_groups_change_places_with_what_both_do_at_once() -> None:
    items = (item("a", "11:00", 30, "g1"), item("b", "11:00", 30, "g2"), item("l", "11:40", 60))
    assert clocks(items, schedule.step(items, "l", -1)) == "l11:00 a12:10 b12:10"


def test_over_a_fixed_item_it_is_put_behind_and_pushes() -> None:
    plan = schedule.put(MORNING, "b", "d", behind=True)
    assert clocks(MORNING, plan) == "a10:00 c11:10 d11:30 b12:00 e12:30"
    assert unfit(plan) == []


def test_to_another_day_it_comes_behind_what_is_there() -> None:
    tomorrow = item("t", "33:00", 30)
    items = (*MORNING, tomorrow, item("u", "33:40", 30))
    plan = schedule.put(items, "b", "t", behind=True)
    assert {found.id: found.start - DAY for found in plan.items} == {
        "b": dt.timedelta(hours=33, minutes=30),
        "u": dt.timedelta(hours=34),
    }


def test_a_beginning_far_away_is_another_place() -> None:
    assert (
        clocks(MORNING, schedule.begin(MORNING, "a", DAY.replace(hour=12)))
        == "b10:30 c11:10 d11:30 a12:00 e12:30"
    )
    assert clocks(MORNING, schedule.begin(MORNING, "a", DAY.replace(hour=10, minute=20))) == (
        "a10:20 b10:50 c11:20 d11:30 e12:00"
    )


@pytest.mark.parametrize(
    ("clock", "made", "misfits"),
    [
        ("09:00", "b09:00 a10:00 c11:10 d11:30 e12:00", []),  # before what came before: nothing moves
        ("10:00", "a10:00 b10:00 c11:10 d11:30 e12:00", [("a", "b", 30)]),
        ("10:30", "a10:00 b10:30 c11:10 d11:30 e12:00", []),
        ("10:40", "a10:00 b10:40 c11:10 d11:30 e12:00", []),
        ("10:45", "a10:00 b10:45 c11:15 d11:30 e12:00", [("c", "d", 5)]),
        ("11:00", "a10:00 b11:00 c11:30 d11:30 e12:00", [("c", "d", 20)]),
        ("11:29", "a10:00 b11:29 c11:30 d11:30 e12:00", [("b", "c", 20), ("b", "d", 29), ("c", "d", 20)]),
        ("11:30", "a10:00 c11:10 b11:30 d11:30 e12:00", [("b", "d", 30)]),  # behind what came behind
    ],
)  # fmt: skip
def test_between_its_neighbours_a_beginning_pushes_and_beyond_them_it_does_not(
    clock: str, made: str, misfits: list[tuple[str, str, int]]
) -> None:
    start = DAY.replace(hour=int(clock[:2]), minute=int(clock[3:]))
    plan = schedule.begin(MORNING, "b", start)
    assert (clocks(MORNING, plan), unfit(plan)) == (made, misfits)


def test_the_first_and_the_last_have_a_neighbour_on_one_side_only() -> None:
    plan = schedule.begin(MORNING, "a", DAY.replace(hour=7))
    assert clocks(MORNING, plan) == "a07:00 b07:30 c11:10 d11:30 e12:00"
    plan = schedule.begin(MORNING, "e", DAY.replace(hour=15))
    assert clocks(MORNING, plan) == "a10:00 b10:30 c11:10 d11:30 e15:00"
    assert schedule.step(MORNING, "e", 1) == Plan((), ())


def test_a_fixed_item_may_be_given_another_beginning_by_name() -> None:
    plan = schedule.begin(MORNING, "d", DAY.replace(hour=11, minute=40))
    assert clocks(MORNING, plan) == "a10:00 b10:30 c11:10 d11:40 e12:10"
    plan = schedule.begin(MORNING, "d", DAY.replace(hour=11, minute=20))
    assert clocks(MORNING, plan) == "a10:00 b10:30 c11:10 d11:20 e11:50"
    assert unfit(plan) == [("c", "d", 10)]


@pytest.mark.parametrize(
    ("ident", "target", "behind", "made"),
    [
        ("b", "c", False, "a10:00 b10:30 c11:10 d11:30 e12:00"),  # it stands there already
        ("b", "a", True, "a10:00 b10:30 c11:10 d11:30 e12:00"),
        ("a", "a", True, "a10:00 b10:30 c11:10 d11:30 e12:00"),
        ("a", "b", True, "b10:00 a10:30 c11:10 d11:30 e12:00"),
        ("a", "c", False, "b10:00 a10:30 c11:10 d11:30 e12:00"),
        ("a", "c", True, "b10:00 c10:30 a11:00 d11:30 e12:00"),
        ("c", "a", True, "a10:00 c10:30 b11:00 d11:30 e12:00"),
        ("b", "d", False, "a10:00 c10:30 b11:00 d11:30 e12:00"),
        ("e", "d", False, "a10:00 b10:30 c11:10 d11:30 e11:30"),
    ],
)
def test_put_in_front_or_behind(ident: str, target: str, behind: bool, made: str) -> None:
    assert clocks(MORNING, schedule.put(MORNING, ident, target, behind=behind)) == made


GROUPS = (
    item("a", "10:00", 30, "g1"), item("b", "10:00", 30, "g2"), item("c", "10:30", 30, "g1"),
    item("d", "10:30", 60, "g2"), item("e", "11:30", 30),
)  # fmt: skip


@pytest.mark.parametrize(
    ("ident", "target", "behind", "made"),
    [
        (
            "a",
            "d",
            True,
            "b10:00 c10:00 a10:30 d10:30 e11:30",
        ),  # beside it: what counts is the time
        ("a", "b", True, "a10:00 b10:00 c10:30 d10:30 e11:30"),
        ("c", "b", False, "b10:00 c10:00 a10:30 d10:30 e11:30"),
        ("e", "b", False, "e10:00 a10:30 b10:30 c11:00 d11:00"),
        ("e", "d", False, "a10:00 b10:00 e10:30 c11:00 d11:00"),
        ("b", "e", True, "a10:00 d10:00 c10:30 e11:00 b11:30"),
    ],
)
def test_groups_are_put_among_their_own(ident: str, target: str, behind: bool, made: str) -> None:
    assert clocks(GROUPS, schedule.put(GROUPS, ident, target, behind=behind)) == made


def test_what_is_put_behind_the_last_of_others_is_the_last_of_its_own() -> None:
    items = (
        item("a", "10:00", 30, "g1"), item("b", "10:30", 30, "g1"), item("c", "11:00", 30, "g1"),
        item("d", "11:00", 30, "g2"),
    )  # fmt: skip
    plan = schedule.put(items, "a", "d", behind=True)
    assert clocks(items, plan) == "b10:00 c10:30 a11:00 d11:00"


def test_groups_wait_for_each_other_only_where_both_go_on_together() -> None:
    assert clocks(GROUPS, schedule.shift(GROUPS, "a", 15)) == "b10:00 a10:15 d10:30 c10:45 e11:30"
    assert clocks(GROUPS, schedule.shift(GROUPS, "b", 15)) == "a10:00 b10:15 c10:30 d10:45 e11:45"
    earlier = schedule.shift(GROUPS, "d", -15)
    assert clocks(GROUPS, earlier) == "a10:00 b10:00 d10:15 c10:30 e11:15"
    assert unfit(earlier) == [("b", "d", 15)]
    assert (
        clocks(GROUPS, schedule.lengthen(GROUPS, "c", 60)) == "a10:00 b10:00 c10:30 d10:30 e11:30"
    )
    assert (
        clocks(GROUPS, schedule.lengthen(GROUPS, "c", 61)) == "a10:00 b10:00 c10:30 d10:30 e11:31"
    )


def test_a_meeting_of_the_hosts_alone_is_beside_all_and_one_of_a_group_is_not() -> None:
    items = (
        item("a", "10:00", 30), item("h", "10:00", 30, audience="host"),
        item("k", "10:00", 30, "g1", audience="host"), item("f", "10:40", 10, "g1", fixed=True),
    )  # fmt: skip
    plan = schedule.shift(items, "a", 15)
    assert clocks(items, plan) == "h10:00 a10:15 k10:15 f10:40"
    assert unfit(plan) == [("a", "f", 5), ("k", "f", 5)]
    assert clocks(items, schedule.shift(items, "k", 15)) == "a10:00 h10:00 k10:15 f10:40"
    assert clocks(items, schedule.shift(items, "h", 15)) == "a10:00 k10:00 h10:15 f10:40"


def test_overlaps_are_of_the_same_people_and_longer_than_nothing() -> None:
    items = (
        item("a", "10:00", 30), item("b", "10:10", 10), item("c", "10:20", 30), item("d", "10:30", 0),
        item("e", "10:40", 5, audience="host"),
    )  # fmt: skip
    found = [
        (one.id, other.id, length // dt.timedelta(minutes=1))
        for one, other, length in schedule.overlaps(items)
    ]
    assert found == [("a", "b", 10), ("a", "c", 10)]


def test_a_fixed_item_is_not_moved() -> None:
    with pytest.raises(UsageError):
        schedule.shift(MORNING, "d", 5)
    with pytest.raises(UsageError):
        schedule.step(MORNING, "d", 1)
    with pytest.raises(UsageError):
        schedule.put(MORNING, "d", "a", behind=False)


def test_days_end_somewhere() -> None:
    last = Item(
        id="z",
        audience="guest",
        title=Text(en="z"),
        start=dt.datetime(9999, 12, 31, 23, 0),  # noqa: DTZ001
        minutes=10_000,
    )
    assert end(last) == dt.datetime.max  # noqa: DTZ901
    with pytest.raises(UsageError):
        schedule.shift([last], "z", 90)


@st.composite
def programmes(draw: st.DrawFn) -> list[Item]:
    steps = st.integers(0, 24).map(lambda n: n * 5)
    groups = st.sampled_from([(), (), ("g1",), ("g2",), ("g1", "g2")])
    return [
        item(
            f"i{number}", f"{9 + draw(steps) // 20}:{draw(steps) % 60}", draw(steps), *draw(groups),
            fixed=draw(st.booleans()) and draw(st.booleans()), audience=draw(st.sampled_from(["guest", "guest", "host"])),
        )
        for number in range(draw(st.integers(1, 9)))
    ]  # fmt: skip


@given(programmes(), st.data())
def test_whatever_moves(items: list[Item], data: st.DataObject) -> None:
    moved = data.draw(st.sampled_from(items))
    minutes = data.draw(st.integers(-30, 30).map(lambda n: n * 5))
    act = data.draw(st.sampled_from(["shift", "lengthen", "begin", "step", "put"]))
    try:
        match act:
            case "shift":
                plan = schedule.shift(items, moved.id, minutes)
            case "lengthen":
                plan = schedule.lengthen(items, moved.id, abs(minutes))
            case "begin":
                plan = schedule.begin(items, moved.id, moved.start + dt.timedelta(minutes=minutes))
            case "step":
                plan = schedule.step(items, moved.id, data.draw(st.sampled_from([-1, 1])))
            case _:
                other = data.draw(st.sampled_from(items))
                plan = schedule.put(items, moved.id, other.id, behind=data.draw(st.booleans()))
    except UsageError:
        assert moved.fixed
        return
    made = after(items, plan)
    # Nothing is lost, nothing but time changes, nothing fixed moves along.
    assert [(i.id, i.title, i.groups, i.fixed) for i in made] == [
        (i.id, i.title, i.groups, i.fixed) for i in items
    ]
    assert all(
        new.minutes == old.minutes
        for new, old in zip(made, items, strict=True)
        if old.id != moved.id
    )
    assert all(
        new == old for new, old in zip(made, items, strict=True) if old.fixed and old.id != moved.id
    )
    # Whoever has nothing to do with it, directly or through others, stays.
    reached, grown = {moved.id}, True
    while grown:
        near = {i.id for i in items if any(together(i, j) for j in items if j.id in reached)}
        grown, reached = not near <= reached, reached | near
    assert {i.id for i in plan.items} <= reached
    # The order of the others stays; with a step or a delay that of all.
    was = [i for i in ordered(items) if i.id != moved.id]
    now = {i.id: i for i in made}
    if act in ("shift", "lengthen", "begin"):
        for at, one in enumerate(was):
            for other in was[at + 1 :]:
                if together(one, other):
                    assert now[one.id].start <= now[other.id].start
    # Undone, it is as it was.
    visit = Visit([Particulars(id="visit", audience="public", title=Text(en="v")), *items])
    edit = merge(visit, plan.items, "move")
    assert apply(apply(visit, edit), inverse(edit)) == visit


@given(programmes(), st.integers(0, 12))
def test_without_anything_fixed_a_delay_always_fits(items: list[Item], steps: int) -> None:
    loose = [item(i.id, f"{i.start:%H:%M}", i.minutes, *i.groups) for i in items]
    for one in loose:
        assert schedule.shift(loose, one.id, steps * 5).unfit == ()


BACK = dt.datetime(2026, 10, 25)  # noqa: DTZ001 - in Berlin 03:00 becomes 02:00
FORTH = dt.datetime(2026, 3, 29)  # noqa: DTZ001 - in Berlin 02:00 becomes 03:00


@pytest.mark.parametrize(
    ("day", "begins", "minutes", "ends"),
    [
        (BACK, "01:30", 120, "02:30"),
        (BACK, "00:00", 300, "04:00"),
        (BACK, "03:30", 60, "04:30"),
        (FORTH, "01:30", 90, "04:00"),
        (FORTH, "01:00", 30, "01:30"),
        (DAY, "01:30", 120, "03:30"),
    ],
)
def test_an_end_is_what_clocks_show_then(
    day: dt.datetime, begins: str, minutes: int, ends: str
) -> None:
    one = item("a", begins, minutes)
    one = structs.replace(one, start=dt.datetime.combine(day, one.start.time()))
    assert f"{end(one, 'Europe/Berlin'):%H:%M}" == ends
    assert end(one, "Asia/Kolkata") == end(one, "No/Where") == end(one)


def test_who_is_in_two_places_is_told_by_the_clocks_that_are_put_forward() -> None:
    one, other = item("a", "01:30", 90), item("b", "03:15", 30)
    both = [
        structs.replace(one, start=dt.datetime.combine(FORTH, one.start.time())),
        structs.replace(other, start=dt.datetime.combine(FORTH, other.start.time())),
    ]
    assert schedule.overlaps(both) == []
    assert [(found.first.id, found.second.id) for found in schedule.overlaps(both, "Europe/Berlin")] == [("a", "b")]  # fmt: skip


# Where clocks are put forward or back: in Berlin at 2:00 on 29 March 2026, at 3:00 on 25 October

BERLIN = "Europe/Berlin"


def on(day: dt.date, *items: Item) -> list[Item]:
    return [structs.replace(one, start=dt.datetime.combine(day, one.start.time())) for one in items]


SPRING = on(
    dt.date(2026, 3, 29),
    item("a", "00:30", 60), item("b", "01:30", 60), item("c", "03:30", 30), item("d", "06:00", 30),
)  # fmt: skip
AUTUMN = on(
    dt.date(2026, 10, 25),
    item("a", "01:00", 60), item("b", "03:00", 30), item("c", "03:30", 30),
)  # fmt: skip


def test_an_item_that_moves_over_the_change_keeps_its_length_and_what_follows_follows() -> None:
    plan = schedule.shift(SPRING, "a", 60, BERLIN)
    assert clocks(SPRING, plan) == "a01:30 b03:30 c04:30 d06:00"
    assert {one.id: one.minutes for one in after(SPRING, plan)} == {
        "a": 60,
        "b": 60,
        "c": 30,
        "d": 30,
    }
    assert unfit(plan) == []
    assert clocks(after(SPRING, plan), schedule.shift(after(SPRING, plan), "a", -60, BERLIN)) == (
        "a00:30 b01:30 c03:30 d06:00"
    )


def test_the_hour_that_a_night_has_twice_is_room_for_items() -> None:
    # An hour from 2:30 on ends at 2:30 on the clock that was put back: there is room before 3:00.
    plan = schedule.shift(AUTUMN, "a", 90, BERLIN)
    assert clocks(AUTUMN, plan) == "a02:30 b03:00 c03:30"
    assert clocks(AUTUMN, schedule.shift(AUTUMN, "a", 90)) == "a02:30 b03:30 c04:00"


def test_what_becomes_longer_or_begins_elsewhere_reckons_with_the_change() -> None:
    assert clocks(SPRING, schedule.lengthen(SPRING, "b", 90, BERLIN)) == (
        "a00:30 b01:30 c04:00 d06:00"
    )
    plan = schedule.begin(SPRING, "b", dt.datetime(2026, 3, 29, 1, 45), BERLIN)  # noqa: DTZ001
    assert clocks(SPRING, plan) == "a00:30 b01:45 c03:45 d06:00"


def test_items_change_places_over_the_change() -> None:
    # Half an hour from 1:30 ends at 3:00, when the other hour begins.
    plan = schedule.step(SPRING, "c", -1, BERLIN)
    assert clocks(SPRING, plan) == "a00:30 c01:30 b03:00 d06:00"
    plan = schedule.put(SPRING, "c", "a", behind=False, zone=BERLIN)
    assert clocks(SPRING, plan) == "c00:30 a01:00 b03:00 d06:00"


def test_what_no_longer_fits_is_told_as_the_clocks_of_the_place_have_it() -> None:
    items = [structs.replace(one, fixed=one.id == "c") for one in SPRING]
    plan = schedule.lengthen(items, "b", 75, BERLIN)
    assert unfit(plan) == [("b", "c", 15)]
    assert [f"{one.start:%H:%M}" for one in plan.unfit[0][:2]] == ["01:30", "03:30"]


def test_a_night_is_one_of_the_place() -> None:
    """In Kolkata a morning before half past five is another day in Greenwich."""
    items = [item("a", "05:00", 30), item("b", "05:30", 30), item("c", "06:00", 30)]
    plan = schedule.put(items, "c", "a", behind=False, zone="Asia/Kolkata")
    assert clocks(items, plan) == "c05:00 a05:30 b06:00"
    late = on(
        dt.date(2026, 10, 25),
        item("a", "00:15", 30),
        item("b", "23:10", 30),
        item("c", "23:40", 15),
    )
    plan = schedule.put(late, "c", "b", behind=False, zone=BERLIN)
    assert clocks(late, plan) == "a00:15 c23:10 b23:25"


def test_a_zone_that_nobody_knows_moves_items_as_if_there_were_none() -> None:
    assert schedule.shift(SPRING, "a", 60, "Mars/Base") == schedule.shift(SPRING, "a", 60)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 24)), min_size=2, max_size=6),
    st.integers(-12, 12),
    st.sampled_from([dt.date(2026, 3, 28), dt.date(2026, 10, 24)]),
)
def test_items_keep_to_each_other_over_the_change_as_on_a_day_without_one(
    drawn: list[tuple[int, int]], quarters: int, first: dt.date
) -> None:
    """One list as a clock has it that is never turned, and as Berlin has it, moves alike."""
    start = dt.datetime.combine(first, dt.time(20))
    plain = [item(f"i{at}", "00:00", 15 * length) for at, (_, length) in enumerate(drawn)]
    there = [
        structs.replace(one, start=start + dt.timedelta(minutes=15 * quarter))
        for one, (quarter, _) in zip(plain, drawn, strict=True)
    ]
    shown = [
        structs.replace(one, start=dates.later(start, one.start - start, BERLIN).replace(fold=0))
        for one in there
    ]
    if any(
        dates.elapsed(start, one.start, BERLIN) != other.start - start
        for one, other in zip(shown, there, strict=True)
    ):
        return  # in the hour that there is twice, nobody can say which is meant
    moved = {one.id: one for one in schedule.shift(there, "i0", 15 * quarters).items}
    here = {one.id: one for one in schedule.shift(shown, "i0", 15 * quarters, BERLIN).items}
    expected = {
        ident: dates.later(start, one.start - start, BERLIN).replace(fold=0)
        for ident, one in moved.items()
    }
    assert {ident: one.start for ident, one in here.items()} == expected
