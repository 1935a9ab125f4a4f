"""One text in the languages there are, and the state of each of them; and what other records have
by language.

They are mappings by language code, in memory as in the file. Their fields are made of the list of
languages and not kept in a dict, so that msgspec reads, refuses and compares them at its own speed:
a visit has thousands.
"""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Final, Generic, Literal, TypeVar

import msgspec

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit.rest import Extensible

LONGEST = 20_000
"""Characters a single string may have. Typesetting a paragraph is linear, but nobody prints more in
one.
"""

Line = Annotated[str, msgspec.Meta(max_length=LONGEST)]

State = Literal["draft", "checked", "approved", "old"]

T = TypeVar("T")
_forms: Final = attrgetter(*LANGS)


class ByLanguage(Extensible, Generic[T], frozen=True):
    """What there is in each language; the bases below have a field for each of them."""

    def __getitem__(self, lang: Lang) -> T:
        found: T = getattr(self, lang)
        return found

    def forms(self) -> tuple[T, ...]:
        """Return what there is in all languages, in the order of `LANGS`."""
        found: tuple[T, ...] = _forms(self)
        return found

    def first(self, *langs: Lang) -> T:
        """Return what there is in the first of these languages that has something, else in the
        last.
        """
        return next((found for lang in langs if (found := self[lang])), self[langs[-1]])

    def items(self) -> Iterator[tuple[Lang, T]]:
        """Return the languages with what there is in each."""
        return zip(LANGS, self.forms(), strict=True)


if TYPE_CHECKING:
    Lines = ByLanguage[str]
    ManyLines = ByLanguage[tuple[str, ...]]
    Stages = ByLanguage[State]
else:

    def _made(name: str, form: object, default: object) -> type[ByLanguage]:
        fields = [(lang, form, default) for lang in LANGS]
        return msgspec.defstruct(name, fields, bases=(ByLanguage,), module=__name__, frozen=True)

    Lines = _made("Lines", Line, "")
    ManyLines = _made("ManyLines", tuple[Line, ...], ())
    Stages = _made("Stages", State, "draft")


class States(Stages, frozen=True):
    """How far each language has come; *missing* is not stored, it is what an empty string is."""

    if TYPE_CHECKING:

        def __init__(self, **states: str) -> None: ...


_DRAFTS: Final = States()


class Text(Lines, frozen=True):
    """One text in several languages; an empty string is a missing language.

    In Japanese, 漢字《かんじ》 sets the reading over the kanji before it; ｜ marks where the base
    begins when it is not the run of kanji itself.
    """

    state: States = _DRAFTS

    if TYPE_CHECKING:

        def __init__(self, *, state: States = ..., **forms: str) -> None: ...

    @classmethod
    def of(cls, forms: Mapping[Lang, str], state: States = _DRAFTS) -> "Text":
        """Return a text of its forms by language."""
        return cls(state=state, **forms)

    def __bool__(self) -> bool:
        return any(_forms(self))

    @property
    def missing(self) -> tuple[Lang, ...]:
        """The languages without a text, in the order of `LANGS`."""
        return tuple(lang for lang in LANGS if not self[lang])


EMPTY = Text()
