"""On whose side words put people: “Indian side”, 【日本側】, a role “Host”, a caption “Host side
delegates”.

The country of the place is the hosts', every other one the guests'. What names both sides, or a
body that nobody knows, is told apart as a doubt, for somebody to answer: hosts that pass for guests
are printed among the delegates.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lohum_brief.exchange.references import folded, names
from lohum_brief.language import countries
from lohum_brief.language.codes import LANGS
from lohum_brief.language.either import EVERY, either, words
from lohum_brief.visit.records import Organisation, Side
from lohum_brief.visit.visit import Visit

_HOST: Final = frozenset(words(lambda language: language.sides.host))
_GUEST: Final = frozenset(words(lambda language: language.sides.guest))
_BODY: Final = frozenset(words(lambda language: language.sides.body))
"""What is said of either side: it has members, it sends a delegation."""
_FILLING: Final = frozenset(words(lambda language: language.sides.filling))
_ADJECTIVES: Final = {
    word: code
    for language in EVERY
    for code, said in language.sides.citizens.items()
    for word in said.split("|")
}
_BODIES: Final = frozenset(words(lambda language: language.sides.bodies))
_AROUND: Final = re.compile(r"^[【■◆●▼<《＜]|[:：】>》＞]$")
_COLUMNS: Final = frozenset(map(folded, words(lambda language: language.sides.columns)))
_NUMBERING: Final = re.compile(
    r"^\s*[(\[（]?(?:[A-Za-z]|[ivxIVX]{1,4}|\d{1,2}|"
    rf"{either(lambda language: language.sides.numbering)})[.)\]）:、．]\s*(?=\S)"
)
_SIGNS: Final = re.compile(
    r"[\s()\[\]{}（）【】〔〕「」『』<>《》〈〉■□●○◆◇▶►▪•*★☆#:：;,、，。.|/\\_\-–—―=~～]+"
)


class Told(NamedTuple):
    """What words say of a side: the one they put people on, or, in doubt, that they speak of sides
    and nobody can tell which.
    """

    side: Side | None = None
    doubtful: bool = False


_NOTHING: Final = Told()


def home_of(visit: Visit) -> str:
    """The country where the visit is: that of the hosts' own organisation, else of the time zone of
    the place.
    """
    host = visit.get(Organisation, visit.particulars.host)
    return (host.country if host else "") or countries.of_zone(visit.particulars.place_zone)


def of_words(text: str, visit: Visit) -> Told:
    """What a cell or a row says that says nothing else."""
    return _whole(text, home_of(visit)) if (told := _of_body(text, visit)) is None else Told(told)


def of_title(texts: Iterable[str], visit: Visit) -> tuple[Told, str]:
    """What the first of some captions says that speaks of a side, and which one that is."""
    for text in texts:
        if (told := _within(text, home_of(visit))) != _NOTHING:
            return told, text
    return _NOTHING, ""


def bare(text: str) -> Side | None:
    """The side of a cell that is the word for it and nothing else: Host, Guests, 受入側."""
    return _whole(text, "").side


def is_column(heading: str, cells: Iterable[str]) -> bool:
    """Whether a column that is headed so has nothing but sides; countries count where its heading
    says what they are.
    """
    home = "-" if folded(heading) in _COLUMNS else ""
    empty = True
    for cell in cells:  # a column is another with the first cell that says something else
        if _whole(cell, home).side is None:
            return False
        empty = False
    return not empty


def is_heading(text: str) -> bool:
    """Whether a text that stands alone in its row says who follows below it: members, a ministry,
    “Interpreters:”.
    """
    text = text.strip()
    return bool(_AROUND.search(text)) or any(
        _is_of_people(word) or word in _BODIES for word in _words(text)
    )


def _of_body(text: str, visit: Visit) -> Side | None:
    """The side of the body that is meant by “Lohum side”, where the visit knows it."""
    sided = [one for one in visit.of(Organisation) if one.side]
    if not sided:
        return None
    own = _name_said(text)
    if len(own) < 2:
        return None
    found = {one.side for one in sided if own in set(names(one))}
    return found.pop() if len(found) == 1 else None


def _name_said(text: str) -> str:
    """What is left of “Lohum side” without the word of the side, folded."""
    said = (word for word in _words(text) if word not in _BODY and word not in _FILLING)
    return folded(" ".join(said))


_OURS: Final = frozenset(words(lambda language: language.sides.ours))
_SIDE: Final = frozenset(words(lambda language: language.sides.side))


@lru_cache(10_000)  # a column says the same few words in all its cells
def _whole(text: str, home: str) -> Told:
    if len(text) > 80:
        return _NOTHING
    words = _words(text)
    sides = _sides(words, home, beside_body=False)
    rest = [word for word in words if not _is_known(word)]
    if len(sides) == 1 and not rest and not (set(words) <= _FILLING):
        return Told(next(iter(sides)))
    speaks = bool(sides) or not _SIDE.isdisjoint(words[-1:])
    return Told(None, doubtful=speaks and 1 < len(words) < 8 and any(map(_is_of_people, words)))


@lru_cache(1_000)
def _within(text: str, home: str) -> Told:
    sides = _sides(_words(text), home, beside_body=True)
    return Told(next(iter(sides))) if len(sides) == 1 else Told(None, doubtful=len(sides) > 1)


def _is_of_people(word: str) -> bool:
    return word in _HOST or word in _GUEST or word in _BODY


def _is_of_host(words: list[str], at: int) -> bool:
    """Whether “our” and the like have a body behind them: our delegation."""
    return words[at] not in _OURS or _body_behind(words, at)


def _sides(words: list[str], home: str, *, beside_body: bool) -> set[Side]:
    """The sides that words name; a country counts in a caption only where a delegation or a side
    stands behind it.
    """
    found: set[Side] = set()
    for at, word in enumerate(words):
        if word in _HOST and _is_of_host(words, at):
            found.add("host")
        elif word in _GUEST:
            found.add("guest")
        elif (code := _country(word)) and home and (not beside_body or _body_behind(words, at)):
            found.add("host" if code == home else "guest")
    return found


def _body_behind(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and (words[at + 1] in _BODY or words[at + 1] in ("hosts", "guests"))


def _is_known(word: str) -> bool:
    return _is_of_people(word) or word in _FILLING or word.isdecimal() or bool(_country(word))


def _country(word: str) -> str:
    return _ADJECTIVES.get(word) or _countries().get(word, "")


@cache
def _countries() -> dict[str, str]:
    """Countries that are called by one word, in any of the three languages."""
    found: dict[str, str] = {}
    for code in countries.codes():
        if len(code) == 2:
            for lang in LANGS:
                name = _plain(countries.country(code, lang))
                found |= {} if " " in name else {name: code}
    return found


def _plain(text: str) -> str:
    text = unicodedata.normalize(
        "NFD", unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    )
    return unicodedata.normalize("NFC", text.replace("\u093c", ""))


@cache
def _japanese() -> re.Pattern[str]:
    """The words of Japanese, which has no spaces between them; the longest first."""
    own = {
        word
        for word in (*_HOST, *_GUEST, *_BODY, *_BODIES, *_FILLING, *_countries())
        if re.search("[\u3040-\u9fff]", word)
    }
    return re.compile("|".join(map(re.escape, sorted(own, key=lambda word: (-len(word), word)))))


def _words(text: str) -> list[str]:
    """The words of a text without the number or letter that it begins with."""
    plain = _SIGNS.sub(" ", _plain(_NUMBERING.sub("", text)))
    if not re.search("[\u3040-\u9fff]", plain):
        return plain.split()
    parted = _japanese().sub(lambda found: f" {found[0]} ", plain)
    return parted.split()
