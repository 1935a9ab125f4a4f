"""Pages set with a memory of the ones before look as they do without."""

from typing import Any

import pymupdf
import pytest

from lohum_brief.service.screen import Memory
from lohum_brief.store.shipped import sample_visit
from lohum_brief.typeset.compose import Composed
from lohum_brief.visit import edit
from lohum_brief.visit.records import Chart, Pack, Paragraph
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack
from tests.packs.rendering import render


def changed(visit: Visit, ident: str, field: str, value: Any) -> Visit:
    return edit.apply(visit, edit.set_field(visit, ident, field, value))


def pictures(rendered: Composed) -> list[bytes]:
    with pymupdf.open(stream=rendered.pdf) as document:
        return [page.get_pixmap(dpi=30).samples for page in document]


def texts(rendered: Composed) -> list[str]:
    with pymupdf.open(stream=rendered.pdf) as document:
        return [page.get_text() for page in document]


@pytest.mark.parametrize("layout", ["parallel", "facing"])
def test_edits_one_after_the_other_print_as_from_nothing(layout: str) -> None:
    visit, memory = sample_visit(), Memory()
    record = pack(visit.of(Pack)[0], layout=layout)
    paragraph = next(one for one in visit.of(Paragraph) if one.section in record.sections)
    chart = next(one for one in visit.of(Chart) if one.section in record.sections)
    render(visit, record, memory=memory)
    for ident, field, value in (
        (paragraph.id, "text.hi", "बदला हुआ पाठ, जिसमें नए शब्द हैं। " * 20),
        (paragraph.id, "text.ja", "変わった文。" * 30),
        (chart.id, "title.ja", "別の図"),
        (chart.id, "table", not chart.table),
        (chart.id, "by_language", not chart.by_language),
    ):
        visit = changed(visit, ident, field, value)
        kept, fresh = render(visit, record, memory=memory), render(visit, record)
        assert kept.places == fresh.places
        assert texts(kept) == texts(fresh)
        assert pictures(kept) == pictures(fresh)


def test_another_pack_in_between_changes_nothing() -> None:
    visit, memory = sample_visit(), Memory()
    guests, hosts = visit.of(Pack)[0], visit.of(Pack)[2]
    for record in (guests, hosts, guests):
        kept = render(visit, record, memory=memory)
        assert texts(kept) == texts(render(visit, record))
