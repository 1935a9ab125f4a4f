import pytest

from lohum_brief.checks.characters import findings
from lohum_brief.language.interface import say
from lohum_brief.visit.records import (
    AnyRecord,
    Forbidden,
    NamePart,
    Paragraph,
    Particulars,
    Person,
    Source,
    Term,
)
from lohum_brief.visit.text import Text

NOWHERE = "\U0001f9ff"  # an emoji; no face of ours has it


def paragraph(text: Text) -> Paragraph:
    return Paragraph(id="p", audience="guest", section="s", text=text)


def places(*records: AnyRecord) -> list[tuple[str, str]]:
    return [(finding.record, finding.field) for finding in findings(records)]


def test_what_our_fonts_have_is_no_finding() -> None:
    assert (
        places(
            paragraph(
                Text(hi="विद्युत १२ — “क”", en="naïve café ₹ ½ …", ja="辻󠄀さんと𠮷田さん、髙﨑①㈱")
            )
        )
        == []
    )


def test_a_character_without_a_font_is_an_error_that_says_which_and_where() -> None:
    [found] = findings([paragraph(Text(en="a", ja=f"漢字{NOWHERE}、{NOWHERE}"))])
    assert (found.severity, found.rule, found.record, found.field) == (
        "error",
        "characters",
        "p",
        "text.ja",
    )
    assert NOWHERE in say(found.message)
    assert "U+1F9FF NAZAR AMULET" in say(found.message)


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("김", "U+AE40"),
        ("김김", "U+AE40"),
        ("김철", "No font has these characters: 김 철. Write it in another script."),
    ],
)
def test_one_letter_is_named_and_several_are_told_together(letters: str, said: str) -> None:
    [found] = findings([paragraph(Text(en=f"Mr {letters}"))])
    assert said in say(found.message)


def test_each_character_and_each_field_is_a_finding_of_its_own() -> None:
    text = Text(hi=f"{NOWHERE}\U0001f600", ja=NOWHERE)
    assert places(paragraph(text)) == [("p", "text.hi"), ("p", "text.hi"), ("p", "text.ja")]


def test_letters_of_a_script_without_a_font_are_one_finding_for_each_field() -> None:
    person = Person(
        id="a",
        audience="guest",
        family=NamePart(en="Kim"),
        post=Text(en="ผู้อำนวยการฝ่าย"),
        needs=Text(en="مدير عام"),
    )
    found = [*findings([person])]
    assert [one.field for one in found] == ["post.en", "needs.en"]
    assert "ผ" in say(found[0].message)
    assert "ย" in say(found[0].message)
    assert "م" in say(found[1].message)


def test_names_readings_and_plain_lines_are_looked_at() -> None:
    person = Person(id="a", audience="guest", family=NamePart(ja=NOWHERE, reading=NOWHERE))
    assert places(person) == [("a", "family.ja")]  # one for each person
    assert places(Source(id="b", audience="guest", title=NOWHERE, lang="ja")) == [("b", "title")]


def test_languages_that_are_not_printed_do_not_count() -> None:
    found = findings([paragraph(Text(hi=NOWHERE, en="a"))], ("en", "ja"))
    assert list(found) == []


def test_forbidden_variants_are_never_printed() -> None:
    term = Term(id="t", audience="public", name=Text(en="a"), forbidden=Forbidden(en=(NOWHERE,)))
    assert places(term) == []


def test_words_that_spelling_hints_leave_alone_are_never_printed() -> None:
    assert (
        places(Particulars(id="v", audience="public", title=Text(en="a"), words=(NOWHERE,))) == []
    )


def test_a_name_in_a_script_without_a_font_is_one_warning_for_the_person() -> None:
    korean = Person(
        id="a",
        audience="guest",
        family=NamePart(en="Kim", ja="김", reading="きむ"),
        given=NamePart(en="Minsu", ja="민수"),
        post=Text(en=NOWHERE),
    )
    name, post = sorted(findings([korean]), key=lambda finding: finding.field)
    assert (name.severity, name.field, name.about) == ("warning", "family.ja", "김민수")
    assert "김 민수" in say(name.message)
    assert (post.severity, post.field) == ("error", "post.en")


@pytest.mark.parametrize(
    ("family", "given"), [("김", "민준"), ("முருகன்", "செல்வம்"), ("الهاشمي", "محمد")]
)
def test_a_name_of_which_nothing_can_be_printed_is_one_error_that_says_it(
    family: str, given: str
) -> None:
    one = Person(
        id="a", audience="guest", family=NamePart(en=family), given=NamePart(en=given), native="en"
    )
    (found,) = findings([one])
    assert (found.severity, found.record, found.field) == ("error", "a", "family.en")
    assert f"{given} {family}" in say(found.message)


def test_cyrillic_in_a_name_is_no_finding() -> None:
    one = Person(
        id="a",
        audience="guest",
        family=NamePart(en="Иванов"),
        given=NamePart(en="Пётр"),
        native="en",
    )
    assert [*findings([one])] == []
