"""What the decoder did not like about a document, in the words of the program.

msgspec says it in English and in the terms of Python. Its sentences are few; one that is not known
here is shown as it is.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.interface import listed, say
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


def explain(error: BaseException) -> str:
    """Why something was refused, and where in it; without a full stop."""
    if isinstance(error, RecursionError):
        return say("it is nested too deeply")
    if isinstance(error, UnicodeError):
        return say("it is not UTF-8; save it in that encoding")
    text, _, path = str(error).rstrip(".").partition(" - at `$")
    if path == ".kind`" and text.startswith("Invalid value"):
        return say("its kind is not one of {kinds}", kinds=listed(KINDS))
    why = next(
        (tell(found) for form, tell in _FORMS if (found := re.fullmatch(form, text, re.DOTALL))),
        None,
    )
    place = re.sub(r"\[(\d+|\.\.\.)\]", r".\1", path.rstrip("`")).replace("...", "…").lstrip(".")
    return (
        say("{why}, at {place}", why=why or legible(text, 300), place=legible(place))
        if place
        else why or legible(text, 300)
    )


def legible(text: str, most: int = 100) -> str:
    """A foreign text as it may stand in a message: on one line, and not endless."""
    shown = "".join(character if _is_seen(character) else "\ufffd" for character in text[:most])
    return shown if len(text) <= most else shown + "…"


def _type(names: str) -> str:
    return " / ".join(say(_TYPES[name]) if name in _TYPES else name for name in names.split(" | "))


def _is_seen(character: str) -> bool:
    """Whether a character can be shown; Python calls no space printable but the common one, also
    that between names in kanji.
    """
    return character.isprintable() or unicodedata.category(character) == "Zs"


_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str]], str]], ...]] = (
    ("Expected `Rest`, got .*", lambda _: say("there is no field {field}", field=KEY)),
    ("Expected `(.*)`, got `(.*)`", lambda m: say("{wanted} is expected, not {found}", wanted=_type(m[1]), found=_type(m[2]))),
    ("Expected `([^`]*)`", lambda m: say("{wanted} is expected", wanted=_type(m[1]))),
    (
        "Expected `str` matching regex .*A-Za-z0-9.*",
        lambda _: say("an id consists of the letters A–Z and a–z, digits and . _ : - and begins with a letter "
        "or digit"),
    ),
    ("Expected `str` matching regex .*A-Z.*", lambda _: say("a country is two capital letters, such as JP, or nothing")),
    ("Expected `str` of length <= (.*)", lambda m: say("it has more than {count} characters", count=m[1])),
    ("Expected `str` of length >= .*", lambda _: say("it is empty")),
    ("Expected `array` of length <= (.*)", lambda m: say("it has more than {count} elements", count=m[1])),
    ("Expected `array` of length >= .*", lambda _: say("it is empty")),
    ("Expected `int` >= (.*)", lambda m: say("it is less than {number}", number=m[1])),
    ("Expected `int` <= (.*)", lambda m: say("it is more than {number}", number=m[1])),
    ("Expected `datetime` with no timezone component", lambda _: say("a time has no time zone here: it is the one at the place")),
    ("Invalid RFC3339 encoded date", lambda _: say("it is not a date such as {date}", date="2025-07-08")),
    ("Invalid RFC3339 encoded datetime", lambda _: say("it is not a time such as {time}", time="2025-07-08T10:30:00")),
    ("Invalid decimal string", lambda _: say("it is not a number")),
    ("Number out of range", lambda _: say("the number is too large")),
    ("Invalid (?:enum )?value '?(.*?)'?", lambda m: say("“{value}” is none of the values it may have", value=legible(m[1]))),
    ("Object missing required field `(.*)`", lambda m: say("the field {field} is missing", field=m[1])),
    ("Object contains unknown field `(.*)`", lambda m: say("there is no field {field}", field=legible(m[1]))),
    ("Input data was truncated", lambda _: say("its end is missing")),
    (r"JSON is malformed: .*\(byte (\d+)\)", lambda m: say("it is not JSON from byte {byte} on", byte=m[1])),
)  # fmt: skip
"""The decoder's sentences, each with what is said instead."""
