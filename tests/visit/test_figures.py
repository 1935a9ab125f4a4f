import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS
from lohum_brief.visit.edit import apply, set_field
from lohum_brief.visit.figures import Figures, UnknownFigureError, chosen, ended
from lohum_brief.visit.printing import UnprintableFormError, printed
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Item,
    Metric,
    NamePart,
    Note,
    Observation,
    Particulars,
    Person,
    Point,
    Series,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.tokens import form, tokens
from lohum_brief.visit.visit import Visit

NAME = Text(hi="क", en="a", ja="あ")


def observation(ident: str, value: str, as_of: str = "2025", **more: Any) -> Observation:
    return Observation(
        id=ident,
        audience="guest",
        metric="metric:capacity",
        value=Decimal(value),
        as_of=as_of,
        **more,
    )


def figure(ident: str, value: str, **more: Any) -> Figure:
    return Figure(id=ident, audience="guest", name=NAME, value=Decimal(value), **more)


PARTICULARS = Particulars(
    id="v",
    audience="public",
    title=NAME,
    start=dt.date(2025, 7, 10),
    end=dt.date(2025, 7, 11),
    size=74,
)
RECORDS: tuple[AnyRecord, ...] = (
    PARTICULARS,
    Metric(id="metric:capacity", audience="guest", name=NAME, unit="t/year"),
    observation("o1", "10000", "2023"),
    observation("o2", "20000", about="more than", sources=("src:a",)),
    observation("o3", "25000", "2026", chosen=False),
    Metric(id="metric:empty", audience="guest", name=NAME),
    figure("figure:mission", "340000000000", unit="INR", about="about"),
    figure("floor", "500", unit="t", about="at least"),
    figure("ceiling", "500", unit="members", about="at most"),
    figure("average", "60", upper=Decimal(70), unit="%"),
    figure("outlay", "900000", upper=Decimal(20000000), unit="INR"),
    figure("hundreds", "5000000000", upper=Decimal(7000000000), unit="INR"),
    figure("rate", "1.70", unit="JPY/INR", as_of="2025-07-01", sources=("src:rate",)),
    figure("old-rate", "2", unit="JPY/INR", as_of="2024"),
    figure("days", "1", upper=Decimal(2), unit="days"),
    Series(
        id="series:lithium-mine", audience="public", mineral="m", measure="mine", unit="t, lithium content",
        points=(
            Point(place="AU", period="2024", value=Decimal(88000)),
            Point(place="US", period="2024", printed="W"),
            Point(place="world", period="2024", value=Decimal(240000)),
            Point(place="AU", period="2023", value=Decimal(1)),
        ),
    ),
    Item(id="item.1", audience="guest", title=NAME, start=dt.datetime(2025, 7, 11, 23, 30)),  # noqa: DTZ001 local time
    Note(id="pact", audience="guest", sort="agreement", text=NAME, date="2024-08"),
    Person(id="p1", audience="guest", family=NamePart(en="S")),
    Person(id="p2", audience="guest", family=NamePart(en="T"), side="host", duty="interpreter"),
)  # fmt: skip
VISIT = Visit(RECORDS)


def prints(written: str, visit: Visit = VISIT) -> tuple[str, ...]:
    """What a token prints in Hindi, English and Japanese."""
    [token] = tokens(written)
    value = Figures(visit).find(token)
    return tuple(printed(value, form(token), lang).replace("\u00a0", " ") for lang in LANGS)


@pytest.mark.parametrize(
    ("token", "hi", "en", "ja"),
    [
        ("{metric:capacity}", "20,000 टन/वर्ष से अधिक", "more than 20,000 t/year", "20,000トン/年超"),
        ("{metric:metric:capacity|form=number}", "20,000", "20,000", "20,000"),
        ("{metric:capacity|form=compact}", "20,000 से अधिक", "more than 20,000", "2万超"),
        (
            "{metric:capacity|unit=kt/year}",
            "20 हज़ार टन/वर्ष से अधिक",
            "more than 20 kt/year",
            "20千トン/年超",
        ),
        (
            "{figure:average|unit=ppm,form=number}",
            "6,00,000–7,00,000",
            "600,000–700,000",
            "600,000～700,000",
        ),
        ("{figure:mission}", "लगभग 34,000 करोड़ रुपये", "about ₹34,000 crore", "約3,400億ルピー"),
        ("{figure:mission|form=compact}", "लगभग 34,000 करोड़", "about 34,000 crore", "約3,400億"),
        ("{figure:floor}", "कम से कम 500 टन", "at least 500 t", "500トン以上"),
        (
            "{figure:ceiling}",
            "अधिक से अधिक 500 सदस्य",
            "at most 500 members",
            "500名以下",
        ),
        (
            "{figure:floor|form=spoken}",
            "कम से कम पाँच सौ टन",
            "at least five hundred tonnes",
            "五百トン以上",
        ),
        ("{figure:average}", "60–70%", "60–70%", "60～70%"),
        ("{figure:average|round=1}", "60.0–70.0%", "60.0–70.0%", "60.0～70.0%"),
        ("{figure:hundreds}", "500–700 करोड़ रुपये", "₹500–700 crore", "50億～70億ルピー"),
        ("{figure:outlay}", "9 लाख–2 करोड़ रुपये", "₹9 lakh–2 crore", "90万～2,000万ルピー"),
        (
            "{figure:mission|form=spoken}",
            "लगभग चौंतीस हज़ार करोड़ रुपये",
            "about thirty-four thousand crore rupees",
            "約三千四百億ルピー",
        ),
        (
            "{figure:mission|in=JPY}",
            (
                "लगभग 58,000 करोड़ येन (1 जुलाई 2025 की विनिमय दर: 1 रुपया = 1.70 येन; 2 सार्थक "
                "अंकों तक पूर्णांकित)"
            ),
            (
                "about ¥580 billion (rate of 1 July 2025: ₹1 = ¥1.70; rounded to 2 significant "
                "figures)"
            ),
            "約5,800億円（2025年7月1日の為替レート：1ルピー＝1.70円、有効数字2桁に四捨五入）",
        ),
        ("{figure:days}", "1–2 दिन", "1–2 days", "1～2日間"),
        ("{series:lithium-mine/AU/2024}", "88,000 टन", "88,000 t", "88,000トン"),
        ("{series:series:lithium-mine/AU/2024|form=share}", "37%", "37%", "37%"),
        ("{series:lithium-mine/AU/2024|form=share,round=1}", "36.7%", "36.7%", "36.7%"),
        ("{series:lithium-mine/world/2024|form=large}", "2.4 लाख टन", "240,000 t", "24万トン"),
        ("{count:delegates}", "74 सदस्य", "74 members", "74名"),
        ("{count:delegates|form=number}", "74", "74", "74"),
        ("{count:guests}", "1 व्यक्ति", "1 person", "1人"),
        ("{date:visit.start}", "10 जुलाई 2025", "10 July 2025", "2025年7月10日"),
        (
            "{date:v.end|form=weekday}",
            "11 जुलाई 2025 (शुक्रवार)",
            "11 July 2025 (Friday)",
            "2025年7月11日（金）",
        ),
        ("{date:visit.start|form=era}", "10 जुलाई 2025", "10 July 2025", "令和7年7月10日"),
        ("{date:item.1.start}", "11 जुलाई 2025", "11 July 2025", "2025年7月11日"),
        ("{date:pact.date}", "अगस्त 2024", "August 2024", "2024年8月"),
    ],
)
def test_one_value_prints_in_each_languages_own_form(token: str, hi: str, en: str, ja: str) -> None:
    assert prints(token) == (hi, en, ja)


@pytest.mark.parametrize(
    ("token", "nearest"),
    [
        ("{metric:capasity}", "{metric:capacity}"),
        ("{metric:empty}", "{metric:capacity}"),
        ("{figure:misson}", "{figure:mission}"),
        ("{series:lithum-mine/AU/2024}", "{series:lithium-mine/AU/2024}"),
        ("{series:lithium-mine/AU/2042}", "{series:lithium-mine/AU/2024}"),
        ("{series:lithium-mine/US/2024}", "{series:lithium-mine/"),
        ("{series:lithium-mine}", "{series:lithium-mine/"),
        ("{count:delegate}", "{count:delegates}"),
        ("{date:visit.begin}", "{date:visit."),
        ("{date:pact.text}", "{date:pact.date}"),
        ("{metric:}", "{metric:capacity}"),
    ],
)
def test_an_unknown_figure_is_refused_with_the_nearest(token: str, nearest: str) -> None:
    with pytest.raises(UnknownFigureError) as caught:
        prints(token)
    assert token in str(caught.value)
    assert nearest in str(caught.value)


def test_where_there_is_no_figure_at_all_none_is_proposed() -> None:
    with pytest.raises(UnknownFigureError, match="none of this kind"):
        prints("{figure:x}", Visit([PARTICULARS]))


def test_nobody_to_count_is_not_printed_as_none() -> None:
    with pytest.raises(UnknownFigureError):
        prints("{count:hosts}", Visit([PARTICULARS]))


@pytest.mark.parametrize("token", ["{date:pact.date|form=era}", "{date:pact.date|form=weekday}"])
def test_a_form_that_the_value_has_not_is_refused(token: str) -> None:
    with pytest.raises(UnprintableFormError):
        prints(token)


@pytest.mark.parametrize("unit", ["GWh", "nonsense", "t"])
def test_a_unit_into_which_nothing_can_be_converted_is_refused(unit: str) -> None:
    with pytest.raises(UnprintableFormError, match=unit):
        prints(f"{{metric:capacity|unit={unit}}}")


def test_a_share_needs_the_world() -> None:
    series = Series(
        id="s",
        audience="public",
        mineral="m",
        measure="mine",
        points=(Point(place="AU", period="2024", value=Decimal(1)),),
    )
    with pytest.raises(BriefError, match="world"):
        prints("{series:s/AU/2024|form=share}", Visit([PARTICULARS, series]))


def test_the_latest_chosen_reading_is_printed_by_the_end_of_its_period() -> None:
    year, fiscal, month = (
        observation("a", "1", "2024"),
        observation("b", "2", "FY2024"),
        observation("c", "3", "2025-05"),
    )
    assert chosen([fiscal, year]) is fiscal
    assert chosen([fiscal, month]) is month
    assert chosen([fiscal, observation("d", "4", "2026", chosen=False)]) is fiscal
    assert ended("2024") < ended("FY2024") < ended("2025-04-01") < ended("2025-04") < ended("2025")


def test_the_value_says_where_it_is_from() -> None:
    [token] = tokens("{metric:capacity}")
    value = Figures(VISIT).find(token)
    assert (value.record, value.sources) == ("o2", ("src:a",))


def test_money_in_another_currency_cites_its_rate() -> None:
    [token] = tokens("{figure:mission|in=JPY}")
    assert Figures(VISIT).find(token).sources == ("src:rate",)


def test_without_a_rate_no_money_is_converted() -> None:
    with pytest.raises(UnknownFigureError, match="EUR/INR"):
        prints("{figure:mission|in=EUR}")


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("{date:late.end|form=time}", ["21:15", "21:15", "21:15"]),
        (
            "{date:late.end|form=clocks}",
            [
                "21:15 भारतीय समय (00:45 जापानी समय, 12 जुलाई)",
                "21:15 IST (00:45 JST, 12 July)",
                "インド時間21:15（日本時間翌日00:45）",
            ],
        ),
        ("{date:late.start|form=day}", ["11 जुलाई", "11 July", "7月11日"]),
    ],
)
def test_an_item_begins_and_ends_on_both_clocks(token: str, expected: list[str]) -> None:
    item = Item(
        id="late",
        audience="guest",
        title=NAME,
        start=dt.datetime.fromisoformat("2025-07-11T20:30"),
        minutes=45,
    )
    [one] = tokens(token)
    value = Figures(Visit([*RECORDS, item])).find(one)
    assert value.record == "late"
    assert [printed(value, form(one), lang) for lang in LANGS] == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-08-20", ["20 अगस्त 2024", "20 August 2024", "2024年8月20日"]),
        ("2024-08", ["अगस्त 2024", "August 2024", "2024年8月"]),
        ("FY2024", ["वित्त वर्ष 2024-25", "FY 2024-25", "2024年度"]),
    ],
)
def test_a_date_prints_as_exactly_as_it_is_known(date: str, expected: list[str]) -> None:
    pact = Note(id="pact", audience="guest", sort="agreement", text=NAME, date=date)
    [token] = tokens("{date:pact.date}")
    value = Figures(Visit([*(one for one in RECORDS if one.id != "pact"), pact])).find(token)
    assert [printed(value, form(token), lang) for lang in LANGS] == expected


@pytest.mark.parametrize("name", ["visit.start", "2025-07-10", "pact.date"])
def test_what_is_no_moment_has_no_clock(name: str) -> None:
    [token] = tokens("{date:" + name + "|form=clocks}")
    with pytest.raises(UnprintableFormError, match="has no time of day"):
        printed(Figures(VISIT).find(token), form(token), "en")


@pytest.mark.parametrize(
    ("options", "record"),
    [
        ("as_of=2023", "o1"),
        ("as_of=2025-03", "o4"),
        ("as_of=2025", "o2"),
        (" as_of=2024 ,form=number", "o6"),
        ("", "o2"),
    ],
)
def test_a_reading_is_named_by_its_date_or_a_period_it_lies_in(options: str, record: str) -> None:
    more = (
        observation("o4", "15000", "2025-03", chosen=False),
        observation("o5", "16000", "2024-04", chosen=False),
        observation("o6", "17000", "2024-09"),
    )
    [token] = tokens("{metric:capacity|" + options + "}")
    assert form(token).decimals is None
    assert Figures(Visit([*RECORDS, *more])).find(token).record == record


def test_a_date_without_a_reading_and_one_with_several_are_refused() -> None:
    more = [
        observation(ident, "1", "2024", chosen=chosen)
        for ident, chosen in (("a", False), ("b", False))
    ]
    [token] = tokens("{metric:capacity|as_of=2022}")
    with pytest.raises(UnknownFigureError, match="no reading of 2022; there are: 2023, 2025, 2026"):
        Figures(VISIT).find(token)
    [token] = tokens("{metric:capacity|as_of=2024}")
    with pytest.raises(
        UnknownFigureError, match=r"several readings are of 2024: a \(2024\), b \(2024\)"
    ):
        Figures(Visit([*RECORDS, *more])).find(token)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("{literal:10|form=ordinal,gender=feminine}", ["दसवीं", "10th", "第10回"]),
        ("{literal:3|form=ordinal,gender=oblique,counter=次}", ["तीसरे", "3rd", "第3次"]),
        ("{figure:round|form=ordinal}", ["15वाँ", "15th", "第15回"]),
        ("{count:delegates|form=ordinal}", ["74वाँ", "74th", "第74回"]),
    ],
)
def test_the_place_in_a_row_agrees_with_what_is_counted(token: str, expected: list[str]) -> None:
    [one] = tokens(token)
    value = Figures(Visit([*RECORDS, figure("figure:round", "15")])).find(one)
    assert [printed(value, form(one), lang) for lang in LANGS] == expected


@pytest.mark.parametrize(
    "token", ["{literal:0|form=ordinal}", "{literal:१०|form=ordinal}", "{literal:x|form=ordinal}",
              "{figure:average|form=ordinal}", "{figure:rate|form=ordinal}"],
)  # fmt: skip
def test_only_whole_numbers_have_a_place_in_a_row(token: str) -> None:
    [one] = tokens(token)
    with pytest.raises(UnprintableFormError, match="has no place in a row"):
        printed(Figures(VISIT).find(one), form(one), "en")


@pytest.mark.parametrize(
    "token", ["{figure:hundreds|in=JPY}", "{figure:average|form=spoken}", "{figure:average|in=JPY}"]
)
def test_a_range_and_what_is_no_money_are_not_converted(token: str) -> None:
    with pytest.raises(BriefError):
        prints(token)


def test_figures_that_follow_an_edit_are_those_of_the_new_visit() -> None:
    [token] = tokens("{metric:metric:capacity}")
    before = Figures(VISIT)
    reading = chosen(before.readings["metric:capacity"])
    title = Figures(apply(VISIT, set_field(VISIT, PARTICULARS.id, "title.en", "b")))
    assert title.readings is before.readings, "nothing is gathered again"
    assert title.find(token).number == before.find(token).number
    changed = apply(title.visit, set_field(title.visit, reading.id, "value", "77"))
    assert Figures(changed).find(token).number == 77
