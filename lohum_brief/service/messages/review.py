"""What is found about a visit: faults, what keeps packs back, what changed, minerals compared."""

from decimal import Decimal

import msgspec

from lohum_brief.checks.finding import Finding
from lohum_brief.message import Value
from lohum_brief.release.blockers import Standing
from lohum_brief.service.messages.message import Answer, Question


class Check(Question, frozen=True):
    """Find what is wrong with the visit.

    `photos` are those that its file holds, by their digests, where that is known.
    """

    photos: frozenset[str] | None = None


class Found(Answer, frozen=True):
    """All findings, worst first."""

    findings: tuple[Finding, ...]


class Weigh(Question, frozen=True):
    """Say what keeps editions of packs, given as the JSON of their records, back."""

    packs: tuple[bytes, ...]


class Weighed(Answer, frozen=True):
    """How each of the packs stands."""

    standings: tuple[Standing, ...]


class CompareEditions(Question, frozen=True):
    """Say what has changed since these editions, and which of their files are in the folders."""

    serials: tuple[int, ...]
    folders: tuple[str, ...]


class SinceEdition(msgspec.Struct, frozen=True, array_like=True):
    """What changed, as `release.since.Since`, if that is `known`.

    `file` says where the edition's file is; it is empty if none was found.
    """

    known: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: int
    moved: bool
    file: str


class EditionsCompared(Answer, frozen=True):
    """For each edition, by its serial number, what changed since."""

    serials: tuple[int, ...]
    since: tuple[SinceEdition, ...]


class FindDraft(Question, frozen=True):
    """Say of which draft a mark is; `address` is that of the visit's store."""

    mark: str
    address: str


class DraftFound(Answer, frozen=True):
    """A draft, as `release.drafts.Draft`, and what is other now; `pack` is empty where none is.

    `gone` says how what was removed since was called. `given_up` tells that earlier states were
    left that nobody has looked at.
    """

    mark: str
    pack: str = ""
    until: str = ""
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[Value, ...] = ()
    summary: Value = ""
    given_up: bool = False


class Compare(Question, frozen=True):
    """Compare minerals, by default all, by the first of these measures that each has figures of."""

    measures: tuple[str, ...]
    minerals: tuple[str, ...] = ()


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


class Compared(Answer, frozen=True):
    """Minerals side by side, as `charts.comparison.Comparison`."""

    places: tuple[str, ...]
    periods: tuple[str, ...]
    minerals: tuple[ComparedMineral, ...]
