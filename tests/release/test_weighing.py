"""What keeps an edition back: only what would print, by its cause, and who answers for what may
wait.
"""

import datetime as dt
from collections.abc import Callable
from contextlib import nullcontext
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.checks import waiving
from lohum_brief.checks.run import check
from lohum_brief.errors import UsageError
from lohum_brief.language.interface import say
from lohum_brief.packs.issue import Issue
from lohum_brief.release.blockers import Blocker, answer, grouped, settled
from lohum_brief.release.editions import issue, prepare
from lohum_brief.release.gate import HeldBackError, require_issuable
from lohum_brief.release.weighing import weigh
from lohum_brief.store.editions import Accepted, decode, encode
from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit import edit
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    ChartRow,
    Figure,
    Metric,
    NamePart,
    Note,
    Observation,
    OwnUnit,
    Pack,
    Paragraph,
    Person,
    Term,
)
from lohum_brief.visit.text import EMPTY, States, Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small, text
from tests.store.visits import imprint

HINDI_JAPANESE = pack()


def blockers(visit: Visit, shown: Pack = HINDI_JAPANESE) -> list[tuple[str, str, str]]:
    return [
        (one.cause, one.record, one.field) for one in weigh(visit, shown, check(visit)).blockers
    ]


def having(*more: AnyRecord, **fields: Any) -> Visit:
    """The small visit with records added, and fields of others set: `p1__text__ja`."""
    visit = small(*more)
    for place, value in fields.items():
        ident, _, field = place.partition("__")
        visit = edit.apply(
            visit, edit.set_field(visit, ident.replace("_", ":"), field.replace("__", "."), value)
        )
    return visit


def test_the_small_visit_and_the_packs_of_the_sample_are_whole() -> None:
    assert blockers(small()) == []
    visit = sample_visit()
    findings = check(visit)
    for shown in visit.of(Pack):
        assert weigh(visit, shown, findings).blockers == ()


@pytest.mark.parametrize(
    ("field", "value", "languages", "cause"),
    [
        ("visit.title.ja", "", ("hi", "ja"), "missing"),
        ("visit.title.hi", "", ("en", "ja"), None),
        ("sec:prose.title.ja", "", ("hi", "ja"), "missing"),
        ("guests.title.hi", "", ("hi", "ja"), "missing"),
        ("p1.text.ja", "", ("hi", "ja"), "missing"),
        ("p1.text.state.ja", "old", ("hi", "ja"), "old"),
        ("p1.text.state.ja", "old", ("hi", "en"), None),
        ("t1.rows.0.0.hi", "", ("hi", "ja"), "missing"),
        ("i1.detail.ja", "未定", ("hi", "ja"), "placeholder"),
        ("t1.rows.1.0", "TBD", ("hi", "ja"), "placeholder"),
        ("m1.unit", "furlongs", ("hi", "ja"), "unit"),
        ("g1.note", {"hi": "TBD", "en": "TBD", "ja": "TBD"}, ("hi", "ja"), None),
        ("p6.text.ja", "", ("hi", "ja"), None),
        ("n2.text.hi", "TBD", ("hi", "ja"), None),
        ("term:unused.name.ja", "", ("hi", "ja"), None),
        ("term:used.name.ja", "", ("hi", "ja"), "missing"),
        ("src:uncited.title", "\ue000", ("hi", "ja"), None),
        ("src:a.title", "\ue000", ("hi", "ja"), "error"),
        ("i1.start", "2026-07-08T10:30:00", ("hi", "ja"), "error"),
        ("i1.start", "2025-07-10T10:30:00", ("hi", "ja"), None),
        ("per1.organisation", "gone", ("hi", "ja"), "error"),
        ("per1.family.hi", "", ("hi", "ja"), None),
        ("per1.family.reading", "", ("hi", "ja"), None),
        ("per1.post.hi", "", ("hi", "ja"), "missing"),
        ("o1.as_of", "soon", ("hi", "ja"), None),
    ],
)
def test_what_would_print_counts_and_nothing_else(
    field: str, value: object, languages: tuple[Any, ...], cause: str | None
) -> None:
    visit = small()
    ident = next(record.id for record in visit if field.startswith(f"{record.id}."))
    path = field.removeprefix(f"{ident}.")
    after = edit.apply(visit, edit.set_field(visit, ident, path, value))
    own = after.get(Pack, "guests")
    assert own
    found = blockers(after, structs.replace(own, languages=languages))
    expected = path.replace(".state", "") if cause == "old" else path
    assert found == ([(cause, ident, expected)] if cause else [])


def test_a_unit_of_the_visits_own_keeps_nothing_back_once_its_languages_are_there() -> None:
    unit = OwnUnit(
        id="unit:bags",
        audience="public",
        symbol="bags",
        name=Text(en="bags", hi="बोरियाँ"),
        counted=True,
    )
    visit = small(unit)
    after = edit.apply(visit, edit.set_field(visit, "m1", "unit", "bags/day"))
    own = after.get(Pack, "guests")
    assert own
    hindi, japanese = (
        structs.replace(own, languages=("hi",)),
        structs.replace(own, languages=("ja",)),
    )
    assert blockers(after, hindi) == []
    assert blockers(after, japanese) == [("missing", "unit:bags", "name.ja")]
    assert weigh(after, japanese, check(after)).blockers[0].waits
    whole = edit.apply(after, edit.set_field(after, "unit:bags", "name.ja", "袋"))
    assert blockers(whole, japanese) == []
    kept = edit.apply(whole, edit.set_field(whole, "unit:bags", "audience", "principal"))
    assert ("unit", "m1", "unit") in blockers(kept, hindi)


def test_a_sheet_prints_no_purpose_and_needs_none() -> None:
    visit = small()
    after = edit.apply(visit, edit.set_field(visit, visit.particulars.id, "purpose", {}))
    own = after.get(Pack, "guests")
    assert own
    wants = ("empty", visit.particulars.id, "purpose")
    sheet = structs.replace(own, form="sheet", sections=("sec:people",))
    assert wants in blockers(after, structs.replace(sheet, form="book"))
    assert wants not in blockers(after, sheet)


def test_a_stand_in_for_a_name_counts() -> None:
    visit = Visit(
        structs.replace(record, family=NamePart(en="TBD"), specimen=False)
        if isinstance(record, Person)
        else record
        for record in small()
    )
    assert ("placeholder", "per1", "family.en") in blockers(visit, pack(languages=("en", "ja")))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"visit": {"title": EMPTY}}, [("empty", "visit", "title")]),
        ({"visit": {"title": Text(en="English")}}, [("empty", "visit", "title")]),
        ({"visit": {"purpose": EMPTY}}, [("empty", "visit", "purpose")]),
        ({"guests": {"title": EMPTY}}, [("empty", "guests", "title")]),
        ({"sec:prose": {"title": EMPTY}}, [("empty", "sec:prose", "title")]),
        ({"guests": {"sections": ()}}, [("empty", "guests", "sections")]),
    ],
)
def test_what_is_empty_must_be_filled(
    changes: dict[str, dict[str, Any]], expected: list[tuple[str, str, str]]
) -> None:
    visit = Visit(structs.replace(record, **changes.get(record.id, {})) for record in small())
    shown = visit.get(Pack, "guests")
    assert shown
    assert blockers(visit, shown) == expected


@pytest.mark.parametrize(
    ("ident", "section"),
    [("n1", "sec:notes"), ("term:used", "sec:glossary"), ("misplaced", "sec:notes")],
)
def test_a_section_of_which_readers_may_read_nothing_is_left_out(ident: str, section: str) -> None:
    """What they may not read keeps nothing back; a section in which nothing is at all is still to
    be filled.
    """
    inward = (
        [Note(id="misplaced", audience="guest", sort="red_line", text=text("never"))]
        if ident == "misplaced"
        else []
    )
    visit = small(*inward, without=("n1",) if inward else ())
    changed = Visit(
        structs.replace(one, audience="host") if one.id == ident and not inward else one
        for one in visit
    )
    shown = changed.get(Pack, "guests")
    assert shown
    standing = weigh(changed, shown, check(changed))
    assert standing.withheld == (section,)
    assert not [one for one in standing.blockers if one.cause == "empty"]
    emptied = Visit(one for one in changed if not isinstance(one, Note | Term))
    assert ("empty", section, "") in blockers(emptied, shown)
    alone = structs.replace(shown, sections=(section,))
    unagreed = Visit(
        one for one in changed if one.id != "n5"
    )  # alone, a list of all notes has the agreements too
    assert "empty" in {cause for cause, _, _ in blockers(unagreed, alone)}


def test_an_edition_leaves_out_the_section_that_its_draft_leaves_out() -> None:
    visit = Visit(
        structs.replace(one, audience="host") if one.id == "n1" else one for one in small()
    )
    shown = visit.get(Pack, "guests")
    assert shown
    prepared = prepare(visit, shown, Issue(1, 1), "guests.pdf")
    assert prepared.imprint.pages
    assert prepared.data[:4] == b"%PDF"


def test_a_card_has_no_introduction_no_cover_and_prints_no_details() -> None:
    card = pack(id="card", title=text("card"), form="sheet", sections=("sec:programme",))
    visit = having(i1__detail__ja="", sec_programme__title__ja="", visit__guests__ja="")
    assert blockers(visit, card) == []
    assert blockers(visit, structs.replace(card, form="book")) == [
        ("missing", "visit", "guests.ja"), ("missing", "sec:programme", "title.ja"), ("missing", "i1", "detail.ja"),
    ]  # fmt: skip
    assert blockers(small(), structs.replace(card, sections=("sec:programme", "sec:prose"))) == []


PAST = dt.date(2025, 7, 7)
FIGURE = Figure(
    id="figure:f", audience="public", name=text("f"), value=Decimal(3), unit="t", valid_until=PAST
)


def says(written: str) -> Paragraph:
    return Paragraph(
        id="own",
        audience="public",
        section="sec:prose",
        text=Text(hi=written, en=written, ja=written),
    )


@pytest.mark.parametrize(
    ("more", "shown", "expected"),
    [
        ((FIGURE,), pack(), []),
        (
            (FIGURE, says("{figure:f}")),
            pack(),
            [("stale", "own", "text.hi"), ("stale", "own", "text.ja")],
        ),
        ((FIGURE, says("{figure:f}")), pack(languages=("en",)), [("stale", "own", "text.en")]),
        ((FIGURE, says("{figure:f}")), pack(sections=("sec:people",)), []),
        (
            (structs.replace(FIGURE, valid_until=dt.date(2025, 7, 8)), says("{figure:f}")),
            pack(),
            [],
        ),
        (
            (structs.replace(FIGURE, as_of="2025"), says("{figure:f} {date:figure:f.as_of}")),
            pack(),
            [],
        ),
    ],
)
def test_a_stale_figure_without_its_date_may_wait(
    more: tuple[AnyRecord, ...], shown: Pack, expected: list[tuple[str, str, str]]
) -> None:
    assert blockers(small(*more), shown) == expected


def stale_reading(**changes: Any) -> Visit:
    [reading] = small().of(Observation)
    [metric] = small().of(Metric)
    reading = structs.replace(reading, valid_until=PAST, **changes.get("reading", {}))
    return small(
        changed={"o1": reading, "m1": structs.replace(metric, **changes.get("metric", {}))}
    )


def test_a_stale_reading_counts_where_its_date_does_not_stand_beside_it() -> None:
    found = [("stale", "o1", "valid_until")]
    assert blockers(stale_reading()) == found, "large, at the head of its section"
    assert blockers(stale_reading(metric={"key": False})) == [], "its row says of when it is"
    assert blockers(stale_reading(metric={"key": False}, reading={"as_of": ""})) == found
    assert blockers(stale_reading(), pack(sections=("sec:prose",))) == []
    chart = Chart(
        id="c",
        audience="public",
        section="sec:prose",
        form="gauge",
        title=text("c"),
        metrics=("m1",),
    )
    charted = Visit([*stale_reading(metric={"key": False}), chart])
    assert blockers(charted, pack(sections=("sec:prose",))) == [], "its name says of when it is"
    row = ChartRow(name=text("r"), values=(Decimal(5),))
    [metric] = small().of(Metric)
    aiming = structs.replace(chart, metrics=(), unit=metric.unit, rows=(row,), target_metric="m1")
    charted = Visit([*stale_reading(metric={"key": False}), aiming])
    assert blockers(charted, pack(sections=("sec:prose",))) == found, "a target does not"


def test_groups_say_their_cause_and_which_may_wait() -> None:
    found = [
        Blocker("old", "hi", "a", "text.hi", "w"),
        Blocker("error", "references", "b", "organisation", "w"),
        Blocker("old", "hi", "c", "text.hi", "w"),
        Blocker("missing", "ja", "a", "text.ja", "w"),
    ]
    assert [(say(group.title), group.waits, len(group.blockers)) for group in grouped(found)] == [
        ("Records that are named: 1 error", False, 1),
        ("Japanese is missing: 1 text", True, 1),
        ("Hindi is old: 2 texts", True, 2),
    ]


ANSWER = answer("p1", "text.ja", " agreed\nby phone ", " A.  Rao ")


def test_what_may_wait_is_answered_for_one_by_one() -> None:
    visit = having(p1__text__ja="", p2__text__ja="")
    with pytest.raises(HeldBackError) as held:
        require_issuable(visit, pack(), [ANSWER])
    assert [one.place for one in held.value.blockers] == [("p2", "text.ja")]
    cleared = require_issuable(visit, pack(), [ANSWER, answer("p2", "text.ja", "so", "B")])
    assert [(one.record, one.cause, one.reason, one.who) for one in cleared.accepted] == [
        ("p1", "missing", "agreed by phone", "A. Rao"),
        ("p2", "missing", "so", "B"),
    ]
    assert {"p1", "p2"} <= cleared.lacking


@pytest.mark.parametrize("cause", ["error", "number", "empty", "placeholder", "unit"])
def test_what_must_be_put_right_cannot_be_answered_for(cause: Any) -> None:
    with pytest.raises(UsageError, match="cannot be accepted"):
        settled([Blocker(cause, "", "p1", "text.ja", "why")], [ANSWER])
    with pytest.raises(UsageError, match="nothing to accept"):
        settled([], [ANSWER])


def ignored(visit: Visit, rule: str) -> Visit:
    found = [finding for finding in check(visit) if finding.rule == rule]
    assert found
    return edit.apply(visit, waiving.waive(visit, found, "seen", "A. Rao", "2025-07-01T00:00:00Z"))


@pytest.mark.parametrize(
    ("make", "rule", "cause"),
    [
        (lambda: having(p1__text__ja=""), "languages", "missing"),
        (lambda: having(p1__text__state__ja="old"), "states", "old"),
        (lambda: having(p2__text__ja="未定"), "placeholders", "placeholder"),
        (lambda: small(FIGURE, says("{figure:f}")), "figures", "stale"),
        (
            lambda: having(
                p2__text={
                    "hi": "{literal:500} टन",
                    "en": "{literal:500} t",
                    "ja": "{literal:600}トン",
                }
            ),
            "numbers",
            "number",
        ),
        (
            lambda: having(
                p2__text={"hi": "8 जुलाई 2025", "en": "8 July 2025", "ja": "2025年7月8日（月）"}
            ),
            "days",
            "number",
        ),
        (lambda: having(p2__text__ja="発売時期は未定と発表しました。"), "wording", "wording"),
        (
            lambda: having(p2__text={"hi": "500 टन", "en": "500 t", "ja": "500トン"}),
            "typed_figures",
            "typed",
        ),
        (lambda: having(p2__text__ja="This is English text only"), "translations", "language"),
    ],
)
def test_what_was_ignored_with_a_reason_stands_in_the_edition_with_it(
    make: Callable[[], Visit], rule: str, cause: str
) -> None:
    accepted = require_issuable(ignored(make(), rule), pack()).accepted
    assert {(one.cause, one.reason, one.who) for one in accepted} == {(cause, "seen", "A. Rao")}


def test_the_edition_keeps_what_was_accepted_and_prints_it(tmp_path: Path) -> None:
    path, out = tmp_path / "visit.lbrief", tmp_path / "out.pdf"
    store_at(path).create(having(p1__text__ja="", p2__text__state__ja="old"))
    answers = [ANSWER, answer("p2", "text.ja", "so", "B")]
    with store_at(path).open() as opened:
        shown = opened.visit.get(Pack, "guests")
        assert shown
        with pytest.raises(HeldBackError):
            issue(opened, shown, out, time=0)
        assert not out.exists()
        issue(opened, shown, out, time=0, answers=answers)
    [edition] = store_at(path).editions()
    assert [(one.record, one.cause) for one in edition.imprint.accepted] == [
        ("p1", "missing"),
        ("p2", "old"),
    ]


def test_an_edition_with_nothing_accepted_is_stored_as_before() -> None:
    assert b"accepted" not in encode(imprint())
    one = Accepted(cause="old", record="p1", field="text.ja", reason="r", who="w")
    assert decode(encode(structs.replace(imprint(), accepted=(one,)))).accepted == (one,)


def test_a_name_without_a_form_is_a_mere_warning() -> None:
    name = NamePart(en="Kim", ja="金")
    visit = small(Person(id="kim", audience="guest", family=name, organisation="org:guest"))
    standing = weigh(visit, pack(), check(visit))
    assert standing.blockers == ()
    assert {(one.rule, one.field) for one in standing.warnings if one.record == "kim"} >= {
        ("languages", "family.hi"), ("readings", "family.reading"),
    }  # fmt: skip


def test_a_section_of_several_causes_at_one_place_is_told_once_each() -> None:
    both = Text(hi="TBD", en="TBD", ja="本文", state=States(hi="old"))
    visit = small(Paragraph(id="own", audience="public", section="sec:prose", text=both))
    assert blockers(visit) == [("placeholder", "own", "text.hi"), ("old", "own", "text.hi")]
    with pytest.raises(UsageError, match="cannot be accepted: “TBD”"):
        require_issuable(visit, pack(), [answer("own", "text.hi", "r", "w")])


PEOPLE = pack(sections=("sec:people",))


def named(**more: Any) -> Visit:
    return small(
        Person(**{"id": "own", "audience": "guest", "family": NamePart(), "native": "en", **more})
    )


@pytest.mark.parametrize(
    ("person", "languages", "expected"),
    [
        ({}, ("en",), [("empty", "own", "family")]),
        ({"family": NamePart(en="김")}, ("en",), [("error", "own", "family.en")]),
        ({"family": NamePart(en=" ")}, ("en",), [("placeholder", "own", "family.en")]),
        ({"family": NamePart(en="TBD")}, ("en",), [("placeholder", "own", "family.en")]),
        ({"family": NamePart(en="TBD")}, ("ja",), [("placeholder", "own", "family.en")]),
        (
            {"family": NamePart(en="Rao"), "given": NamePart(en="XXX")},
            ("ja",),
            [("placeholder", "own", "given.en")],
        ),
        ({"family": NamePart(en="Rao", hi="तय किया जाना है")}, ("ja",), []),
        (
            {"family": NamePart(en="Rao", hi="तय किया जाना है")},
            ("hi",),
            [("placeholder", "own", "family.hi")],
        ),
        ({"family": NamePart(en="Müller")}, ("ja",), []),
        ({"family": NamePart(en="김", hi="किम")}, ("en",), []),
    ],
)
def test_a_person_has_a_name_that_is_one(
    person: dict[str, Any], languages: tuple[Any, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert blockers(named(**person), structs.replace(PEOPLE, languages=languages)) == expected
    assert blockers(named(**person), pack(sections=("sec:prose",), languages=languages)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            {
                "hi": "हमारे पास {literal:500} टन है",
                "en": "We have {literal:600} t.",
                "ja": "{literal:700}トン",
            },
            {"hi", "en", "ja"},
        ),
        ({"hi": "8 जुलाई 2025", "en": "9 July 2025", "ja": "2025年7月10日"}, {"hi", "en", "ja"}),
        ({"hi": "{literal:74} सदस्य", "en": "{literal:75} members", "ja": "{literal:75}名"}, {"hi"}),
        ({"hi": "{literal:75} सदस्य", "en": "{literal:75} members", "ja": "{literal:75}名"}, set()),
    ],
)
def test_a_pack_whose_languages_say_different_numbers_is_kept_back(
    text: dict[str, str], wrong: set[str]
) -> None:
    visit = having(p2__text=text)
    for languages in (("hi", "en", "ja"), ("hi", "ja"), ("en", "ja"), ("hi",)):
        found = blockers(visit, pack(languages=languages, sections=("sec:prose",)))
        many = len(languages) > 1 and wrong.intersection(languages)
        assert found == [
            ("number", "p2", f"text.{lang}")
            for lang in ("hi", "en", "ja")
            if many and lang in wrong & {*languages}
        ]
    with pytest.raises(UsageError, match="cannot be accepted") if wrong else nullcontext():
        require_issuable(visit, pack(), [answer("p2", "text.hi", "so", "B")] if wrong else [])


def test_a_day_that_cannot_be_keeps_a_pack_of_one_language_back() -> None:
    one = pack(languages=("en",), sections=("sec:prose",))
    for written in ("Monday, 8 July 2025", "31 June 2025"):
        visit = having(p2__text={"en": written, "ja": "本文"})
        assert blockers(visit, one) == [("number", "p2", "text.en")]
        assert blockers(visit, structs.replace(one, languages=("ja",))) == []


def test_a_range_that_falls_keeps_a_pack_back_that_prints_it() -> None:
    falling = Figure(
        id="figure:f",
        audience="public",
        name=text("f"),
        value=Decimal(10),
        upper=Decimal(5),
        unit="%",
    )
    assert blockers(small(falling, says("{figure:f}"))) == [("error", "figure:f", "upper")]
    assert blockers(small(falling)) == []


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        ("src_a__title", "TBD", [("placeholder", "src:a", "title")]),
        ("src_a__date", "TBD", [("placeholder", "src:a", "date")]),
        ("src_a__address", "XXX", [("placeholder", "src:a", "address")]),
        ("src_uncited__title", "TBD", []),
        ("n5__date", "TBD", [("placeholder", "n5", "date")]),
        ("n5__due", "TBD", []),
        ("o1__as_of", "TBD", [("placeholder", "o1", "as_of")]),
        ("p2__text__ja", "発売時期は未定と発表しました。", [("wording", "p2", "text.ja")]),
        ("p2__text__ja", "This is English text only", [("language", "p2", "text.ja")]),
        ("p2__text__ja", "\u200b", [("placeholder", "p2", "text.ja")]),
        ("t1__rows", [], [("empty", "t1", "rows")]),
        ("t1__rows", [["", ""], [" ", ""]], [("empty", "t1", "rows")]),
        ("t1__rows", [["—", ""], ["–", "7"]], []),
        ("t1__rows", [["5 million t", "7"]], [("language", "t1", "rows.0.0")]),
        ("sec_prose__title", {"hi": " ", "ja": "\u3000"}, [("empty", "sec:prose", "title")]),
    ],
)
def test_what_is_no_text_of_a_finished_paper_is_told_by_its_cause(
    place: str, value: Any, expected: list[tuple[str, str, str]]
) -> None:
    assert blockers(having(**{place: value})) == expected


def test_a_text_marked_as_not_for_its_readers_is_printed_by_nobody() -> None:
    visit = having(p2__text__ja="雛形様が挨拶する。社外秘。")
    assert blockers(visit, pack(languages=("ja",))) == [("error", "p2", "text.ja")]
    assert blockers(visit, pack(languages=("hi",))) == []
    with pytest.raises(UsageError, match="cannot be accepted"):
        require_issuable(visit, pack(), [answer("p2", "text.ja", "they know", "R. Rao")])


def test_a_name_that_readers_are_not_to_know_waits_for_an_answer() -> None:
    closed = Person(
        id="per:closed",
        audience="host",
        family=NamePart(hi="क्विम्बी", en="Quimby", ja="久院"),
        given=NamePart(hi="ज़ारा", en="Zara", ja="沙羅"),
    )
    visit = Visit([*having(p2__text={"hi": "सुश्री क्विम्बी", "ja": "久院沙羅"}), closed])
    held = [("name", "p2", "text.hi"), ("name", "p2", "text.ja")]
    assert [one for one in blockers(visit) if one[0] == "name"] == held
    assert blockers(visit, pack(languages=("ja",))) == held[1:]
    assert blockers(visit, pack(audience="host", languages=("ja",))) == []
    answers = [answer("p2", "text.ja", "her namesake", "R. Rao")]
    accepted = require_issuable(visit, pack(languages=("ja",)), answers).accepted
    assert [(one.cause, one.reason) for one in accepted] == [("name", "her namesake")]


def test_a_typed_figure_keeps_an_edition_back_in_the_languages_it_prints_in_until_answered_for() -> (
    None
):
    visit = having(p2__text={"hi": "500 टन", "en": "500 t", "ja": "500トン"})
    held = [("typed", "p2", "text.hi"), ("typed", "p2", "text.ja")]
    assert blockers(visit) == held
    assert blockers(visit, pack(languages=("ja",))) == held[1:]
    assert blockers(visit, pack(sections=("sec:people",))) == []
    answers = [answer("p2", field, "the host asked so", "R. Rao") for _, _, field in held]
    accepted = require_issuable(visit, pack(), answers).accepted
    assert [(one.cause, one.field) for one in accepted] == [("typed", f) for _, _, f in held]
    with pytest.raises(HeldBackError, match="cannot be issued"):
        require_issuable(visit, pack(), answers[:1])


def test_a_true_sentence_is_printed_where_somebody_answers_for_it() -> None:
    visit = having(
        p2__text__ja="発売時期は未定と発表しました。", p3__text__ja="This is English text only"
    )
    answers = [
        answer("p2", "text.ja", "the maker said so", "R. Rao"),
        answer("p3", "text.ja", "a quotation", "R. Rao"),
    ]
    assert [(one.cause, one.record) for one in require_issuable(visit, pack(), answers).accepted] == [
        ("wording", "p2"), ("language", "p3"),
    ]  # fmt: skip
    with pytest.raises(HeldBackError):
        require_issuable(visit, pack(), answers[:1])


def test_a_glossary_in_a_pack_of_one_language_is_refused_unless_the_pack_has_several_otherwise() -> (
    None
):
    visit = small()
    stored = visit.get(Pack, "guests")
    assert stored
    alone = structs.replace(stored, languages=("ja",))
    assert blockers(visit, alone) == []
    changed = Visit(alone if record.id == "guests" else record for record in visit)
    assert blockers(changed, alone) == [("empty", "sec:glossary", "")]


@pytest.mark.parametrize(
    ("reason", "who"), [("TBD", "A. Rao"), ("it is so", "TBD"), ("未定", "A. Rao"), ("-", "A. Rao")]
)
def test_a_stand_in_answers_for_nothing(reason: str, who: str) -> None:
    with pytest.raises(UsageError, match="is a stand-in"):
        answer("p1", "text.ja", reason, who)


def test_a_visit_without_a_day_measures_its_figures_on_the_day_of_issue() -> None:
    undated = Visit(
        structs.replace(one, start=None) if one.id == "visit" else one
        for one in small(FIGURE, says("{figure:f}"))
    )
    findings = check(undated)
    assert not [
        one for one in weigh(undated, pack(), findings, PAST).blockers if one.cause == "stale"
    ]
    standing = weigh(undated, pack(), findings, PAST + dt.timedelta(days=1))
    assert [(one.cause, one.record) for one in standing.blockers] == [("stale", "own")] * 2
    with pytest.raises(HeldBackError):
        prepare(undated, pack(), Issue(1, 1_800_000_000), "guests.pdf")
    answers = [
        answer("own", f"text.{lang}", "nothing newer", "A. Rao") for lang in pack().languages
    ]
    assert prepare(
        undated, pack(), Issue(1, 1_800_000_000), "guests.pdf", answers=answers
    ).imprint.accepted


def test_a_source_that_prints_has_a_title() -> None:
    visit = Visit(structs.replace(one, title="") if one.id == "src:a" else one for one in small())
    assert blockers(visit) == [("empty", "src:a", "title")]
    assert blockers(visit, pack(sections=("sec:prose",))) == []


def test_a_language_that_only_this_pack_prints_is_missed_all_the_same() -> None:
    """Who prints a pack in another language for once is told of its texts too, though the check
    misses them in none.
    """
    hindi = Visit(
        structs.replace(one, languages=("hi",)) if isinstance(one, Pack) else one
        for one in having(p2__text__en="")
    )
    assert not [one for one in check(hindi) if one.rule == "languages"]
    own = hindi.get(Pack, "guests")
    assert own
    assert ("missing", "p2", "text.en") in blockers(hindi, structs.replace(own, languages=("en",)))
    assert ("missing", "p2", "text.en") not in blockers(hindi, own)


def test_a_place_is_accepted_once() -> None:
    visit = having(p2__text__ja="")
    given = [answer("p2", "text.ja", reason, "A. Rao") for reason in ("agreed", "for lack of time")]
    assert require_issuable(visit, pack(), given[:1]).accepted
    with pytest.raises(UsageError, match=r"p2\.text\.ja is accepted twice"):
        require_issuable(visit, pack(), given)
