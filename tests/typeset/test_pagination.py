"""Where pages end, in strips."""

from typing import Any

import pytest

from lohum_brief.document.blocks import FreePage, NewPage
from lohum_brief.document.style import GRID
from lohum_brief.typeset.pagination import Sheet, keep_whole, paginate
from lohum_brief.typeset.strips import Strip, gap_of

Parts = list[list[Strip] | FreePage | NewPage]


def strip(name: str, height: float = 10.0, **more: Any) -> Strip:
    return Strip(height, record=name, **more)


def space(height: float = 5.0) -> Strip:
    return gap_of(height, keep=True)


def told(sheets: list[Sheet]) -> list[str]:
    """Each sheet as the number of its page and the names and places of its strips."""
    return [
        " ".join(
            [f"{sheet.first}:", *(f"{one.strip.record or '_'}{one.y:g}" for one in sheet.placed)]
        )
        for sheet in sheets
    ]


def pages(*strips: Strip, height: float = 30.0) -> list[str]:
    return told(paginate([[*strips]], height, 1)[0])


def test_strips_fill_a_page_to_its_end_and_go_on_on_the_next() -> None:
    assert pages(*map(strip, "abcd")) == ["0: a0 b10 c20", "1: d0"]
    assert pages(strip("a"), strip("b", 20.0)) == ["0: a0 b10"]
    assert pages(strip("a"), strip("b", 20.0), height=29.9) == ["0: a0", "1: b0"]
    assert pages(strip("a"), strip("b", 20.0), height=29.995) == ["0: a0 b10"], (
        "sums of floats are not exact"
    )


def test_a_space_is_none_at_the_top_of_a_page_and_parts_nothing_at_its_end() -> None:
    assert pages(gap_of(5.0), strip("a")) == ["0: a0"]
    assert pages(*map(strip, "abc"), gap_of(5.0), strip("d")) == ["0: a0 b10 c20", "1: d0"]
    assert pages(strip("a"), gap_of(15.0), strip("b"), height=20.0) == ["0: a0", "1: b0"]
    assert pages(strip("a"), gap_of(5.0), height=12.0) == ["0: a0"]


def test_what_keeps_with_the_next_goes_with_it() -> None:
    assert pages(*map(strip, "ab"), strip("c", keep=True), strip("d")) == ["0: a0 b10", "1: c0 d10"]
    assert pages(strip("a"), strip("b", keep=True), strip("c", keep=True), strip("d")) == [
        "0: a0", "1: b0 c10 d20",
    ]  # fmt: skip
    assert pages(strip("a"), strip("b", keep=True)) == ["0: a0 b10"], "nothing follows the last"


def test_a_space_before_what_stays_together_goes_with_the_page_that_ends() -> None:
    assert pages(*map(strip, "ab"), space(), strip("c", keep=True), strip("d")) == [
        "0: a0 b10",
        "1: c0 d10",
    ]


def test_more_than_a_page_that_stays_together_is_parted_at_a_space() -> None:
    kept = [
        strip("a", keep=True),
        strip("b", keep=True),
        space(),
        strip("c", keep=True),
        strip("d", keep=True),
    ]
    assert pages(*kept) == ["0: a0 b10", "1: c0 d10"]
    assert pages(*(strip(name, keep=True) for name in "abcd")) == ["0: a0 b10 c20", "1: d0"]
    assert pages(strip("z"), *(strip(name, keep=True) for name in "abcd")) == [
        "0: z0 a10 b20",
        "1: c0 d10",
    ], "parted anyway, so no page need be poor for it"
    assert pages(strip("z", 25.0), *(strip(name, keep=True) for name in "abcd")) == [
        "0: z0",
        "1: a0 b10 c20",
        "2: d0",
    ]


def test_a_head_stands_again_above_what_is_parted_from_it() -> None:
    head = (strip("h", 4.0),)
    assert pages(*(strip(name, head=head) for name in "abcd")) == ["0: a0 b10 c20", "1: h0 d4"]
    kept = (strip("c", keep=True, head=head), strip("d", head=head))
    assert pages(strip("a"), strip("b"), *kept) == ["0: a0 b10", "1: h0 c4 d14"]


def test_room_that_a_strip_needs_below_it_must_be_on_its_page() -> None:
    def after(need: float) -> list[str]:
        return pages(strip("a", 80.0), strip("b", need=need), strip("c"), *rest, height=100.0)

    rest = [strip("d", 70.0)]
    assert after(10.0) == ["0: a0 b80 c90", "1: d0"]
    assert after(10.1) == ["0: a0", "1: b0 c10 d20"]
    assert pages(strip("a", need=40.0), strip("b")) == ["0: a0 b10"], "no page has so much"


def test_what_should_stand_on_one_page_begins_a_new_one() -> None:
    def after(height: float, whole: float) -> list[str]:
        return pages(strip("a", height), strip("b", whole=whole), strip("c"), *rest, height=100.0)

    rest = [strip("d", 70.0)]
    assert after(80.0, 20.0) == ["0: a0 b80 c90", "1: d0"]
    assert after(80.0, 20.1) == ["0: a0", "1: b0 c10 d20"]


def test_a_spread_begins_on_an_even_page() -> None:
    parts: Parts = [[strip("a"), strip("b")]]
    assert (told(paginate(parts, 10.0, 2)[0]), paginate(parts, 10.0, 2)[1]) == (
        ["1: a0", "3: b0"],
        5,
    )
    assert (told(paginate(parts, 10.0, 2, loose=True)[0])) == ["0: a0", "2: b0"]
    assert paginate(parts, 10.0, 1)[1] == 2


def test_a_new_page_and_a_new_left_hand_page() -> None:
    def after(part: NewPage, *before: str) -> list[str]:
        return told(paginate([[strip(name) for name in before], part, [strip("z")]], 10.0, 1)[0])

    assert after(NewPage(), "a") == ["0: a0", "1: z0"]
    assert after(NewPage()) == ["0: z0"]
    assert after(NewPage(spread=True), "a") == ["0: a0", "1: z0"]
    assert after(NewPage(spread=True), "a", "b") == ["0: a0", "1: b0", "3: z0"]


def test_a_page_set_by_hand_is_one_of_its_own() -> None:
    cover = FreePage(())
    sheets, count = paginate([[strip("a", keep=True)], cover, [strip("b")]], 30.0, 1)
    assert told(sheets) == ["0: a0", "1:", "2: b0"]
    assert [sheet.free for sheet in sheets] == [None, cover, None]
    assert count == 3


def test_parts_that_lie_on_their_side_have_pages_of_their_own() -> None:
    parts: Parts = [[strip("a")], [strip("b"), strip("c")], [strip("d"), strip("e"), strip("f")]]
    sheets, count = paginate(parts, 30.0, 1, turned={1}, low=10.0)
    assert told(sheets) == ["0: a0", "1: b0", "2: c0", "3: d0 e10 f20"]
    assert [sheet.turned for sheet in sheets] == [False, True, True, False]
    assert count == 4


def test_what_is_kept_whole_counts_its_strips_without_the_space_at_its_end() -> None:
    first, last = [strip("a"), strip("b")], [strip("c"), gap_of(5.0)]
    keep_whole([first, NewPage(), last], 100.0)
    assert (first[0].whole, last[0].whole) == (30.0, 0.0)
    keep_whole([[gap_of(5.0)]], 100.0)
    keep_whole([], 100.0)


@pytest.mark.parametrize(
    ("height", "spaces"), [(30.0, 5.0), (26.0, 0.0), (25.0, 5.0), (20.0, 0.0), (19.0, 5.0)]
)
def test_spaces_give_way_where_the_page_holds_all_only_without_them(
    height: float, spaces: float
) -> None:
    between = [gap_of(5.0)]
    parts: Parts = [[strip("a")], between, [strip("b")]]
    if height == 26.0:
        parts = [[strip("a")], between, [gap_of(5.0), strip("b")]]
    keep_whole(parts, height)
    assert between[0].height == spaces
    first = parts[0]
    assert isinstance(first, list)
    assert first[0].whole == 20.0 + spaces + (5.0 if height == 26.0 else 0.0)


def test_space_in_front_does_not_count_for_what_a_page_holds() -> None:
    front, between = gap_of(5.0), [gap_of(5.0)]
    keep_whole([[front, strip("a")], between, [strip("b")]], 25.0)
    assert (front.whole, between[0].height) == (30.0, 5.0)


def title() -> list[Strip]:
    """Space, the words of a heading, and what holds its rule: each stays with the next."""
    strips = [gap_of(20.0, keep=True), Strip(30.0), Strip(10.0)]
    for one in strips:
        one.keep = True
    return strips


@pytest.mark.parametrize("height", [100.0, 110.0, 120.0, 130.0, 139.0, 150.0])
def test_of_headings_without_end_none_is_parted_from_its_rule(height: float) -> None:
    parts: Parts = [title() for _ in range(9)]
    sheets, count = paginate(parts, height, 1)
    assert count > 1
    where = {id(placed.strip): sheet.first for sheet in sheets for placed in sheet.placed}
    for part in parts:
        assert isinstance(part, list)
        _, words, rule = part
        assert where[id(words)] == where[id(rule)]
    assert all(
        placed.y + placed.strip.height <= height for sheet in sheets for placed in sheet.placed
    )


# Poor pages
# ----------------------------------------------------------------------------------------------


def text(names: str, **more: Any) -> list[Strip]:
    """Paragraphs of a line, with a gap behind each."""
    return [part for name in names for part in (strip(name, 8.0, **more), gap_of(8.0))]


def filled(*strips: Strip, height: float = 160.0) -> list[tuple[str, float]]:
    """Of each page what stands on it, and how far down that reaches."""
    sheets = paginate([[*strips]], height, 1)[0]
    return [
        (
            "".join(one.strip.record for one in sheet.placed),
            max(one.y + one.strip.height for one in sheet.placed if not one.strip.space),
        )
        for sheet in sheets
    ]


def test_no_page_that_something_follows_is_poor_where_another_parting_avoids_it() -> None:
    chart = strip("X", 88.0)
    found = filled(*text("abcdefghi"), strip("h", 8.0, keep=True), chart, *text("klmno"))
    assert "".join(names for names, _ in found) == "abcdefghihXklmno"
    assert all(low >= 0.6 * 160.0 for _, low in found[:-1]), found


def test_a_few_lines_are_not_left_for_the_last_page_where_space_holds_them() -> None:
    def gaps(each: float) -> list[tuple[str, float]]:
        parts = [part for name in "abcdefg" for part in (strip(name, 8.0), gap_of(each))]
        return filled(*parts, strip("z", 8.0))

    assert [names for names, _ in gaps(8.0)] == ["abcdefgz"]
    assert [names for names, _ in gaps(16.0)] == ["abcdefgz"], "taken back"
    assert gaps(16.0)[0][1] <= 160.0


def test_space_is_given_between_all_blocks_of_a_page_and_leading_stays() -> None:
    lines = [strip(str(n), 16.0, keep=True) for n in range(3)]
    body = [*lines, strip("3", 16.0), gap_of(8.0), strip("4", 16.0), gap_of(8.0), strip("5", 16.0)]
    (page, *_), _count = paginate([[*body, strip("X", 100.0)]], 160.0, 1)
    at = {one.strip.record: one.y for one in page.placed if not one.strip.space}
    assert [at[str(n)] for n in range(4)] == [0.0, 16.0, 32.0, 48.0], "lines of a paragraph"
    assert (at["4"] - 64.0, at["5"] - at["4"] - 16.0) == (8.0 + GRID, 8.0 + GRID)


@pytest.mark.parametrize("heights", [(8.0,), (8.0, 24.0, 72.0), (16.0, 120.0, 40.0, 8.0)])
def test_nothing_is_lost_or_turned_round_and_no_page_overflows(heights: tuple[float, ...]) -> None:
    names = [f"<{number}>" for number in range(60)]
    parts = [
        part
        for number, name in enumerate(names)
        for part in (
            strip(name, heights[number % len(heights)], keep=number % 5 == 1),
            gap_of(8.0 * (number % 4)),
        )
    ]
    found = filled(*parts)
    assert "".join(said for said, _ in found) == "".join(names)
    assert all(low <= 160.01 for _, low in found)


def test_what_was_to_begin_a_new_page_goes_on_on_one_that_is_nearly_empty() -> None:
    def after(*names: str) -> list[str]:
        parts: Parts = [
            [strip(name) for name in names],
            NewPage(sparing=True),
            [strip("z", 20.0)],
        ]
        return [
            "".join(one.strip.record for one in sheet.placed)
            for sheet in paginate(parts, 100.0, 1)[0]
        ]

    assert after(*"abcdef") == ["abcdef", "z"]
    assert after(*"abcde") == ["abcdez"]
