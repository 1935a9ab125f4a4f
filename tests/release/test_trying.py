"""What no page has room for is found before somebody exports, as the export would refuse it."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.checks.run import check
from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say
from lohum_brief.packs.admit import admit
from lohum_brief.release import trying
from lohum_brief.release.export import export
from lohum_brief.release.gate import explained
from lohum_brief.release.weighing import weigh
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Chart, ChartRow, Form, Note, OwnUnit, Pack, Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs import hostile
from tests.packs.conftest import pack, section, small, text
from tests.packs.rendering import render
from tests.packs.test_hostile import QUICK

LONG = "Works number {} for the recycling of spent lithium-ion batteries of buses in the north"
PROSE = section("prose")
ALL = pack(languages=("en", "hi", "ja"), sections=(PROSE.id,), form="sheet")


def tall(ident: str = "tall", rows: int = 16, form: Form = "bar", **more: Any) -> Chart:
    names = tuple(text(f"Capacity {i}") for i in range(3))
    parts = tuple(
        ChartRow(name=text(LONG.format(i)), values=(Decimal(i + 2),) * 3) for i in range(rows)
    )
    return Chart(
        id=ident, audience="guest", section=PROSE.id, title=text("Capacity"), unit="t", form=form, names=names,
        rows=parts, **{"by_language": True} | more,
    )  # fmt: skip


def wide(columns: int, ident: str = "wide", **more: Any) -> Table:
    return Table(
        id=ident, audience="guest", section=PROSE.id, columns=(text("Head"),) * columns,
        rows=(("11,111,103",) * columns,), **more,
    )  # fmt: skip


def visit(*records: Any, shown: Pack = ALL) -> Visit:
    return small(*records, changed={"guests": shown})


def found(of: Visit) -> list[tuple[str, str, str]]:
    return [(one.record, one.field, one.about) for one in trying.findings(of, check(of))]


def refusal(of: Visit, shown: Pack) -> tuple[tuple[str, str], str] | None:
    try:
        render(of, shown)
    except BriefError as error:
        told = explained(admit(of, shown.audience), shown, error)
        return told.places[0], say(told.why)
    return None


def test_all_that_has_no_room_is_found_at_once_and_the_rest_is_not() -> None:
    of = visit(tall(), wide(30), wide(3, "narrow"), tall("few", 2))
    assert {(record, field.split(".")[0]) for record, field, _ in found(of)} == {
        ("tall", "rows"),
        ("wide", "rows"),
    }
    for finding in trying.findings(of):
        assert finding.severity == "error"
        assert "Briefing English" in say(finding.message)


def test_the_sample_has_room() -> None:
    sample = sample_visit()
    assert not [one for one in check(sample, also=trying.findings) if one.rule == trying.RULE]


@pytest.mark.parametrize(("name", "layout", "languages"), QUICK)
def test_it_is_what_the_export_refuses(name: str, layout: Any, languages: Any) -> None:
    case = hostile.CASES[name]
    of, shown = hostile.visit(case), hostile.pack(case, languages=languages, layout=layout)
    known = check(of)
    told = [((one.record, one.field), say(one.message)) for one in trying.of_pack(of, shown, known)]
    refused = refusal(of, shown)
    if refused is None:
        assert told == []
    else:
        errors = {one.record for one in known if one.severity == "error"}
        assert told == [refused] or (not told and refused[0][0] in errors)


def test_what_has_room_in_one_pack_and_none_in_another_names_this_one() -> None:
    alone = structs.replace(ALL, id="alone", title=text("Alone"), languages=("en",))
    of = visit(tall(rows=14), alone)
    (one,) = trying.findings(of)
    assert one.about == "guests"
    assert "Alone" not in say(one.message)
    findings = check(of, also=trying.findings)
    of_alone, of_both = (weigh(of, shown, findings).blockers for shown in (alone, ALL))
    assert [one.record for one in of_alone if one.about == trying.RULE] == []
    assert [one.record for one in of_both if one.about == trying.RULE] == ["tall"]


def test_a_pack_is_weighed_in_the_languages_in_which_it_is_issued() -> None:
    of = visit(tall(rows=14), shown=structs.replace(ALL, languages=("en",)))
    findings = check(of, also=trying.findings)
    assert not [one for one in findings if one.rule == trying.RULE]
    (one,) = [one for one in weigh(of, ALL, findings).blockers if one.about == trying.RULE]
    assert one.place == ("tall", "rows")


def test_an_error_of_another_rule_is_told_first_and_alone() -> None:
    twice = structs.replace(tall(), unit="%", form="line", rows=tall(rows=16).rows)
    of = visit(twice)
    errors = [one for one in check(of, also=trying.findings) if one.severity == "error"]
    assert [(one.rule, one.record) for one in errors] == [("charts", "tall")]


def test_readers_who_get_nothing_of_it_are_told_nothing() -> None:
    of = visit(
        structs.replace(tall(), audience="principal"),
        structs.replace(wide(30), audience="principal"),
    )
    assert found(of) == []


def test_what_was_tried_is_remembered_until_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Visit] = []
    own = trying._refusals

    def try_again(of: Visit, shown: Pack) -> Iterator[trying.Refusal]:
        tried.append(of)
        return own(of, shown)

    monkeypatch.setattr(trying, "_refusals", try_again)
    remembered: trying.Remembered = {}
    note = Note(id="n", audience="guest", sort="background", text=text("Something else"))
    first = [*trying.findings(visit(wide(30)), (), remembered)]
    done = len(tried)
    again = [*trying.findings(visit(wide(30), note), (), remembered)]
    assert (first, done) == (again, len(tried))
    mended = structs.replace(
        wide(30), rows=(("1",) * 30,), columns=(Text(hi="क", en="H", ja="頭"),) * 30
    )
    assert [*trying.findings(visit(mended), (), remembered)] == []
    longer = structs.replace(wide(30), columns=(text("Longer"),) * 30)
    assert [*trying.findings(visit(longer), (), remembered)]
    assert len(tried) > done


def test_a_title_that_no_cover_holds_is_found(tmp_path: Path) -> None:
    book = structs.replace(ALL, form="book")
    of = visit(shown=book)
    long = Text(hi="word " * 700, en="word " * 700, ja="word " * 700)
    of = Visit([structs.replace(one, purpose=long) if one is of.particulars else one for one in of])
    ((record, field, _),) = found(of)
    assert (record, field.split(".")[0]) == ("visit", "purpose")
    with pytest.raises(BriefError) as caught:
        export(of, book, tmp_path / "x.pdf")
    assert caught.value.places[0] == (record, field)


def test_a_chart_in_a_unit_of_the_visits_own_is_tried_with_it() -> None:
    own = OwnUnit(
        id="unit:crate",
        audience="guest",
        symbol="crates",
        name=Text(hi="पेटी", en="crate", ja="箱"),
    )
    chart = structs.replace(tall(), unit="crates")
    without, having = visit(chart), visit(chart, own)
    assert own.id not in trying._Trial(without, {})._needed(chart)
    assert own.id in trying._Trial(having, {})._needed(chart)
    assert ("tall", "rows", "guests") in found(having)
