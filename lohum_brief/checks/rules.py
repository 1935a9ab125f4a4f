"""The one table of rules: what each is called, and which modules find it; and what severities are
called.

A new rule is its module and its row.
"""

from typing import Final, NamedTuple

from lohum_brief.checks.finding import Severity
from lohum_brief.language.catalogue import phrase
from lohum_brief.message import Message, msg


class Rule(NamedTuple):
    """What a rule is called, and the modules whose `findings(visit)` find it."""

    title: str
    modules: tuple[str, ...] = ()


RULES: Final[dict[str, Rule]] = {
    "integrity": Rule(phrase("The file is damaged")),
    "addresses": Rule(phrase("Forms of address and ranks"), ("addresses",)),
    "arrangements": Rule(phrase("Seats, rooms and who is where"), ("arrangements",)),
    "audiences": Rule(phrase("Not for these readers"), ("audiences",)),
    "readers": Rule(phrase("Kept from readers who need it")),
    "markings": Rule(phrase("Marked as not for these readers"), ("markings",)),
    "kept_names": Rule(phrase("Names that readers are not to know"), ("kept_names",)),
    "references": Rule(phrase("Records that are named"), ("references",)),
    "codes": Rule(phrase("Codes of countries and time zones"), ("codes",)),
    "consents": Rule(phrase("Consents"), ("consents",)),
    "days": Rule(phrase("Days that cannot be"), ("days", "weekdays")),
    "conflicts": Rule(phrase("Contradicting sources"), ("conflicts",)),
    "figures": Rule(phrase("Figures and their tokens"), ("figures",)),
    "newer": Rule(phrase("Of a newer version"), ("newer",)),
    "numbers": Rule(phrase("Numbers differ"), ("numbers",)),
    "plausibility": Rule(phrase("Implausible values"), ("plausibility",)),
    "characters": Rule(phrase("Characters without a font"), ("characters",)),
    "charts": Rule(phrase("Charts"), ("charts",)),
    "furigana": Rule(phrase("Readings over kanji"), ("furigana",)),
    "journeys": Rule(phrase("Journeys that cannot be"), ("journeys",)),
    "illustrations": Rule(phrase("Pictures"), ("illustrations",)),
    "languages": Rule(phrase("Missing languages"), ("languages", "licences")),
    "page_references": Rule(phrase("Pages that texts name"), ("page_references",)),
    "passports": Rule(phrase("Passports, visas and clearances"), ("passports",)),
    "objective": Rule(phrase("Objective of the visit"), ("objective",)),
    "pictures": Rule(phrase("Photos")),
    "placeholders": Rule(phrase("Stand-ins for a text"), ("placeholders",)),
    "punctuation": Rule(phrase("Punctuation"), ("punctuation",)),
    "programme": Rule(phrase("Times of the programme"), ("programme",)),
    "repeated": Rule(phrase("Printed twice"), ("repeated",)),
    "readings": Rule(phrase("Readings of names"), ("readings",)),
    "sections": Rule(phrase("Left out of packs"), ("sections",)),
    "setting": Rule(phrase("Too large for a page")),
    "sides": Rule(phrase("Sides of people"), ("sides",)),
    "spellings": Rule(phrase("Two spellings of one name"), ("spellings",)),
    "states": Rule(phrase("Translation is old"), ("states",)),
    "tables": Rule(phrase("Tables without rows, and their cells"), ("tables",)),
    "terms": Rule(phrase("Words the glossary forbids"), ("terms",)),
    "translations": Rule(
        phrase("Left untranslated, or translated in two ways"), ("translations", "alike")
    ),
    "typed_figures": Rule(phrase("Figures typed into texts"), ("typed_figures",)),
    "mixed_units": Rule(phrase("One quantity in several units"), ("mixed_units",)),
    "units": Rule(phrase("Units that are not known"), ("units", "own_units")),
    "wording": Rule(phrase("Possible stand-ins")),
    "widths": Rule(phrase("Digits and letters of two forms"), ("widths",)),
}
"""Those without modules are found with others, need the store and not only the visit, or measure
what packs would print (`release/trying`).
"""
_SEVERITIES: Final[dict[Severity, str]] = {
    "error": phrase("Error"),
    "warning": phrase("Warning"),
    "info": phrase("Note"),
}


def rule_title(rule: str) -> Message:
    """Return the name of a rule."""
    return msg(RULES[rule].title)


def severity_title(severity: Severity) -> Message:
    """Return the word for a severity."""
    return msg(_SEVERITIES[severity])
