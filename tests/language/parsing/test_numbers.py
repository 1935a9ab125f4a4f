from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.en.spoken import BELOW_TWENTY, TENS
from lohum_brief.language.hi.spoken import FIGURES
from lohum_brief.language.numbers import compact, decimal
from lohum_brief.language.parsing import UnreadableError, number
from lohum_brief.language.rooms.numbers import Scale

D = Decimal
exact = st.decimals(min_value=-(10**20), max_value=10**20, allow_nan=False, places=3)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("007", "7"),
        (".5", "0.5"),
        ("12.50", "12.50"),
        ("+5", "5"),
        ("−5", "-5"),
        ("-5", "-5"),
        ("–5", "-5"),
        ("▲5.2", "-5.2"),
        ("1,234,567.5", "1234567.5"),
        ("12,34,567.50", "1234567.50"),
        ("1,00,000", "100000"),
        ("१२३", "123"),
        ("१२,३४,५६७.८", "1234567.8"),
        ("１２３", "123"),
        ("３，４００億", "340000000000"),
        (" 1,234\u00a0", "1234"),
        ("3.4億", "340000000"),
        ("3.40億", "340000000"),
        ("3億4,000万", "340000000"),
        ("3億 4,000万", "340000000"),
        ("1兆2,345億", "1234500000000"),
        ("2千万", "20000000"),
        ("3万2千", "32000"),
        ("1億5千三", "100005003"),
        ("12 lakh 34 thousand", "1234000"),
        ("1.5 crore crore", "150000000000000"),
        ("5百万", "5000000"),
        ("十", "10"),
        ("十二万", "120000"),
        ("三千四百億", "340000000000"),
        ("百二十", "120"),
        ("〇一二", "12"),
        ("二〇二五", "2025"),
        ("壱弐参", "123"),
        ("壱億弐仟萬", "120000000"),
        ("三点一四", "3.14"),
        ("三・四億", "340000000"),
        ("マイナス三億", "-300000000"),
        ("34 lakh", "3400000"),
        ("34 lacs", "3400000"),
        ("34,000 crore", "340000000000"),
        ("34,000 Cr.", "340000000000"),
        ("34,000cr", "340000000000"),
        ("1.2 lakh crore", "1200000000000"),
        ("3 crore 40 lakh", "34000000"),
        ("340 billion", "340000000000"),
        ("340bn", "340000000000"),
        ("5 mn", "5000000"),
        ("2.5 million", "2500000"),
        ("1 trillion", "1000000000000"),
        ("thirty-four thousand crore", "340000000000"),
        ("Thirty four thousand crore", "340000000000"),
        ("three hundred and forty billion", "340000000000"),
        ("minus two point five crore", "-25000000"),
        ("one point zero five", "1.05"),
        ("34,000 करोड़", "340000000000"),
        ("34,000 करोड", "340000000000"),
        ("12 लाख", "1200000"),
        ("१२ लाख", "1200000"),
        ("2 अरब", "2000000000"),
        ("5 लाख करोड़", "5000000000000"),
        ("20 हजार", "20000"),
        ("चौंतीस हज़ार करोड़", "340000000000"),
        ("पांच लाख", "500000"),
        ("ऋण पाँच दशमलव शून्य दो", "-5.02"),
        ("सौ", "100"),
        ("एक सौ पाँच", "105"),
        ("साढ़े तीन करोड़", "35000000"),
        ("सवा लाख", "125000"),
        ("पौने दो सौ", "175"),
        ("डेढ़ लाख", "150000"),
        ("ढाई हज़ार", "2500"),
    ],
)
def test_numbers_as_people_write_them(text: str, value: str) -> None:
    assert str(number(text)) == value


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        *(
            (text, "neither western nor Indian")
            for text in ("1,23,4567", "1,2345", "12,345,67,890", ",123", "1,,234")
        ),
        *(
            (text, "comma where we have the point")
            for text in ("1.234,56", "1.234.567", "1.234.567,89", "12,5", "0,75")
        ),
        *((text, "only the first digits") for text in ("1e5", "1.2E+12", "1.2E-05")),
        *((text, "two kinds of digits") for text in ("1२3", "１2", "१,234")),
        *(
            (text, "is not a number")
            for text in (
                *(
                    "",
                    " ",
                    "-",
                    "+",
                    ".",
                    "5.",
                    "5-",
                    "--5",
                    "−-5",
                    "(5)",
                    "٣",
                    "1_000",
                    "NaN",
                    "Infinity",
                    "0x10",
                ),
                *("5k", "20 t", "₹5", "5%", "12.5.6", "34 35", "10²", "½", "①"),
                *(
                    "crore",
                    "thousand",
                    "and 5",
                    "5 and",
                    "thirty forty",
                    "one one",
                    "two point",
                    "point",
                    "5 point 25",
                ),
                *("5 lakh lakh", "3.4 crore 5 lakh", "दो लाख लाख", "1億5千", "三億二千"),
                *(
                    "five lakh crore thousand lakh hundred",
                    "34 हज़ार crore",
                    "तीन thirty",
                    "साढ़े",
                    "साढ़े लाख",
                ),
                *(
                    "万",
                    "億3",
                    "3億億",
                    "3万4億",
                    "3.4億500万",
                    "3億40,000万",
                    "三四千五",
                    "千三千",
                    "千1.5百",
                    "点五",
                    "三点",
                    "3億.5",
                ),
            )
        ),
    ],
)
def test_what_is_no_number_or_has_two_meanings_is_refused(text: str, hint: str) -> None:
    with pytest.raises(UnreadableError, match=hint):
        number(text)


def kanji(value: int) -> str:
    """A number as Japanese newspapers write it upright, made without the program's own tables."""
    text = ""
    for unit in ("", "万", "億", "兆", "京"):
        value, part = divmod(value, 10_000)
        digits = zip(f"{part:04}", ("千", "百", "十", ""), strict=True)
        said = "".join(
            ("" if digit == "1" and ten else " 一二三四五六七八九"[int(digit)]) + ten
            for digit, ten in digits
            if digit != "0"
        )
        text = (said + unit if part else "") + text
    return text or "〇"


@given(st.integers(0, 10**18))
def test_kanji_numerals_are_read(value: int) -> None:
    assert number(kanji(value), "ja") == value


def spoken(value: int, words: dict[int, str]) -> str:
    """A number in words: how often the largest unit goes into it, the unit, and the rest."""
    for size in sorted(words, reverse=True):
        if size >= 100 and value >= size:
            rest = f" {spoken(value % size, words)}" if value % size else ""
            return f"{spoken(value // size, words)} {words[size]}{rest}"
    return words[value] if value in words else f"{words[value - value % 10]}-{words[value % 10]}"


ENGLISH = dict(enumerate(BELOW_TWENTY)) | {10 * ten: word for ten, word in enumerate(TENS) if word}
ENGLISH |= {100: "hundred", 1000: "thousand"}
HINDI = dict(enumerate(FIGURES)) | {100: "सौ", 1000: "हज़ार", 10**5: "लाख", 10**7: "करोड़"}


@given(st.integers(0, 10**18), st.booleans())
def test_numbers_in_words_are_read(value: int, negative: bool) -> None:
    sign = -1 if negative else 1
    for lang, minus, words in (
        ("en", "minus ", ENGLISH | {10**6: "million", 10**9: "billion", 10**12: "trillion"}),
        ("en", "Minus ", ENGLISH | {10**5: "lakh", 10**7: "crore"}),
        ("hi", "ऋण ", HINDI),
        ("hi", "माइनस ", HINDI),
    ):
        text = (minus if negative else "") + spoken(value, words)
        if len(text) <= 200:  # a longer one is refused, not read wrongly
            assert number(text, "hi" if lang == "hi" else "en") == sign * value


@pytest.mark.parametrize("value", range(100))
def test_every_hindi_number_has_a_word_of_its_own(value: int) -> None:
    assert number(FIGURES[value]) == value
    assert number(FIGURES[value].replace("ँ", "ं").replace("\u093c", "")) == value


def test_words_are_those_of_the_language_asked_for() -> None:
    assert number("5 लाख", "hi") == number("5 lakh", "en") == number("50万", "ja") == 500_000
    foreign: list[tuple[str, Lang]] = [
        ("5 लाख", "en"),
        ("5 lakh", "ja"),
        ("50万", "hi"),
        ("五", "en"),
    ]
    for text, lang in foreign:
        with pytest.raises(UnreadableError):
            number(text, lang)


def test_a_long_text_is_refused_and_shown_in_part() -> None:
    with pytest.raises(UnreadableError, match=r"“1{40}…” is too long"):
        number("1" * 201)
    with pytest.raises(UnreadableError, match="“5 bad� x” is not a number"):
        number("5\u00a0bad\x07\nx")
    with pytest.raises(UnreadableError):
        number("1" * 61)
    with pytest.raises(UnreadableError):
        number("one" + " crore" * 30)


@given(st.text(max_size=210))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableError):
        assert number(text).is_finite()


@given(
    exact,
    st.integers(0, 4) | st.none(),
    st.booleans() | st.none(),
    st.booleans(),
    st.sampled_from(LANGS),
)
def test_a_printed_number_is_read_back(
    value: Decimal, digits: int | None, indian: bool | None, devanagari: bool, lang: Lang
) -> None:
    printed = decimal(value, lang, digits=digits, indian=indian, devanagari=devanagari)
    plain = decimal(value, "en", digits=digits, indian=False).replace(",", "").replace("−", "-")
    assert str(number(printed, lang)) == plain


@given(exact, st.sampled_from(["million", "crore"]), st.booleans(), st.sampled_from(LANGS))
def test_a_number_in_large_units_is_read_back(
    value: Decimal, scale: Scale, devanagari: bool, lang: Lang
) -> None:
    assert number(compact(value, lang, scale=scale, devanagari=devanagari), lang) == value
