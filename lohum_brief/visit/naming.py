"""What one record of a kind is called in a sentence."""

from typing import Final

from lohum_brief.language.catalogue import phrase, say

KIND_NAMES: Final[dict[str, str]] = {
    "visit": phrase("visit"),
    "organisation": phrase("organisation"),
    "group": phrase("group"),
    "person": phrase("person"),
    "item": phrase("item"),
    "metric": phrase("metric"),
    "observation": phrase("value"),
    "figure": phrase("figure"),
    "mineral": phrase("mineral"),
    "series": phrase("series"),
    "note": phrase("note"),
    "statement": phrase("statement"),
    "term": phrase("term"),
    "source": phrase("source"),
    "paragraph": phrase("paragraph"),
    "table": phrase("table"),
    "chart": phrase("chart"),
    "section": phrase("section"),
    "pack": phrase("pack"),
    "waiver": phrase("ignored finding"),
}


def kind_title(kind: str) -> str:
    """The name of one record of the kind, in the interface language; for the kind as JSON has it, see `kind_of`."""
    return say(KIND_NAMES[kind])
