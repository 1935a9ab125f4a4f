"""Edits do what they say, are undone by their inverse, and refuse what would not make a visit."""

import datetime as dt
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lohum_brief.errors import UsageError
from lohum_brief.visit import edit
from lohum_brief.visit.document import encode
from lohum_brief.visit.edit import Change, Edit, apply, inverse, replacement
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    ChartRow,
    Figure,
    Item,
    Metric,
    Note,
    Observation,
    Paragraph,
    Particulars,
    Table,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.visit.strategies import edits, visits

VISIT = Visit(
    [
        Particulars(id="visit", audience="public", title=Text(en="Visit", hi="यात्रा", ja="訪問")),
        Note(id="a", audience="host", sort="ask", text=Text(en="one", ja="一")),
        Note(id="b", audience="host", sort="ask", text=Text(en="two")),
        Table(
            id="t",
            audience="guest",
            section="s",
            columns=(Text(en="c"),),
            rows=(("x", Text(en="y")),),
        ),
        Observation(id="o", audience="public", metric="m", value=Decimal("1.50")),
        Item(
            id="i",
            audience="guest",
            title=Text(en="tea"),
            start=dt.datetime(2025, 7, 10, 10, 30),  # noqa: DTZ001 -- local time of the place
        ),
    ]
)


def ids(visit: Visit) -> list[str]:
    return [record.id for record in visit]


@settings(max_examples=60)
@given(st.data(), visits())
def test_edits_then_their_inverses_give_the_visit_back(data: st.DataObject, visit: Visit) -> None:
    made, now = [], visit
    for _ in range(data.draw(st.integers(1, 6))):
        made.append(data.draw(edits(now)))
        now = apply(now, made[-1])
        assert len(now.by_id) == len(now)
        assert len(now.of(Particulars)) == 1
    for one in reversed(made):
        now = apply(now, inverse(one))
    assert encode(now) == encode(visit)


@settings(max_examples=60)
@given(visits(), visits())
def test_a_replacement_makes_one_visit_the_other_and_back(old: Visit, new: Visit) -> None:
    made = replacement(old, new, "Restore")
    assert encode(apply(old, made)) == encode(new)
    assert encode(apply(new, inverse(made))) == encode(old)


def test_a_replacement_touches_only_what_differs() -> None:
    new = apply(VISIT, edit.set_field(VISIT, "b", "text.en", "changed"))
    assert {change.id for change in replacement(VISIT, new, "").changes} == {"b"}
    assert replacement(VISIT, VISIT, "").changes == ()


def test_a_replacement_keeps_the_digits_of_a_number() -> None:
    new = apply(VISIT, edit.set_field(VISIT, "o", "value", "1.5"))
    assert encode(apply(VISIT, replacement(VISIT, new, ""))) == encode(new)


def test_a_record_is_added_before_another_or_at_the_end() -> None:
    new = Note(id="n", audience="host", sort="ask", text=Text())
    assert ids(apply(VISIT, edit.add(VISIT, new, "b"))) == ["visit", "a", "n", "b", "t", "o", "i"]
    assert ids(apply(VISIT, edit.add(VISIT, new)))[-1] == "n"


@pytest.mark.parametrize(
    ("ident", "before", "order"),
    [
        ("b", "a", "visit b a t o i"),
        ("a", None, "visit b t o i a"),
        ("a", "b", "visit a b t o i"),
        ("a", "a", "visit a b t o i"),
        ("i", None, "visit a b t o i"),
        ("visit", "i", "a b t o visit i"),
    ],
)
def test_a_record_moves_before_another_or_to_the_end(
    ident: str, before: str | None, order: str
) -> None:
    made = edit.move(VISIT, ident, before)
    assert ids(apply(VISIT, made)) == order.split()
    assert apply(apply(VISIT, made), inverse(made)) == VISIT


@pytest.mark.parametrize(
    ("ident", "field", "value", "found"),
    [
        ("a", "text.ja", "二", Text(en="one", ja="二")),
        ("a", "text", {"hi": "एक"}, Text(hi="एक")),
        ("a", "audience", "principal", "principal"),
        ("t", "rows.0.0", "z", (("z", Text(en="y")),)),
        ("t", "rows.0.1.ja", "わい", (("x", Text(en="y", ja="わい")),)),
        ("t", "rows", [["only"]], (("only",),)),
        ("t", "columns.0.en", "d", (Text(en="d"),)),
        ("o", "value", "2.50", Decimal("2.50")),
        ("i", "start", "2025-07-10T11:00:00", dt.datetime(2025, 7, 10, 11)),  # noqa: DTZ001
        ("visit", "host", "org", "org"),
        ("visit", "host", None, None),
        ("visit", "start", "2025-07-08", dt.date(2025, 7, 8)),
    ],
)
def test_a_field_is_set_by_its_path(ident: str, field: str, value: Any, found: object) -> None:
    visit = apply(VISIT, edit.set_field(VISIT, ident, field, value))
    assert getattr(visit.by_id[ident], field.split(".", maxsplit=1)[0]) == found


def test_a_changed_original_makes_the_translations_old() -> None:
    visit = apply(
        VISIT, edit.set_field(VISIT, "a", "text.state", {"en": "approved", "ja": "approved"})
    )
    visit = apply(visit, edit.set_field(visit, "a", "text.en", "other"))
    text = visit.by_id["a"].text  # type: ignore[union-attr]
    assert (text.state["en"], text.state["ja"], text.state["hi"]) == ("draft", "old", "draft")


def test_a_changed_translation_goes_back_to_draft_alone() -> None:
    visit = apply(
        VISIT, edit.set_field(VISIT, "a", "text.state", {"en": "approved", "ja": "approved"})
    )
    visit = apply(visit, edit.set_field(visit, "a", "text.ja", "別"))
    text = visit.by_id["a"].text  # type: ignore[union-attr]
    assert (text.state["en"], text.state["ja"]) == ("approved", "draft")


@pytest.mark.parametrize(
    ("ident", "field", "value", "said"),
    [
        ("none", "text.ja", "x", "There is no record none"),
        ("a", "txt", "x", "a has no field txt; it has: sort, text"),
        ("a", "text.fr", "x", "it has: hi, en, ja, state"),
        ("a", "text.ja.x", "x", "has no field"),
        ("a", "", "x", "has no field"),
        ("a", "text..ja", "x", "has no field"),
        ("a", ".".join(["text"] * 100_000), "x", "has no field"),
        ("t", "rows.1", ["x"], "0 – 0"),
        ("t", "rows.-1", ["x"], "has no field"),
        ("t", "rows.0." + "9" * 5000, "x", "has no field"),
        ("t", "sources.0", "x", "has no field"),
        ("a", "id", "other", "cannot be changed"),
        ("a", "kind", "person", "cannot be changed"),
        ("a", "text.ja", 5, "a text is expected, not a whole number"),
        ("a", "text.ja", "x" * 20_001, "more than 20000 characters"),
        ("a", "text.ja", "bell\x07", "U+0007"),
        ("a", "text.ja", "back\x08", "U+0008"),
        ("a", "text.ja", "half \ud800", "U+D800"),
        ("a", "text.ja", "\u202egpj", "U+202E"),
        ("a", "audience", "everybody", "“everybody” is none of the values it may have"),
        ("visit", "audience", "host", "audience stays public"),
        ("o", "value", "NaN", "cannot be printed"),
        ("o", "value", "1e999999999", "cannot be printed"),
        ("i", "start", "2025-07-10T11:00:00+05:30", "time zone"),
        ("t", "rows.0.0", ["x"], "is expected, not a list"),
    ],
    ids=lambda value: None if len(repr(value)) < 50 else "long",
)
def test_what_cannot_be_set_is_refused_in_one_line(
    ident: str, field: str, value: Any, said: str
) -> None:
    with pytest.raises(UsageError) as raised:
        edit.set_field(VISIT, ident, field, value)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 500


def test_the_particulars_can_be_neither_removed_nor_doubled() -> None:
    with pytest.raises(UsageError):
        edit.remove(VISIT, "visit")
    with pytest.raises(UsageError):
        edit.add(VISIT, Particulars(id="second", audience="public", title=Text()))


def test_ids_stay_unique_and_kinds_stay_kinds() -> None:
    note = Note(id="t", audience="host", sort="ask", text=Text())
    with pytest.raises(UsageError, match="already"):
        edit.add(VISIT, note)
    with pytest.raises(UsageError, match="stays one"):
        edit.put(VISIT, note)
    with pytest.raises(UsageError, match="no record nowhere"):
        edit.move(VISIT, "a", "nowhere")


def a_note(**changed: Any) -> Note:
    found = VISIT.by_id["a"]
    assert isinstance(found, Note)
    return msgspec.structs.replace(found, **changed)


@pytest.mark.parametrize(
    "change",
    [
        Change("a", a_note(text=Text(en="not what it is")), a_note(), "b", "b"),
        Change("none", a_note(id="none"), None, "b", None),
        Change("a", None, a_note(), None, None),
        Change("a", a_note(), a_note(id="c"), "b", "b"),
        Change("a", a_note(), None, "t", None),
        Change("n", None, a_note(id="n"), None, "nowhere"),
        Change("a", a_note(), a_note(), "b", "a"),
        Change("visit", VISIT.particulars, None, "a", None),
        Change("v", None, Particulars(id="v", audience="public", title=Text()), None, None),
    ],
)
def test_an_edit_made_for_another_visit_is_refused(change: Change) -> None:
    with pytest.raises(UsageError):
        apply(VISIT, Edit("Change", (change,)))


def test_a_record_whose_figure_a_text_prints_is_not_removed() -> None:
    figure = Figure(id="figure:aid", audience="public", name=Text(en="aid"), value=Decimal(5))
    texts = [
        Note(
            id=f"n{n}",
            audience="host",
            sort="ask",
            text=Text(en="{figure:aid}", ja="{figure:aid|form=number}"),
        )
        for n in range(3)
    ]
    visit = Visit([*VISIT, figure, *texts])
    with pytest.raises(UsageError) as caught:
        edit.remove(visit, "figure:aid")
    assert str(caught.value) == (
        "“aid” cannot be removed: its figure is printed in “5”, “5”, “5”; take it out there first."
    )
    assert caught.value.places[:3] == (("n0", "text.en"), ("n0", "text.ja"), ("n1", "text.en"))
    for text in texts:
        visit = apply(visit, edit.remove(visit, text.id))
    assert "figure:aid" not in ids(apply(visit, edit.remove(visit, "figure:aid")))


def test_a_reading_may_go_while_another_can_be_printed() -> None:
    metric = Metric(id="metric:m", audience="public", name=Text(en="m"))
    readings = [
        Observation(id=f"o{n}", audience="public", metric="metric:m", value=Decimal(n))
        for n in (1, 2)
    ]
    text = Note(id="n", audience="host", sort="ask", text=Text(en="{metric:m}"))
    visit = Visit([VISIT.particulars, metric, *readings, text])
    visit = apply(visit, edit.remove(visit, "o1"))
    for last in ("o2", "metric:m"):
        with pytest.raises(UsageError) as caught:
            edit.remove(visit, last)
        assert caught.value.places == (("n", "text.en"),)


def test_a_reading_that_a_text_dates_is_not_removed() -> None:
    def reading(ident: str, as_of: str) -> Observation:
        return Observation(
            id=ident, audience="guest", metric="metric:m", value=Decimal(1), as_of=as_of
        )

    records: list[AnyRecord] = [
        Particulars(id="v", audience="public", title=Text(en="V")),
        Metric(id="metric:m", audience="guest", name=Text(en="M")),
        *(
            reading(ident, as_of)
            for ident, as_of in (("o1", "2023"), ("o2", "2023-10"), ("o3", "2025"))
        ),
        Paragraph(id="p", audience="guest", section="s", text=Text(en="{metric:m|as_of=2023}")),
    ]
    visit = Visit(records)
    with pytest.raises(
        UsageError, match=r"“M · 2023” cannot be removed: its figure is printed in “1”"
    ) as caught:
        edit.remove(visit, "o1")
    assert caught.value.places == (("p", "text.en"),)
    assert edit.remove(visit, "o2")
    assert edit.remove(visit, "o3")


def test_what_a_chart_takes_its_target_from_is_not_removed() -> None:
    records: list[AnyRecord] = [
        Particulars(id="v", audience="public", title=Text(en="V")),
        Figure(id="figure:goal", audience="guest", name=Text(en="Goal"), value=Decimal(5)),
        Chart(
            id="c",
            audience="guest",
            section="s",
            form="gauge",
            title=Text(en="C"),
            rows=(ChartRow(name="r", values=(Decimal(1),), target_figure="figure:goal"),),
        ),
    ]
    with pytest.raises(
        UsageError, match=r"“Goal” cannot be removed: its figure is printed in “C”"
    ) as caught:
        edit.remove(Visit(records), "figure:goal")
    assert caught.value.places == (("c", "rows.0.target_figure"),)
