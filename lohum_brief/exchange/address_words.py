"""The words that stand around names, and what each means: forms of address, ranks, services
and degrees.

`honorifics` takes them off a name; columns of their own are asked about them here.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final, get_args

from lohum_brief.language.either import EVERY, words
from lohum_brief.language.rooms.names import PLAIN, Address, Dignity, Forces, Honorific
from lohum_brief.language.rooms.titles import Titles
from lohum_brief.visit.first_version import ADDRESSES

EXCELLENCY: Final = Address("excellency")
HONOURABLE: Final = Address("honourable")


_NAMED: Final[Mapping[str, Address]] = {
    **{title: Address(honorific=title) for title in get_args(Honorific)},
    **{dignity: Address(dignity=dignity) for dignity in get_args(Dignity)},
}
"""Forms of address by what the languages name them by; PLAIN without a name."""


def _addresses(part: Callable[[Titles], Mapping[str, str]]) -> dict[str, Address]:
    return {
        word: _NAMED[said]
        for language in EVERY
        for said, words in part(language.titles).items()
        for word in words.split()
    }


def parted(part: Callable[[Titles], str]) -> frozenset[str]:
    """Return the words of all languages that are parted by spaces."""
    return frozenset(word for language in EVERY for word in part(language.titles).split())


def listed(part: Callable[[Titles], str]) -> frozenset[str]:
    """Return the words of all languages that are parted by |."""
    return frozenset(words(lambda language: part(language.titles)))


WORDS: Final = _addresses(lambda titles: titles.certain)
DOUBTFUL: Final = _addresses(lambda titles: titles.possible)
"""Those that can be names, or parts of names."""
HONOURED: Final = listed(lambda titles: titles.honoured)


def _of_rank(rank: Forces) -> tuple[str, ...]:
    return words(lambda language: language.titles.forces.get(rank, ""))


_OF_FORCES: Final[dict[str, Forces]] = {
    word: rank for rank in get_args(Forces) if rank for word in (rank, *_of_rank(rank))
}
INDIAN: Final = parted(lambda titles: titles.indian)
"""Forms of address of Indians alone."""
TITLES: Final = parted(lambda titles: titles.titles)
"""Forms of address that the model has no word for."""
RANKS: Final = parted(lambda titles: titles.ranks)
"""Those of them that say what somebody is, as a post does; the others are part of how a person is
called: Sheikh, Pandit.
"""
_RANK: Final[tuple[Honorific, ...]] = (
    "none", "mr", "ms", "miss", "mrs", "er", "adv", "justice", "dr", "prof", "prof_dr",
)  # fmt: skip
"""Of several the last counts, but for Prof. Dr."""

GENERATIONS: Final = listed(lambda titles: titles.generations)
SERVICES: Final = parted(lambda titles: titles.services)
RETIRED: Final = listed(lambda titles: titles.retired)
LONG_RANKS: Final = tuple(
    tuple(rank.split()) for rank in words(lambda language: language.titles.long_ranks)
)
"""Ranks of several words, the longer first; Vice, Group and Wing alone are none."""
LONG_BEGIN: Final = frozenset(rank[0] for rank in LONG_RANKS)
IN_CAPITALS: Final = listed(lambda titles: titles.in_capitals)
"""Post-nominals in capitals behind a whole name that is not in capitals."""
AFTER_COMMA: Final = parted(lambda titles: titles.after_comma)
"""Post-nominals only behind a comma: elsewhere they may be initials."""
BEHIND: Final = {
    word: _NAMED[said] for language in EVERY for word, said in language.titles.behind.items()
}
"""Honorifics that stand behind a name."""
POLITE_BEHIND: Final = listed(lambda titles: titles.polite)
PERHAPS_BEHIND: Final = listed(lambda titles: titles.perhaps_polite)


@lru_cache(10_000)  # each word of a name is looked up in several lists
def plain(word: str) -> str:
    """A word as it is looked up: without dots and brackets around it, in small letters."""
    return word.casefold().strip("().,").rstrip(".:")


@lru_cache(1_000)
def together(*found: Address) -> Address:
    """Several forms of address of one person as one: of titles the highest, Dr beside Prof. as
    Prof. Dr.
    """
    titles = {one.honorific for one in found}
    title: Honorific = "prof_dr" if titles >= {"prof", "dr"} else max(titles, key=_RANK.index)
    return Address(
        next((one.dignity for one in found if one.dignity), ""),
        next((one.forces for one in found if one.forces), ""),
        title,
        next((one.suffix for one in found if one.suffix), ""),
        any(one.retired for one in found),
    )


def of_ranks(ranks: Sequence[str]) -> tuple[Address, list[str]]:
    """Hon'ble, a rank of the forces and a degree in brackets that stand before a name, and what of
    it is neither; before a post Hon'ble is part of that.
    """
    rest, degree = _degree(list(filter(_is_no_leave, map(_bare, ranks))))
    dignity = HONOURABLE if rest and rest[0] in HONOURED else PLAIN
    rest = rest[1:] if dignity != PLAIN else rest
    rank = _OF_FORCES.get(" ".join(rest), "")
    retired = not all(map(_is_no_leave, map(_bare, ranks)))
    if not rank and (rest or retired):
        return PLAIN, list(ranks)
    return together(dignity, Address(forces=rank, retired=retired), degree), []


def _degree(words: list[str]) -> tuple[list[str], Address]:
    """Words without the degree that is the last of them, and that."""
    found = WORDS.get(words[-1]) if words else None
    return (words[:-1], found) if found else (words, PLAIN)


def _bare(word: str) -> str:
    return plain(word).replace("’", "'")


def _is_no_leave(word: str) -> bool:
    """Whether a word does not say that somebody has left a service."""
    return word not in RETIRED


def is_post_nominal(word: str) -> bool:
    """Whether a word behind a name says a generation, a service or a degree."""
    bare = plain(word).replace("’", "'")
    return bare in GENERATIONS or bare in SERVICES or bare.replace(".", "") in SERVICES


def is_service(word: str) -> bool:
    """Whether it says something that a person may have or not, as IAS; a generation tells two
    people apart.
    """
    return is_post_nominal(word) and plain(word) not in GENERATIONS


def is_generation(word: str) -> bool:
    """Return whether a word behind a name tells a son from his father: Jr., III."""
    return plain(word) in GENERATIONS


def is_title(word: str) -> bool:
    """Whether a word is a form of address that the model does not know."""
    return plain(word).replace("’", "'") in TITLES


@lru_cache(1_000)  # a list has few posts, each many times
def address_of(text: str) -> Address | None:
    """The form of address that a cell of its own says: Dr., H.E. Mr., Lt Gen, 様; None for any
    other word. 様 is one that is not stored.
    """
    whole = text.strip().casefold().rstrip(".")
    if whole in ADDRESSES:
        return ADDRESSES[whole]
    if whole in _RANK:
        return Address(honorific=next(one for one in _RANK if one == whole))
    found: list[Address] = []
    ranks: list[str] = []
    for word in re.sub(r"(?<=[^\W\d_]{2})\.(?=[\w(])", ". ", text.strip()).split():
        bare = plain(word)
        one = WORDS.get(bare) or DOUBTFUL.get(bare) or BEHIND.get(word)
        if one is None:
            ranks.append(word)
        else:
            found.append(one)
    ranked, other = of_ranks(ranks)
    return together(ranked, *found) if (found or ranks) and not other else None


_POSTS: Final = listed(lambda titles: titles.posts)


def is_post(text: str) -> bool:
    """Whether a word in a column of posts is one, though it can be a form of address too:
    Professor, but not Prof.
    """
    return text.strip().casefold() in _POSTS
