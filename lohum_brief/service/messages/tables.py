"""Tables that are imported: what is in one, what an import would do, and the edit that it is."""

import msgspec

from lohum_brief.message import Value
from lohum_brief.service.messages.message import Answer, Question
from lohum_brief.service.messages.notifications import Changed
from lohum_brief.visit.readers import Audience


class LookAt(Question, frozen=True):
    """Read a table, of a file or pasted, and compare it with the visit. What is empty is found out.

    `kind` may be a hint only, where the table itself says better; `maps` has fields by the letters
    of columns.
    """

    path: str
    pasted: bytes = b""
    kind: str = ""
    hint: bool = False
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    maps: dict[str, str] = msgspec.field(default_factory=dict)
    day_first: bool | None = None
    audience: Audience | None = None
    replace: bool = False
    answers: dict[str, str] = msgspec.field(default_factory=dict)
    """To the questions of the preview, by their names."""
    turned: dict[str, int] = msgspec.field(default_factory=dict)
    """Readings of doubtful names that somebody has chosen, by their cells."""
    readers: dict[str, Audience] = msgspec.field(default_factory=dict)
    """Readers that somebody has chosen, by rows and ids."""


class TableColumn(msgspec.Struct, frozen=True, array_like=True):
    """A column of a table that is read: its letter, heading and first value.

    `field` is what it holds, or empty.
    """

    letter: str
    heading: str
    sample: str
    field: str


class TableQuestion(msgspec.Struct, frozen=True, array_like=True):
    """As `exchange.questions.Question`; `choices` are the answers with what they mean."""

    name: str
    sort: str
    asked: Value
    choices: tuple[tuple[str, Value], ...]
    proposed: str
    answer: str
    needed: bool
    free: bool


class LookedAt(Answer, frozen=True):
    """What a table holds and what it would do. `trouble` is why it cannot be compared.

    `counts` has added, changed, removed, unchanged, unread, rows and cells that would be left out,
    records that cells keep from others, and questions that are open; `fields` what a column may be
    said to hold.
    """

    kind: str
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    """Those of the sheets that are hidden in the workbook; they are read only where one is asked
    for.
    """
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    columns: tuple[TableColumn, ...] = ()
    fields: tuple[str, ...] = ()
    exact: bool = False
    unsettled: bool = False
    notes: tuple[Value, ...] = ()
    readers: tuple[Value, ...] = ()
    """How much each audience will read."""
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    questions: tuple[TableQuestion, ...] = ()
    trouble: Value = ""


class ShowLines(Question, frozen=True):
    """Ask for lines of the last preview: those of a group (empty is all) that have all words."""

    group: str
    words: str
    start: int
    count: int


class PreviewLine(msgspec.Struct, frozen=True, array_like=True):
    """As `exchange.lines.Line`, which a window that only sets pages need not load."""

    group: str
    record: str
    called: Value
    field: Value
    was: Value
    becomes: Value
    where: Value = ""
    turn: str = ""
    audience: Audience | None = None
    key: str = ""
    kept: Audience = "public"
    why: Value = ""


class Lines(Answer, frozen=True):
    """Lines of a preview from `start` on, of `total` that were asked for."""

    start: int
    total: int
    lines: tuple[PreviewLine, ...]


class TakeOver(Question, frozen=True):
    """Make the edit of the last preview."""


class TakenOver(Answer, frozen=True):
    """The edit that an import is."""

    label: Value
    changes: tuple[Changed, ...]
