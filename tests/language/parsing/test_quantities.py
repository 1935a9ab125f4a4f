from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lohum_brief.language import units
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import percent
from lohum_brief.language.parsing import Read, UnreadableError, quantity
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import convert

D = Decimal
values = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=2)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("74", "74", ""),
        ("95%", "95", "%"),
        ("95 per cent", "95", "%"),
        ("95 प्रतिशत", "95", "%"),
        ("95パーセント", "95", "%"),
        ("₹34,000 crore", "340000000000", "INR"),
        ("₹ 34,000 crore", "340000000000", "INR"),
        ("Rs 34,000 cr", "340000000000", "INR"),
        ("Rs. 500", "500", "INR"),
        ("INR 500", "500", "INR"),
        ("500 INR", "500", "INR"),
        ("34,000 crore rupees", "340000000000", "INR"),
        ("thirty-four thousand crore rupees", "340000000000", "INR"),
        ("34,000 करोड़ रुपये", "340000000000", "INR"),
        ("34,000 करोड रुपए", "340000000000", "INR"),
        ("3,400億ルピー", "340000000000", "INR"),
        ("−₹5", "-5", "INR"),
        ("₹−5", "-5", "INR"),
        ("¥5 trillion", "5000000000000", "JPY"),
        ("5兆円", "5000000000000", "JPY"),
        ("￥５００", "500", "JPY"),
        ("US$6,690/t", "6690", "USD/t"),
        ("$100 million", "100000000", "USD"),
        ("1億米ドル", "100000000", "USD"),
        ("20,000 t/year", "20000", "t/year"),
        ("20,000 t / year", "20000", "t/year"),
        ("20,000 tonnes per year", "20000", "t/year"),
        ("20,000 tonnes per annum", "20000", "t/year"),
        ("20,000 टन प्रति वर्ष", "20000", "t/year"),
        ("20,000 tonnes/वर्ष", "20000", "t/year"),
        ("20,000 TPA", "20000", "t/year"),
        ("20,000 t p.a.", "20000", "t/year"),
        ("年間2万トン", "20000", "t/year"),
        ("年間5万トン（CO₂換算）", "50000", "t CO2e/year"),
        ("5 million tonnes per annum", "5", "Mt/year"),
        ("12 GWh a year", "12", "GWh/year"),
        ("$6,690/t", "6690", "USD/t"),
        ("6,690 dollars per tonne", "6690", "USD/t"),
        ("Rs. 500/kg", "500", "INR/kg"),
        ("RS 500 PER KG", "500", "INR/kg"),
        ("₹500/किग्रा", "500", "INR/kg"),
        ("500 रुपये प्रति किलो", "500", "INR/kg"),
        ("10 lakh rupees per year", "1000000", "INR/year"),
        ("₹5,000/-", "5000", "INR"),
        ("रु. 5,000/-", "5000", "INR"),
        ("100 hectares", "100", "ha"),
        ("5 किलोमीटर", "5", "km"),
        ("20,000トン／年", "20000", "t/year"),
        ("5 lakh tonnes", "500000", "t"),
        ("千トン", "1000", "t"),
        ("二千五百トン", "2500", "t"),
        ("10万2千トン", "102000", "t"),
        ("62 million t", "62", "million t"),
        ("62 Mt", "62", "Mt"),
        ("5 KG", "5", "kg"),
        ("30,000 m²", "30000", "m2"),
        ("30,000 sq. m", "30000", "m2"),
        ("5 t CO₂e", "5", "t CO2e"),
        ("5 t, lithium content", "5", "t, lithium content"),
        ("45 °C", "45", "°C"),
        ("45℃", "45", "°C"),
        ("2018年", "2018", "year"),
        ("74名", "74", "members"),
        ("七十四名", "74", "members"),
        ("１２か国", "12", "countries"),
        ("3 कम्पनियाँ", "3", "companies"),
    ],
)
def test_quantities_as_people_write_them(text: str, value: str, unit: str) -> None:
    assert quantity(text) == Read(D(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5–15%", "5", "15", "%"),
        ("5～15%", "5", "15", "%"),
        ("5〜15％", "5", "15", "%"),
        ("5% – 15%", "5", "15", "%"),
        ("5-15 kg", "5", "15", "kg"),
        ("5 - 15 kg", "5", "15", "kg"),
        ("−5 - −3 °C", "-5", "-3", "°C"),
        ("₹400–500/kg", "400", "500", "INR/kg"),
        ("5 to 15 t", "5", "15", "t"),
        ("5 से 15 टन", "5", "15", "t"),
        ("5から15トン", "5", "15", "t"),
        ("10 t–20 t", "10", "20", "t"),
        ("₹34–50 crore", "340000000", "500000000", "INR"),
        ("₹90 lakh–2 crore", "9000000", "20000000", "INR"),
        ("₹90 lakh–₹2 crore", "9000000", "20000000", "INR"),
        ("₹9,000–₹1.5 lakh", "9000", "150000", "INR"),
        ("0.5 टन CO₂ समतुल्य–1 टन CO₂ समतुल्य", "0.5", "1", "t CO2e"),
        ("9,000–1.5 lakh t", "9000", "150000", "t"),
        ("3～5億円", "300000000", "500000000", "JPY"),
        ("90万～2億円", "900000", "200000000", "JPY"),
        ("1 लाख से 2 लाख रुपये", "100000", "200000", "INR"),
        ("−5–−3 °C", "-5", "-3", "°C"),
        (
            "1.0000000000000000000000000000001–2 crore t",
            "10000000.000000000000000000000001",
            "20000000",
            "t",
        ),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    assert quantity(text) == Read(D(low), unit, D(high))


@pytest.mark.parametrize(
    ("texts", "about"),
    [
        (
            (
                "about 74 members",
                "approx. 74 members",
                "~74 members",
                "लगभग 74 सदस्य",
                "करीब 74 सदस्य",
                "約74名",
                "74名程度",
            ),
            "about",
        ),
        (
            (
                "more than 74 members",
                "Over 74 members",
                ">74 members",
                "74 सदस्य से अधिक",
                "74名超",
                "74名を超える",
            ),
            "more than",
        ),
        (
            (
                "up to 74 members",
                "max. 74 members",
                "74 सदस्य तक",
                "74 सदस्यों तक",
                "最大74名",
                "74名まで",
            ),
            "up to",
        ),
        (
            (
                "at least 74 members",
                "no less than 74 members",
                "Not fewer than 74 members",
                "≥ 74 members",
                ">=74 members",
                "74 members or more",
                "कम से कम 74 सदस्य",
                "न्यूनतम 74 सदस्य",
                "74 सदस्य से कम नहीं",
                "74 या उससे अधिक सदस्य",
                "74名以上",
                "少なくとも74名",
                "最低74名",
            ),
            "at least",
        ),
        (
            (
                "at most 74 members",
                "no more than 74 members",
                "Not more than 74 members",
                "≤74 members",
                "<= 74 members",
                "74 members or fewer",
                "अधिक से अधिक 74 सदस्य",
                "अधिकतम 74 सदस्य",
                "ज़्यादा से ज़्यादा 74 सदस्य",
                "74 सदस्य से अधिक नहीं",
                "74 से अधिक नहीं सदस्य",
                "74名以下",
                "多くとも74名",
            ),
            "at most",
        ),
    ],
)
def test_how_exact_it_is_said_to_be(texts: tuple[str, ...], about: About) -> None:
    assert {quantity(text) for text in texts} == {Read(D(74), "members", None, about)}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1,23,4567 t", "neither western nor Indian"),
        ("1.234,56 kg", "comma where we have the point"),
        ("15–5 t", "not a range that rises"),
        ("5–5 t", "not a range that rises"),
        ("1～2億5,000万円", "not a range that rises"),
        ("₹1–₹2 crore", "each with its large unit"),
        ("10 t–20 thousand t", "each with its large unit"),
        *(
            (text, "with a known unit")
            for text in (
                "",
                "t",
                "5 fathoms",
                "İ5 kgs",
                "34 MT",
                "10²",
                "5 t, gold content",
                "A$5",
                "約5名以下",
                "～100名",
                "100名～",
                "<5%",
                "5%未満",
                "5 ± 2%",
                "5 pounds",
                "20,000 tons",
                "5 MTPA",
                "US$5m",
                "5 kg/-",
                "1億2千トン",
                "5 t 6 kg",
            )
        ),
    ],
)
def test_what_has_no_one_meaning_is_refused(text: str, hint: str) -> None:
    with pytest.raises(UnreadableError, match=hint):
        quantity(text)


PIECES = [
    "5",
    "1.5",
    "1,234",
    "-",
    "–",
    "~",
    "+",
    "₹",
    "US$",
    "Rs.",
    "t",
    "Mt",
    "kg",
    "kgs",
    "İ",
    "%",
    "/year",
    "per",
    "crore",
    "lakh",
    "million",
    "thirty",
    "four",
    "point",
    "minus",
    "and",
    "about",
    "to",
    "more",
    "than",
    "up",
    "億",
    "万",
    "千",
    "百",
    "三",
    "点",
    "トン",
    "名",
    "円",
    "約",
    "超",
    "から",
    "लाख",
    "करोड़",
    "सौ",
    "साढ़े",
    "दशमलव",
    "ऋण",
    "टन",
    "से",
    "अधिक",
    "रुपये",
    "लगभग",
]


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=10).map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableError):
        assert quantity(text).value.is_finite()


def test_units_that_are_written_alike_are_those_that_are_asked_for() -> None:
    assert quantity("20千トン") == Read(D(20), "thousand t")
    assert quantity("20千トン", unit="kt") == Read(D(20), "kt")
    assert quantity("20 thousand tonnes", unit="kt, lithium content") == Read(D(20), "kt")
    assert quantity("74名", unit="participants") == Read(D(74), "participants")
    assert quantity("74 members", unit="participants") == Read(D(74), "members")
    assert quantity("2018", unit="year") == Read(D(2018), "year")
    assert quantity("5年", unit="years") == Read(D(5), "years")
    assert quantity("20 kg", unit="t") == Read(D(20), "kg")


every_unit = st.sampled_from(sorted(LANGUAGES["en"].units.forms))


@given(
    values, every_unit, st.sampled_from(LANGS), st.sampled_from(sorted(units.ABOUT)), st.booleans()
)
def test_a_printed_quantity_is_read_back(
    value: Decimal, unit: str, lang: Lang, about: About, devanagari: bool
) -> None:
    printed = units.quantity(value, unit, lang, about=about, devanagari=devanagari)
    assert quantity(printed, lang, unit=unit) == Read(value, unit, None, about)
    assert quantity(printed, unit=unit) == Read(value, unit, None, about)


@given(
    values,
    st.sampled_from(["", "t", "kWh", "people", "m2", "t/year", "members", "vehicles"]),
    st.sampled_from(LANGS),
)
def test_a_quantity_in_large_units_is_read_back(value: Decimal, unit: str, lang: Lang) -> None:
    found = quantity(units.quantity(value, unit, lang, large=True), lang, unit=unit)
    if found.unit != unit:  # 62 million t: there is a unit of that name
        found = Read(convert(found.value, found.unit, unit), unit)
    assert found == Read(value, unit)


@given(values, st.sampled_from(LANGS), st.booleans())
def test_a_printed_percentage_is_read_back(value: Decimal, lang: Lang, devanagari: bool) -> None:
    assert quantity(percent(value, lang, devanagari=devanagari), lang) == Read(value, "%")


@example(Decimal(-100000), Decimal(0), "EUR", "hi", "", False)
@given(
    values,
    values,
    every_unit,
    st.sampled_from(LANGS),
    st.sampled_from(sorted(units.ABOUT)),
    st.booleans(),
)
def test_a_printed_range_is_read_back(
    low: Decimal, high: Decimal, unit: str, lang: Lang, about: About, devanagari: bool
) -> None:
    assume(low < high)
    printed = units.quantity_range(low, high, unit, lang, about=about, devanagari=devanagari)
    if (lang, about) == ("hi", "up to") and " से " in printed:
        about = ""  # −5 से 15°से. तक is such a range already: तक closes it
    assert quantity(printed, lang, unit=unit) == Read(low, unit, high, about)
