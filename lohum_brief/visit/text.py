"""One text in up to three languages, and the state of each of them."""

from typing import Annotated, Literal

import msgspec

from lohum_brief.language.codes import LANGS, Lang

LONGEST = 20_000
"""Characters a single string may have. Typesetting a paragraph is linear, but nobody prints more in one."""

Line = Annotated[str, msgspec.Meta(max_length=LONGEST)]

State = Literal["draft", "checked", "approved", "old"]


class States(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How far each language has come; *missing* is not stored, it is what an empty string is."""

    hi: State = "draft"
    en: State = "draft"
    ja: State = "draft"


class Text(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One text in up to three languages; an empty string is a missing language.

    In `ja`, 漢字《かんじ》 sets the reading over the kanji before it; ｜ marks where the base begins
    when it is not the run of kanji itself.
    """

    hi: Line = ""
    en: Line = ""
    ja: Line = ""
    state: States = States()

    def __getitem__(self, lang: Lang) -> str:
        found: str = getattr(self, lang)
        return found

    def __bool__(self) -> bool:
        return bool(self.hi or self.en or self.ja)

    @property
    def missing(self) -> tuple[Lang, ...]:
        """The languages without a text, in the fixed order hi, en, ja."""
        return tuple(lang for lang in LANGS if not self[lang])


EMPTY = Text()
