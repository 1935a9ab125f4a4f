"""How a person's name prints, and how lists of names are ordered.

Japanese and Hindi keep the order of the person's own language; Latin letters show the family name in capitals, first
for Japanese, last for others (the Japanese government's rule of 2019, and the usage of protocol lists).
"""

import re
import unicodedata
from typing import Final, Literal, Protocol

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.numbers import NBSP

Honorific = Literal["none", "mr", "ms", "dr", "prof", "he", "he_mr", "he_ms"]
Side = Literal["guest", "host"]


class Forms(Protocol):
    """A family or given name in its four forms; `reading` is kana."""

    def __getitem__(self, lang: Lang, /) -> str: ...
    @property
    def reading(self) -> str: ...


_BEFORE: Final[dict[Lang, dict[Honorific, str]]] = {
    "hi": {
        "mr": "श्री",
        "ms": "सुश्री",
        "dr": "डॉ.",
        "prof": "प्रो.",
        "he": "महामहिम",
        "he_mr": f"महामहिम{NBSP}श्री",
        "he_ms": f"महामहिम{NBSP}सुश्री",
    },
    "en": {
        "mr": "Mr",
        "ms": "Ms",
        "dr": "Dr",
        "prof": "Prof.",
        "he": "H.E.",
        "he_mr": f"H.E.{NBSP}Mr",
        "he_ms": f"H.E.{NBSP}Ms",
    },
    "ja": {},
}

_EXCELLENCIES: Final[frozenset[Honorific]] = frozenset({"he", "he_mr", "he_ms"})


def name(
    family: Forms,
    given: Forms,
    lang: Lang,
    *,
    native: Lang,
    honorific: Honorific = "none",
    side: Side = "guest",
    polite: bool = True,
) -> str:
    """A person's name as it stands in a list: 見本 太郎 様, Mr MIHON Tarō, श्री मिहोन तारो.

    Empty where either part of the name has no form in the language. In Japanese a guest is 様, whatever the rank or degree,
    which stands with the post; 閣下 are foreign dignitaries only, for Japanese officials do not call their own ambassador so;
    hosts, who speak of themselves, are neither. `polite=False` leaves honorifics away. An honorific never parts from
    the name, nor do the words of a family name.
    """
    parts = [part for part in (family, given) if _exists(part)]
    forms = [part[lang] for part in parts]
    if not forms or not all(forms):
        return ""
    if _exists(family):
        forms[0] = _whole(_set_off(forms[0]) if lang == "en" else forms[0])
    if native != "ja":
        forms.reverse()
    text = ("・" if lang == "ja" and native != "ja" else " ").join(forms)
    return honoured(text, lang, native=native, honorific=honorific, side=side) if polite else text


def honoured(form: str, lang: Lang, *, native: Lang, honorific: Honorific, side: Side) -> str:
    """A form of a name, in whichever script it is, with the honorific of a language."""
    before, behind = address(lang, native=native, honorific=honorific, side=side)
    return before + form + behind


def address(lang: Lang, *, native: Lang, honorific: Honorific, side: Side) -> tuple[str, str]:
    """What stands before and behind a name in a language, with the space that holds it there."""
    if lang != "ja":
        before = _BEFORE[lang].get(honorific, "")
        return before and before + NBSP, ""
    if side == "host":
        return "", ""
    return "", NBSP + ("閣下" if honorific in _EXCELLENCIES and native != "ja" else "様")


_SET_OFF: Final = re.compile(r".+?(?=,| \(| Jr| Sr|$)")
"""A family name without what stands behind it."""


def _set_off(family: str) -> str:
    """The family name in capitals; what stands behind it stays as it is: SMITH Jr., SINGH (Retd.), RAO, PhD."""
    return _SET_OFF.sub(lambda found: found[0].upper(), family, count=1)


def _whole(family: str) -> str:
    """A family name of several words, which no line parts: VAN DER BERG."""
    return _SET_OFF.sub(lambda found: found[0].replace(" ", NBSP), family, count=1) if " " in family else family


def reading(family: Forms, given: Forms) -> str:
    """The kana reading of the whole name, family name first; empty where it has none."""
    return " ".join(part.reading for part in (family, given) if part.reading)


def reading_beside(form: str, kana: str) -> str:
    """The reading to print beside a name or a term; none where that is in kana and tells it already.

    What the name has in katakana stays in katakana: hiragana for リチウム is taken for a misprint.
    """
    form = unicodedata.normalize("NFKC", form)
    if not kana or _is_kana(form):
        return ""
    at = 0
    for run in _KATAKANA.findall(form):
        place = kana.find(run.translate(_HIRAGANA), at)
        if place >= 0:
            kana = kana[:place] + run + kana[place + len(run) :]
            at = place + len(run)
    return kana


def sort_key(family: Forms, given: Forms, lang: Lang) -> tuple[object, ...]:
    """Orders a list of people in a language; who has no form in it comes last.

    Japanese: by reading in the order of the fifty sounds, voicing, small kana and katakana deciding ties only (JIS X
    4061, simplified); a name in katakana is its own reading, kanji without a reading come behind all kana. Latin:
    letters without accents and case first. Hindi: the order of the Devanagari block, which is the traditional one,
    nukta ignored at first.
    """
    keys = [_collate(part[lang], part.reading, lang) for part in (family, given) if _exists(part)]
    return (not keys or not all(part[lang] for part in (family, given) if _exists(part)), *keys)


def _exists(part: Forms) -> bool:
    return bool(part.reading) or any(part[lang] for lang in LANGS)


def _collate(form: str, kana: str, lang: Lang) -> tuple[object, ...]:
    if lang == "ja":
        text = unicodedata.normalize("NFKC", kana or form)
        return (not _is_kana(text), *_kana_key(text), form)
    spread = unicodedata.normalize("NFD", form)
    plain = "".join(c for c in spread if not unicodedata.combining(c) or c == "\u094d")  # the virama is no accent
    return (plain.casefold(), len(spread), spread)


def _is_kana(text: str) -> bool:
    return all(c in "・ー " or "\u3041" <= c <= "\u30fa" for c in text)


_KATAKANA: Final = re.compile("[ァ-ヶ][ァ-ヶー・]*")
_HIRAGANA: Final = {character: character - 0x60 for character in range(ord("ァ"), ord("ヶ") + 1)}
_SMALL: Final = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_ROWS: Final = (
    "あかさたなはまやらわ",
    "いきしちにひみり",
    "うくすつぬふむゆる",
    "えけせてねへめれ",
    "おこそとのほもよろを",
)


def _kana_key(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """The plain sounds; then, for each: voicing, length sign or small or full, and script, which decide in turn."""
    sounds = ""
    voicing: list[int] = []
    size: list[int] = []
    script: list[int] = []
    for character in unicodedata.normalize("NFD", text):
        if character in "\u3099\u309a":
            if voicing:
                voicing[-1] = 1 if character == "\u3099" else 2
            continue
        if character in "・ ":
            continue
        katakana = "\u30a1" <= character <= "\u30f6"
        plain = chr(ord(character) - 0x60) if katakana else character
        long = character == "ー" and bool(sounds)
        if long:
            plain = next((row[0] for row in _ROWS if sounds[-1] in row), plain)
        sounds += _SMALL.get(plain, plain)
        voicing.append(0)
        size.append(0 if long else 1 if plain in _SMALL else 2)
        script.append(int(katakana))
    return sounds, tuple(voicing), tuple(size), tuple(script)
