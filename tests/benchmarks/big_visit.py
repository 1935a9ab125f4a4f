"""A visit far larger than real ones: the sample with many more people, metrics and values of these."""

from decimal import Decimal

import msgspec

from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import AnyRecord, Metric, Observation, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def big_visit(people: int = 5_000, observations: int = 20_000, metrics: int = 100) -> Visit:
    """The sample with so many people, and values spread over so many metrics, a month after a
    month.
    """
    visit = sample_visit()
    persons = visit.of(Person)
    more: list[AnyRecord] = [
        msgspec.structs.replace(persons[at % len(persons)], id=f"person:more-{at}")
        for at in range(max(0, people - len(persons)))
    ]
    more += [
        Metric(
            id=f"metric:more-{at}",
            audience="guest",
            name=Text(hi=f"माप {at}", en=f"Measure {at}", ja=f"指標{at}"),
            unit="t",
        )
        for at in range(metrics)
    ]
    held = len(visit.of(Observation))
    sources = visit.of(Observation)[0].sources
    more += [
        Observation(
            id=f"observation:more-{at}",
            audience="guest",
            metric=f"metric:more-{at % metrics}",
            value=Decimal(1000 + at),
            as_of=f"{1990 + at // metrics // 12 % 35}-{1 + at // metrics % 12:02}",
            sources=sources,
        )
        for at in range(max(0, observations - held))
    ]
    return Visit([*visit, *more])
