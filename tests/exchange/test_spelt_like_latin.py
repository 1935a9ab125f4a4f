"""Hindi in an old font whose letters look like words in Latin ones: a column tells it, and it is
asked.
"""

import gzip
from pathlib import Path

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.layouts import likely_kind
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted, read_table
from lohum_brief.exchange.spelt_like_latin import are_in_question, headings, is_in_question
from lohum_brief.language.interface import say
from lohum_brief.paths import resource
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Organisation, Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, typed

OFFICES = Path(__file__).parent / "offices"


def fonts(found: Preview) -> dict[str, tuple[bool, str]]:
    """The questions about fonts: whether an answer is waited for, and what is proposed."""
    return {one.name: (one.open, one.proposed) for one in found.questions if one.sort == "font"}


@pytest.mark.parametrize(
    "rows",
    [
        ("Name|Post", "Asha Rao|lfpo", "Ben Roy|lfpo", "Dev Sen|lfpo"),
        ("नाम|पद", "आशा राव|lfpo", "बेन रॉय|lfpo"),
        ("氏名|役職", "山田 太郎|lfpo", "佐藤 花子|lfpo"),
        ("Name|Post", "Asha Rao|lfpo", "Ben Roy|Director"),
    ],
)
def test_posts_in_an_old_font_are_asked_about_beside_names_in_any_script(
    visit: Visit, rows: tuple[str, ...]
) -> None:
    found = typed(visit, Person, *rows)
    assert fonts(found) == {"font-B": (True, "convert")}
    assert not any("nothing below" in say(note) for note in found.notes)
    turned = typed(visit, Person, *rows, answers={"font-B": "convert"})
    people = [one for one in turned.added if isinstance(one, Person)]
    assert {one.post["hi"] for one in people} - {""} == {"सचिव"}
    assert len(people) == len(rows) - 1
    kept = typed(visit, Person, *rows, answers={"font-B": "keep"})
    assert "lfpo" in {one.post["en"] for one in kept.added if isinstance(one, Person)}


def test_a_whole_list_in_an_old_font_is_asked_about_a_column_at_a_time(visit: Visit) -> None:
    rows = "Name|Post", "jke yky|lfpo", "lquhrk nsoh|ea=h", "jke flag|Director"
    found = typed(visit, Person, *rows)
    assert fonts(found) == {"font-A": (True, "convert"), "font-B": (True, "convert")}
    turned = typed(visit, Person, *rows, answers={"font-A": "convert", "font-B": "convert"})
    people = [one for one in turned.added if isinstance(one, Person)]
    assert [(one.given["hi"], one.family["hi"]) for one in people] == [
        ("राम", "लाल"),
        ("सुनीता", "देवी"),
        ("राम", "सिंह"),
    ]
    assert [one.post["hi"] or one.post["en"] for one in people] == ["सचिव", "मंत्री", "Director"]


def test_names_that_no_list_of_words_has_are_judged_by_how_they_begin(visit: Visit) -> None:
    found = typed(visit, Person, "Name", "iznhi jkor", "lqjhy lksyadh", "jru nkl")
    assert fonts(found).keys() == {"font-A"}


def test_headings_in_an_old_font_are_read(visit: Visit) -> None:
    rows = "uke|in|laLFkk", "jke yky|lfpo|fo|qr ea=ky;".replace("fo|", "fo!")
    found = typed(visit, Person, *rows)
    assert [field for _, _, field in found.columns] == ["name", "post", "organisation"]
    assert any("नाम, पद, संस्था" in say(note) for note in found.notes)
    beside = typed(visit, Person, "Name|inuke|Remarks", "Asha Rao|Director|x")
    assert [field for _, _, field in beside.columns][:2] == ["name", "post"]


@pytest.mark.parametrize("row", [["in", "out"], ["Time", "in"], ["Name", "Post", "in"], ["", "no"]])
def test_what_is_english_is_no_heading_in_an_old_font(row: list[str]) -> None:
    assert not headings(row)


def test_no_words_of_english_are_taken_for_an_old_font() -> None:
    with gzip.open(resource("words/en.txt.gz"), "rt", encoding="ascii") as lines:
        words = [word for line in lines if (word := line.strip())]
    assert not [word for word in words if is_in_question(word)]
    assert not [at for at in range(0, len(words), 8) if are_in_question(words[at : at + 8])]


def test_no_name_is_taken_for_an_old_font_however_it_is_written() -> None:
    visit = sample_visit()
    people, bodies = visit.of(Person), visit.of(Organisation)
    names = [
        *(f"{one.given['en']} {one.family['en']}" for one in people),
        *(one.post["en"] for one in people),
        *(one.name["en"] for one in bodies),
        *(one.abbreviation for one in bodies),
    ]
    for texts in (names, [name.lower() for name in names], [name.upper() for name in names]):
        assert not list(filter(is_in_question, texts))
        assert not are_in_question(texts)
        assert not [at for at in range(len(texts) - 4) if are_in_question(texts[at : at + 4])]


@pytest.mark.parametrize(
    "texts",
    [
        ["tsuji kenji", "kyoko ryu", "hyuga shun", "chiyo nakamura"],
        ["nguyen thi", "mbeki", "ngozi", "xi zhang", "hsieh"],
        ["krishna bhatt", "dnyanesh jha", "shruti gnanam", "sri srinivasan", "dhruv vyas"],
        ["mgr", "mfg", "pkg", "hrs", "kwh", "dgm ops", "jt secy", "pvt ltd", "vp mktg"],
        ["ias", "ips", "irs", "meti", "jogmec", "niti"],
        ["szczepan", "krzysztof", "schmidt", "pfeiffer", "hrvoje", "mcdonald"],
    ],
)
def test_names_and_abbreviations_in_small_letters_are_no_old_font(texts: list[str]) -> None:
    assert not list(filter(is_in_question, texts))
    assert not are_in_question(texts)


@pytest.mark.parametrize("path", sorted(OFFICES.glob("*.csv")), ids=lambda path: path.stem)
def test_no_list_of_an_office_is_taken_for_an_old_font(path: Path, visit: Visit) -> None:
    sheets = read_table(path)
    kind = likely_kind(sheets, Person)
    assert not fonts(preview(visit, kind, sheets, Options(name=path.name)))
    small = path.read_text("utf-8-sig").lower()
    assert not fonts(preview(visit, kind, read_pasted(small.encode())))


@pytest.mark.parametrize(
    "posts",
    [
        ["ScG", "ScF", "ScE", "ScD", "ScC"],
        ["GroupA–D", "UnitA", "UnitB"],
        ["BatX", "LiCycle", "AceGreen", "MiniMines"],
        ["OrgA", "OrgB", "OrgC", "OrgJ", "OrgS", "OrgZ"],
        ["MoU", "GoI", "GmbH", "JtSecy", "DyGM"],
    ],
)
def test_words_written_as_one_and_grades_are_no_old_font(visit: Visit, posts: list[str]) -> None:
    rows = [f"Rao {number}|{post}" for number, post in enumerate(posts)]
    found = typed(visit, Person, "Name|Designation", *rows)
    assert not [name for name in asked(found) if name.startswith(("font", "hindi"))]
    assert [one.post["en"] for one in added(found, Person)] == posts


MIXED = "Name|Designation", "Rao 1|funs'kd", "Rao 2|can", "Rao 3|inuke", "Rao 4|eq[; lfpo"


def test_who_keeps_some_cells_as_they_stand_is_asked_about_the_others(visit: Visit) -> None:
    unsaid = asked(typed(visit, Person, *MIXED))
    assert unsaid == {"font-B": "", "hindi-B": "convert"}
    kept = asked(typed(visit, Person, *MIXED, answers={"font-B": "keep"}))
    assert kept == {"font-B": "keep", "hindi-B": ""}
    both = {"font-B": "keep", "hindi-B": "keep"}
    assert asked(typed(visit, Person, *MIXED, answers=both)) == both
