"""What the decoder did not like about a document, in the words of the program.

msgspec says it in English and in the terms of Python. Its sentences are few; one that is not known
here is shown as it is.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.message import Message, Value, either, listed, msg
from lohum_brief.visit.records import KINDS
from lohum_brief.visit.rest import KEY

_TYPES: Final = {
    "str": phrase("a text"),
    "int": phrase("a whole number"),
    "float": phrase("a number"),
    "decimal": phrase("a number"),
    "bool": phrase("true or false"),
    "null": phrase("null"),
    "object": phrase("an object"),
    "array": phrase("a list"),
}


def explain(error: BaseException) -> Value:
    """Return why something was refused, and where in it; without a full stop."""
    if isinstance(error, RecursionError):
        return msg("it is nested too deeply")
    if isinstance(error, UnicodeError):
        return msg("it is not UTF-8; save it in that encoding")
    text, path = _parted(error)
    if path == ".kind" and text.startswith("Invalid value"):
        return msg("its kind is not one of {kinds}", kinds=listed(KINDS))
    why, place = _why(text), place_in(error)
    return msg("{why}, at {place}", why=why, place=legible(place)) if place else why


def place_in(error: BaseException) -> str:
    """Return the path of what was refused in a document, such as points.0.value; empty for the
    whole.
    """
    return re.sub(r"\[(\d+|\.\.\.)\]", r".\1", _parted(error)[1]).replace("...", "…").lstrip(".")


def _parted(error: BaseException) -> tuple[str, str]:
    """Part a sentence of the decoder into what is wrong and where."""
    text, _, path = str(error).rstrip(".").partition(" - at `$")
    return text, path.rstrip("`")


def _why(text: str) -> Value:
    """Return what is said instead of a sentence of the decoder; itself where it is not known."""
    for form, tell in _FORMS:
        if found := re.fullmatch(form, text, re.DOTALL):
            return tell(found)
    return legible(text, 300)


def legible(text: str, most: int = 100) -> str:
    """Return a foreign text as it may stand in a message: on one line, and not endless."""
    shown = "".join(character if _is_seen(character) else "\ufffd" for character in text[:most])
    return shown if len(text) <= most else shown + "…"


def _type(names: str) -> Value:
    """Return what types are called that the decoder names."""
    return either(msg(_TYPES[one]) if one in _TYPES else one for one in names.split(" | "))


def _is_seen(character: str) -> bool:
    """Return whether a character can be shown; Python calls no space printable but the common one,
    also that between names in kanji.
    """
    return character.isprintable() or unicodedata.category(character) == "Zs"


_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str]], Message]], ...]] = (
    ("Expected `Rest`, got .*", lambda _: msg("there is no field {field}", field=KEY)),
    (
        "Expected `(.*)`, got `(.*)`",
        lambda m: msg("{wanted} is expected, not {found}", wanted=_type(m[1]), found=_type(m[2])),
    ),
    ("Expected `([^`]*)`", lambda m: msg("{wanted} is expected", wanted=_type(m[1]))),
    (
        "Expected `str` matching regex .*A-Za-z0-9.*",
        lambda _: msg(
            "an id consists of the letters A–Z and a–z, digits and . _ : - and begins with a "
            "letter or digit"
        ),
    ),
    (
        "Expected `str` matching regex .*A-Z.*",
        lambda _: msg("a country is two capital letters, such as JP, or nothing"),
    ),
    (
        "Expected `str` of length <= (.*)",
        lambda m: msg("it has more than {count} characters", count=m[1]),
    ),
    ("Expected `str` of length >= .*", lambda _: msg("it is empty")),
    (
        "Expected `array` of length <= (.*)",
        lambda m: msg("it has more than {count} elements", count=m[1]),
    ),
    ("Expected `array` of length >= .*", lambda _: msg("it is empty")),
    ("Expected `int` >= (.*)", lambda m: msg("it is less than {number}", number=m[1])),
    ("Expected `int` <= (.*)", lambda m: msg("it is more than {number}", number=m[1])),
    (
        "Expected `datetime` with no timezone component",
        lambda _: msg("a time has no time zone here: it is the one at the place"),
    ),
    (
        "Invalid RFC3339 encoded date",
        lambda _: msg("it is not a date such as {date}", date="2025-07-08"),
    ),
    (
        "Invalid RFC3339 encoded datetime",
        lambda _: msg("it is not a time such as {time}", time="2025-07-08T10:30:00"),
    ),
    ("Invalid decimal string", lambda _: msg("it is not a number")),
    ("Number out of range", lambda _: msg("the number is too large")),
    (
        "Invalid (?:enum )?value '?(.*?)'?",
        lambda m: msg("“{value}” is none of the values it may have", value=legible(m[1])),
    ),
    (
        "Object missing required field `(.*)`",
        lambda m: msg("the field {field} is missing", field=m[1]),
    ),
    (
        "Object contains unknown field `(.*)`",
        lambda m: msg("there is no field {field}", field=legible(m[1])),
    ),
    ("Input data was truncated", lambda _: msg("its end is missing")),
    (
        r"JSON is malformed: .*\(byte (\d+)\)",
        lambda m: msg("it is not JSON from byte {byte} on", byte=m[1]),
    ),
)
"""The decoder's sentences, each with what is said instead."""
