"""A message is a value: English with named places, and what stands in them.

Everything below the command line and the window tells what it has to tell as messages: what a check
found, why a file is refused, what an undo step is called. They travel to the process beside the
window and lie in journals as they are. A sentence is made of them where a person reads it, in that
person's language (`language.interface.say`); logic compares the values.

English is the key, as in gettext; `msg` and `msg_n` are what `language.extract` looks for.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

import msgspec

CONTEXT_END: Final = "\x04"
"""What gettext sets between a context and its message."""

STOPS: Final = ".。।"
"""What ends a sentence in one of the languages."""


class Message(msgspec.Struct, frozen=True, array_like=True, tag="m", omit_defaults=True):
    """A sentence, or a part of one, in no language yet.

    With a plural, `count` chooses between the two and is `{count}` in both.
    """

    key: str
    values: tuple[tuple[str, "Value"], ...] = ()
    plural: str = ""
    count: int = 0

    def __str__(self) -> str:
        """Return it in English, for logs and for those who develop the program."""
        return english(self)

    def __getitem__(self, name: str) -> "Value":
        """Return what stands in a place; raises KeyError for a place that it has not."""
        return dict(self.values)[name]


class Group(msgspec.Struct, frozen=True, array_like=True, tag="g"):
    """Several values as one.

    “listed” parts them as the language parts a list, “either” with strokes, “beside” with dots,
    “words” with spaces, “sentences” sets whole sentences behind one another, “lines” each on its
    own line; “clause” is one sentence without its
    stop, to stand within another, “capital” words that begin a sentence, “small” those that begin
    one no more.
    """

    how: Literal[
        "listed", "either", "beside", "words", "sentences", "lines", "clause", "capital", "small"
    ]
    parts: tuple["Value", ...]

    def __str__(self) -> str:
        """Return it in English."""
        return english(self)


class Forms(msgspec.Struct, frozen=True, array_like=True, tag="f"):
    """What has a form of its own in each language already: a title of the visit's, a date."""

    by_language: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Return the English form, else the first."""
        return english(self)


Value = str | int | Message | Group | Forms
"""What stands in the place of a message. A string is the same in every language: what somebody
typed, a name, an identifier."""


def msg(key: str, /, **values: Value) -> Message:
    """Return a message; `key` is a literal in English with `{named}` places."""
    return Message(key, tuple(values.items()))


def msg_n(singular: str, plural: str, count: int, /, **values: Value) -> Message:
    """Return a message that depends on a number, which is `{count}` in it."""
    return Message(singular, tuple(values.items()), plural, count)


def listed(parts: Iterable[Value], most: int | None = None) -> Group:
    """Return values in a row; of more than `most` only so many, and how many more there are."""
    parts = tuple(parts)
    more = len(parts) - most if most is not None else 0
    if more > 0:
        parts = (*parts[:most], msg_n("{count} more", "{count} more", more))
    return Group("listed", parts)


def either(parts: Iterable[Value]) -> Group:
    """Return values of which one is meant, with strokes between them."""
    return Group("either", tuple(parts))


def beside(parts: Iterable[Value]) -> Group:
    """Return values that have nothing to do with each other, with dots between them."""
    return Group("beside", tuple(parts))


def words(parts: Iterable[Value]) -> Group:
    """Return values as words behind one another."""
    return Group("words", tuple(parts))


def sentences(parts: Iterable[Value]) -> Group:
    """Return whole sentences behind one another; what is empty is left out."""
    return Group("sentences", tuple(part for part in parts if part != ""))


def lines(parts: Iterable[Value]) -> Group:
    """Return values each on its own line."""
    return Group("lines", tuple(parts))


def clause(sentence: Value) -> Group:
    """Return a sentence without its stop, to stand within another."""
    return Group("clause", (sentence,))


def capital(words: Value) -> Group:
    """Return words that begin a sentence."""
    return Group("capital", (words,))


def small(words: Value) -> Group:
    """Return words that would begin a sentence, to stand within one."""
    return Group("small", (words,))


def forms(by_language: Mapping[str, str]) -> Forms:
    """Return what has a form of its own in each language, by language code."""
    return Forms(tuple(by_language.items()))


def is_sayable(value: Value, depth: int = 16) -> bool:
    """Return whether a value that was read from a file can be said: every place of its messages is
    a plain name that has a value, and it is not nested deeper than any of ours.
    """
    match value:
        case Message():
            names = dict(value.values)
            forms_of = (value.key, value.plural) if value.plural else (value.key,)
            if value.plural:
                names["count"] = value.count
            filled = not names or all(_places(form) <= names.keys() for form in forms_of)
            return filled and _all_sayable(names.values(), depth)
        case Group():
            many = value.how not in ("clause", "capital", "small")
            return (many or len(value.parts) == 1) and _all_sayable(value.parts, depth)
        case _:
            return True


def _all_sayable(parts: Iterable[Value], depth: int) -> bool:
    return depth > 0 and all(is_sayable(part, depth - 1) for part in parts)


def _places(key: str) -> set[str | None]:
    """Return the names of the places of a key; None stands for what is no plain place."""
    from string import Formatter  # noqa: PLC0415 - only who reads messages from a file needs it

    try:
        parsed = list(Formatter().parse(key))
    except ValueError:
        return {None}
    return {
        name if name.isidentifier() and not spec and conversion is None else None
        for _, name, spec, conversion in parsed
        if name is not None
    }


def without_context(key: str) -> str:
    """Return a key as English has it."""
    return key.rpartition(CONTEXT_END)[2]


def english(value: Value) -> str:
    """Return a value in English."""
    match value:
        case Message():
            values = {name: english(inner) for name, inner in value.values}
            if value.plural:
                key = value.key if value.count == 1 else value.plural
                return key.format(count=value.count, **values)
            key = without_context(value.key)
            # Without values it is taken as it stands, braces too.
            return key.format(**values) if values else key
        case Group():
            return arrange(value.how, [english(part) for part in value.parts])
        case Forms():
            found = dict(value.by_language)
            return found.get("en") or next(iter(found.values()), "")
        case _:
            return str(value)


_BETWEEN: Final = {"listed": ", ", "either": " / ", "beside": " · ", "words": " "}
"""What stands between the parts of a group that are only set beside each other."""


def arrange(how: str, parts: list[str]) -> str:
    """Return the parts of a group as one string, with what English sets between them."""
    if how in _BETWEEN:
        return _BETWEEN[how].join(parts)
    match how:
        case "sentences":
            return " ".join(filter(None, parts))
        case "lines":
            return "\n".join(parts)
        case "clause":
            return parts[0].rstrip(STOPS)
        case "small":
            return parts[0][:1].lower() + parts[0][1:]
        case _:
            return parts[0][:1].upper() + parts[0][1:]
