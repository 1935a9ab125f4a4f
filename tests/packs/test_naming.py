"""Names in packs: the best known form stands large, whatever is missing or has no font."""

from typing import Any, Literal

import pytest
from msgspec import structs

from lohum_brief.document.blocks import Table
from lohum_brief.document.paragraphs import Para
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.phrases import missing, no_form
from lohum_brief.packs.admit import admit
from lohum_brief.typeset.paragraph import set_lines
from lohum_brief.visit.records import NamePart, Pack, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, section, small
from tests.packs.extraction import bare, poppler
from tests.packs.planning import plan
from tests.packs.rendering import render
from tests.typeset.operators import encoder

FULL = Person(
    id="per1",
    audience="guest",
    honorific="mr",
    family=NamePart(hi="मिहोन", en="Mihon", ja="見本", reading="みほん"),
    given=NamePart(hi="तारो", en="Tarō", ja="太郎", reading="たろう"),
)


def person(native: Lang = "ja", **forms: tuple[str, str]) -> Person:
    """A person whose name has these forms only: family name, given name."""
    family = NamePart(**{lang: form for lang, (form, _) in forms.items()})
    given = NamePart(**{lang: form for lang, (_, form) in forms.items()})
    return Person(
        id="per1", audience="guest", honorific="mr", native=native, family=family, given=given
    )


def name_cell(one: Person, **changes: Any) -> list[Para]:
    """The paragraphs of the person's name in a list of people."""
    visit, of = visit_with(one), of_people(**changes)
    tables = [
        block for block in plan(admit(visit, of.audience), of).blocks if isinstance(block, Table)
    ]
    ((table, row),) = (
        (table, row) for table in tables for row in table.rows if row.record == "per1"
    )
    first = table.row_header
    assert first is not None
    # Its forms may have two columns, under one head.
    beside = 1 if table.head[first + 1 : first + 2] == ((),) else 0
    return [para for cell in row.cells[first : first + 1 + beside] for para in cell]


def visit_with(one: Person) -> Visit:
    return Visit(
        [
            one if record.id == "per1" else record
            for record in small(section("people", new_page=True), without=("sec:people",))
        ]
    )


def of_people(**changes: Any) -> Pack:
    return pack(sections=("sec:people",), **changes)


def text(para: Para) -> str:
    return para.text.replace("\u00a0", " ")


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_form_of_ones_own_gives_way_to_the_best_known_one(lang: Lang) -> None:
    one = person(native="ja", en=("Mihon", "Tarō"))
    large, *beneath = name_cell(one, languages=(lang,))
    said = {"hi": "श्री MIHON Tarō", "en": "Mr MIHON Tarō", "ja": "MIHON Tarō 様"}[lang]
    assert text(large).startswith(said)
    assert {span.style.family for span in large.spans} == {"sans-bold"}
    lines = [text(para) for para in (large, *beneath)]
    # A missing form of a language that the pack does not print is not missed.
    marks = [
        mark for of in LANGS for mark in [no_form(of, lang)] if any(mark in line for line in lines)
    ]
    assert marks == ([] if lang == "en" else [no_form(lang, lang)])
    assert not any(missing(lang) in line for line in lines)
    assert sum("MIHON" in line for line in lines) == 1


@pytest.mark.parametrize("side", ["guest", "host"])
@pytest.mark.parametrize(
    ("lang", "native", "forms", "guest", "host"),
    [
        (
            "hi",
            "en",
            {"en": ("Müller", "Jürgen")},
            "महामहिम श्री Jürgen MÜLLER",
            "महामहिम श्री Jürgen MÜLLER",
        ),
        ("ja", "en", {"en": ("Müller", "Jürgen")}, "Jürgen MÜLLER 閣下", "Jürgen MÜLLER"),
        ("en", "hi", {"hi": ("वर्मा", "सीता")}, "H.E. Mr सीता वर्मा", "H.E. Mr सीता वर्मा"),
        ("en", "ja", {"ja": ("田中", "花子")}, "H.E. Mr 田中 花子", "H.E. Mr 田中 花子"),
        ("hi", "ja", {"ja": ("田中", "花子")}, "महामहिम श्री 田中 花子", "महामहिम श्री 田中 花子"),
        # Where another form is polite, one's own needs not be.
        (
            "en",
            "ja",
            {"ja": ("田中", "花子"), "en": ("Tanaka", "Hanako")},
            "田中 花子",
            "田中 花子",
        ),
    ],
)
def test_the_form_that_stands_for_all_others_has_the_honorific_of_the_pack(
    lang: Lang,
    native: Lang,
    forms: dict[str, tuple[str, str]],
    guest: str,
    host: str,
    side: Literal["guest", "host"],
) -> None:
    one = structs.replace(
        person(native=native, **forms), side=side, dignity="excellency", honorific="mr"
    )
    cells = name_cell(one, languages=(lang,))
    whole, mark = {"guest": guest, "host": host}[side], no_form(lang, lang)
    assert text(cells[0]).removesuffix(mark).rstrip() == whole
    assert sum(mark in text(para) for para in cells) == (
        0 if lang in forms or len(forms) > 1 else 1
    )


def test_a_name_of_which_no_form_is_whole_prints_its_parts() -> None:
    one = Person(
        id="per1",
        audience="guest",
        family=NamePart(ja="山田"),
        given=NamePart(en="Taro"),
        native="ja",
    )
    assert text(name_cell(one, languages=("en",))[0]) == "山田 Taro"


def test_a_name_in_several_pack_languages_is_marked_once_for_each_that_is_missing() -> None:
    lines = [
        text(para)
        for para in name_cell(
            person(native="ja", en=("Kim", "Min-jun")), languages=("ja", "en", "hi")
        )
    ]
    whole = " ".join(lines)
    assert [whole.count(no_form(lang, lang)) for lang in LANGS] == [1, 0, 1]


def test_a_person_without_a_name_has_one_mark() -> None:
    (only,) = name_cell(person(native="en"), languages=("hi", "en"))
    assert text(only) == missing("en")


def test_a_missing_form_of_another_language_is_a_small_mark() -> None:
    large, *beneath = name_cell(
        person(hi=("मिहोन", "तारो"), ja=("見本", "太郎")), languages=("hi", "en", "ja")
    )
    assert text(large) == "見本 太郎 様"
    assert no_form("en", "en") in "".join(text(para) for para in beneath)
    assert missing("en") not in "".join(text(para) for para in beneath)


def test_an_honorific_is_as_large_as_the_name() -> None:
    (large, *_) = name_cell(FULL, languages=("ja",))
    assert text(large).endswith("様")
    assert {span.style.size for span in large.spans} == {large.spans[0].style.size}


@pytest.mark.parametrize("script", ["김민수", "தமிழ்", "محمد"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_name_in_a_script_without_a_font_prints_in_latin_and_keeps_no_pack_back(
    lang: Lang, script: str
) -> None:
    one = person(native="ja", ja=(script, script), hi=(script, script), en=("Kim", "Minsu"))
    found = "".join(poppler(render(visit_with(one), of_people(languages=(lang,))).pdf))
    assert bare("KIM Minsu") in bare(found)
    assert script not in found


@pytest.mark.parametrize("script", ["김", "முருகன்", "محمد"])
def test_a_name_without_any_form_that_can_be_printed_is_refused_by_its_place(script: str) -> None:
    with pytest.raises(BriefError, match=script) as caught:
        name_cell(person(native="en", en=("Kim", script)), languages=("en",))
    assert caught.value.places[0] == ("per1", "given.en")


def test_cyrillic_prints_as_it_stands() -> None:
    assert (
        text(name_cell(person(native="en", en=("Иванов", "Пётр")), languages=("en",))[0])
        == "Mr Пётр ИВАНОВ"
    )


def test_a_half_that_cannot_be_printed_takes_the_other_along() -> None:
    one = person(native="en", en=("Kim", "민준"), hi=("किम", "मिन-जुन"))
    assert [text(para) for para in name_cell(one, languages=("en",))] == [
        "Mr मिन-जुन किम",
        "[no English form]",
    ]


def test_a_line_parts_a_name_only_before_its_family_name() -> None:
    one = person(native="en", en=("van der Berg-Oosterhuis", "Wilhelmina Johanna"))
    (name, *_) = name_cell(one, languages=("en",))
    parted = [
        lines
        for measure in range(150, 300, 5)
        if len(lines := set_lines(name.spans, measure, encoder())) > 1
    ]
    assert parted
    for lines in parted:
        said = ["".join(part.text for part in line.segments) for line in lines]
        assert [line.replace("\u00a0", " ").strip() for line in said] == [
            "Mr Wilhelmina Johanna",
            "VAN DER BERG-OOSTERHUIS",
        ]


EXCELLENCY = structs.replace(
    person("en", en=("Suharto", ""), hi=("सुहार्तो", "")), dignity="excellency"
)


@pytest.mark.parametrize(
    "one",
    [
        FULL,
        person("en", en=("Singh", "R.K.")),
        person("en", en=("Sample", "John"), ja=("サンプル", "ジョン")),
        person("ja", en=("Kim", "Min-jun")),
        EXCELLENCY,
        structs.replace(FULL, side="host"),
    ],
    ids=["full", "Latin only", "both", "no kanji", "excellency", "host"],
)
@pytest.mark.parametrize("languages", [("ja", "en"), ("en", "hi"), ("hi", "ja")])
def test_each_page_of_a_spread_names_people_as_a_pack_in_its_language(
    one: Person, languages: tuple[Lang, ...]
) -> None:
    facing = name_cell(one, languages=languages, layout="facing")
    for lang in languages:
        alone = name_cell(one, languages=(lang,))
        assert [text(para) for para in facing if para.lang in (lang, "")] == [
            text(para) for para in alone
        ]


def test_a_page_of_two_languages_names_people_in_both() -> None:
    one = person("en", en=("Sample", "John"), ja=("サンプル", "ジョン"), hi=("सैंपल", "जॉन"))
    facing = name_cell(one, languages=("ja", "hi", "en"), layout="facing")
    first = [text(para) for para in facing if para.lang == "ja"]
    other = [text(para) for para in facing if para.lang in ("hi", "en")]
    assert first == [text(para) for para in name_cell(one, languages=("ja",))]
    assert "Mr John SAMPLE" in other
    assert "श्री जॉन सैंपल" in " ".join(other)
    assert not any("様" in line for line in other)


@pytest.mark.parametrize("langs", [("ja",), ("ja", "en"), ("hi", "en", "ja")])
def test_no_honorific_stands_alone_on_a_line(langs: tuple[Lang, ...]) -> None:
    [person] = small().of(Person)[:1]
    people = [
        structs.replace(
            person,
            id=f"long-{length}-{native}",
            native=native,
            honorific="mr",
            family=NamePart(
                hi="कुल" + "न" * length, en="Fam" + "x" * length, ja="ス" + "ミ" * length
            ),
            given=NamePart(
                hi="नाम", en="Given Middle", ja="マリア デル・ジョン" + "ナ" * (length % 5)
            ),
        )
        for length in range(1, 16)
        for native in LANGS
    ]
    wanted = pack(audience="host", languages=langs, sections=("sec:people", "sec:needs"))
    made = render(small(section("needs"), *people), wanted)
    lines = [line.strip() for page in poppler(made.pdf) for line in page.splitlines()]
    assert any("様" in line for line in lines)
    assert not [line for line in lines if line in ("様", "閣下")]


@pytest.mark.parametrize(
    ("native", "speaking"), [("ja", "en"), ("ja", "hi"), ("en", "ja"), ("hi", "ja")]
)
def test_an_honorific_of_another_script_is_as_large_and_bold_as_the_name(
    native: Lang, speaking: Lang
) -> None:
    names = {"ja": ("見本", "太郎"), "en": ("Mihon", "Tarō"), "hi": ("मिहोन", "तारो")}
    large, *_ = name_cell(person(native=native, **{native: names[native]}), languages=(speaking,))
    honorific = {"hi": "श्री", "en": "Mr", "ja": "様"}[speaking]
    assert honorific in large.text
    assert {(span.style.family, span.style.size) for span in large.spans} == {("sans-bold", 8.8)}
    assert {span.lang for span in large.spans} == {native, speaking}


@pytest.mark.parametrize(
    ("langs", "post"),
    [
        (("ja", "en"), ["顧問（退役中将）", "Adviser"]),
        (("hi", "en"), ["सलाहकार", "Adviser"]),
    ],
)
def test_a_rank_prints_with_the_post_where_it_does_not_before_the_name(
    langs: tuple[Lang, ...], post: list[str]
) -> None:
    one = structs.replace(
        FULL,
        native="en",
        forces="lieutenant_general",
        retired=True,
        post=Text(en="Adviser", hi="सलाहकार", ja="顧問"),
    )
    of = of_people(languages=langs)
    tables = [
        block
        for block in plan(admit(visit_with(one), of.audience), of).blocks
        if isinstance(block, Table)
    ]
    ((table, row),) = (
        (table, row) for table in tables for row in table.rows if row.record == "per1"
    )
    posts = [any(para.text == "Post" for para in cell) for cell in table.head].index(True)
    said = ["".join(span.text for span in para.spans) for para in row.cells[posts]]
    assert said == post
    name = "".join(span.text for para in row.cells[1] + row.cells[2] for span in para.spans)
    assert "Lt Gen." in name.replace("\u00a0", " ")
    assert "(Retd.)" in name
