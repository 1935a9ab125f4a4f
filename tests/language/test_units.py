import string
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language import spoken, units
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import CURRENCIES, UnitError, convert, is_known, quantity, unit_name

D = Decimal


@pytest.mark.parametrize(
    ("value", "unit", "hi", "en", "ja"),
    [
        ("74", "members", "74~सदस्य", "74~members", "74名"),
        ("1", "members", "1~सदस्य", "1~member", "1名"),
        ("20000", "t/year", "20,000~टन/वर्ष", "20,000~t/year", "20,000トン/年"),
        ("95", "%", "95%", "95%", "95%"),
        ("99.80", "%", "99.80%", "99.80%", "99.80%"),
        ("15.5", "GWh", "15.5~गीगावाट-घंटे", "15.5~GWh", "15.5~GWh"),
        ("340000000000", "INR", "34,000~करोड़~रुपये", "₹34,000~crore", "3,400億ルピー"),
        ("5000000000000", "JPY", "5~लाख~करोड़~येन", "¥5~trillion", "5兆円"),
        ("100000000", "USD", "10~करोड़~अमेरिकी डॉलर", "US$100~million", "1億米ドル"),
        ("6690", "USD/t", "6,690~अमेरिकी डॉलर/टन", "US$6,690/t", "6,690米ドル/トン"),
        ("1.70", "JPY/INR", "1.70~येन/रुपया", "¥1.70/₹", "1.70円/ルピー"),
        ("85.50", "INR/USD", "85.50~रुपये/अमेरिकी डॉलर", "₹85.50/US$", "85.50ルピー/米ドル"),
        ("-5", "USD", "−5~अमेरिकी डॉलर", "−US$5", "−5米ドル"),
        ("30000", "m2", "30,000~वर्ग~मीटर", "30,000~m²", "30,000~m²"),
        ("2018", "year", "2018", "2018", "2018年"),
        ("3", "hours", "3~घंटे", "3~hours", "3時間"),
        ("1", "hours", "1~घंटा", "1~hour", "1時間"),
        ("8400000", "t, lithium content", "84,00,000~टन", "8,400,000~t", "8,400,000トン"),
        ("7", "", "7", "7", "7"),
        ("1250", "ft2", "1,250~वर्ग~फुट", "1,250~sq~ft", "1,250平方フィート"),
        ("500", "kL", "500~किलोलीटर", "500~kL", "500キロリットル"),
        ("1", "quintals", "1~क्विंटल", "1~quintal", "1キンタル"),
        ("750", "kVA", "750~किलोवोल्ट-एम्पियर", "750~kVA", "750~kVA"),
        ("2", "weeks", "2~सप्ताह", "2~weeks", "2週間"),
        ("12", "million L/day", "12~मिलियन~लीटर/दिन", "12~million~L/day", "12百万リットル/日"),
        ("30", "t/month", "30~टन/माह", "30~t/month", "30トン/月"),
        ("40", "vehicles/day", "40~वाहन/दिन", "40~vehicles/day", "40台/日"),
        ("25000000", "INR/month", "2.5~करोड़~रुपये/माह", "₹2.5~crore/month", "2,500万ルピー/月"),
    ],
)
def test_a_quantity_in_three_languages(value: str, unit: str, hi: str, en: str, ja: str) -> None:
    printed = [quantity(D(value), unit, lang) for lang in LANGS]
    assert printed == [text.replace("~", "\u00a0") for text in (hi, en, ja)]


@pytest.mark.parametrize(
    ("about", "hi", "en", "ja"),
    [
        ("about", "लगभग 74~सदस्य", "about 74~members", "約74名"),
        ("at least", "कम से कम 74~सदस्य", "at least 74~members", "74名以上"),
        ("more than", "74 से अधिक~सदस्य", "more than 74~members", "74名超"),
        ("at most", "अधिक से अधिक 74~सदस्य", "at most 74~members", "74名以下"),
        ("up to", "74~सदस्यों तक", "up to 74~members", "最大74名"),
    ],
)
def test_how_exact_it_is_said_to_be(about: About, hi: str, en: str, ja: str) -> None:
    printed = [quantity(D(74), "members", lang, about=about) for lang in LANGS]
    assert printed == [text.replace("~", "\u00a0") for text in (hi, en, ja)]


@given(
    st.one_of(st.decimals(0, 3, allow_nan=False, places=1), st.integers(0, 200).map(Decimal)),
    st.sampled_from(["hi", "en"]),
)
def test_the_singular_is_that_of_cldr(value: Decimal, lang: Lang) -> None:
    one = Locale(lang).plural_form(value) == "one"
    assert quantity(value, "hours", lang).endswith(
        {"hi": "घंटा" if one else "घंटे", "en": "hour" if one else "hours"}[lang]
    )


def test_large_numbers_on_request() -> None:
    printed = [quantity(D(62_000_000), "t", lang, large=True) for lang in LANGS]
    assert printed == ["6.2\u00a0करोड़\u00a0टन", "62\u00a0million\u00a0t", "6,200万トン"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_rounds_to_zero_has_no_sign(lang: Lang) -> None:
    assert "−" not in quantity(D("-0.4"), "USD", lang, digits=0) + quantity(
        D("-0.4"), "kg", lang, digits=0
    )


def test_an_unknown_unit_prints_as_it_stands_in_its_own_language_and_as_a_mark_in_others() -> None:
    assert not is_known("{x}|y~z")
    assert quantity(D(5), "{x}|y~z", "en") == "5\u00a0{x}|y~z"
    assert unit_name("{x}|y~z", "ja") == "［単位：{x}|y~z］"
    assert quantity(D(5), "persons", "hi") == "5\u00a0[इकाई: persons]"
    assert [unit_name("नग", lang) for lang in LANGS] == ["नग", "[unit: नग]", "［単位：नग］"]
    assert [unit_name("箱", lang) for lang in LANGS] == ["[इकाई: 箱]", "[unit: 箱]", "箱"]
    assert not is_known("t, gold content")
    assert quantity(D(5), "t, gold content", "en") == "5\u00a0t, gold content"


def test_headings_of_columns() -> None:
    assert [unit_name("t, lithium content", lang) for lang in LANGS] == [
        "टन (लिथियम अंश)",
        "t (lithium content)",
        "トン（リチウム純分）",
    ]
    assert [unit_name("members", lang) for lang in LANGS] == ["सदस्य", "members", "名"]
    assert [unit_name("INR", lang) for lang in LANGS] == ["रुपये", "₹", "ルピー"]


@pytest.mark.parametrize("unit", sorted(LANGUAGES["en"].units.forms))
@pytest.mark.parametrize("lang", LANGS)
def test_every_form_takes_the_number_once_and_names_no_other_language(
    unit: str, lang: Lang
) -> None:
    for form in LANGUAGES[lang].units.forms[unit].split("|"):
        assert [name for _, name, _, _ in string.Formatter().parse(form) if name is not None] == [
            ""
        ]
        if lang != "hi":
            assert not any("\u0900" <= c <= "\u097f" for c in form)
        if lang != "ja":
            assert not any(c >= "\u3000" for c in form)


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("20000", "t", "kt", "20.000"),
        ("1.5", "Mt", "t", "1500000"),
        ("62.0", "million t, lithium content", "kt, lithium content", "62000"),
        ("1", "lb", "g", "453.59237"),
        ("453.59237", "kg", "lb", "1000"),
        ("20000", "kg/year", "t/year", "20.000"),
        ("0.3", "TWh", "MWh", "300000"),
        ("2", "%", "ppm", "20000"),
        ("250", "ppm", "%", "0.0250"),
        ("100", "acres", "m2", "404685.6422400"),
        ("6690", "USD/t", "USD/kg", "6.690"),
        ("10", "USD/lb", "US cents/lb", "1000"),
        ("3", "hours", "minutes", "180"),
        ("7", "minerals", "minerals", "7"),
    ],
)
def test_a_quantity_in_another_unit(value: str, unit: str, to: str, expected: str) -> None:
    assert f"{convert(D(value), unit, to):f}" == expected


def test_pounds_without_end_are_rounded() -> None:
    assert convert(D(20), "kg", "lb") == D("44.09245243697551614459476026900541")


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("t/day", "t/year"),
        ("t", "t/year"),
        ("t", "t, lithium content"),
        ("t, gold content", "kg, gold content"),
        ("lb/shift", "kg/shift"),
        ("USD", "JPY"),
        ("kWh", "kW"),
    ],
)
def test_units_of_different_kinds_are_refused(unit: str, to: str) -> None:
    with pytest.raises(UnitError, match=f"^{unit} cannot be converted into {to}: "):
        convert(D(1), unit, to)


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=6),
    st.sampled_from([(unit, to) for sizes in units._SIZES for unit in sizes for to in sizes]),
)
def test_there_and_back_is_the_same_quantity(value: Decimal, pair: tuple[str, str]) -> None:
    unit, to = pair
    if not (is_known(unit) and is_known(to)):
        return
    assert round(convert(convert(value, unit, to), to, unit), 12) == value


def test_what_one_currency_is_worth_in_another_is_a_unit() -> None:
    assert all(
        is_known(f"{one}/{other}") for one in CURRENCIES for other in CURRENCIES if one != other
    )
    assert not any(map(is_known, ("JPY/JPY", "JPY/CNY", "CNY/JPY", "JPY/INR/t")))
    assert [unit_name("JPY/INR", lang) for lang in LANGS] == ["येन/रुपया", "¥/₹", "円/ルピー"]
    with pytest.raises(UnitError):
        spoken.quantity(D("1.7"), "JPY/INR", "en")


@pytest.mark.parametrize(
    ("value", "unit", "to", "found"),
    [
        ("1", "acres", "ft2", "43560"),
        ("12", "kL", "m3", "12"),
        ("3", "million L", "kL", "3000"),
        ("5", "quintals", "t", "0.5"),
        ("3", "t/month", "kg/month", "3000"),
        ("3", "t/day", "kg/day", "3000"),
        ("1", "kL/day", "L/day", "1000"),
        ("6", "ft", "m", "1.8288"),
        ("2", "weeks", "days", "14"),
    ],
)
def test_units_of_offices_convert_exactly(value: str, unit: str, to: str, found: str) -> None:
    assert convert(D(value), unit, to) == D(found)


@pytest.mark.parametrize(("unit", "to"), [("t/month", "t/year"), ("kL", "t"), ("kWp", "kW")])
def test_what_no_factor_is_between_does_not(unit: str, to: str) -> None:
    with pytest.raises(UnitError):
        convert(D(1), unit, to)


@pytest.mark.parametrize("unit", ["%/day", "/day", "bags/day", "t/year/day", "°C/hour", "t/shift"])
def test_not_everything_is_counted_by_a_span(unit: str) -> None:
    assert not is_known(unit)
