"""Packs of a small visit, whatever its texts are and however it is printed."""

import gc
from typing import Any

import msgspec
import pytest

from lohum_brief.document.blocks import Block
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.phrases import missing
from lohum_brief.typeset.tagging import Element
from lohum_brief.typeset.tokens import Token
from lohum_brief.visit.records import Layout, Pack, Paragraph, Particulars
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import LONGEST, Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, ORDERS, pack, small, text
from tests.packs.extraction import bare, mupdf, poppler
from tests.packs.rendering import render


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("languages", ORDERS, ids="-".join)
def test_every_choice_of_languages_in_every_layout(
    languages: tuple[Lang, ...], layout: Layout
) -> None:
    visit = small()
    for ident in ("hosts", "card"):
        record = visit.get(Pack, ident)
        assert record is not None
        done = render(visit, pack(record, languages=languages, layout=layout))
        pages = mupdf(done.pdf)
        assert len(pages) == done.pages
        said = bare("".join(pages))
        words_of = {"hi": "arrivalहिन्दी", "en": "arrivalEnglish", "ja": "arrival日本語"}
        for lang in LANGS:
            assert (words_of[lang] in said) == (lang in languages)
        places = [said.index(words_of[lang]) for lang in languages]
        assert places == sorted(places)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_equal_input_equal_bytes_also_after_another_pack(layout: Layout) -> None:
    first = render(small(), pack(layout=layout), created=1752105600).pdf
    render(small(), pack(audience="host", languages=("ja", "en", "hi")))
    render(small(), pack(languages=("en",), furigana="none", devanagari_digits=True))
    assert render(small(), pack(layout=layout), created=1752105600).pdf == first


def test_an_export_leaves_nothing_in_memory_and_the_collector_as_it_was() -> None:
    render(small(), pack())
    gc.collect()
    # Documents that other tests keep are not of this export.
    held = {id(one): one for one in gc.get_objects() if isinstance(one, Element | Token | Block)}
    for collecting in (True, False):
        (gc.enable if collecting else gc.disable)()
        try:
            rendered = render(small(), pack())
            found = [one for one in gc.get_objects() if isinstance(one, Element | Token | Block)]
            left = [one for one in found if id(one) not in held]
            assert gc.isenabled() == collecting
        finally:
            gc.enable()
        assert rendered.pages
        assert not left


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_language_prints_a_mark(lang: Lang) -> None:
    full = Text(hi="अनुच्छेद", en="Paragraph", ja="段落")
    holed = Paragraph(
        id="p1",
        audience="public",
        section="sec:prose",
        text=msgspec.structs.replace(full, **{lang: ""}),
    )
    mark = bare(missing(lang))
    said = bare("".join(mupdf(render(small(changed={"p1": holed}), pack(languages=LANGS)).pdf)))
    assert mark in said
    assert bare("".join(mupdf(render(small(), pack(languages=LANGS)).pdf))).count(
        mark
    ) < said.count(mark)


def page_texts(visit: Visit, **changes: Any) -> list[str]:
    return mupdf(render(visit, pack(**changes)).pdf)


HOSTILE = [
    "R&D at A & B",
    "<b>bold</b> <i> </para> <img src='x.png'>",
    "$x$ and $\\foo{$ _a_",
    "100% %s %(name)s {name} {0} {{",
    "]]> <![CDATA[ &#x110000; &amp; <!-- x -->",
    "(parens) \\ back\\slash )(",
    "Asha Rao <asha.rao@example.in>",
    "Donaudampfschifffahrtsgesellschaftskapitän" * 9,
    "विद्युत्प्रौद्योगिकी" * 20,
    "関西国際空港" * 40,
    "--- – — … “quotes” ‘ ’ « »",
    "一\u3000二\u00a0三",
    "/Span<</MCID 0>>BDC EMC ET Q endstream endobj",
    "tab\there",
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("layout", LAYOUTS)
def test_hostile_text_prints_literally_everywhere(hostile: str, layout: Layout) -> None:
    same = Text(hi=hostile, en=hostile, ja=hostile)
    changed = []
    for record in small():
        fields = {
            name: same
            for name in fields_of(type(record))
            if isinstance(getattr(record, name), Text) and getattr(record, name)
        }
        changed.append(msgspec.structs.replace(record, **fields))
    pdf = render(Visit(changed), pack(languages=("ja", "en"), layout=layout)).pdf
    expected = bare(hostile)
    assert bare("".join(mupdf(pdf))).count(expected) >= 10
    assert expected in bare("".join(poppler(pdf)))


def test_a_new_line_begins_a_new_line() -> None:
    record = Paragraph(
        id="p1", audience="public", section="sec:prose", text=Text(en="first line\nsecond line")
    )
    lines = "\n".join(page_texts(small(changed={"p1": record}), languages=("en",))).splitlines()
    assert "first line" in [line.strip() for line in lines]
    assert "second line" in [line.strip() for line in lines]


def test_texts_that_are_empty_everywhere_print_nothing() -> None:
    empty = Paragraph(id="p1", audience="public", section="sec:prose", text=Text())
    assert not any(
        "missing" in page for page in page_texts(small(changed={"p1": empty}), languages=("en",))
    )
    bones = Visit([Particulars(id="v", audience="public", title=Text()), pack(sections=())])
    assert render(bones, pack(sections=(), title=Text())).pages > 0


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_longest_text_that_a_field_may_have(layout: Layout) -> None:
    sentence = {
        "hi": "यह एक लंबा अनुच्छेद है। ",
        "en": "This is a long paragraph. ",
        "ja": "長い段落です。",
    }
    long = msgspec.convert({lang: (sentence[lang] * LONGEST)[:LONGEST] for lang in LANGS}, Text)
    record = Paragraph(id="p1", audience="public", section="sec:prose", text=long)
    done = render(small(changed={"p1": record}), pack(languages=("hi", "en", "ja"), layout=layout))
    said = bare("".join(mupdf(done.pdf)))
    for lang in LANGS:
        words_ = bare(sentence[lang])
        assert (
            said.count(words_) >= LONGEST // len(sentence[lang]) * 0.95
        )  # some are parted by a page's end


def test_a_single_word_as_long_as_a_field_may_be() -> None:
    record = Paragraph(id="p1", audience="public", section="sec:prose", text=Text(en="w" * LONGEST))
    pages = page_texts(small(changed={"p1": record}), languages=("en",))
    assert sum(page.count("w") for page in pages) >= LONGEST


@pytest.mark.parametrize(("characters", "lang"), [("🔒", "en"), ("؟", "hi"), ("ก🙂", "ja")])
def test_a_character_that_no_font_has_is_named(characters: str, lang: Lang) -> None:
    body = msgspec.structs.replace(text("seen"), **{lang: f"before {characters} after"})
    record = Paragraph(id="p1", audience="public", section="sec:prose", text=body)
    with pytest.raises(BriefError) as caught:
        render(small(changed={"p1": record}), pack(languages=LANGS))
    for character in characters:
        assert character in str(caught.value)
        assert f"U+{ord(character):04X}" in str(caught.value)


INVISIBLE = [
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\u00ad",
    "\ufe0f",
    "\u2028",
    "\ufeff",
    "\u2011",
    "\u202f",
    "\u2009",
]


@pytest.mark.parametrize("character", INVISIBLE, ids=lambda character: f"U+{ord(character):04X}")
def test_characters_without_ink_either_print_or_are_named(character: str) -> None:
    """They come in by paste. A pack is made without an empty box, or the error says what to remove."""
    records = []
    for number, content in enumerate(
        (f"a{character}b", character, f"{character}क", f"漢{character}字")
    ):
        each = Text(hi=content, en=content, ja=content)
        records.append(
            Paragraph(id=f"odd{number}", audience="public", section="sec:prose", text=each)
        )
    try:
        said = "".join(page_texts(small(*records), languages=LANGS, sections=("sec:prose",)))
    except BriefError as error:
        assert f"U+{ord(character):04X}" in str(error)  # noqa: PT017 either outcome is right
    else:
        assert "\ufffd" not in said


def test_progress_only_grows_and_ends_at_one() -> None:
    seen: list[float] = []
    render(small(), pack(), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) > 2


def test_no_id_of_a_pack_is_printed_where_its_title_is_missing() -> None:
    said = "".join(page_texts(small(), id="pack:ced4e0bd", languages=LANGS, title=Text(en="Talks")))
    assert "ced4e0bd" not in said
    assert "Talks" in said
