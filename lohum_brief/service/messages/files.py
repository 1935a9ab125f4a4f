"""Files that the process writes: packs, editions and tables."""

from lohum_brief.service.messages.message import Answer, Question
from lohum_brief.store.editions import Accepted


class Export(Question, frozen=True):
    """Set a pack and put it at `out`."""

    pack: bytes
    out: str


class Prepare(Question, frozen=True):
    """Set a pack as an edition and keep it until `Put`.

    `file` is how its entry names the file that it will be.
    """

    pack: bytes
    edition: int
    time: int
    file: str
    recipients: str
    answers: tuple[Accepted, ...] = ()
    """For places that are printed as they are."""


class Prepared(Answer, frozen=True):
    """An edition is set; `imprint` is to be noted, as JSON."""

    imprint: bytes


class Put(Question, frozen=True):
    """Put the edition that was set last at `out`, now that it is noted."""

    out: str


class Exported(Answer, frozen=True):
    """What was written, in how many seconds."""

    out: str
    pages: int
    seconds: float


class WriteTable(Question, frozen=True):
    """Write the records of a kind to `out`, as XLSX or CSV by its name."""

    kind: str
    out: str


class Wrote(Answer, frozen=True):
    """A table is written."""

    out: str
