"""Pages for the screen, charts on pages of their own, and how many lines texts take."""

import msgspec

from lohum_brief.language.codes import Lang
from lohum_brief.message import Value
from lohum_brief.service.messages.message import Answer, Question


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """Where a record printed: page from 0, points from the page's top, and its height there."""

    record: str
    page: int
    y: float
    height: float


class Render(Question, frozen=True):
    """Set a pack, given as the JSON of its record, which may differ from the visit's."""

    pack: bytes


class Rendered(Answer, frozen=True):
    """The pages of a pack, all of one size in points, the turned ones on their side.

    `sides` of them lie open together; `mark` is that of a draft.
    """

    pdf: bytes
    pages: int
    size: tuple[float, float]
    sides: int
    places: tuple[Printed, ...]
    turned: tuple[int, ...] = ()
    mark: str = ""


class Draw(Question, frozen=True):
    """Set charts on pages of their own, in the languages and layout of a pack.

    `key` comes back: who asked.
    """

    key: str
    pack: bytes
    charts: tuple[str, ...]


class Drawn(Answer, frozen=True):
    """Charts as they print and where on their pages.

    There are no pages where none has figures; `trouble` says why where it went wrong.
    """

    key: str
    charts: tuple[str, ...]
    pdf: bytes = b""
    size: tuple[float, float] = (1.0, 1.0)
    places: tuple[Printed, ...] = ()
    trouble: Value = ""


class Short(msgspec.Struct, frozen=True, array_like=True):
    """A short text of a field, in one language, as it prints."""

    kind: str
    field: str
    lang: Lang
    text: str


class Measure(Question, frozen=True):
    """Say how many printed lines texts take."""

    texts: tuple[Short, ...]


class Measured(Answer, frozen=True):
    """For each text the lines it takes and the most that read well; 0 where that is not known."""

    texts: tuple[Short, ...]
    fits: tuple[tuple[int, int], ...]
