"""What the process holds between requests: its copy of the visit and what earlier answers left."""

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Final

from lohum_brief.errors import BriefError
from lohum_brief.message import msg
from lohum_brief.service.messages.message import Answer, Progress
from lohum_brief.visit.document import from_wire
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.checks.finding import Finding
    from lohum_brief.release.editions import Prepared
    from lohum_brief.release.trying import Refusal
    from lohum_brief.service.importing import Importing
    from lohum_brief.service.screen import Memory
    from lohum_brief.store.editions import Imprint

_STEP: Final = 0.1
"""Seconds between two reports of progress."""


class Context:
    """Given to every handler.

    `send` sends an answer; `give_way` does first what was asked meanwhile.
    """

    def __init__(self, send: Callable[[Answer], None], give_way: Callable[[], None]) -> None:
        self.send = send
        self.give_way = give_way
        self.visit = Visit(())
        self.pictures: dict[str, bytes] = {}
        """Photos by their digests, as far as packs need them."""
        self.imprints: dict[int, Imprint] = {}
        """Of editions, by their serial numbers."""
        self.edition: Prepared | None = None
        """Set and not yet written."""
        self.findings: tuple[Visit, list[Finding]] | None = None
        """The findings about a visit, the last that was checked."""
        self.tried: dict[bytes, tuple[Refusal, ...]] = {}
        """What was found out about what no page has room for."""
        self.importing: Importing | None = None
        """The table that was read last."""
        self._memory: Memory | None = None

    @property
    def memory(self) -> "Memory":
        """What is kept between renderings, so that only what an edit touched is set anew."""
        if self._memory is None:
            # A process that only reads tables never needs it.
            from lohum_brief.service.screen import Memory  # noqa: PLC0415

            self._memory = Memory()
        return self._memory

    def progress(self, number: int) -> Callable[[float], None]:
        """Return what a long work calls with the part done; ten times a second it is told."""
        last = perf_counter()

        def report(part: float) -> None:
            nonlocal last
            if perf_counter() - last > _STEP:
                last = perf_counter()
                self.send(Progress(number, part))

        return report


def pack_of(data: bytes) -> Pack:
    """Return the pack that a request asks about. Raises BriefError where the record is none."""
    record = from_wire(data)
    if not isinstance(record, Pack):
        raise BriefError(msg("{id} is not a pack.", id=record.id))
    return record
