"""Charts without the rest of a pack."""

import msgspec

from lohum_brief.document.document import Document
from lohum_brief.packs import single as packs_single
from lohum_brief.typeset.compose import compose
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Chart, Pack
from lohum_brief.visit.text import Text
from tests.packs.conftest import sample

SHARES = "chart:lithium-share"


def pack(**fields: object) -> Pack:
    return msgspec.structs.replace(Pack(id="pack:x", audience="principal", title=Text()), **fields)


def single(of: Pack, idents: list[str]) -> Document | None:
    return packs_single.single(sample(), of, idents, FontRuler())


def test_each_chart_stands_on_a_page_of_its_own_whatever_sections_the_pack_has() -> None:
    idents = [chart.id for chart in sample().of(Chart)][:3]
    planned = single(pack(languages=("en",), layout="stacked"), idents)
    assert planned is not None
    made = compose(planned)
    assert [
        {place.record for place in made.places if place.page == page} for page in range(made.pages)
    ] == [{ident} for ident in idents]


def test_what_an_audience_may_not_read_is_not_drawn() -> None:
    assert single(pack(audience="public"), [SHARES]) is None
    assert single(pack(audience="guest"), [SHARES, "chart:gone"]) is not None
