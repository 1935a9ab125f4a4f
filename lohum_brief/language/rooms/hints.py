"""What a careful reader of a language would mark."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from unicodedata import normalize

import msgspec

from lohum_brief.message import Value


class Hint(NamedTuple):
    """Between two places of a text: what to write there instead, and why."""

    start: int
    stop: int
    right: str
    why: Value


class Rule(NamedTuple):
    """What is wrong, what to write instead, and why, marked for the catalogue."""

    pattern: str
    right: str | Callable[[re.Match[str]], str]
    why: str


def narrow(match: re.Match[str]) -> str:
    """Return full-width forms as others are."""
    return normalize("NFKC", match[0])


def any_of(pairs: str) -> tuple[str, dict[str, str]]:
    """Return a pattern of the wrong words of lines `wrong right`, and what each should be."""
    table = dict(line.split() for line in pairs.strip().splitlines())
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True)), table


def _nothing(_text: str) -> Iterator[Hint]:
    return iter(())


class Hints(msgspec.Struct, frozen=True, kw_only=True):
    """A rule is here only if it is nearly always right."""

    rules: tuple[Rule, ...]
    stop: Rule | None = None
    """The rule for a full stop at the end of a sentence, which is so seldom right that `check`
    finds it too; None where it is.
    """
    more: Callable[[str], Iterator[Hint]] = _nothing
    """What no pattern finds."""
