"""How a person's name prints, and how lists of names are ordered.

All languages keep the order of the person's own language or country; Latin letters show the family
name in capitals (the Japanese government's rule of 2019, and the usage of protocol lists).
"""

from typing import Final, Protocol

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import NBSP
from lohum_brief.language.rooms.names import BARE_FAMILY, PLAIN, Address, Side

FAMILY_FIRST: Final = frozenset({"CN", "HK", "HU", "KH", "KP", "KR", "MO", "TW", "VN"})
"""Countries where the family name stands first, beside those of a language that says so."""


class Forms(Protocol):
    """A family or given name in its four forms; `reading` is kana."""

    def __getitem__(self, lang: Lang, /) -> str: ...
    @property
    def reading(self) -> str: ...


def name(
    family: Forms,
    given: Forms,
    lang: Lang,
    *,
    native: Lang,
    family_first: bool | None = None,
    country: str = "",
    address: Address = PLAIN,
    side: Side = "guest",
    polite: bool = True,
) -> str:
    """Return a person's name as it stands in a list: 見本 太郎 様, Mr MIHON Tarō, श्री मिहोन तारो.

    Empty where either part of the name has no form in the language. Where nobody says
    `family_first`, the own language tells it; `country` is the person's, if it is known.
    `polite=False` leaves forms of address away. They never part from the name, nor do the words of
    a family name.
    """
    own = LANGUAGES[lang].names
    parts = [part for part in (family, given) if _exists(part)]
    forms = [part[lang] for part in parts]
    if not forms or not all(forms):
        return ""
    if _exists(family):
        forms[0] = _whole(own.set_off(forms[0]))
    first = surname_first(native) if family_first is None else family_first
    joint = own.joint(forms, foreign=native != lang, family_first=first, country=country)
    text = joint.join(forms if first else reversed(forms))
    if not polite:
        return text
    before, behind = around(lang, native=native, address=address, side=side)
    return before + text + behind


def around(lang: Lang, *, native: Lang, address: Address, side: Side) -> tuple[str, str]:
    """Return what stands before and behind a name in a language, in whichever script that is, with
    the spaces that hold it there.
    """
    return LANGUAGES[lang].names.around(address, foreign=native != lang, side=side)


def surname_first(native: Lang, country: str = "") -> bool:
    """Return whether people of a language, or of a country whose own language is none of ours, say
    their family name first, in whichever language they are named.
    """
    language = LANGUAGES[native]
    return language.names.surname_first or (
        country in FAMILY_FIRST and not language.script.in_names
    )


def _whole(family: str) -> str:
    """Return a family name of several words, which no line parts: VAN DER BERG."""
    return (
        BARE_FAMILY.sub(lambda found: found[0].replace(" ", NBSP), family, count=1)
        if " " in family
        else family
    )


def reading(family: Forms, given: Forms) -> str:
    """Return the kana reading of the whole name, family name first; empty where it has none."""
    return " ".join(part.reading for part in (family, given) if part.reading)


def sort_key(family: Forms, given: Forms, lang: Lang) -> tuple[object, ...]:
    """Return what orders a list of people in a language; who has no form in it comes last."""
    keys = [
        LANGUAGES[lang].names.collated(part[lang], part.reading)
        for part in (family, given)
        if _exists(part)
    ]
    return (not keys or not all(part[lang] for part in (family, given) if _exists(part)), *keys)


def _exists(part: Forms) -> bool:
    return bool(part.reading) or any(part[lang] for lang in LANGS)
