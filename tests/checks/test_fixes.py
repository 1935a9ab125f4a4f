"""What the fixes of findings make of a visit."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.run import check
from lohum_brief.visit.edit import apply, inverse
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Forbidden,
    Item,
    NamePart,
    Note,
    Organisation,
    Pack,
    Paragraph,
    Particulars,
    Person,
    Section,
    Statement,
    Term,
)
from lohum_brief.visit.text import States, Text
from lohum_brief.visit.visit import Visit

NAME = Text(hi="क", en="a", ja="あ")
START = dt.datetime(2025, 7, 8, 9)  # noqa: DTZ001 - local time at the place
SECTION = Section(id="s", audience="public", title=NAME)


def note(hi: str = "क", en: str = "a", ja: str = "あ", **more: Any) -> Note:
    return Note(id="n", audience="guest", sort="ask", text=Text(hi=hi, en=en, ja=ja, **more))


def visit_of(*records: AnyRecord) -> Visit:
    if not any(isinstance(record, Particulars) for record in records):
        records = (Particulars(id="v", audience="public", title=NAME), *records)
    return Visit(records)


def mended(visit: Visit, rule: str) -> Visit:
    """Mend all that the rule finds, be sure that it is mended, and that one undo takes it back."""
    found = [finding for finding in check(visit) if finding.rule == rule]
    assert found
    edit = fixed(visit, found)
    after = apply(visit, edit)
    assert [finding for finding in check(after) if finding.rule == rule] == []
    assert apply(after, inverse(edit)) == visit
    return after


def text(visit: Visit, lang: str) -> str:
    record = visit.get(Note, "n")
    assert record is not None
    return str(getattr(record.text, lang))


def test_what_names_nothing_is_taken_out() -> None:
    pack = Pack(id="k", audience="guest", title=NAME, sections=("gone", "s", "other"))
    person = Person(
        id="p",
        audience="guest",
        family=NamePart(hi="क", en="A", ja="カ", reading="か"),
        native="en",
        group="gone",
    )
    after = mended(visit_of(SECTION, pack, person), "references")
    assert [record.sections for record in after.of(Pack)] == [("s",)]
    assert [record.group for record in after.of(Person)] == [None]


def test_what_cannot_be_without_a_name_has_no_fix() -> None:
    [finding] = check(visit_of(Paragraph(id="p", audience="guest", section="gone", text=NAME)))
    assert (finding.rule, finding.fix) == ("references", None)


@pytest.mark.parametrize(
    ("lang", "typed", "right"),
    [
        ("en", "a \u2a75 b\u2a74c", "a == b::=c"),
        ("ja", "記号\U0001f9ffを見る", "記号を見る"),
    ],
)
def test_characters_without_a_font_are_written_otherwise_or_removed(
    lang: str, typed: str, right: str
) -> None:
    assert text(mended(visit_of(note(**{lang: typed})), "characters"), lang) == right


@pytest.mark.parametrize(
    ("lang", "typed", "right"),
    [
        ("hi", "कुल २० टन और 5 टन", "कुल 20 टन और 5 टन"),
        ("ja", "ﾊﾞｯﾃﾘｰと２０トン、ＪＢＩＣ", "バッテリーと20トン、JBIC"),
    ],
)
def test_digits_and_letters_of_two_forms_become_one(lang: str, typed: str, right: str) -> None:
    visit = visit_of(note(**{lang: typed}))
    after = mended(visit, "widths")
    assert text(after, lang) == right


def test_translations_are_no_older_for_a_fix_in_the_original() -> None:
    after = mended(
        visit_of(note(en="２０ t", state=States(hi="approved", en="checked", ja="checked"))),
        "widths",
    )
    record = after.get(Note, "n")
    assert record is not None
    assert record.text == Text(
        hi="क", en="20 t", ja="あ", state=States(hi="approved", en="draft", ja="checked")
    )


def test_devanagari_digits_are_right_where_the_packs_print_them() -> None:
    pack = Pack(id="k", audience="guest", title=NAME, sections=("s",), devanagari_digits=True)
    assert "widths" not in {
        finding.rule for finding in check(visit_of(SECTION, pack, note(hi="२० टन")))
    }


TERM = Term(
    id="t", audience="public", name=Text(hi="लिथियम", en="black mass", ja="電池"),
    forbidden=Forbidden(hi=("लीथियम",), en=("blackmass",), ja=("電池材",)),
)  # fmt: skip


def test_the_glossary_s_word_takes_the_place_of_a_forbidden_one() -> None:
    after = mended(
        visit_of(TERM, note("लीथियम और लिथियम", "of blackmass.", "電池材と電池")), "terms"
    )
    assert [text(after, lang) for lang in ("hi", "en", "ja")] == [
        "लिथियम और लिथियम",
        "of black mass.",
        "電池と電池",
    ]


def test_a_forbidden_word_within_another_word_and_in_a_quotation_stays() -> None:
    said = Statement(
        id="said", audience="guest", text=Text(hi="लीथियम", en="blackmass", ja="電池材")
    )
    found = check(visit_of(TERM, said, note("लीथियमयुक्त", "blackmasses", "電池")))
    assert "terms" not in {finding.rule for finding in found}


def test_a_word_that_another_entry_has_for_its_own_is_not_forbidden() -> None:
    other = Term(id="other", audience="public", name=Text(en="blackmass"))
    found = check(visit_of(TERM, other, note(en="of blackmass")))
    assert "terms" not in {finding.rule for finding in found}


HOST = Organisation(
    id="o",
    audience="public",
    name=Text(hi="लोहुम क्लीनटेक", en="Lohum Cleantech", ja="ロフム・クリーンテック"),
)


def test_a_name_in_two_spellings_gets_that_of_the_list() -> None:
    typed = note("लोहम क्लिनटेक और लोहुम", "Lohoom and Lohum", "ロフム・クリーンテク")
    after = mended(visit_of(HOST, typed), "spellings")
    assert text(after, "hi") == "लोहुम क्लीनटेक और लोहुम"
    assert text(after, "en") == "Lohum and Lohum"
    assert text(after, "ja") == "ロフム・クリーンテック"


def test_words_that_are_only_alike_are_no_names() -> None:
    found = check(visit_of(HOST, note("लोहा, लोहार, क्लीन", "cleantech and Low", "クリーン")))
    assert "spellings" not in {finding.rule for finding in found}


def test_a_translation_that_is_old_is_marked_as_checked() -> None:
    after = mended(visit_of(note(state=States(ja="old"))), "states")
    record = after.get(Note, "n")
    assert record is not None
    assert record.text.state["ja"] == "checked"
    [found] = [one for one in check(visit_of(note(state=States(ja="old")))) if one.rule == "states"]
    assert "Japanese" in str(found.message)


def test_a_name_in_kanji_without_a_reading_is_found_and_one_in_kana_is_not() -> None:
    person = Person(
        id="p", audience="guest", family=NamePart(hi="मिहोन", en="Mihon", ja="見本"),
        given=NamePart(hi="तारो", en="Taro", ja="タロウ"),
    )  # fmt: skip
    found = [
        (finding.field, finding.fix)
        for finding in check(visit_of(person))
        if finding.rule == "readings"
    ]
    assert found == [("family.reading", None)]


def test_a_reading_in_half_width_kana_is_made_full_width() -> None:
    person = Person(
        id="p", audience="guest", family=NamePart(hi="मिहोन", en="Mihon", ja="見本", reading="ﾐﾎﾝ")
    )
    after = mended(visit_of(person), "readings")
    assert after.of(Person)[0].family.reading == "ミホン"


def test_days_in_the_wrong_order_are_exchanged() -> None:
    own = Particulars(
        id="v", audience="public", title=NAME, start=dt.date(2025, 7, 10), end=dt.date(2025, 7, 8)
    )
    after = mended(visit_of(own), "plausibility")
    assert (after.particulars.start, after.particulars.end) == (
        dt.date(2025, 7, 8),
        dt.date(2025, 7, 10),
    )


@pytest.mark.parametrize(("last", "end"), [(8, None), (10, dt.date(2025, 7, 10))])
def test_a_visit_without_days_takes_those_of_its_programme(last: int, end: dt.date | None) -> None:
    own = Particulars(id="v", audience="public", title=NAME)
    items = [
        Item(id=f"i{day}", audience="guest", title=NAME, start=START.replace(day=day))
        for day in (last, 8)
    ]
    after = mended(visit_of(own, *items[: 2 if last > 8 else 1]), "plausibility")
    assert (after.particulars.start, after.particulars.end) == (dt.date(2025, 7, 8), end)


def test_brackets_without_their_pair_go_and_readings_stay() -> None:
    after = mended(visit_of(note(ja="見本《みほん》と》空《》白《")), "furigana")
    assert text(after, "ja") == "見本《みほん》と空白"


def test_of_two_chosen_readings_the_second_is_not_chosen() -> None:
    first, second = (
        Statement(id=ident, audience="guest", text=NAME, conflict="c", why=NAME)
        for ident in ("one", "two")
    )
    after = mended(visit_of(first, second), "conflicts")
    assert [statement.chosen for statement in after.of(Statement)] == [True, False]


def test_a_token_of_a_reading_that_was_not_chosen_prints_the_chosen_one() -> None:
    chosen = Figure(
        id="figure:yes",
        audience="public",
        name=NAME,
        value=Decimal(5),
        conflict="c",
        sources=("src",),
    )
    other = structs.replace(chosen, id="figure:no", chosen=False)
    written = "{figure:no|round=1}"
    visit = visit_of(chosen, other, note(written, written, written))
    after = apply(visit, fixed(visit, check(visit)))
    assert text(after, "ja") == "{figure:yes|round=1}"


def test_one_fix_is_called_by_what_it_does_and_several_by_their_number() -> None:
    visit = visit_of(note("५", "5", "5"), structs.replace(note("६", "6", "6"), id="m"))
    [one, other] = [found for found in check(visit) if found.rule == "widths"]
    assert one.fix is not None
    assert str(one.fix.label) in str(fixed(visit, [one]).label)
    assert "2 findings" in str(fixed(visit, [one, other]).label)


def test_a_pack_that_names_a_language_twice_names_it_once() -> None:
    pack = Pack(id="k", audience="guest", title=NAME, sections=("s",), languages=("hi", "ja", "hi"))
    assert mended(visit_of(SECTION, pack), "languages").of(Pack)[0].languages == ("hi", "ja")


def test_fixes_of_many_records_are_one_step() -> None:
    item = Item(id="i", audience="guest", title=Text(hi="२", en="2", ja="２"), start=START)
    after = mended(visit_of(note("५", "5", "5"), item), "widths")
    assert text(after, "hi") == "5"
    assert after.of(Item)[0].title == Text(hi="2", en="2", ja="2")
