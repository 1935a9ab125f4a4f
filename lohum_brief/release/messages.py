"""What a program and the process that sets its pages say to each other: MessagePack, each message behind its length."""

from collections.abc import Sequence
from decimal import Decimal
from typing import BinaryIO, Final

import msgspec

from lohum_brief.checks.finding import Finding
from lohum_brief.language.codes import Lang
from lohum_brief.release.blockers import Standing
from lohum_brief.store.editions import Accepted
from lohum_brief.visit.document import encode_record
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Audience


class Message(msgspec.Struct, frozen=True, tag_field="sort", tag=str.lower):
    """What all share."""


class Load(Message, frozen=True):
    """The whole visit, as `visit.document.encode` writes it; all that follows is about it."""

    document: bytes


class Changed(msgspec.Struct, frozen=True, array_like=True):
    """A record's change as in `visit.edit.Change`; `after` is JSON, None where it was removed."""

    id: str
    after: bytes | None
    next_before: str | None
    next_after: str | None


def changed(edit: Edit) -> tuple[Changed, ...]:
    """What an edit changes, ready to be sent."""
    return tuple(
        Changed(one.id, None if one.after is None else encode_record(one.after), one.next_before, one.next_after)
        for one in edit.changes
    )


class Change(Message, frozen=True):
    """An edit of the visit."""

    changes: tuple[Changed, ...]


class Picture(Message, frozen=True):
    """A photo by its digest, sent before the first pack that prints it."""

    digest: str
    data: bytes


class Issued(Message, frozen=True):
    """An edition by its serial number, as the JSON of its imprint; sent before it is first compared."""

    serial: int
    imprint: bytes


class Speak(Message, frozen=True):
    """The language of sentences from now on."""

    lang: Lang


class Render(Message, frozen=True):
    """Set a pack, given as the JSON of its record, which may differ from the visit's; `number` comes back with the answer."""

    number: int
    pack: bytes


class Export(Message, frozen=True):
    """Set a pack and put it at `out`."""

    number: int
    pack: bytes
    out: str


class Prepare(Message, frozen=True):
    """Set a pack as an edition and keep it until `Put`; `file` is how its entry names the file that it will be."""

    number: int
    pack: bytes
    edition: int
    time: int
    file: str
    recipients: str
    answers: tuple[Accepted, ...] = ()
    """For places that are printed as they are."""


class Put(Message, frozen=True):
    """Put the edition that was set last at `out`, now that it is noted."""

    number: int
    out: str


class CompareEditions(Message, frozen=True):
    """Say what has changed since these editions, and which of their files are in the folders."""

    number: int
    serials: tuple[int, ...]
    folders: tuple[str, ...]


class Short(msgspec.Struct, frozen=True, array_like=True):
    """A short text of a field, in one language, as it prints."""

    kind: str
    field: str
    lang: Lang
    text: str


class Measure(Message, frozen=True):
    """Say how many printed lines texts take."""

    number: int
    texts: tuple[Short, ...]


class Check(Message, frozen=True):
    """Find what is wrong with the visit; `photos` are those that its file holds, by their digests, where that is known."""

    number: int
    photos: frozenset[str] | None = None


class Weigh(Message, frozen=True):
    """Say what keeps editions of packs, given as the JSON of their records, back."""

    number: int
    packs: tuple[bytes, ...]


class Compare(Message, frozen=True):
    """Compare minerals, by default all, by the first of these measures that each has figures of."""

    number: int
    measures: tuple[str, ...]
    minerals: tuple[str, ...] = ()


class Draw(Message, frozen=True):
    """Set charts on pages of their own, in the languages and layout of a pack. `key` comes back: who asked."""

    number: int
    key: str
    pack: bytes
    charts: tuple[str, ...]


class LookAt(Message, frozen=True):
    """Read a table, of a file or pasted, and compare it with the visit. What is empty is found out.

    `kind` may be a hint only, where the table itself says better; `maps` has fields by the letters of columns.
    """

    number: int
    path: str
    pasted: bytes = b""
    kind: str = ""
    hint: bool = False
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    maps: dict[str, str] = {}
    day_first: bool | None = None
    audience: Audience | None = None
    replace: bool = False
    answers: dict[str, str] = {}
    """To the questions of the preview, by their names."""
    turned: dict[str, int] = {}
    """Readings of doubtful names that somebody has chosen, by their cells."""


class ShowLines(Message, frozen=True):
    """Some of the lines of the last preview: those of a group (empty is all) that have all words."""

    number: int
    group: str
    words: str
    start: int
    count: int


class TakeOver(Message, frozen=True):
    """Make the edit of the last preview."""

    number: int


class WriteTable(Message, frozen=True):
    """Write the records of a kind to `out`, as XLSX or CSV by its name."""

    number: int
    kind: str
    out: str


class TableColumn(msgspec.Struct, frozen=True, array_like=True):
    """A column of a table that is read: its letter, heading and first value, and the field it holds, or nothing."""

    letter: str
    heading: str
    sample: str
    field: str


class TableQuestion(msgspec.Struct, frozen=True, array_like=True):
    """As `exchange.questions.Question`; `choices` are the answers with what they mean."""

    name: str
    sort: str
    asked: str
    choices: tuple[tuple[str, str], ...]
    proposed: str
    answer: str
    needed: bool
    free: bool


class LookedAt(Message, frozen=True):
    """What a table holds and what it would do. `trouble` is the sentence why it cannot be compared.

    `counts` has added, changed, removed, unchanged, unread, rows and cells that would be left out, and questions that are
    open; `fields` what a column may be said to hold.
    """

    number: int
    kind: str
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    """Those of the sheets that are hidden in the workbook; they are read only where one is asked for."""
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    columns: tuple[TableColumn, ...] = ()
    fields: tuple[str, ...] = ()
    exact: bool = False
    unsettled: bool = False
    notes: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    questions: tuple[TableQuestion, ...] = ()
    trouble: str = ""


class PreviewLine(msgspec.Struct, frozen=True, array_like=True):
    """As `exchange.lines.Line`, which a window that only sets pages need not load."""

    group: str
    record: str
    called: str
    field: str
    was: str
    becomes: str
    where: str
    turn: str = ""


class Lines(Message, frozen=True):
    """Lines of a preview from `start` on, of `total` that were asked for."""

    number: int
    start: int
    total: int
    lines: tuple[PreviewLine, ...]


class TakenOver(Message, frozen=True):
    """The edit that an import is."""

    number: int
    label: str
    changes: tuple[Changed, ...]


class Wrote(Message, frozen=True):
    """A table is written."""

    number: int
    out: str


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """Where a record printed: page from 0, points from the page's top, and how far down from there."""

    record: str
    page: int
    y: float
    height: float


class Rendered(Message, frozen=True):
    """The pages of a pack, all of one size in points, the turned ones on their side; `sides` of them lie open together."""

    number: int
    pdf: bytes
    pages: int
    size: tuple[float, float]
    sides: int
    places: tuple[Printed, ...]
    turned: tuple[int, ...] = ()


class Measured(Message, frozen=True):
    """For each text the lines it takes and the most that read well; 0 where that is not known."""

    number: int
    texts: tuple[Short, ...]
    fits: tuple[tuple[int, int], ...]


class Drawn(Message, frozen=True):
    """Charts as they print and where on their pages; no pages where none has figures, `trouble` where it went wrong."""

    number: int
    key: str
    charts: tuple[str, ...]
    pdf: bytes = b""
    size: tuple[float, float] = (1.0, 1.0)
    places: tuple[Printed, ...] = ()
    trouble: str = ""


class ComparedMineral(msgspec.Struct, frozen=True, array_like=True):
    """As `charts.comparison.Compared`, which takes pandas."""

    mineral: str
    series: str
    unit: str
    period: str
    world: Decimal | None
    hhi: Decimal | None
    growth: Decimal | None
    since: str
    shares: tuple[Decimal | None, ...]
    others: Decimal | None
    estimated: bool
    worlds: tuple[Decimal | None, ...]
    concentrations: tuple[Decimal | None, ...]
    sources: tuple[str, ...]


class Compared(Message, frozen=True):
    """Minerals side by side, as `charts.comparison.Comparison`."""

    number: int
    places: tuple[str, ...]
    periods: tuple[str, ...]
    minerals: tuple[ComparedMineral, ...]


class Exported(Message, frozen=True):
    """What was written, in how many seconds."""

    number: int
    out: str
    pages: int
    seconds: float


class Prepared(Message, frozen=True):
    """An edition is set; `imprint` is to be noted, as JSON."""

    number: int
    imprint: bytes


class SinceEdition(msgspec.Struct, frozen=True, array_like=True):
    """As `release.since.Since`, if that is `known`, and where the edition's file is; empty if it was not found."""

    known: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: int
    moved: bool
    file: str


class EditionsCompared(Message, frozen=True):
    """For each edition, by its serial number."""

    number: int
    serials: tuple[int, ...]
    since: tuple[SinceEdition, ...]


class Found(Message, frozen=True):
    """All findings, worst first."""

    number: int
    findings: tuple[Finding, ...]


class Weighed(Message, frozen=True):
    """How each of the packs stands."""

    number: int
    standings: tuple[Standing, ...]


class Progress(Message, frozen=True):
    """How much is done, from 0 to 1."""

    number: int
    part: float


class Failed(Message, frozen=True):
    """Why it could not be done, as a sentence for the user; where there is a place, its record, its field and the reason alone."""

    number: int
    why: str
    record: str = ""
    field: str = ""
    reason: str = ""


Question = (
    Render
    | Export
    | Prepare
    | Put
    | Check
    | LookAt
    | ShowLines
    | TakeOver
    | WriteTable
    | Measure
    | Compare
    | CompareEditions
    | Draw
    | Weigh
)
Request = Load | Change | Picture | Issued | Speak | Question
Answer = (
    Rendered
    | Exported
    | Prepared
    | Found
    | Progress
    | Failed
    | LookedAt
    | Lines
    | TakenOver
    | Wrote
    | Measured
    | Compared
    | EditionsCompared
    | Drawn
    | Weighed
)

_LENGTH: Final = 4
_requests: Final = msgspec.msgpack.Decoder(Request)
_answers: Final = msgspec.msgpack.Decoder(Answer)
_encode: Final = msgspec.msgpack.Encoder().encode


def framed(message: Request | Answer) -> bytes:
    """The message as it is sent."""
    data = _encode(message)
    return len(data).to_bytes(_LENGTH, "big") + data


def read_request(stream: BinaryIO) -> Request | None:
    """The next request; None at the end of the stream, also where that came within a request."""
    head = stream.read(_LENGTH)
    length = int.from_bytes(head, "big")
    data = stream.read(length) if len(head) == _LENGTH else b""
    if len(head) < _LENGTH or len(data) < length:
        return None
    request: Request = _requests.decode(data)
    return request


def take_answers(buffer: bytearray) -> Sequence[Answer]:
    """The answers that have arrived whole, taken out of the buffer."""
    found = []
    while len(buffer) >= _LENGTH:
        end = _LENGTH + int.from_bytes(buffer[:_LENGTH], "big")
        if len(buffer) < end:
            break
        found.append(_answers.decode(buffer[_LENGTH:end]))
        del buffer[:end]
    return found
