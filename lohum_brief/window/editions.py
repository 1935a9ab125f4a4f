"""The editions of an open visit as the window shows them: what was issued, and what has changed of
it since.

What has changed is found out by the process beside the window, when somebody looks.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from lohum_brief.errors import BriefError
from lohum_brief.language import dates
from lohum_brief.language.interface import interface, say, say_n
from lohum_brief.release.blockers import written_for
from lohum_brief.store.editions import Edition, seconds
from lohum_brief.store.protocol import Editions as Stored

if TYPE_CHECKING:
    from lohum_brief.release.since import Since
    from lohum_brief.service.messages.review import EditionsCompared, SinceEdition
    from lohum_brief.visit.visit import Visit

_FOLDERS: Final = "edition folders"
_KEPT: Final = 10
"""Folders with editions that are remembered."""
_COMPARED: Final = 200
"""Of so many, the newest, it is found out."""


class Known(NamedTuple):
    """What has changed since an edition, None where that cannot be told, and where its file is, if
    it was found.
    """

    since: "Since | None"
    file: Path | None


class Holder(Protocol):
    """Who holds the file with the editions open."""

    @property
    def visit(self) -> "Visit":
        """The visit as it is now."""

    @property
    def locked(self) -> str:
        """Why nothing can be written; empty where it can."""

    def stored_editions(self) -> Stored:
        """Return the editions in the file."""


class Editions(QObject):
    """`changed` comes when there is another edition, or when more is known of them; `asking` goes
    to the process.
    """

    changed = Signal()
    asking = Signal(list, tuple)

    def __init__(self, holder: Holder, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._holder = holder
        self._folder = folder
        self.folders: list[str] = []
        """Where else this user's editions went."""
        self.fault = ""
        """Why they cannot be read; empty where they can."""
        self._known: dict[int, Known] = {}
        self._held: list[Edition] | None = None
        self._state: object = None
        self._wait = QTimer(self, singleShot=True, interval=300)
        self._wait.timeout.connect(self._ask)

    @property
    def store(self) -> Stored:
        """Those in the file."""
        return self._holder.stored_editions()

    def listed(self) -> list[Edition]:
        """All of them, in the order in which they were issued."""
        if self._held is None:
            self.fault = ""
            try:
                self._held = self.store.listed()
            except BriefError as error:
                self.fault = say(error.message)
                self._held = []
        return self._held

    def of(self, pack: str) -> list[Edition]:
        """Those of a pack, the newest first."""
        return [edition for edition in reversed(self.listed()) if edition.imprint.pack == pack]

    def known(self, edition: Edition) -> Known | None:
        """What was found out about one; None before it is."""
        return self._known.get(edition.serial)

    def name_recipients(self, edition: Edition, recipients: str) -> str:
        """Say for whom one is; the sentence why not, or an empty one."""
        try:
            self.store.name_recipients(edition.serial, written_for(recipients))
        except BriefError as error:
            return say(error.message)
        self.reload()
        return ""

    def reload(self) -> None:
        """Read them anew: there is another one."""
        self._held = None
        self.want(again=True)
        self.changed.emit()

    def want(self, *, again: bool = False) -> None:
        """Somebody looks at them: find out what has changed, unless nothing can have or, with
        `again`, even then.
        """
        if again:
            self._state = None
        if self._state is not self._holder.visit and self.listed():
            self._wait.start()

    def _ask(self) -> None:
        self._state = self._holder.visit
        self.asking.emit(self.listed()[-_COMPARED:], (str(self._folder), *self.folders))

    def take(self, answer: "EditionsCompared") -> None:
        """What the process found out."""
        self._known = {
            serial: _known(one) for serial, one in zip(answer.serials, answer.since, strict=True)
        }
        settled = False
        for edition in self.listed():
            known = self._known.get(edition.serial)
            if known and known.file and not edition.imprint.issued and not self._holder.locked:
                # The program was ended just after it had written the file.
                try:
                    self.store.mark_issued(edition.serial)
                except BriefError:
                    # It is tried when somebody looks again; until then it is called unfinished.
                    continue
                settled = True
        if settled:
            self._held = None
        self.changed.emit()


def _known(one: "SinceEdition") -> Known:
    from lohum_brief.release.since import Since

    since = Since(one.added, one.changed, one.removed, one.moved) if one.known else None
    return Known(since, Path(one.file) if one.file else None)


def folders(settings: QSettings) -> list[str]:
    """Where editions of this user went, the last first."""
    held = settings.value(_FOLDERS, [])
    return (
        [str(one) for one in held][:_KEPT]
        if isinstance(held, list)
        else [str(held)]
        if held
        else []
    )


def remember(settings: QSettings, folder: Path) -> list[str]:
    """Editions went to a folder; all that are remembered now."""
    found = [str(folder), *(one for one in folders(settings) if one != str(folder))][:_KEPT]
    settings.setValue(_FOLDERS, found)
    return found


def name(edition: Edition) -> str:
    """Edition 2, as its pages say it."""
    return say("Edition {number}", number=edition.imprint.number)


def moment(edition: Edition, zone: str) -> str:
    """When it was issued, by the clocks of the visit's place, as its pages say it."""
    try:
        when = dates.moment_at(seconds(edition), zone)
    except dates.UnknownZoneError:  # a finding of its own
        when = dates.moment_at(seconds(edition), "UTC")
    return dates.moment(when, interface())


def changed_since(known: Known | None) -> str:
    """How much has changed since; empty where that is not known yet."""
    if known is None or known.since is None:
        return ""
    since = known.since
    if count := len(since.changed) + len(since.added) + since.removed:
        return say_n("changed since: {count} record", "changed since: {count} records", count)
    return say("changed since: the order") if since.moved else say("nothing changed since")
