"""Figures in texts: printed from their one value in each language, cited, and never left out of a
page in silence.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from lohum_brief.document.document import Document
from lohum_brief.language.codes import Lang
from lohum_brief.packs.admit import admit
from lohum_brief.packs.figures import FigureError, resolve
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Paragraph,
    Section,
    Source,
    Table,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small, text
from tests.packs.extraction import paras_of
from tests.packs.planning import plan
from tests.packs.rendering import render


def alike(string: str) -> Text:
    return Text(hi=string, en=string, ja=string)


def paragraph(string: str, **more: Any) -> Paragraph:
    values: dict[str, Any] = {
        "id": "new",
        "audience": "public",
        "section": "sec:prose",
        "text": alike(string),
    }
    return Paragraph(**values | more)


def figure(audience: Audience = "public", **more: Any) -> Figure:
    values: dict[str, Any] = {
        "id": "figure:aid",
        "name": text("aid"),
        "value": Decimal(340_000_000_000),
        "unit": "INR",
    }
    return Figure(audience=audience, **values | {"sources": ("src:aid",)} | more)


AID = Source(id="src:aid", audience="public", title="Annual report")


def visit(*records: AnyRecord) -> Visit:
    return Visit([*small(), AID, *records])


def says(document: Document, lang: Lang) -> str:
    return "\n".join(
        "".join(span.text for span in para.spans if not span.mark)
        for block in document.blocks
        for para in paras_of(block)
        if para.lang == lang
    ).replace("\u00a0", " ")


def planned(*records: AnyRecord, **more: Any) -> Document:
    record = pack(languages=("hi", "en", "ja"), sections=("sec:prose", "sec:sources"), **more)
    return plan(admit(visit(*records), record.audience), record)


def test_a_figure_prints_in_each_languages_own_form() -> None:
    document = planned(figure(), paragraph("[{figure:aid}]"))
    assert "[34,000 करोड़ रुपये]" in says(document, "hi")
    assert "[₹34,000 crore]" in says(document, "en")
    assert "[3,400億ルピー]" in says(document, "ja")


def test_figures_stand_in_titles_and_in_cells_that_are_alike_in_all_languages() -> None:
    title = Section(id="sec:prose", audience="public", title=alike("Aid of {figure:aid}"))
    table = Table(
        id="t9",
        audience="public",
        section="sec:prose",
        columns=(alike("In {figure:aid}"),),
        rows=(("{figure:aid}",),),
    )
    rest = [record for record in small() if record.id != "sec:prose"]
    record = pack(languages=("en", "ja"), sections=("sec:prose",))
    document = plan(admit(Visit([*rest, AID, title, figure(), table]), "guest"), record)
    assert {"Aid of ₹34,000 crore", "In ₹34,000 crore"} <= set(says(document, "en").split("\n"))
    assert "₹34,000 crore" in says(document, "en").split("\n")
    assert "Aid of 3,400億ルピー" in says(document, "ja")


def test_devanagari_digits_are_those_of_the_pack() -> None:
    document = planned(figure(), paragraph("[{figure:aid}]"), devanagari_digits=True)
    assert "[३४,००० करोड़ रुपये]" in says(document, "hi")
    assert "[₹34,000 crore]" in says(document, "en")


def test_what_a_figure_cites_is_cited_where_it_is_printed() -> None:
    cited = resolve(visit(figure(), paragraph("{figure:aid}", sources=("src:a",))), pack()).visit
    new = cited.get(Paragraph, "new")
    assert new is not None
    assert new.sources == ("src:a", "src:aid")
    assert "Annual report" in "".join(
        span.text
        for block in planned(figure(), paragraph("{figure:aid}")).blocks
        for para in paras_of(block)
        for span in para.spans
    )


def test_only_the_packs_languages_are_printed() -> None:
    """A token that is wrong in a language nobody reads here keeps no pack from being printed."""
    broken = paragraph("", text=Text(hi="{figure:gone}", en="{figure:aid}", ja="{figure:aid}"))
    record = pack(languages=("en", "ja"), sections=("sec:prose",))
    assert "₹34,000 crore" in says(plan(visit(figure(), broken), record), "en")


def test_what_is_no_token_prints_as_it_stands() -> None:
    document = planned(
        figure(), paragraph("{{figure:aid}} {name} {literal:2022} {date:2025-07-02|form=day}")
    )
    assert "{figure:aid} {name} 2022 2 July" in says(document, "en")
    assert "{figure:aid} {name} 2022 7月2日" in says(document, "ja")


@pytest.mark.parametrize(
    ("token", "why"),
    [
        ("{figure:gone}", "names no figure; the nearest there is: {figure:aid}"),
        ("{figure:aid|colour=red}", "is no option here"),
        ("{date:2025-07|form=era}", "is not a single day"),
        ("{literal: }", "is empty"),
    ],
)
def test_a_figure_that_cannot_be_printed_stops_the_pack_and_names_the_place(
    token: str, why: str
) -> None:
    with pytest.raises(FigureError) as caught:
        planned(figure(), paragraph(f"It is {token}."))
    assert "new.text.hi" in str(caught.value)
    assert token in str(caught.value)
    assert why in str(caught.value)


def test_a_broken_figure_in_a_section_that_is_not_printed_stops_nothing() -> None:
    elsewhere = paragraph("{figure:gone}", section="sec:other")
    assert says(planned(figure(), elsewhere), "en")


def test_a_figure_that_the_audience_may_not_read_is_never_printed() -> None:
    """It is not even known: the message is the same whether or not hosts have such a figure."""
    told = []
    for secret in ([figure("host", value=Decimal(7_777_777))], []):
        with pytest.raises(FigureError) as caught:
            planned(*secret, paragraph("{figure:aid}"))
        told.append(str(caught.value))
    assert told[0] == told[1]


def test_a_guest_pack_does_not_change_with_the_hosts_figures() -> None:
    common: list[AnyRecord] = [figure(), paragraph("{figure:aid}")]
    one = visit(*common, figure("host", id="figure:own", value=Decimal(1)))
    other = visit(*common, figure("principal", id="figure:own2", value=Decimal(2)))
    record = pack(sections=("sec:prose", "sec:sources"))
    assert render(admit(one, "guest"), record).pdf == render(admit(other, "guest"), record).pdf


def test_a_visit_without_tokens_is_left_as_it_is() -> None:
    whole = small()
    resolved = resolve(whole, pack())
    assert resolved.visit is whole


def test_the_stored_texts_keep_their_tokens() -> None:
    whole = visit(figure(), paragraph("{figure:aid}"))
    before = msgspec.json.encode(whole.records)
    planned(figure(), paragraph("{figure:aid}"))
    assert msgspec.json.encode(whole.records) == before


def test_the_day_of_the_visit_is_said_once() -> None:
    document = planned(paragraph("[{date:visit.start|form=weekday}]"))
    assert small().particulars.start == dt.date(2025, 7, 8)
    assert "[8 जुलाई 2025 (मंगलवार)]" in says(document, "hi")
    assert "[2025年7月8日（火）]" in says(document, "ja")


def test_figures_of_a_column_print_with_the_decimals_that_they_have() -> None:
    values = ("1", "12.5", "-3.25", "1000", "0.125", "2.50")
    known = [
        figure(id=f"figure:v{i}", value=Decimal(value), unit="t") for i, value in enumerate(values)
    ]
    rows = tuple(
        (f"{{figure:v{i}|form=number}}", f"{{figure:v{i}}}", f"[{{figure:v{i}}}]")
        for i in range(len(values))
    )
    table = Table(
        id="new", audience="public", section="sec:prose", columns=(text("a"),) * 3, rows=rows
    )
    document = planned(*known, table)
    said = [
        para.text.replace("\u00a0", " ") for block in document.blocks for para in paras_of(block)
    ]
    for number in ("1", "12.5", "\u22123.25", "1,000", "0.125", "2.50"):
        assert number in said
        assert f"{number} t" in said
        assert f"[{number} t]" in said
