"""Units as tables say them: with words around them, as a heading, in one square, with the strokes
of a cheque.
"""

from decimal import Decimal

import pytest

from lohum_brief.exchange.headings import unit_in, value_and_unit
from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.language.parsing import Read, UnreadableError, quantity
from lohum_brief.language.parsing.written_units import Unit, meanings, unit_of
from lohum_brief.visit.records import Figure, Metric, Observation
from lohum_brief.visit.visit import Visit

CRORE, LAKH = Decimal(10**7), Decimal(10**5)


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("₹ in crore", Unit("INR", CRORE)),
        ("Rs. in lakhs", Unit("INR", LAKH)),
        ("(INR in Crores)", Unit("INR", CRORE)),
        ("in ₹ crore", Unit("INR", CRORE)),
        ("in crores of rupees", Unit("INR", CRORE)),
        ("Rs Crs", Unit("INR", CRORE)),
        ("₹ करोड़ में", Unit("INR", CRORE)),
        ("करोड़ रुपये में", Unit("INR", CRORE)),
        ("राशि लाख रुपये में", Unit("INR", LAKH)),
        ("USD in million", Unit("USD", Decimal(10**6))),
        ("Figures in lakh", Unit("", LAKH)),
        ("All figures in tonnes", Unit("t")),
        ("in tonnes", Unit("t")),
        ("टन में", Unit("t")),
        ("単位：億円", Unit("JPY", Decimal(10**8))),
        ("（単位：トン）", Unit("t")),
        ("㌧", Unit("t")),
        ("㌧/年", Unit("t/year")),
        ("㎏", Unit("kg")),
        ("MMTPA", Unit("Mt/year")),
        ("LMT", Unit("t", LAKH)),
    ],
)
def test_what_is_said_around_a_unit_is_taken_off(said: str, unit: Unit) -> None:
    assert unit_of(said) == unit


@pytest.mark.parametrize("said", ["in", "crore in", "figures", "of feed", "में", "(in)", "in in"])
def test_words_alone_are_no_unit(said: str) -> None:
    found = unit_of(said)
    assert found is None or not found.key


@pytest.mark.parametrize("said", ["MT", "MTPA", "in MT", "Figures in MTPA", "（単位：MT）"])
def test_a_unit_of_two_meanings_stays_one_whatever_is_said_around_it(said: str) -> None:
    assert len(meanings(said)) == 2


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,00,000/-", "100000", "INR"),
        ("5,000/= only", "5000", "INR"),
        ("₹ 2,50,000/-", "250000", "INR"),
        ("Rs. 5,000/- only", "5000", "INR"),
        ("500㌧", "500", "t"),
        ("５００㌧", "500", "t"),
        ("3㌦", "3", "USD"),
        ("10㌶", "10", "ha"),
        ("20㌫", "20", "%"),
        ("5㎏", "5", "kg"),
        ("5㎿", "5", "MW"),
        ("5㌔㍗", "5", "kW"),
        ("12㎥", "12", "m3"),
    ],
)
def test_a_quantity_is_understood(text: str, value: str, unit: str) -> None:
    assert quantity(text) == Read(Decimal(value), unit)


@pytest.mark.parametrize("text", ["5,000/- tonnes", "abc/-", "5㌔", "/-"])
def test_what_is_not_certain_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        quantity(text)


def pasted(visit: Visit, kind: type[Metric] | type[Figure], *rows: str, **answers: str) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    return preview(visit, kind, read_pasted(text.encode()), Options(answers=answers))


@pytest.mark.parametrize(
    "rows",
    [
        ("Metric|₹ in crore|As of", "Revenue|106.2|2025"),
        ("Metric|Value (₹ in crore)|As of", "Revenue|106.2|2025"),
        ("Metric|Value, ₹ in crore|As of", "Revenue|106.2|2025"),
        ("Metric|Value in Rs. crore|As of", "Revenue|106.2|2025"),
        ("Metric|Value|Unit|As of", "Revenue|106.2|₹ in crore|2025"),
        ("संकेतक|मान (करोड़ रुपये में)|वर्ष", "आय|106.2|2025"),
        ("指標|値（単位：千万ルピー）|年", "売上|106.2|2025"),
    ],
)
def test_crore_rupees_are_rupees(visit: Visit, rows: tuple[str, ...]) -> None:
    found = pasted(visit, Metric, *rows)
    assert not found.unread, found.unread
    metric = next(record for record in found.added if isinstance(record, Metric))
    (observation,) = [record for record in found.added if isinstance(record, Observation)]
    assert (metric.unit, observation.value) == ("INR", Decimal(1062000000))


def test_a_cheque_is_in_rupees(visit: Visit) -> None:
    (record,) = pasted(visit, Figure, "Figure|Value", "Grant|1,00,000/-").added
    assert isinstance(record, Figure)
    assert (record.value, record.unit) == (Decimal(100000), "INR")


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("'000 MT", "thousand t"),
        ("000 MT", "thousand t"),
        ("Ltrs", "L"),
        ("लीटर", "L"),
        ("KL", "kL"),
        ("キロリットル", "kL"),
        ("Kgs.", "kg"),
        ("pcs.", ""),
    ],
)
def test_units_as_offices_write_them_are_known(said: str, unit: str) -> None:
    assert unit_of(said) == Unit(unit)


def test_thousands_of_tonnes_in_a_heading_are_the_unit_of_its_values() -> None:
    assert unit_in("Value (in '000 MT)") == "in '000 MT"
    assert value_and_unit("Value (in '000 MT)", Metric) == ("value", "in '000 MT")
