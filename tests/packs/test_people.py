"""The list of people: dense enough to be carried, each script in a column of its own."""

from collections import Counter
from itertools import pairwise

import pymupdf
import pytest
from msgspec import structs

from lohum_brief.document.blocks import Table
from lohum_brief.document.paragraphs import Cell
from lohum_brief.language.codes import Lang
from lohum_brief.packs.admit import admit
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Furigana, NamePart, Person
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, section, small
from tests.packs.planning import plan
from tests.packs.readback import printed
from tests.packs.rendering import render

JAPANESE = Person(
    id="pa",
    audience="guest",
    honorific="mr",
    native="ja",
    family=NamePart(hi="मिहोन", en="Mihon", ja="見本", reading="みほん"),
    given=NamePart(hi="तारो", en="Tarō", ja="太郎", reading="たろう"),
)
FOREIGN = Person(
    id="pb",
    audience="guest",
    honorific="ms",
    native="en",
    family=NamePart(en="Specimen", ja="スペシメン"),
    given=NamePart(en="Jane", ja="ジェーン"),
)


def listed(
    *people: Person, languages: tuple[Lang, ...], furigana: Furigana = "always"
) -> list[list[Cell]]:
    """The cells of names of each person: the first script's, the others'."""
    visit = Visit([*small(section("people"), without=("sec:people", "per1")), *people])
    of = pack(sections=("sec:people",), languages=languages, furigana=furigana)
    document = plan(admit(visit, of.audience), of)
    ids = {person.id for person in people}
    return [
        [row.cells[1], row.cells[2] if table.head[2:3] == ((),) else ()]
        for table in document.blocks
        if isinstance(table, Table)
        for row in table.rows
        if row.record in ids
    ]


def shown(cell: Cell) -> list[tuple[str, bool]]:
    """What a cell says line by line, and whether it is bold."""
    return [
        (
            para.text.replace("\u00a0", " "),
            all(span.style.family == "sans-bold" for span in para.spans),
        )
        for para in cell
    ]


def test_each_script_has_its_column_and_ones_own_is_bold() -> None:
    (first, beside), (foreign, latin) = listed(JAPANESE, FOREIGN, languages=("ja", "en"))
    assert shown(first) == [("見本 太郎 様", True), ("みほん たろう", False)]
    assert shown(beside) == [("Mr MIHON Tarō", False)]
    assert shown(foreign) == [("ジェーン・スペシメン 様", False)]
    assert shown(latin) == [("Ms Jane SPECIMEN", True)]


def test_kanji_lead_where_somebody_has_them_though_the_pack_speaks_no_japanese() -> None:
    (first, beside), (foreign, rest) = listed(JAPANESE, FOREIGN, languages=("en",))
    assert shown(first) == [("見本 太郎", True), ("みほん たろう", False)]
    assert shown(beside) == [("Mr MIHON Tarō", False)]
    # No katakana: the pack holds nothing of a language that it does not speak but own names.
    assert shown(foreign) == [("Ms Jane SPECIMEN", True)]
    assert rest == ()


@pytest.mark.parametrize(
    "one",
    [
        structs.replace(
            JAPANESE,
            family=NamePart(ja="さくら", reading="さくら"),
            given=NamePart(ja="はな", reading="はな"),
        ),
        structs.replace(JAPANESE, family=NamePart(ja="見本"), given=NamePart(ja="太郎")),
    ],
)
def test_no_reading_stands_below_a_name_that_is_written_as_it_is_read(one: Person) -> None:
    ((first, _),) = listed(one, languages=("ja",))
    assert len(first) == 1


def test_readings_are_left_out_where_the_pack_has_none() -> None:
    ((first, _),) = listed(JAPANESE, languages=("ja", "en"), furigana="none")
    assert shown(first) == [("見本 太郎 様", True)]


@pytest.mark.parametrize("name", ["guests", "delegates ja", "delegates hi"])
def test_a_page_holds_as_many_people_as_a_list_should(name: str) -> None:
    """In one language or two: 25 and more where nothing else stands on the page."""
    ids = {person.id for person in sample_visit().of(Person) if person.side != "host"}
    pages = Counter(place.page for place in printed(name).rendered.places if place.record in ids)
    inner = sorted(pages)[1:-1]
    assert inner
    assert all(pages[page] >= 25 for page in inner)


def test_what_rules_a_list_survives_a_copy() -> None:
    """A copier at 200 dpi in two tones keeps what is dark and at least 0.4 points wide."""
    pdf = printed("delegates").pdf
    found = 0
    with pymupdf.open(stream=pdf) as document:
        for page in document:
            for drawing in page.get_drawings():
                if drawing["fill"] and drawing["rect"].height < 3:
                    found += 1
                    red, green, blue = drawing["fill"]
                    assert 0.299 * red + 0.587 * green + 0.114 * blue < 0.5
                    assert drawing["rect"].height >= 0.4
    assert found > 100


def test_a_list_of_400_takes_16_pages() -> None:
    people = [structs.replace(JAPANESE, id=f"p{number}") for number in range(400)]
    visit = Visit([*small(section("people"), without=("sec:people", "per1")), *people])
    made = render(visit, pack(sections=("sec:people",), languages=("hi", "ja")))
    pages = Counter(place.page for place in made.places if place.record.startswith("p"))
    assert max(pages) - min(pages) < 16
    assert all(later - earlier == 1 for earlier, later in pairwise(sorted(pages)))
