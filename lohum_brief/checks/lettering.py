"""Which forms of a name no font can print: they count as missing, and another form stands
for them.
"""

from collections.abc import Callable, Iterable
from typing import Final, Literal

from msgspec import structs

from lohum_brief.language import names
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.message import Message, msg
from lohum_brief.visit.name_order import Order
from lohum_brief.visit.records import NamePart
from lohum_brief.visit.text import Text

Parts = tuple[NamePart, NamePart]
"""Family and given name."""

_FIELDS: Final = ("family", "given")
_FORMS: Final[tuple[Lang | Literal["reading"], ...]] = (*LANGS, "reading")


def unprintable(parts: Parts, uncovered: Callable[[str, Lang], list[str]]) -> dict[str, list[str]]:
    """Return the characters that no font has, by the field of the name that they stand in, such as
    `family.en`.

    `uncovered` says of a text in a language which of its characters these are.
    """
    return {
        f"{field}.{lang}": lost
        for field, part in zip(_FIELDS, parts, strict=True)
        for lang in _FORMS
        if (form := getattr(part, lang))
        and not form.isascii()
        and (lost := uncovered(form, lang if lang != "reading" else READ))
    }


def without(parts: Parts, lost: Iterable[str]) -> Parts:
    """Return the name without what stands in fields. A form is lost in both parts with one: nobody
    has half a name.
    """
    lost = {*lost}
    forms = [lang for lang in LANGS if any(f"{field}.{lang}" in lost for field in _FIELDS)]
    family, given = (
        structs.replace(
            part,
            **dict.fromkeys([*forms, *(["reading"] if f"{field}.reading" in lost else [])], ""),
        )
        for field, part in zip(_FIELDS, parts, strict=True)
    )
    return family, given


def has_form(parts: Parts) -> bool:
    """Return whether a part of the name has a form in any language."""
    return any(getattr(part, lang) for part in parts for lang in LANGS)


def written(parts: Parts, field: str, native: Lang, order: Order) -> str:
    """Return the name as it is written in the language of a field, or only the field where the
    other part has no such form.
    """
    part, _, lang = field.partition(".")
    whole = "" if lang == "reading" else _whole(parts, lang, native, order)
    return whole or str(getattr(parts[_FIELDS.index(part)], lang))


def _whole(parts: Parts, lang: Lang, native: Lang, order: Order) -> str:
    first, country = order
    return names.name(
        *parts, lang, native=native, family_first=first, country=country, polite=False
    )


def nameless(parts: Parts, native: Lang, order: Order, field: str) -> Message:
    """Say that nothing of a name can be printed, by the first field that cannot."""
    return unnamed(written(parts, field, native, order))


def lost_forms(name: Text, uncovered: Callable[[str, Lang], list[str]]) -> list[Lang]:
    """Return the languages whose form of a name has letters that no font has."""
    return [
        lang
        for lang in LANGS
        if (form := name[lang]) and not form.isascii() and uncovered(form, lang)
    ]


def instead(name: Text, lost: Iterable[Lang]) -> str:
    """Return the form that stands for lost ones: the Latin one, else any other; empty where there
    is none.
    """
    left = (lang for lang in ("en", *LANGS) if lang not in {*lost})
    return next((name[lang] for lang in left if name[lang]), "")


def unnamed(name: str) -> Message:
    """Say that nothing of a name can be printed."""
    return msg(
        "No font has the letters of the name “{name}”, and it has no other form: write it in "
        "Latin letters too.",
        name=name,
    )
