"""Visits and records that ship with the program: sample, templates, reference data on minerals."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.language.catalogue import phrase
from lohum_brief.paths import resource
from lohum_brief.visit.document import decode, decode_part, visit_of
from lohum_brief.visit.records import AnyRecord, Item, Meeting, Particulars, Task
from lohum_brief.visit.visit import Visit

REFERENCE: Final = ("reference/minerals", "reference/iea", "reference/figures", "reference/sources")
SAMPLE: Final = (
    "sample/visit",
    "sample/sections",
    "sample/prose",
    "sample/charts",
    "sample/statements",
    "sample/notes",
    "sample/organisations",
    "sample/people",
    "sample/programme",
    "sample/arrangements",
    "sample/metrics",
    "sample/figures",
    *REFERENCE,
    "sample/glossary",
    "sample/sources",
    "sample/packs",
)
"""The parts of the sample under `resources`, in the order in which packs print them."""


def sample_visit() -> Visit:
    """Return the sample: Greater Noida, July 2025."""
    return visit_of(_records(SAMPLE), "sample")


_PICTURES: Final = ("plan", "logo-guest", "logo-host")


def sample_pictures() -> list[bytes]:
    """Return the files of the sample's pictures, which are visibly specimens."""
    return [resource(f"sample/pictures/{name}.svg").read_bytes() for name in _PICTURES]


class Template(NamedTuple):
    """What a new visit is made from.

    `key` is its file below `resources/templates`; name and description are in English.
    """

    key: str
    name: str
    about: str


TEMPLATES: Final = (
    Template(
        "site-visit",
        phrase("Site visit"),
        phrase(
            "Tour of a plant with talks: delegation, figures, minerals, safety, talking points, "
            "a day’s programme."
        ),
    ),
    Template(
        "courtesy-call",
        phrase("Courtesy call"),
        phrase(
            "One hour with introductions, a talk and mementoes: who comes, background, "
            "talking points, protocol."
        ),
    ),
    Template(
        "signing",
        phrase("Signing"),
        phrase("A ceremony: documents, order of the ceremony, seating, what the press receives."),
    ),
    Template(
        "dinner",
        phrase("Dinner"),
        phrase(
            "An evening with toasts: who comes, what they eat, seating, order of the toasts, "
            "talking points."
        ),
    ),
    Template(
        "follow-up",
        phrase("Follow-up"),
        phrase("A meeting on what was agreed: where each point stands, open points, next steps."),
    ),
)
SITE_VISIT: Final = TEMPLATES[0].key


def new_visit(template: str = SITE_VISIT, day: dt.date | None = None) -> Visit:
    """Return a visit to begin with: sections and packs for each audience, places, and specimens of
    vehicles, tasks and meetings.

    With a day it has the outline of a programme, too; without one nothing belongs to an item.
    """
    file = resource(f"templates/{template}.json")
    records: list[AnyRecord] = []
    for record in decode(file.read_bytes(), file.name):
        match record:
            case Particulars():
                records.append(structs.replace(record, start=day, end=day))
            case Item():
                if day:
                    records.append(
                        structs.replace(record, start=dt.datetime.combine(day, record.start.time()))
                    )
            case Task() | Meeting() if day is None:
                records.append(structs.replace(record, item=None))
            case _:
                records.append(record)
    return visit_of(records, file.name)


def reference_data() -> list[AnyRecord]:
    """Return minerals, their series by country and year, their figures and the sources; all public.

    The data are by the U.S. Geological Survey (public domain) and the International Energy Agency
    (CC BY 4.0).
    """
    return _records(REFERENCE)


def _records(parts: Iterable[str]) -> list[AnyRecord]:
    files = [resource(f"{part}.json") for part in parts]
    return [record for file in files for record in decode_part(file.read_bytes(), file.name)]
