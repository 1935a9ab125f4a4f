"""Units of the visit's own: what of them records may say, and how they print."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.codes import LANGS
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import convert, quantity, quantity_range, unit_name
from lohum_brief.visit.own_units import entered, record_of, settled
from lohum_brief.visit.records import Inflected, Metric, OwnUnit, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

D = Decimal
VISIT = Particulars(id="visit", audience="public", title=Text(en="v"))
BAGS = OwnUnit(
    id="unit:bags",
    audience="public",
    symbol="bags",
    name=Text(hi="बोरियाँ", en="bags", ja="袋"),
    one=Inflected(hi="बोरी", en="bag"),
    oblique=Inflected(hi="बोरियों"),
    counted=True,
    amount=D(50),
    unit="kg",
)
SAID = Visit([VISIT, BAGS])


@pytest.mark.parametrize(
    ("value", "about", "hi", "en", "ja"),
    [
        ("20", "", "20~बोरियाँ", "20~bags", "20袋"),
        ("1", "", "1~बोरी", "1~bag", "1袋"),
        ("1234567", "", "12,34,567~बोरियाँ", "1,234,567~bags", "1,234,567袋"),
        ("20", "more than", "20 से अधिक~बोरियाँ", "more than 20~bags", "20袋超"),
        ("20", "up to", "20~बोरियों तक", "up to 20~bags", "最大20袋"),
    ],
)
def test_one_prints_in_every_language(value: str, about: About, hi: str, en: str, ja: str) -> None:
    printed = [quantity(D(value), settled("bags", SAID), lang, about=about) for lang in LANGS]
    assert printed == [text.replace("~", "\u00a0") for text in (hi, en, ja)]


def test_one_by_a_span_of_time_and_in_a_range() -> None:
    unit = settled("bags/day", SAID)
    assert [quantity(D(20), unit, lang) for lang in LANGS] == [
        "20\u00a0बोरियाँ/दिन",
        "20\u00a0bags/day",
        "20袋/日",
    ]
    assert quantity_range(D(20), D(30), settled("bags", SAID), "en") == "20–30\u00a0bags"
    assert unit_name(unit, "hi") == "बोरियाँ/दिन"


@pytest.mark.parametrize(
    "said", ["bags", "Bags", " bags ", "bag", "बोरियाँ", "बोरी", "袋", "bags/day", "BAGS/day"]
)
def test_records_may_say_any_of_its_forms(said: str) -> None:
    assert record_of(said, SAID) == BAGS


@pytest.mark.parametrize("said", ["", "sacks", "t", "t/month", "bags/shift", "bags of rice"])
def test_nothing_else_is_meant_by_it(said: str) -> None:
    assert record_of(said, SAID) is None


def test_what_the_program_knows_is_never_another() -> None:
    visit = Visit([VISIT, OwnUnit(id="u", audience="public", symbol="t", name=Text(en="trucks"))])
    assert quantity(D(3), settled("t", visit), "en") == "3\u00a0t"


def test_a_language_that_is_missing_prints_a_mark() -> None:
    visit = Visit([VISIT, OwnUnit(id="u", audience="public", symbol="kits", name=Text(en="kits"))])
    unit = settled("kits", visit)
    assert [unit_name(unit, lang) for lang in LANGS] == ["[इकाई: kits]", "kits", "［単位：kits］"]


def test_it_converts_into_what_it_holds() -> None:
    assert convert(D(3), settled("bags", SAID), "t") == D("0.15")
    assert convert(D(3), settled("bags/day", SAID), "kg/day") == D(150)


@given(st.text(max_size=30))
def test_what_is_entered_is_known_afterwards(said: str) -> None:
    made = entered(said, SAID)
    if made.symbol and settled(said, SAID) == said.strip():
        visit = Visit(
            [VISIT, BAGS, made, Metric(id="m", audience="public", name=Text(), unit=said)]
        )
        for lang in LANGS:
            assert "{" not in quantity(D(5), settled(said.strip(), visit), lang).replace(said, "")


def test_ids_do_not_collide() -> None:
    first = entered("kits", SAID)
    assert entered("kits", Visit([VISIT, first])).id != first.id
