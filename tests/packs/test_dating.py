"""A stale figure prints with its date wherever it prints; one that holds prints as before."""

import datetime as dt
from decimal import Decimal

import pymupdf
import pytest
from msgspec import structs

from lohum_brief.language.codes import Lang
from lohum_brief.visit.records import Figure, Observation, Paragraph, Section, Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small, text
from tests.packs.rendering import render

BEFORE, AFTER = dt.date(2025, 7, 7), dt.date(2025, 7, 8)
"""The visit starts on the second."""
DATED: dict[Lang, str] = {
    "hi": "(1 अप्रैल 2025 की स्थिति)",
    "en": "(1 April 2025)",
    "ja": "（2025年4月1日時点）",
}
UNTIL: dict[Lang, str] = {
    "hi": "(7 जुलाई 2025 तक मान्य)",
    "en": "(valid until 7 July 2025)",
    "ja": "（2025年7月7日まで有効）",
}


def printed(visit: Visit, lang: Lang, *sections: str) -> str:
    found = render(visit, pack(languages=(lang,), sections=sections, audience="principal"))
    with pymupdf.open(stream=found.pdf) as document:
        return "".join("".join(page.get_text().split()) for page in document)


def bare(string: str) -> str:
    return "".join(string.split())


def visit(
    until: dt.date | None,
    as_of: str = "2025-04-01",
    written: str = "{figure:f}",
    holds: int | None = None,
) -> Visit:
    return small(
        Section(id="own", audience="public", title=text("own")),
        Figure(
            id="figure:f", audience="public", name=text("f"), value=Decimal(34300), unit="t",
            as_of=as_of, valid_until=until, holds=holds,
        ),
        Paragraph(id="par", audience="public", section="own", text=Text(hi=f"क {written} ख", en=f"x {written} y", ja=f"あ{written}い")),
        Table(id="tab", audience="public", section="own", columns=(text("c"),), rows=((written,),)),
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["hi", "en", "ja"])
def test_a_stale_figure_in_a_text_and_in_a_cell_prints_with_its_date(lang: Lang) -> None:
    assert printed(visit(BEFORE), lang, "own").count(bare(DATED[lang])) == 2
    assert bare(DATED[lang]) not in printed(visit(AFTER), lang, "own")
    assert bare(DATED[lang]) not in printed(visit(None), lang, "own")
    assert printed(visit(None, holds=97), lang, "own").count(bare(DATED[lang])) == 2
    assert bare(DATED[lang]) not in printed(visit(None, holds=98), lang, "own")


@pytest.mark.parametrize("lang", ["hi", "en", "ja"])
def test_where_its_date_is_not_known_it_says_until_when_it_was_valid(lang: Lang) -> None:
    assert printed(visit(BEFORE, ""), lang, "own").count(bare(UNTIL[lang])) == 2


def test_a_text_that_prints_the_date_itself_says_it_once() -> None:
    found = printed(visit(BEFORE, written="{figure:f}, {date:figure:f.as_of}"), "en", "own")
    assert bare("34,300 t, 1 April 2025") in found
    assert bare(DATED["en"]) not in found


@pytest.mark.parametrize("lang", ["hi", "en", "ja"])
def test_a_key_figure_and_a_row_without_a_date_say_it(lang: Lang) -> None:
    [reading] = small().of(Observation)
    late = structs.replace(reading, as_of="2025-04-01", valid_until=BEFORE)
    found = printed(small(changed={reading.id: late}), lang, "sec:metrics")
    assert found.count(bare(DATED[lang])) == 1, "the table has a column for it"
    undated = printed(
        small(changed={reading.id: structs.replace(late, as_of="")}), lang, "sec:metrics"
    )
    assert undated.count(bare(UNTIL[lang])) == 2
