"""A visit to import into, and the messages in English."""

from collections.abc import Iterator

import pytest

from lohum_brief.language.interface import use
from lohum_brief.visit.records import Metric, Mineral, NamePart, Organisation, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use("en")
    yield
    use(None)


@pytest.fixture
def visit() -> Visit:
    """A visit with two organisations, a person, a metric and a mineral."""
    return Visit(
        [
            Particulars(id="visit", audience="public", title=Text(en="Visit")),
            Organisation(
                id="org:meti",
                audience="guest",
                name=Text(
                    hi="अर्थव्यवस्था, व्यापार और उद्योग मंत्रालय",
                    en="Ministry of Economy, Trade and Industry",
                    ja="経済産業省",
                ),
                abbreviation="METI",
                country="JP",
            ),
            Organisation(
                id="org:plant",
                audience="public",
                name=Text(hi="लोहम", en="Lohum", ja="ローハム"),
                country="IN",
                side="host",
            ),
            Person(
                id="person:mihon",
                audience="guest",
                family=NamePart(en="Mihon", ja="見本", reading="みほん"),
                given=NamePart(en="Hajime", ja="一", reading="はじめ"),
                organisation="org:meti",
            ),
            Metric(
                id="metric:capacity",
                audience="guest",
                name=Text(hi="क्षमता", en="Capacity", ja="能力"),
                unit="t/year",
            ),
            Mineral(
                id="mineral:lithium",
                audience="public",
                name=Text(hi="लिथियम", en="Lithium", ja="リチウム"),
                symbol="Li",
            ),
        ]
    )
