"""What stands around a name: forms of address before it, honorifics and post-nominals behind it.

A form of address that the model knows is taken off the name. A rank that it has no word for (Adv.,
Lt Gen) and services and degrees behind a name (IAS, (Retd.)) are told apart from it and kept
elsewhere; Jr. and III stay with the family name: nothing of what a cell says is ever dropped. A
word that can be a name itself (He, Sri, San, 博士) is taken off only where two parts are left
without it, or where its dot or its small letters show what it is; else it stays, and the other
reading is offered.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from lohum_brief.exchange.address_words import (
    AFTER_COMMA,
    BEHIND,
    DOUBTFUL,
    EXCELLENCY,
    GENERATIONS,
    HONOURABLE,
    HONOURED,
    IN_CAPITALS,
    LONG_BEGIN,
    LONG_RANKS,
    PERHAPS_BEHIND,
    POLITE_BEHIND,
    RANKS,
    RETIRED,
    SERVICES,
    TITLES,
    WORDS,
    is_generation,
    is_post_nominal,
    is_title,
    listed,
    of_ranks,
    parted,
    plain,
    together,
)
from lohum_brief.language.either import either
from lohum_brief.language.rooms.names import PLAIN, Address


class Polite(NamedTuple):
    """A name without what stands around it."""

    words: tuple[str, ...]
    address: Address = PLAIN
    before: str = ""
    """Forms of address that stay with the given name: Sheikh, Pandit."""
    behind: str = ""
    """What stays behind the family name, with the comma or space between: , Jr."""
    after: str = ""
    """Services and degrees behind the name: IAS (Retd.)."""
    rank: str = ""
    """Posts before the name, and ranks that are none of the forces: Justice, Hon'ble Minister."""
    alone: bool = False
    """It was one part of a name with an honorific apart from it."""


_GLUED: Final = re.compile(
    rf"^(H\.E\.|(?:{either(lambda language: language.titles.glued)})\.)(?=[^\s-])",
    re.IGNORECASE,
)


def polite(text: str) -> list[Polite]:
    """Return the readings of a name in Latin letters or Devanagari, the likeliest first; none where
    there is an honorific alone.
    """
    if found := honoured_in_japanese(text) or _listed_behind(text):
        inner, address, after = found
        return [
            one._replace(
                address=together(one.address, address),
                after=", ".join(filter(None, (after, one.after))),
            )
            for one in polite(inner)
        ]
    if (bare := text.split()) and stand_alone(bare):
        return [Polite(tuple(bare))]
    words, end = _without_end(text)
    head = front(words)
    if not head.words:
        return []
    head, after = _retired(with_rank(head), end.after)
    name = Polite(tuple(head.words), head.address, head.before, end.behind, after, head.rank)
    return [reading for one in _with_doubtful(name, head.doubtful) for reading in _ends(one)]


class Behind(NamedTuple):
    """A name, and what stands behind all of it."""

    name: str
    address: Address
    after: str = ""


def honoured_in_japanese(text: str) -> Behind | None:
    """A name in letters of another language with an honorific as Japanese has them: SUZUKI Hana
    様.
    """
    found = None if text.isascii() else _HONOURED_IN_JAPANESE.fullmatch(text)
    return Behind(found[1].rstrip(), BEHIND[found[2]]) if found else None


_HONOURED_IN_JAPANESE: Final = re.compile(
    "([^\u3041-\u30ff\u3400-\u9fff]*[^\\W\\d_\u3041-\u30ff\u3400-\u9fff][^\u3041-\u30ff\u3400-\u9fff]*)"
    f"({'|'.join(BEHIND)})"
)


def behind_brackets(text: str) -> tuple[str, Address] | None:
    """A name in two forms without the honorific that stands behind both: TANAKA Ichiro (田中 一郎)
    様.
    """
    found = None if text.isascii() else _BEHIND_BRACKETS.fullmatch(text.strip())
    return (found[1], BEHIND[found[2]]) if found else None


_BEHIND_BRACKETS: Final = re.compile(rf"(.+[)）])\s*({'|'.join(BEHIND)})", re.DOTALL)


def _listed_behind(text: str) -> Behind | None:
    """A name with ranks, services and titles behind it that commas part within brackets: (Lt Gen,
    Retd.).
    """
    found = _LISTED.search(text) if "," in text else None
    if not found or not text[: found.start()].strip(" ,"):
        return None
    said = [one.strip() for one in found[1].split(",") if one.strip()]
    if not all(_stands_around(word) for one in said for word in one.split()):
        return None
    titles = {one: address for one in said if (address := WORDS.get(plain(one)))}
    kept = ", ".join(one for one in said if one not in titles)
    name = text[: found.start()].rstrip(" ,") + text[found.end() :]
    return Behind(name, together(PLAIN, *titles.values()), f"({kept})" if kept else "")


_LISTED: Final = re.compile(r"\(([^()]*,[^()]*)\)\s*(?=$|,)")


def _stands_around(word: str) -> bool:
    return is_post_nominal(word) or is_title(word) or plain(word) in WORDS


def with_unsaid(name: Polite, cell: str) -> Polite:
    """A name with those forms of address of its cell beside its ranks that are not stored with the
    highest: Smt. beside Dr.
    """
    if name.address == PLAIN:
        return name
    around = " ".join((*name.words, name.before, name.behind, name.after, name.rank))
    kept = {word.strip("(),") for word in around.split()}
    unsaid: list[str] = []
    for word in _split(cell):
        bare = word.strip("(),")
        said = WORDS.get(plain(word)) or DOUBTFUL.get(plain(word))
        if name.address.dignity and plain(word).replace("’", "'") in HONOURED:
            said = HONOURABLE
        if said and bare not in kept and not _is_within(said, name.address):
            unsaid.append(bare)
    return name._replace(rank=" ".join(filter(None, (name.rank, *unsaid)))) if unsaid else name


def _is_within(said: Address, stored: Address) -> bool:
    titles: tuple[str, ...]
    titles = ("prof", "dr", "prof_dr") if stored.honorific == "prof_dr" else (stored.honorific,)
    if stored.honorific == "justice":  # Mr Justice Rao
        titles = ("justice", "mr")
    return said.dignity in ("", stored.dignity) and said.honorific in ("none", *titles)


class _End(NamedTuple):
    """What stands behind a name."""

    behind: str = ""
    """Generations, with what parts them from the name: , Jr."""
    after: str = ""
    """Services and degrees."""


def _without_end(text: str) -> tuple[list[str], _End]:
    """Part what stands behind a name from its words."""
    text, end = _before_commas(text)
    words = _split(text)
    while len(words) > 1 and (is_post_nominal(words[-1]) or _is_in_capitals(words)):
        *words, rest, last = words
        comma = rest.endswith(",")
        if is_generation(last):
            end = end._replace(behind=f"{', ' if comma else ' '}{last}{end.behind}")
        else:
            joint = "" if not end.after else " " if end.after.startswith("(") else ", "
            end = end._replace(after=f"{last}{joint}{end.after}")
        if rest := rest.rstrip(",") if comma else rest:
            words.append(rest)
    return words, end


def _before_commas(text: str) -> tuple[str, _End]:
    """Part from a name what stands behind its commas: Jane Doe, Jr., IAS."""
    end = _End()
    while "," in text:
        name, _, last = text.rpartition(",")
        if not _behind_comma(last) or last.count(")") > last.count("("):
            break
        text, said = name.rstrip(), last.strip()
        if all(map(is_generation, said.split())):
            end = end._replace(behind=f", {said}{end.behind}")
        else:
            end = end._replace(after=f"{said}, {end.after}" if end.after else said)
    return text, end


def _with_doubtful(name: Polite, doubtful: tuple[str, Address] | None) -> list[Polite]:
    """Return the readings of a name behind a word that may belong to it, the likeliest first."""
    if doubtful is None:
        return [name]
    word, meant = doubtful
    whole = name._replace(words=(word, *name.words))
    cut = name._replace(address=together(name.address, meant))
    if _is_certain(word, name.words):
        return [cut]
    return [cut, whole] if _cuts(word, name.words) else [whole, cut]


def stand_alone(words: Sequence[str]) -> bool:
    """Whether no word of a name may be anything else, as it is with most."""
    return _POINTED.search("".join(words)) is None and _BESIDE.isdisjoint(map(str.casefold, words))


_POINTED: Final = re.compile(r"[^\w\s\u0900-\u097f]")
"""A sign that stands beside a name, or in a word that does: H.E., (Retd.), Hon'ble, Yuki-san."""
_BESIDE: Final = frozenset(
    {
        *(*WORDS, *DOUBTFUL, *TITLES, *RANKS, *GENERATIONS, *SERVICES),
        *(*POLITE_BEHIND, *PERHAPS_BEHIND, *IN_CAPITALS),
        *LONG_BEGIN,
    }
)


def _is_in_capitals(words: Sequence[str]) -> bool:
    """Whether a name ends in a post-nominal that may be initials elsewhere: Jane Doe MP, but
    Suresh MP and JANE DOE MP.
    """
    return (
        len(words) > 2
        and words[-1].isupper()
        and plain(words[-1]) in IN_CAPITALS
        and not " ".join(words[:-1]).isupper()
    )


def _behind_comma(part: str) -> bool:
    words = part.split()
    return bool(words) and all(
        is_post_nominal(word) or plain(word) in AFTER_COMMA for word in words
    )


def _split(text: str) -> list[str]:
    if "." not in text:
        return text.split()
    words: list[str] = []
    for word in text.split():
        while found := _GLUED.match(word):
            words.append(found[1])
            word = word[found.end() :]  # noqa: PLW2901 - what is left of it
        words.append(word)
    return words


class Front(NamedTuple):
    """What stands before a name, and what is left of it."""

    address: Address
    before: str
    """Forms of address that stay with the given name."""
    rank: str
    words: list[str]
    doubtful: tuple[str, Address] | None
    """A word between both that may belong to either."""


def front(words: list[str]) -> Front:
    """Part what stands before a name from it."""
    found = [PLAIN]
    ranks, words = _posted(words)
    titles: list[str] = []
    long = _long_rank(words)
    ranks, words = [*ranks, *words[:long]], words[long:]
    known, words = _taken(words, titles, ranks)
    found += known
    if len(found) > 1 and (left := _left(words)):  # Justice (Retd.) A. K. Roy
        ranks, words = [*ranks, left], words[1:]
    doubtful = None if titles or ranks else _doubtful(words)
    if doubtful:
        words = words[1:]
        # HE Mr. X: the title that follows shows what the word before it is.
        if following := WORDS.get(plain(words[0])) if len(words) > 1 else None:
            found += [doubtful[1], following]
            words, doubtful = words[1:], None
    return Front(together(*found), " ".join(titles), " ".join(ranks), words, doubtful)


def _taken(
    words: list[str], titles: list[str], ranks: list[str]
) -> tuple[list[Address], list[str]]:
    """Return what the words before a name say, and what is left of them; the others are kept with
    the titles and ranks.
    """
    found: list[Address] = []
    while words:
        word, *rest = words
        kept = _kept_with(word, rest, titles, ranks) if rest else None
        if kept is not None:
            kept.append(word)
        elif known := _certain(word, alone=not rest):
            found.append(known)
        else:
            break
        words = rest
    return found, words


def with_rank(head: Front) -> Front:
    """A rank of the forces as part of the form of address."""
    ranked, rest = of_ranks(head.rank.split())
    return head._replace(address=together(head.address, ranked), rank=" ".join(rest))


def _retired(head: Front, after: str) -> tuple[Front, str]:
    """Whoever has left the forces with a rank, or the bench: Col. Ashok Verma (Retd.); what else
    stands behind the name is given back.
    """
    if not head.address.may_retire:
        return head, after
    rank, left = without_retired(head.rank), without_retired(after)
    if (rank, left) == (head.rank, after):
        return head, after
    return head._replace(address=head.address._replace(retired=True), rank=rank), left


def _left(words: Sequence[str]) -> str:
    """The word behind a title that says that somebody has left a service; else nothing."""
    return words[0] if len(words) > 1 and plain(words[0]) in RETIRED else ""


def without_retired(after: str) -> str:
    """What stands beside a name without the word that somebody has left a service."""
    words = [word for word in after.split() if plain(word) not in RETIRED]
    return " ".join(words).rstrip(" ,") if len(words) < len(after.split()) else after


def _kept_with(
    word: str, rest: Sequence[str], titles: list[str], ranks: list[str]
) -> list[str] | None:
    """Return where a word before a name is kept: with its titles, with its ranks, or in neither."""
    if (titles or ranks) and _IN_BRACKETS.fullmatch(word):  # Capt. (Dr.), Capt (IN)
        return ranks or titles
    if is_title(word):
        return ranks if _is_rank(word, rest) else titles
    return None


def _certain(word: str, *, alone: bool) -> Address | None:
    """Return the honorific that a word says for certain; some are names where they stand alone."""
    bare = plain(word)
    if alone and bare in _NAMES_TOO and not word.endswith("."):
        return None
    if not alone and _may_be_initials(word):
        return None
    return WORDS.get(bare) or (EXCELLENCY if word.casefold() in ("h.e.", "he.") else None)


def _doubtful(words: Sequence[str]) -> tuple[str, Address] | None:
    """Return the first word of a name that may be an honorific, and which."""
    if len(words) < 2:
        return None
    bare = plain(words[0])
    meant = WORDS[bare] if _may_be_initials(words[0]) else DOUBTFUL.get(bare)
    return (words[0], meant) if meant else None


def _long_rank(words: Sequence[str]) -> int:
    """How many words at the beginning are a rank; a name has to stand behind it."""
    if not words or plain(words[0]) not in LONG_BEGIN:
        return 0
    said = tuple(map(plain, words[:3]))
    return next(
        (len(rank) for rank in LONG_RANKS if len(words) > len(rank) and said[: len(rank)] == rank),
        0,
    )


def is_rank(word: str) -> bool:
    """Whether a word says what somebody is and can be no part of a name: Gen., Hon'ble,
    न्यायमूर्ति.
    """
    return _is_rank(word, ())


_NAMES_AS_WELL: Final = frozenset({"major", "marshal", "air"})
"""Ranks that are given names too, where only one other word stands behind them: Major Singh."""


def _is_rank(word: str, rest: Sequence[str]) -> bool:
    """Whether a title is a rank; of two letters without a dot it may be initials or a name: AR
    Rahman, Ca Van.
    """
    bare = plain(word).replace("’", "'")
    if bare not in RANKS or (bare in _NAMES_AS_WELL and len(rest) == 1):
        return False
    return (
        len(bare) > 2
        or not bare.isascii()
        or "." in word
        or (not word.isupper() and len(rest) > 1)
        or bare == "lt"
    )


_IN_BRACKETS: Final = re.compile(r"\(\S+\)")
_LEADING: Final = parted(lambda titles: titles.leading)
"""Posts that may stand before a form of address."""
_FORMAL: Final = parted(lambda titles: titles.formal)


def _posted(words: list[str]) -> tuple[list[str], list[str]]:
    """A post that stands before the form of address, and what is left: Hon'ble Minister of Mines |
    Shri G. Kishan Reddy.
    """
    for at, word in enumerate(words[1:-1], 1):
        if plain(word) in _FORMAL and not word.startswith("("):
            said = any(plain(one) in _LEADING for one in words[:at])
            return (words[:at], words[at:]) if said else ([], words)
    return [], words


def _may_be_initials(word: str) -> bool:
    """MS Dhoni is M.S., but Ms and MS. are forms of address."""
    return word in ("MS", "MR", "DR")


_NAMES_TOO: Final = listed(lambda titles: titles.names_too)


def _is_certain(word: str, rest: Sequence[str]) -> bool:
    """Whether its dot, or capitals beside a name in small letters, shows that a word is an
    honorific.
    """
    if plain(word) == "he":
        return word == "HE" and len(rest) > 1 and not all(one.isupper() for one in rest)
    return word.endswith(".")


def _cuts(word: str, rest: Sequence[str]) -> bool:
    """Whether nothing is lost without the word: He begins more names than it honours."""
    return len(rest) > 1 and plain(word) != "he"


def _ends(name: Polite) -> list[Polite]:
    """The readings of the end of a name: an honorific behind it, or a name like San."""
    *rest, last = name.words
    if rest and (readings := _without_last(name, tuple(rest), last)):
        return readings
    stem, _, suffix = last.rpartition("-")
    if stem and suffix.casefold() in ("san", "sama"):
        cut = name._replace(words=(*rest, stem))
        return [name, cut] if rest else [cut]
    return [name]


def _without_last(name: Polite, rest: tuple[str, ...], last: str) -> list[Polite]:
    """Return the readings of a name whose last word may honour it; else nothing."""
    if last in POLITE_BEHIND:
        return [name._replace(words=rest)]
    bare = plain(last)
    if last.startswith("(") and (meant := WORDS.get(bare)):  # RAO Asha (Dr.)
        return [name._replace(words=rest, address=together(name.address, meant))]
    if bare in PERHAPS_BEHIND:
        cut = name._replace(words=rest)
        small = last.islower() and not any(word[:1].islower() for word in rest)
        return [cut] if small else [name, cut]
    return []
