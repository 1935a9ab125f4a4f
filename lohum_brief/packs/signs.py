"""Signs behind texts of a visit, by which `probing` finds them on paper: whoever looks at letters
must not see them.
"""

from typing import Final

from msgspec import structs

from lohum_brief.language.codes import LANGS
from lohum_brief.visit.records import NamePart

SIGN: Final = "\x1b"
"""With a character behind it that counts; no text of a visit can hold it."""


def unsigned(part: NamePart) -> NamePart:
    """Return a part of a name as the visit has it."""
    forms = {lang: getattr(part, lang) for lang in (*LANGS, "reading")}
    if not any(SIGN in form for form in forms.values()):
        return part
    return structs.replace(part, **{lang: unsigned_text(form) for lang, form in forms.items()})


def unsigned_text(text: str) -> str:
    """Return a text as the visit has it."""
    first, *rest = text.split(SIGN)
    return first + "".join(part[1:] for part in rest)
