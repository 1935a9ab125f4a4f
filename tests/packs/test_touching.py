"""Equal pages, equal mark; and an edit of which it is said that it touches no page leaves it."""

from functools import cache
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.admit import admit
from lohum_brief.packs.touching import may_touch
from lohum_brief.typeset.compose import compose
from lohum_brief.visit import edit
from lohum_brief.visit.records import AnyRecord, Chart, Pack
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import sample, small
from tests.packs.planning import plan

READERS: Final[tuple[tuple[Lang, ...], ...]] = (
    ("ja",), ("en",), ("hi",), ("hi", "ja"), ("en", "ja"), ("en", "hi"),
)  # fmt: skip
PACKS: Final = ("guests", "hosts", "card")


def texts(visit: Visit) -> list[tuple[str, str]]:
    return [
        (record.id, f"{field}.{lang}")
        for record in visit
        for field in record.__struct_fields__
        if isinstance(getattr(record, field), Text) and getattr(record, field)
        for lang in LANGS
    ]


def shown(visit: Visit, pack: str, langs: tuple[Lang, ...]) -> Pack:
    found = visit.get(Pack, pack)
    assert found
    return structs.replace(found, languages=langs)


def printed(visit: Visit, pack: Pack) -> tuple[str, bytes]:
    """Return the mark of a draft and its file, in which every draft has the same one."""
    admitted = admit(visit, pack.audience)
    return plan(admitted, pack).mark, compose(plan(admitted, pack, mark="000000"), None).pdf


@cache
def before(pack: str, langs: tuple[Lang, ...]) -> tuple[str, bytes]:
    return printed(small(), shown(small(), pack, langs))


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_pages_are_equal_where_marks_are(data: st.DataObject) -> None:
    pack, langs = data.draw(st.sampled_from(PACKS)), data.draw(st.sampled_from(READERS))
    ident, field = data.draw(st.sampled_from(texts(small())))
    word = data.draw(st.sampled_from(("अ", "漢", "b", "")))
    try:
        edited = edit.apply(small(), edit.set_field(small(), ident, field, word))
    except BriefError:
        return
    now = shown(edited, pack, langs)
    mark, pdf = printed(edited, now)
    assert (mark == before(pack, langs)[0]) == (pdf == before(pack, langs)[1]), (ident, field)
    if not may_touch([ident], small(), edited, now):
        assert mark == before(pack, langs)[0], (ident, field)


@pytest.mark.parametrize("langs", [("hi", "en"), ("en",)])
def test_charts_say_nothing_to_the_mark_in_a_language_that_is_not_printed(
    langs: tuple[Lang, ...],
) -> None:
    visit = sample()
    own = shown(visit, "hosts", langs)
    within = [chart for chart in visit.of(Chart) if chart.section in own.sections]
    named = {ident for chart in within for ident in (chart.id, *chart.notes, *chart.metrics)}
    assert any(chart.notes for chart in within)
    edited = Visit(
        structs.replace(
            record, **{name: structs.replace(text, ja="別") for name, text in held.items()}
        )
        if (held := _titles(record)) and record.id in named
        else record
        for record in visit
    )
    assert edited != visit
    marks = {plan(admit(each, own.audience), own).mark for each in (visit, edited)}
    assert len(marks) == 1


def _titles(record: AnyRecord) -> dict[str, Text]:
    held = {name: getattr(record, name, "") for name in ("title", "name")}
    return {name: text for name, text in held.items() if isinstance(text, Text) and text["ja"]}
