"""Visits and records that ship with the program: the sample, an empty visit, the reference data on minerals."""

from collections.abc import Iterable
from typing import Final

from lohum_brief.paths import resource
from lohum_brief.visit.document import decode, decode_part, visit_of
from lohum_brief.visit.records import AnyRecord
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
    "sample/metrics",
    "sample/figures",
    *REFERENCE,
    "sample/glossary",
    "sample/sources",
    "sample/packs",
)
"""The parts of the sample under `resources`, in the order in which packs print them."""


def sample_visit() -> Visit:
    """The sample: Greater Noida, July 2025."""
    return visit_of(_records(SAMPLE), "sample")


def new_visit() -> Visit:
    """A visit without content: sections and packs to begin with, the title still missing."""
    file = resource("new.json")
    return decode(file.read_bytes(), file.name)


def reference_data() -> list[AnyRecord]:
    """Minerals, their series by country and year, the figures that their texts print, and the sources; all public.

    Figures of the U.S. Geological Survey (public domain) and of the International Energy Agency (CC BY 4.0).
    """
    return _records(REFERENCE)


def _records(parts: Iterable[str]) -> list[AnyRecord]:
    files = [resource(f"{part}.json") for part in parts]
    return [record for file in files for record in decode_part(file.read_bytes(), file.name)]
