"""Columns of parallel languages: equal, or by the room that texts take in each script."""

import pytest
from msgspec import structs

from lohum_brief.document.blocks import Flow
from lohum_brief.document.geometry import GUTTER, geometry
from lohum_brief.document.style import GRID
from lohum_brief.language.codes import Lang
from lohum_brief.packs.admit import admit
from lohum_brief.packs.shares import LEAST
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.records import Pack, Paragraph, Widths
from lohum_brief.visit.text import Text
from tests.packs.conftest import pack, sample, section, small
from tests.packs.planning import plan

LONG = Text(
    en="The plant recovers lithium from used cells. " * 9,
    hi="संयंत्र प्रयुक्त सेलों से लिथियम निकालता है। " * 9,
    ja="工場は使用済み電池からリチウムを回収します。" * 9,
)


def widths_of(of: Pack, *paragraphs: Text) -> list[float]:
    records = [
        Paragraph(id=f"q{i}", audience="public", section="sec:prose", text=one)
        for i, one in enumerate(paragraphs)
    ]
    document = plan(small(section("prose"), *records, without=("sec:prose", "p1")), of)
    places = geometry(document).places
    return [places[lang].width for lang in of.languages]


def made(langs: tuple[Lang, ...], widths: Widths) -> Pack:
    return pack(sections=("sec:prose",), languages=langs, widths=widths)


@pytest.mark.parametrize("langs", [("hi", "ja"), ("en", "ja"), ("ja", "en", "hi")])
def test_columns_by_script_fill_the_page_and_end_level(langs: tuple[Lang, ...]) -> None:
    of = pack(sample().by_id["guests"], languages=langs, sections=("sec:purpose",))  # type: ignore[arg-type]
    equal = geometry(plan(sample(), structs.replace(of, widths="equal")))
    by_script = geometry(plan(sample(), structs.replace(of, widths="script")))
    assert by_script.height == equal.height
    assert by_script.height % GRID == 0
    before = None
    for lang in langs:
        place = by_script.places[lang]
        assert before is None or place.x == pytest.approx(before + GUTTER)
        before = place.x + place.width
    assert before == pytest.approx(equal.width)


def test_the_longest_text_has_the_widest_column() -> None:
    short = structs.replace(LONG, ja=LONG["ja"][: len(LONG["ja"]) * 9 // 10])
    one, other = widths_of(made(("en", "ja"), "script"), LONG)
    narrow = widths_of(made(("en", "ja"), "script"), short)[1]
    assert narrow < other
    assert one + other == pytest.approx(sum(widths_of(made(("en", "ja"), "equal"), LONG)))


def test_no_column_is_starved_and_a_missing_text_counts_in_none() -> None:
    bare = structs.replace(LONG, ja="短い。")
    equal, _ = widths_of(made(("en", "ja"), "equal"), LONG)
    assert min(widths_of(made(("en", "ja"), "script"), bare)) >= (LEAST - 0.02) * equal
    missing = structs.replace(LONG, ja="")
    assert widths_of(made(("en", "ja"), "script"), LONG, missing) == widths_of(
        made(("en", "ja"), "script"), LONG
    )


@pytest.mark.parametrize("layout", ["stacked", "facing"])
def test_languages_that_are_not_side_by_side_have_their_room_as_ever(layout: str) -> None:
    of = pack(languages=("en", "ja"), layout=layout)
    assert geometry(plan(small(), of)) == geometry(plan(small(), pack(of, widths="script")))


@pytest.mark.parametrize("langs", [("hi", "en"), ("hi", "en", "ja")])
def test_columns_of_the_sample_end_level_by_script(langs: tuple[Lang, ...]) -> None:
    """As many lines as the longest language has, each other leaves empty or fills."""
    assert empty(langs, "script") < 0.8 * empty(langs, "equal")


def empty(langs: tuple[Lang, ...], widths: Widths) -> int:
    """Return how many lines the columns of the sample's texts leave empty."""
    of = sample().by_id["hosts"]
    assert isinstance(of, Pack)
    of = structs.replace(of, languages=langs, widths=widths)
    document = plan(admit(sample(), of.audience), of)
    places, ruler = geometry(document).places, FontRuler()
    texts = [
        [para for para in block.paras if para.lang]
        for block in document.blocks
        if isinstance(block, Flow) and not block.wide and not block.bullet
    ]
    lines = [
        [ruler.lines(para, places[para.lang].width) for para in paras if para.lang]
        for paras in texts
        if len(paras) == len(langs)
    ]
    assert len(lines) > 10
    return sum(max(each) - one for each in lines for one in each)


def test_it_is_a_field_like_others() -> None:
    of = pack(widths="script")
    visit = small(of, without=(of.id,))
    assert decode(encode(visit), "v.json") == visit
    assert b"widths" not in encode(small())
