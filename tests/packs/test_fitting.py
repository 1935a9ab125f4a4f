"""Short texts are measured as they print."""

import pytest
from msgspec import structs

from lohum_brief.document.blocks import Table
from lohum_brief.document.geometry import geometry
from lohum_brief.document.tracks import tracks
from lohum_brief.language.codes import Lang
from lohum_brief.packs.fitting import Fit, Fitter
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Item
from lohum_brief.visit.text import Text
from tests.packs.conftest import pack, small
from tests.packs.planning import plan


@pytest.mark.parametrize(
    ("lang", "word"),
    [("en", "Recycling capacity "), ("hi", "पुनर्चक्रण क्षमता "), ("ja", "再資源化の処理能力")],
)
def test_a_longer_title_takes_more_lines(lang: Lang, word: str) -> None:
    fitter = Fitter(FontRuler())
    short = fitter.fit("section", "title", lang, word)
    long = fitter.fit("section", "title", lang, word * 14)
    assert short.lines == 1
    assert long.lines > short.most == long.most


def test_nothing_is_said_of_what_has_no_usual_place() -> None:
    assert Fitter(FontRuler()).fit("source", "title", "en", "x") == Fit(0, 0)
    assert Fitter(FontRuler()).fit("section", "title", "en", "") == Fit(0, 0)


def test_a_character_without_a_font_does_not_hinder() -> None:
    assert Fitter(FontRuler()).fit("section", "title", "en", "\U0001f600").lines == 1


def test_an_item_that_is_said_to_take_one_line_takes_one_in_the_programme() -> None:
    ruler = FontRuler()
    fitter = Fitter(ruler)
    title = "visit of the plant"
    while fitter.fit("item", "title", "en", f"{title} i").lines == 1:
        title += " i"
    [item, *_] = small().of(Item)
    visit = small(changed={item.id: structs.replace(item, title=Text(en=title))})
    made = pack(languages=("en", "ja"), sections=("sec:programme",))
    document = plan(visit, made)
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    [cell] = [
        (para, at)
        for row in table.rows
        for at, cell in enumerate(row.cells)
        for para in cell
        if para.text == title
    ]
    para, at = cell
    _, widths = tracks(table.columns, geometry(document).width)
    assert ruler.lines(para, widths[at]) == 1


@pytest.mark.parametrize(
    ("kind", "field"),
    [("item", "title"), ("organisation", "name"), ("metric", "name"), ("term", "name")],
)
def test_two_lines_in_a_cell_of_a_table_read_well(kind: str, field: str) -> None:
    fitter = Fitter(FontRuler())
    name = "word"
    while (found := fitter.fit(kind, field, "en", name)).lines < 2:
        name += " word"
    assert found.lines <= found.most
    assert fitter.fit(kind, field, "en", name * 3).lines > found.most
