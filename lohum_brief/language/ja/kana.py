"""Kana: their order in lists, and which of a name's reading its katakana tell already."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

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


def is_kana(text: str) -> bool:
    """Return whether a text has nothing but kana and what parts them."""
    return all(c in "・ー " or "\u3041" <= c <= "\u30fa" for c in text)


def reading_beside(form: str, kana: str) -> str:
    """Return the reading to print beside a name or a term; none where that is in kana and tells it
    already.

    What the name has in katakana stays in katakana: hiragana for リチウム is taken for a misprint.
    """
    form = unicodedata.normalize("NFKC", form)
    if not kana or is_kana(form):
        return ""
    at = 0
    for run in _KATAKANA.findall(form):
        place = kana.find(run.translate(_HIRAGANA), at)
        if place >= 0:
            kana = kana[:place] + run + kana[place + len(run) :]
            at = place + len(run)
    return kana


_VOICED: Final = {"\u3099": 1, "\u309a": 2}
"""Marks of a sound, as it is ordered among those without."""


def _lengthened(sound: str) -> str:
    """Return the vowel that a length sign stands for behind a sound."""
    return next((row[0] for row in _ROWS if sound in row), "ー")


def kana_key(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Return the plain sounds; then, for each: voicing, length sign or small or full, and script,
    which decide in turn.
    """
    sounds = ""
    voicing: list[int] = []
    size: list[int] = []
    script: list[int] = []
    for character in unicodedata.normalize("NFD", text):
        if character in _VOICED:
            if voicing:
                voicing[-1] = _VOICED[character]
            continue
        if character in "・ ":
            continue
        katakana = "\u30a1" <= character <= "\u30f6"
        plain = chr(ord(character) - 0x60) if katakana else character
        if character == "ー" and sounds:
            plain = _lengthened(sounds[-1])
            size.append(0)
        else:
            size.append(1 if plain in _SMALL else 2)
        sounds += _SMALL.get(plain, plain)
        voicing.append(0)
        script.append(int(katakana))
    return sounds, tuple(voicing), tuple(size), tuple(script)


_PAIRS: Final = (
    "あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte "
    "とto なna にni ぬnu "
    "ねne のno "
    "はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro "
    "わwa をo んn がga ぎgi "
    "ぐgu げge ごgo "
    "ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu "
    "ぺpe ぽpo ー"
)
_ROMAJI: Final = {pair[0]: pair[1:] for pair in _PAIRS.split()}
_SMALL_VOWELS: Final = {"ゃ": "a", "ゅ": "u", "ょ": "o"}


@lru_cache(1_000)  # families have names in common
def romaji(kana: str) -> str:
    """Return kana in Hepburn's spelling without long vowels, to compare with, not to print."""
    out = ""
    double = False
    for character in unicodedata.normalize("NFKC", kana).translate(_HIRAGANA):
        if character == "っ":
            double = True
            continue
        if vowel := _SMALL_VOWELS.get(character):
            stem = out[:-1]
            out = stem + (vowel if stem.endswith(("sh", "ch", "j")) else f"y{vowel}")
            continue
        sound = _ROMAJI.get(character, "")
        out += ("t" if sound.startswith("ch") else sound[:1]) + sound if double else sound
        double = False
    return out
