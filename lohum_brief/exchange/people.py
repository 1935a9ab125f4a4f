"""A person's name as lists write it, in one cell, taken apart: honorific, family and given name, and in which script.

山田 太郎 様 · YAMADA Taro · Yamada, Taro · やまだ たろう · ジョン・スミス · श्री नरेंद्र वर्मा · 山田 太郎 / YAMADA Taro
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.exchange.fields import CellError
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import Lang
from lohum_brief.language.names import Honorific
from lohum_brief.visit.records import NamePart

_WORDS: Final[dict[Honorific, str]] = {
    "mr": "mr mister shri sri shree श्री श्रीमान",
    "ms": "ms mrs miss smt shrimati sushri kumari km सुश्री श्रीमती कुमारी",
    "dr": "dr डॉ डा डाक्टर डॉक्टर",
    "prof": "prof professor प्रो प्रोफेसर प्रोफ़ेसर",
    "he": "h.e he excellency महामहिम",
}
_BEFORE: Final = {word: honorific for honorific, words in _WORDS.items() for word in words.split()}
_BEHIND: Final[dict[str, Honorific]] = {
    "様": "none",
    "さま": "none",
    "さん": "none",
    "氏": "none",
    "殿": "none",
    "博士": "dr",
    "教授": "prof",
    "閣下": "he",
    "先生": "none",
    "जी": "none",
    "san": "none",
    "sama": "none",
}
_RANK: Final[tuple[Honorific, ...]] = ("none", "mr", "ms", "dr", "prof", "he", "he_mr", "he_ms")
"""Of several the last counts: H.E. Dr is an excellency."""

Script = Lang | str
"""A language, or `reading` for kana that say how kanji are read."""


class Named(NamedTuple):
    """One form of a name. `surname_first` is None where nothing says which part is the family name."""

    lang: str
    parts: tuple[str, ...]
    surname_first: bool | None
    honorific: Honorific = "none"


@lru_cache(1_000)  # a cell is asked several times in a row
def script_of(text: str) -> str:
    """The language a text is written in, by its letters; empty where it has none. Kana alone are `kana`."""
    kana = False
    latin = False
    for character in text:
        if "\u0900" <= character <= "\u097f":
            return "hi"
        if (
            "\u3400" <= character <= "\u9fff"
            or character == "々"
            or "\uf900" <= character <= "\ufaff"
            or character >= "\U00020000"
        ):
            return "ja"
        kana = kana or "\u3041" <= character <= "\u30ff" or "\uff66" <= character <= "\uff9f"
        latin = latin or (character.isalpha() and character < "\u0250")
    return "kana" if kana else "en" if latin else ""


_PIECES: Final = re.compile(r"[/／\n]|[(（]([^()（）]*)[)）]")
_SPACES: Final = re.compile(r"[\s\u3000]+")


def forms(text: str, lang: str = "") -> list[Named]:
    """All forms of a name that stand in a cell; `lang` is what the column says. Raises CellError."""
    pieces = [piece for piece in _PIECES.split(text) if piece and piece.strip(" \t\u3000,、")]
    if not pieces:
        raise CellError(say("it holds no name"))
    named = [_form(piece, lang if len(pieces) == 1 else "") for piece in pieces]
    if any(form.lang == "ja" and script_of("".join(form.parts)) == "ja" for form in named):
        named = [_as_reading(form) if _only_kana(form) else form for form in named]
    langs = [form.lang for form in named]
    if len(set(langs)) < len(langs):
        raise CellError(say("“{text}” has two names in one script; put each in a column of its own", text=text[:60]))
    return named


def _as_reading(form: Named) -> Named:
    return form._replace(lang="reading", parts=tuple(map(hiragana, form.parts)))


def _only_kana(form: Named) -> bool:
    return form.lang == "ja" and script_of("".join(form.parts)) == "kana"


def _form(text: str, lang: str) -> Named:
    text = _SPACES.sub(" ", unicodedata.normalize("NFKC", text) if script_of(text) != "hi" else text).strip()
    found = script_of(text)
    lang = lang or {"kana": "ja"}.get(found, found)
    if not lang:
        raise CellError(say("“{text}” is no name", text=text[:40]))
    text, honorific = _polite(text)
    if not text:
        raise CellError(say("there is an honorific and no name"))
    if lang == "reading":
        text = hiragana(text)
    if "," in text and lang != "ja":
        family, _, given = (part.strip() for part in text.partition(","))
        return Named(lang, tuple(part for part in (family, given) if part), surname_first=True, honorific=honorific)
    if lang == "ja" and "・" in text and found == "kana":
        return Named(
            lang,
            tuple(part for part in text.replace(" ", "・").split("・") if part),
            surname_first=False,
            honorific=honorific,
        )
    return Named(lang, tuple(text.split(" ")), _surname_first(text.split(" "), lang, found), honorific)


_ABBREVIATED: Final = re.compile(r"(Mr|Ms|Mrs|Dr|Prof|डॉ|प्रो)\.(?=\S)")


def _polite(text: str) -> tuple[str, Honorific]:
    """The name without its honorifics, and the highest of them."""
    found: list[Honorific] = ["none"]
    words = text.split(" ")
    while len(words) > 1 and (honorific := _BEFORE.get(words[0].casefold().rstrip(".").strip("()"))):
        found.append(honorific)
        words = words[1:]
    if len(words) == 1 and words[0].casefold().rstrip(".") in _BEFORE and words[0].endswith("."):
        return "", "none"
    # Dr.Rao and श्रीमती have no space between; only what ends in a point is cut off.
    if match := _ABBREVIATED.match(words[0]):
        found.append(_BEFORE[match[1].casefold()])
        words[0] = words[0][match.end() :]
    if (honorific := _BEHIND.get(words[-1].casefold())) is not None and len(words) > 1:
        found.append(honorific)
        words = words[:-1]
    else:
        for suffix in ("様", "さま", "さん", "殿", "閣下", "教授", "博士", "-san"):
            if words[-1].endswith(suffix) and len(words[-1]) > len(suffix):
                found.append(_BEHIND.get(suffix.lstrip("-"), "none"))
                words[-1] = words[-1].removesuffix(suffix)
                break
    return " ".join(words), _of_several(found)


def _of_several(found: list[Honorific]) -> Honorific:
    """The highest of a person's honorifics; of an excellency also whether Mr or Ms."""
    highest = max(found, key=_RANK.index)
    if highest == "he":
        return "he_mr" if "mr" in found else "he_ms" if "ms" in found else "he"
    return highest


def honorific_of(text: str) -> Honorific | None:
    """The honorific that a word is; None for any other word. 様 is one that is not stored."""
    word = text.strip().casefold().rstrip(".")
    if word in _RANK:
        return next(honorific for honorific in _RANK if honorific == word)
    if found := _BEFORE.get(word) or _BEHIND.get(word):
        return found
    # H.E. Mr., Prof. (Dr.): the highest counts.
    parts = [_BEFORE.get(part.strip("().").rstrip(".")) for part in re.split(r"[\s(]+", word) if part.strip("().")]
    known = [part for part in parts if part]
    return max(known, key=_RANK.index) if known and len(known) == len(parts) else None


def _surname_first(words: Sequence[str], lang: str, script: str) -> bool | None:
    if lang in ("ja", "reading") and script in ("ja", "kana"):
        return True
    capitals = [len(word) > 1 and word.isupper() for word in words]
    if lang == "en" and len(words) > 1 and any(capitals) and not all(capitals):
        if capitals[0] and not capitals[-1]:
            return True
        if capitals[-1] and not capitals[0]:
            return False
    return None


def part(form: Named, surname_first: bool) -> tuple[str, str]:
    """Family and given name of a form. Raises CellError where a Japanese name has no space in it."""
    words = form.parts
    if len(words) == 1:
        if form.lang == "ja" and script_of(words[0]) == "ja" and len(words[0]) > 1:
            raise CellError(say("“{name}”: put a space between family and given name", name=words[0]))
        return words[0], ""
    if form.lang in ("ja", "reading") and len(words) > 2 and surname_first:
        raise CellError(say("“{name}” has more than two parts; use a column for the family name", name=" ".join(words)))
    capitals = [len(word) > 1 and word.isupper() for word in words]
    if form.lang == "en" and any(capitals) and not all(capitals):
        count = (capitals.index(False) if surname_first else list(reversed(capitals)).index(False)) or 1
    else:
        count = 1
    if surname_first:
        return _cased(" ".join(words[:count])), _cased(" ".join(words[count:]))
    return _cased(" ".join(words[-count:])), _cased(" ".join(words[:-count]))


def _cased(name: str) -> str:
    """A name in capitals as it is stored: printing sets the capitals."""
    return " ".join(
        "-".join(bit.capitalize() for bit in word.split("-")) if word.isupper() and len(word) > 1 else word
        for word in name.split(" ")
    )


def by_reading(form: Named, reading: NamePart) -> bool | None:
    """Whether a name in Latin letters begins with the family name, told by the kana of that; None if neither fits."""
    if not reading.reading:
        return None
    wanted = _plain(romaji(reading.reading))
    first, last = _plain(form.parts[0]), _plain(form.parts[-1])
    return None if (first == wanted) == (last == wanted) else first == wanted


def hiragana(text: str) -> str:
    """Katakana, of whichever width, as the hiragana that readings are stored in."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(character) - 0x60) if "\u30a1" <= character <= "\u30f6" else character for character in text)


_PAIRS: Final = (
    "あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno "
    "はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo "
    "ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ー"
)
_ROMAJI: Final = {pair[0]: pair[1:] for pair in _PAIRS.split()}
_SMALL: Final = {"ゃ": "a", "ゅ": "u", "ょ": "o"}


def romaji(kana: str) -> str:
    """Kana in Hepburn's spelling without long vowels, to compare with, not to print."""
    out = ""
    double = False
    for character in hiragana(kana):
        if character == "っ":
            double = True
            continue
        if vowel := _SMALL.get(character):
            stem = out[:-1]
            out = stem + (vowel if stem.endswith(("sh", "ch", "j")) else f"y{vowel}")
            continue
        sound = _ROMAJI.get(character, "")
        out += ("t" if sound.startswith("ch") else sound[:1]) + sound if double else sound
        double = False
    return out


def _plain(name: str) -> str:
    """A romanised name without what its spellings differ in: long vowels, marks, m before p."""
    text = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if c.isascii() and c.isalpha())
    text = re.sub(r"ou|oh(?=[^aiueo]|$)|oo", "o", text)
    return re.sub("uu", "u", text).replace("mb", "nb").replace("mp", "np").replace("mm", "nm")
