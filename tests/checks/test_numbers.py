from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.numbers import differ, findings
from lohum_brief.checks.run import check
from lohum_brief.language import spoken, units
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.language.numbers import compact, decimal
from lohum_brief.language.rooms.numbers import Scale
from lohum_brief.language.units import known_units
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import NamePart, Note, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

PARTICULARS = Particulars(id="v", audience="public", title=Text(en="Visit"))


def found(hi: str, en: str, ja: str) -> list[tuple[str, str]]:
    note = Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))
    return [(f.field, say(f.message)) for f in findings(Visit([note]))]


@pytest.mark.parametrize(
    ("hi", "en", "ja"),
    [
        ("34,000 करोड़ रुपये", "₹34,000 crore", "3,400億ルピー"),
        ("10 जुलाई 2025", "10 July 2025", "2025年7月10日"),
        ("2024-25 में 18%", "18% in 2024-25", "2024年度に18％"),
        ("पाँच और 3 इकाइयाँ", "five and three facilities", "5と3拠点"),
        (
            "{figure:aid} और {{figure:x9}}",
            "{figure:aid|round=2} and {{figure:x9}}",
            "{figure:aid}と{{figure:x9}}",
        ),
        ("20 हज़ार टन", "20 kt", "2万トン"),
        ("", "20,000 t", "20,000トン"),
        ("39 लाख टन में से 26 लाख टन", "2.6 of 3.9 million t", "390万トンのうち260万トン"),
        ("चौहत्तर लोग", "Seventy-four people", "74名"),
    ],
)
def test_the_same_number_in_each_languages_own_form_is_right(hi: str, en: str, ja: str) -> None:
    assert found(hi, en, ja) == []


def test_a_factor_of_ten_thousand_is_noticed_where_it_stands() -> None:
    [ja] = found("34,000 करोड़", "34,000 crore", "3,400万")
    assert ja[0] == "text.ja"
    assert "340,000,000,000" in ja[1]
    assert "34,000,000" in ja[1]


@pytest.mark.parametrize(
    ("hi", "en", "ja", "field", "label", "mended"),
    [
        (
            "निवेश 34,000 करोड़ रुपये", "an investment of 34,000 crore", "投資額は3,400万ルピーです。",
            "text.ja", "3,400億", "投資額は3,400億ルピーです。",
        ),
        ("20,000 टन", "20,000 t in {date:2025}", "{date:2025}に2,000トン", "text.ja", "20,000", "{date:2025}に20,000トン"),
        ("सन 2035 में", "in 2025", "2025年に", "text.hi", "2025", "सन 2025 में"),
        ("12,50,000 टन", "1,250,000 t", "1,350,000トン", "text.ja", "1,250,000", "1,250,000トン"),
        ("1,250 टन", "1,250,000 t", "1,250,000トン", "text.hi", "12,50,000", "12,50,000 टन"),
    ],
)  # fmt: skip
def test_the_fix_writes_the_number_of_the_original_in_the_form_of_the_language(
    hi: str, en: str, ja: str, field: str, label: str, mended: str
) -> None:
    visit = Visit(
        [PARTICULARS, Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))]
    )
    [finding] = [finding for finding in check(visit) if finding.rule == "numbers"]
    assert finding.field == field
    assert finding.fix is not None
    assert say(finding.fix.label) == f"Write {label}"
    after = apply(visit, fixed(visit, [finding])).get(Note, "n")
    assert after is not None
    assert after.text[field[-2:]] == mended


@pytest.mark.parametrize(
    ("hi", "en", "ja"),
    [
        ("34,000 करोड़", "34,000 lakh", "3,400億"),
        ("7 और 9", "7 and 8", "8と9"),
        ("", "20,000 t", "2000と3000"),
    ],
)
def test_where_it_is_not_plain_which_number_is_meant_no_fix_is_offered(
    hi: str, en: str, ja: str
) -> None:
    """Such as where it is the original that is alone."""
    note = Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))
    assert [finding.fix for finding in findings(Visit([PARTICULARS, note])) if finding.fix] == []


@pytest.mark.parametrize(("original", "label"), [("hi", "39 lakh"), ("ja", "3.9 million")])
def test_a_large_number_in_english_is_counted_as_the_original_counts(
    original: Lang, label: str
) -> None:
    text = Text(hi="39 लाख टन", en="2.6 million t", ja="390万トン")
    [fix] = [finding.fix for finding in seen(text, original) if finding.fix]
    assert say(fix.label).replace("\u00a0", " ") == f"Write {label}"


def test_a_month_that_differs_is_named_in_the_readers_language() -> None:
    [(field, message)] = found("10 जुलाई 2025", "10 June 2025", "2025年7月10日")
    assert field == "text.en"
    assert "July" in message
    assert "June" in message
    assert "May" not in message


def test_a_large_number_that_one_language_lacks_is_noticed_there_only() -> None:
    assert [field for field, _ in found("740 सदस्य", "members", "740名")] == ["text.en"]


def test_small_numbers_that_differ_are_noticed() -> None:
    assert [field for field, _ in found("7 इकाइयाँ", "8 facilities", "7拠点")] == ["text.en"]


def test_names_of_people_are_no_texts() -> None:
    person = Person(id="p", audience="guest", family=NamePart(en="Smith 3rd 45"))
    assert list(findings(Visit([person]))) == []


PAIRS = [
    line.split("\t")
    for line in Path(__file__).with_name("pairs.tsv").read_text("utf-8").splitlines()
]
"""Right or wrong, and the same words in Hindi, English and Japanese; an empty one is a language
that the text lacks.
"""


def test_the_table_of_pairs_holds_no_value_error_that_is_missed_and_no_false_alarm() -> None:
    missed = [row for row in PAIRS if row[0] == "wrong" and not found(*row[1:])]
    false = [(row, found(*row[1:])) for row in PAIRS if row[0] == "right" and found(*row[1:])]
    assert (missed, false) == ([], [])
    assert sum(row[0] == "right" for row in PAIRS) > 300
    assert sum(row[0] == "wrong" for row in PAIRS) > 150


def text_of(said: dict[Lang, str]) -> Text:
    return Text(hi=said.get("hi", ""), en=said.get("en", ""), ja=said.get("ja", ""))


def seen(text: Text, original: Lang) -> list[Finding]:
    note = Note(id="n", audience="host", sort="ask", text=text)
    return list(findings(Visit([structs.replace(PARTICULARS, original=original), note])))


def mended_by_each(text: Text, original: Lang) -> int:
    """Each fix that is offered leaves a text whose languages agree, and says in its label what it
    writes; how many there are.
    """
    count = 0
    for finding in (before := seen(text, original)):
        if finding.fix is None:
            continue
        lang = finding.field[-2:]
        [span] = finding.fix.steps[0].spans
        new = text[lang][: span.start] + span.new + text[lang][span.stop :]
        assert seen(structs.replace(text, **{lang: new}), original) == [], (
            text,
            finding.fix,
            before,
        )
        assert say(finding.fix.label) == f"Write {span.new}"
        assert lang != original
        count += 1
    return count


@pytest.mark.parametrize("original", LANGS)
def test_no_fix_of_the_table_leaves_two_languages_that_differ(original: Lang) -> None:
    texts = [Text(hi=row[1], en=row[2], ja=row[3]) for row in PAIRS]
    assert sum(mended_by_each(text, original) for text in texts if text[original]) > 0


NUMBERS = st.one_of(
    st.integers(1, 9999),
    st.builds(lambda digits, power: digits * 10**power, st.integers(1, 999), st.integers(2, 11)),
).map(Decimal)
UNITS = st.sampled_from([unit for unit in known_units() if unit != "year"])


def written(value: Decimal, lang: Lang, form: str, scale: Scale) -> str:
    if form == "words":
        return spoken.number(value, lang, scale=scale)
    return compact(value, lang, scale=scale) if form == "compact" else decimal(value, lang)


FORMS = st.sampled_from(["figures", "compact", "words"])
SCALES: st.SearchStrategy[Scale] = st.sampled_from(["crore", "million"])
COUNTED = {"hi": "कुल {} मदें", "en": "in all {} items", "ja": "合計{}件"}
AROUND = {"hi": "कुल {} मिलेंगे", "en": "they get {} of them", "ja": "合計{}を得る"}


@given(NUMBERS, FORMS, FORMS, FORMS, SCALES)
def test_a_number_is_the_same_in_figures_with_large_units_and_in_words(
    value: Decimal, hi: str, en: str, ja: str, scale: Scale
) -> None:
    text = {
        lang: COUNTED[lang].format(written(value, lang, form, scale))
        for lang, form in zip(LANGS, (hi, en, ja), strict=True)
    }
    assert found(**text) == []


@given(NUMBERS, UNITS, st.booleans())
def test_a_quantity_as_it_prints_is_the_same_in_all_languages(
    value: Decimal, unit: str, large: bool
) -> None:
    text = {
        lang: AROUND[lang].format(units.quantity(value, unit, lang, large=large)) for lang in LANGS
    }
    assert found(**text) == []


@given(
    NUMBERS,
    NUMBERS,
    FORMS,
    st.sampled_from(LANGS),
    st.sampled_from(LANGS),
    SCALES,
    st.sampled_from(["", "t", "INR", "%", "km"]),
)
def test_another_number_in_one_language_is_found_and_a_fix_makes_them_agree(
    value: Decimal, other: Decimal, form: str, wrong: Lang, original: Lang, scale: Scale, unit: str
) -> None:
    said: dict[Lang, str] = {}
    for lang in LANGS:
        number = other if lang == wrong else value
        if unit:
            said[lang] = AROUND[lang].format(
                units.quantity(number, unit, lang, large=form == "compact")
            )
        else:
            said[lang] = COUNTED[lang].format(written(number, lang, form, scale))
    text = text_of(said)
    if value == other:
        assert seen(text, original) == []
        return
    if min(value, other) > 1 or form != "words":
        assert f"text.{wrong}" in {finding.field for finding in seen(text, original)}
    mended_by_each(text, original)


@given(
    st.dictionaries(
        st.sampled_from(LANGS),
        st.lists(st.sampled_from([cell for row in PAIRS for cell in row[1:]]), max_size=3),
    ),
    st.sampled_from(LANGS),
)
def test_no_fix_makes_it_worse_whatever_stands_together(
    cells: dict[Lang, list[str]], original: Lang
) -> None:
    mended_by_each(text_of({lang: " ".join(row) for lang, row in cells.items()}), original)


def test_languages_differ_by_what_they_say_themselves() -> None:
    members = Text(hi="75 सदस्य", en="75 members", ja="76名")
    assert not differ(members, ("hi", "en"))
    assert differ(members, ("hi", "ja"))
    assert differ(members, ("en", "ja"))
    alone: Lang = "ja"
    assert not differ(members, [alone])
    assert not differ(Text(hi="सदस्य", en="members"), ("hi", "en"))


@pytest.mark.parametrize(
    ("hi", "en", "ja"),
    [
        ("कम से कम 500 टन", "at least 500 t", "500トン以上"),
        ("500 से कम नहीं", "no less than 500", "少なくとも500"),
        ("500 से अधिक टन", "more than 500 t", "500トン超"),
        ("500 से अधिक", "Over 500", "500を超える"),
        ("500 से अधिक नहीं", "not more than 500", "500以下"),
        ("500 तक", "up to 500", "最大500"),
        ("अधिकतम 500", "at most 500", "500以下"),
        ("अधिक से अधिक 500", "at most 500", "500まで"),
        ("500 टन से कम", "less than 500 t", "500トン未満"),
        ("लगभग 500", "about 500", "500以上"),
        ("", "500 in all", "500以上"),
        ("500", "500+ members", "500名以上"),
        ("500 से अधिक, कम से कम 700", "more than 500, at least 700", "500超、700以上"),
        ("", "more than 500, and later at least 500", "500以上、のち500超"),
        ("", "moreover 500", "500以上"),
    ],
)
def test_one_limit_in_each_languages_own_form_is_right(hi: str, en: str, ja: str) -> None:
    assert found(hi, en, ja) == []


@pytest.mark.parametrize(
    ("hi", "en", "ja", "severity", "field", "words"),
    [
        (
            "",
            "more than 500 members",
            "500名以上",
            "info",
            "text.ja",
            ("500名以上", "more than 500"),
        ),
        ("", "at least 500", "500超", "info", "text.ja", ("500超", "at least 500")),
        (
            "500 से अधिक",
            "at least 500",
            "500以上",
            "info",
            "text.hi",
            ("500 से अधिक", "at least 500"),
        ),
        (
            "",
            "less than 500 t",
            "500トン以下",
            "info",
            "text.ja",
            ("500トン以下", "less than 500 t"),
        ),
        ("कम से कम 500", "at most 500", "", "warning", "text.hi", ("कम से कम 500", "at most 500")),
        ("", "no more than 500", "500以上", "warning", "text.ja", ("500以上", "no more than 500")),
        ("", "under 500", "500超", "warning", "text.ja", ("500超", "under 500")),
    ],
)
def test_another_limit_with_the_same_number_is_noticed(
    hi: str, en: str, ja: str, severity: str, field: str, words: tuple[str, str]
) -> None:
    note = Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))
    [finding] = findings(Visit([PARTICULARS, note]))
    assert (finding.severity, finding.field) == (severity, field)
    assert say(finding.message).startswith(f"“{words[0]}” here, but “{words[1]}” in another")
