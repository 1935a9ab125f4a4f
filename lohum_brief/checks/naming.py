"""What rules and severities are called."""

from typing import Final

from lohum_brief.checks.finding import Severity
from lohum_brief.language.catalogue import phrase, say

_RULES: Final[dict[str, str]] = {
    "integrity": phrase("The file is damaged"),
    "addresses": phrase("Forms of address within names"),
    "audiences": phrase("Not for these readers"),
    "readers": phrase("Kept from readers who need it"),
    "references": phrase("Records that are named"),
    "codes": phrase("Codes of countries and time zones"),
    "consents": phrase("Consents"),
    "days": phrase("Days that cannot be"),
    "conflicts": phrase("Contradicting sources"),
    "figures": phrase("Figures and their tokens"),
    "numbers": phrase("Numbers differ"),
    "plausibility": phrase("Implausible values"),
    "characters": phrase("Characters without a font"),
    "charts": phrase("Charts"),
    "furigana": phrase("Readings over kanji"),
    "languages": phrase("Missing languages"),
    "pictures": phrase("Photos"),
    "placeholders": phrase("Stand-ins for a text"),
    "punctuation": phrase("Punctuation"),
    "programme": phrase("Times of the programme"),
    "readings": phrase("Readings of names"),
    "sections": phrase("Left out of packs"),
    "sides": phrase("Sides of people"),
    "spellings": phrase("Two spellings of one name"),
    "states": phrase("Translation is old"),
    "tables": phrase("Tables without rows, and their cells"),
    "terms": phrase("Words the glossary forbids"),
    "translations": phrase("Left untranslated, or translated in two ways"),
    "units": phrase("Units that are not known"),
    "wording": phrase("Possible stand-ins"),
    "widths": phrase("Digits and letters of two forms"),
}
_SEVERITIES: Final[dict[Severity, str]] = {
    "error": phrase("Error"),
    "warning": phrase("Warning"),
    "info": phrase("Note"),
}


def rule_title(rule: str) -> str:
    """The name of a rule, in the interface language."""
    return say(_RULES[rule])


def severity_title(severity: Severity) -> str:
    """The word for a severity, in the interface language."""
    return say(_SEVERITIES[severity])
