"""A person's name as lists write it, in one cell, taken apart: honorific, family and given name,
and in which script.

山田 太郎 様 · YAMADA Taro · Yamada, Taro · やまだ たろう · ジョン・スミス · श्री नरेंद्र वर्मा ·
山田 太郎 / YAMADA Taro
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.exchange.address_words import address_of, is_post_nominal, together
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.honorifics import (
    Polite,
    behind_brackets,
    front,
    honoured_in_japanese,
    polite,
    with_rank,
    with_unsaid,
)
from lohum_brief.exchange.honoured_behind import polite_japanese
from lohum_brief.exchange.name_order import Order, cased, is_set_off, korean_parts, order, romanised
from lohum_brief.language.codes import LATIN_FIRST, READ, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.names import PLAIN, Address
from lohum_brief.message import msg
from lohum_brief.visit.records import NamePart

PARTED: Final = tuple(lang for lang in LATIN_FIRST if LANGUAGES[lang].names.either_first)
"""The languages in whose letters families may stand first or last."""

Script = Lang | str
"""A language, or `reading` for kana that say how kanji are read."""


class Named(NamedTuple):
    """One form of a name. `orders` is empty where nothing says which part is the family name."""

    lang: str
    parts: tuple[str, ...]
    orders: tuple[Order, ...] = ()
    """How the parts may be parted, the likeliest first."""
    address: Address = PLAIN
    before: str = ""
    """What stays with the given name."""
    behind: str = ""
    """What stays with the family name, with the space or comma between."""
    after: str = ""
    """Services and degrees behind the name."""
    rank: str = ""
    """Ranks and posts before the name."""
    text: str = ""
    """What stood in the cell."""
    alone: bool = False
    """One part of a name that is known to be all of it: 山田 様."""
    others: "tuple[Named, ...]" = ()
    """Other readings of the same letters, in which a word is an honorific that is a name here, or
    the other way round.
    """


class Parted(NamedTuple):
    """A form of a name as it is stored."""

    family: str
    given: str
    address: Address = PLAIN


def script_of(text: str) -> str:
    """The language a text is written in, by its letters; empty where it has none.

    Kana alone are `kana`, letters of no language that is printed `other`.
    """
    if text.isascii():
        return "en" if _LATIN.search(text) else ""
    if found := _CERTAIN.search(text):
        return str(found.lastgroup)
    if _KANA.search(text):
        return "kana"
    if any(character < "\u0250" and character.isalpha() for character in text):
        return "en"
    return "other" if any(map(str.isalpha, text)) else ""


_CERTAIN: Final = re.compile(
    "|".join(
        f"(?P<{lang}>[{language.script.in_names}])"
        for lang, language in LANGUAGES.items()
        if language.script.in_names
    )
)
"""The letters that tell a language, in groups of its name."""
_LATIN: Final = re.compile("[A-Za-z]")
_KANA: Final = re.compile("[\u3041-\u30ff\uff66-\uff9f]")
_AROUND: Final = " \t\u3000,、"
"""What may stand around the forms of a name."""
_PIECES: Final = re.compile(r"[/／\n]|[(（]([^()（）]*)[)）]")


def forms(text: str, lang: str = "", country: str = "") -> list[Named]:
    """All forms of a name that stand in a cell; `lang` is what the column says, `country` that of
    the organisation.

    Raises CellError.
    """
    if not _PIECES.search(text) and text.strip(_AROUND):
        return [_form(text, lang, country)]  # as most cells
    if found := behind_brackets(text):
        name, address = found
        named = forms(name, lang, country)
        return [form._replace(address=together(form.address, address)) for form in named]
    pieces = [piece for piece in _pieces(text) if piece.strip(_AROUND)]
    if not pieces:
        raise CellError(msg("it holds no name"))
    if len(pieces) == 1:
        return [_form(pieces[0], lang, country)]
    named = [_form(piece, "", country) for piece in pieces]
    if any(map(_has_kanji, named)):
        named = [_as_reading(form) if _only_kana(form) else form for form in named]
    _refuse_unfit(named, text)
    return named


def _refuse_unfit(named: Sequence[Named], text: str) -> None:
    """Raise CellError for forms of a name that cannot stand in one cell."""
    if any(script_of(form.text) == "other" for form in named):
        raise CellError(
            msg(
                "“{text}” has letters that no pack can print; leave the other form of the name",
                text=text[:60],
            )
        )
    if len({form.lang for form in named}) < len(named):
        raise CellError(
            msg(
                "“{text}” has two names in one script; put each in a column of its own",
                text=text[:60],
            )
        )


def _pieces(text: str) -> list[str]:
    """The forms that a cell holds: what is in brackets is one of them where it is in another
    script, else part of the name.
    """
    pieces: list[str] = []
    at = 0
    for found in _PIECES.finditer(text):
        inner = found[1]
        outer = script_of(_PIECES.sub("", text)) or script_of(text)
        if inner is not None and (script_of(inner) == outer or _is_about(inner)):
            continue
        pieces.append(text[at : found.start()])
        pieces += [inner] if inner else []
        at = found.end()
    return [*pieces, text[at:]]


def _is_about(text: str) -> bool:
    """Whether brackets hold an honorific or a rank, whatever the script: (Dr.), (Retd.)."""
    return all(is_post_nominal(word) or polite(word) == [] for word in text.split())


def _as_reading(form: Named) -> Named:
    return form._replace(lang="reading", parts=tuple(map(hiragana, form.parts)))


def _has_kanji(form: Named) -> bool:
    return form.lang == READ and script_of("".join(form.parts)) == READ


def _only_kana(form: Named) -> bool:
    return form.lang == READ and script_of("".join(form.parts)) == "kana"


_FIRST: Final = (Order(surname_first=True),)


def _normal(text: str) -> str:
    if text.isascii():
        return text
    language = LANGUAGES.get(script_of(text))
    return text if language and not language.script.whole else unicodedata.normalize("NFKC", text)


def _form(text: str, lang: str, country: str) -> Named:
    text = " ".join(_normal(text).split()).strip(" ,、")
    honoured = honoured_in_japanese(text)
    found = script_of(honoured.name if honoured else text)
    lang = lang or {"kana": READ, "other": "en"}.get(found, found)
    if not lang:
        raise CellError(msg("“{text}” is no name", text=text[:40]))
    readings = polite_japanese(text) if found in (READ, "kana") else polite(text)
    named = [
        _named(with_unsaid(reading, text), lang, found, country, text)
        for reading in readings
        if reading.words
    ]
    if named and len(named[0].parts) == 1 and (parts := korean_parts(named[0].parts[0])):
        named.insert(
            0, named[0]._replace(parts=parts, orders=(Order(surname_first=True, sure=False),))
        )
    if not named:
        raise CellError(msg("there is an honorific and no name"))
    return named[0]._replace(others=tuple(named[1:])) if named[1:] else named[0]


def _named(name: Polite, lang: str, script: str, country: str, cell: str) -> Named:
    if lang == "reading" and (words := tuple(map(hiragana, name.words))) != name.words:
        name = name._replace(words=words)
    text = " ".join(name.words)
    if text != cell:
        script = script_of(text) or script
    if "," in text and script not in (READ, "kana"):
        return _around_comma(name, text, lang, script, country, cell)
    if lang in (READ, "reading") and script in (READ, "kana"):
        if lang == READ and "・" in text and script == "kana":
            return _foreign(name, text, cell)
        return _undivided(name, lang, cell, _FIRST, alone=name.alone)
    return _undivided(name, lang, cell, tuple(order(name.words, country)) if lang == "en" else ())


def _foreign(name: Polite, text: str, cell: str) -> Named:
    """Return a foreign name in kana, with dots between its parts: ジョン・スミス."""
    parts = tuple(part for part in text.replace(" ", "・").split("・") if part)
    whole = _undivided(name, READ, cell, (Order(surname_first=False),))
    return whole._replace(parts=parts)


def _around_comma(
    name: Polite, text: str, lang: str, script: str, country: str, cell: str
) -> Named:
    """Return a form of a name whose family name stands before a comma: Yamada, Taro."""
    family, _, rest = (part.strip() for part in text.partition(","))
    if rest and (behind := address_of(rest)):  # RAO Asha, Dr.
        plain = name._replace(words=tuple(family.split()), address=together(name.address, behind))
        return _named(plain, lang, script, country, cell)
    given = next(iter(polite(rest) if rest else ()), Polite((rest,) if rest else ()))
    name = name._replace(
        address=together(name.address, given.address), before=_joined(name.before, given.before)
    )
    return _undivided(name, lang, cell)._replace(
        parts=tuple(filter(None, (family, " ".join(given.words) + given.behind))),
        orders=_FIRST,
        after=_joined(given.after, name.after, ", "),
        rank=_joined(name.rank, given.rank),
    )


def _joined(first: str, second: str, joint: str = " ") -> str:
    return joint.join(filter(None, (first, second)))


def _undivided(
    name: Polite, lang: str, cell: str, orders: tuple[Order, ...] = (), *, alone: bool = False
) -> Named:
    """Return a form of a name whose words are its parts."""
    return Named(
        lang,
        name.words,
        orders,
        name.address,
        name.before,
        name.behind,
        name.after,
        name.rank,
        cell,
        alone,
    )


def is_told(form: Named) -> bool:
    """Whether capitals or a comma say which part is the family name, and not only what is usual."""
    if not form.orders or not form.orders[0].sure:
        return False
    return form.orders[0].surname_first or any(map(is_set_off, form.parts)) or form.lang == READ


def part(form: Named, parted: Order) -> Parted:
    """Family and given name of a form. Raises CellError where a Japanese name has no space in
    it.
    """
    words = form.parts
    if len(words) == 1:
        if len(words[0]) > 1 and form.lang == READ == script_of(words[0]) and not form.alone:
            raise CellError(
                msg("“{name}”: put a space between family and given name", name=words[0])
            )
        return _whole(form, words[0], "")
    if form.lang in (READ, "reading") and len(words) > 2 and parted.surname_first:
        raise CellError(
            msg(
                "“{name}” has more than two parts; use a column for the family name",
                name=" ".join(words),
            )
        )
    at = parted.length if parted.surname_first else len(words) - parted.length
    # Katakana of foreign names keep the dots between their parts.
    joint = "・" if form.lang == READ and "・" in form.text else " "
    first, last = joint.join(words[:at]), joint.join(words[at:])
    return _whole(form, first, last) if parted.surname_first else _whole(form, last, first)


def _whole(form: Named, family: str, given: str) -> Parted:
    """With what stands around the name; capitals become those of a name, for printing sets them.

    Where only a part is in capitals, other capitals are initials.
    """
    if form.lang == "en":
        whole = " ".join(form.parts)
        family, given = (
            cased(family),
            cased(given) if whole.isupper() or form.text.isupper() else given,
        )
    return Parted(family + form.behind, " ".join(filter(None, (form.before, given))), form.address)


def given_name(text: str) -> tuple[str, Address, str]:
    """A given name of a cell of its own, with the form of address and the ranks that stand before
    it: Dr. Vikram.
    """
    if script_of(text) not in PARTED:
        return text, PLAIN, ""
    found = with_rank(front(text.split()))
    words = [found.doubtful[0], *found.words] if found.doubtful else found.words
    return (
        (" ".join(filter(None, (found.before, *words))), found.address, found.rank)
        if words
        else (text, PLAIN, "")
    )


def by_reading(form: Named, reading: NamePart) -> bool | None:
    """Whether a name in Latin letters begins with the family name, told by the kana of that; None
    if neither fits.
    """
    return (
        _begins_with(form, LANGUAGES[READ].names.spelt(reading.reading))
        if reading.reading
        else None
    )


def by_latin(form: Named, family: str) -> bool | None:
    """The same of a name in Devanagari, told by the family name in Latin letters."""
    return _begins_with(form, family) if family else None


def _begins_with(form: Named, family: str) -> bool | None:
    wanted = _plain(family)
    first, last = (_plain(romanised(word)) for word in (form.parts[0], form.parts[-1]))
    return None if (first == wanted) == (last == wanted) else first == wanted


def hiragana(text: str) -> str:
    """Katakana, of whichever width, as the hiragana that readings are stored in."""
    return unicodedata.normalize("NFKC", text).translate(_HIRAGANA)


_HIRAGANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


@lru_cache(1_000)
def _plain(name: str) -> str:
    """A romanised name without what its spellings differ in: long vowels, marks, m before p."""
    text = name.casefold()
    if not (text.isascii() and text.isalpha()):
        spread = unicodedata.normalize("NFD", text)
        text = "".join(c for c in spread if c.isascii() and c.isalpha())
    text = _LONG_O.sub("o", text).replace("uu", "u")
    return text.replace("mb", "nb").replace("mp", "np").replace("mm", "nm")


_LONG_O: Final = re.compile(r"ou|oh(?=[^aiueo]|$)|oo")
