"""What every store of visits can do.

Who uses one knows this, `locate`, and the values here and beside it.

A `Store` is where one visit lives: a file today, later also an office's server. Opened, it is an
`OpenVisit`, which one program at a time may edit. Every store passes the same tests
(`tests/store/protocol`).
"""

from typing import TYPE_CHECKING, Protocol, Self

import msgspec

from lohum_brief.message import Value

if TYPE_CHECKING:  # whoever reads a visit once loads nothing that edits need
    from collections.abc import Collection, Generator, Iterator, Sequence
    from types import TracebackType

    from lohum_brief.store.editions import Edition, Imprint
    from lohum_brief.store.entries import Entry, Moment
    from lohum_brief.visit.edit import Edit
    from lohum_brief.visit.visit import Visit

DAILY = "daily"
CLOSED = "closed"
"""Why a backup was made when somebody left a visit that was edited."""
UNWRITTEN = "unwritten"
"""Why a backup was made that has edits which could not be written when the program ended."""


class Backup(msgspec.Struct, frozen=True):
    """A copy of a visit as it was, a store of its own at `address`.

    `time` is local; `reason` is `DAILY`, `CLOSED`, `before-version-2` or `UNWRITTEN`.
    """

    address: str
    time: str
    reason: str


class Damage(msgspec.Struct, frozen=True):
    """One damaged thing. `kind` is a record's, or `journal`, `asset`, `edition` or `file`.

    `id` is empty for the store itself.
    """

    id: str
    kind: str
    what: Value


class Store(Protocol):
    """Where one visit lives, which need not be there yet. Holding one holds nothing open.

    Whatever is asked raises ForeignFileError where what is there is no visit, damaged, or of a
    newer version, and SystemRefusedError where it is not there or the system refuses.
    """

    @property
    def address(self) -> str:
        """By which `locate.store_at` finds it again."""

    @property
    def name(self) -> str:
        """What it is called in a message, such as the bare name of a file."""

    @property
    def folder(self) -> str:
        """Where on this computer files that go with the visit are offered first."""

    def exists(self) -> bool:
        """Return whether anything is there."""

    def create(
        self, visit: "Visit", *, overwrite: bool = False, pictures: "Collection[bytes]" = ()
    ) -> None:
        """Put a new visit there with its pictures, whole or not at all.

        Raises SystemRefusedError when there is one (unless `overwrite`), or somebody has it open.
        """

    def open(self, *, who: str | None = None) -> "OpenVisit":
        """Open the visit to edit it.

        It can only be read when somebody else edits it or nothing may be written. `who` stands
        beside edits and is told to others; by default it is the user's login name.
        """

    def read(self) -> "Visit":
        """Return the visit, verified; nothing is locked."""

    def pictures(self, names: "Collection[str] | None" = None) -> "dict[str, bytes]":
        """Return pictures by their digests, verified: all, or those of these names."""

    def picture_names(self) -> frozenset[str]:
        """Return the digests of all pictures."""

    def editions(self) -> "list[Edition]":
        """Return the editions that are noted, verified, in the order in which they were issued."""

    def visit_after(self, now: "Visit", number: int) -> "Visit":
        """Return what a visit that is `now` was after an entry of the journal.

        What was undone since does not count. It may take seconds; any thread may ask, also while
        the visit is open.
        """

    def states_before(self, now: "Visit") -> "Iterator[tuple[Visit, str]]":
        """Walk back from a visit that is `now`: yield each state before an edit, and its time.

        The time is ISO 8601 in UTC.
        """

    def backups(self) -> list[Backup]:
        """Return the backups, newest first; the visit itself need not be readable."""

    def damage(self) -> list[Damage]:
        """Return all damage found, also where reading would stop; empty where all is sound."""

    def duplicate(self, target: "Store") -> None:
        """Copy what is here as it is, with its history, to where nothing is yet.

        Raises SystemRefusedError.
        """


class Editions(Protocol):
    """The editions of an open visit. Each change is one transaction, kept when it returns."""

    def listed(self) -> "list[Edition]":
        """Return all of them, in the order in which they were issued. Raises ForeignFileError."""

    def reserve(self, imprint: "Imprint", time: int) -> "Edition":
        """Note an edition whose file is about to be written.

        Raises UsageError where its number is not the next.
        """

    def mark_issued(self, serial: int) -> None:
        """Note that its file is written."""

    def name_recipients(self, serial: int, recipients: str) -> None:
        """Say for whom it is. Raises UsageError for more than a line."""

    def withdraw(self, serial: int) -> None:
        """Give a reserved number back, because no file with it was written.

        An edition that is issued stays.
        """


class OpenVisit(Protocol):
    """A visit that is held open; a context manager. It is used by one thread at a time.

    Whatever writes raises SystemRefusedError when it cannot be written, and when somebody else has
    edited the visit meanwhile; store and `visit` are then as they were.
    """

    @property
    def store(self) -> Store:
        """Where it lives."""

    @property
    def visit(self) -> "Visit":
        """Its content after the last edit."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""

    @property
    def reason(self) -> Value:
        """The sentence why nothing can be written, with who edits it if that is why."""

    @property
    def warning(self) -> Value:
        """A sentence about a backup that could not be made, or empty."""

    @property
    def editions(self) -> Editions:
        """The packs that were issued."""

    def __enter__(self) -> Self:
        """Return itself."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: "TracebackType | None",
    ) -> None:
        """Close it."""

    def close(self) -> None:
        """Let others edit it."""

    # Edits

    def commit(self, edit: "Edit") -> "Visit":
        """Make an edit; when this returns, it is kept whatever happens.

        Raises UsageError when the edit does not fit the visit or would make it unreadable.
        """

    def undo(self) -> "Edit | None":
        """Take the last edit back, also one of an earlier session.

        Returns what was done for it; None at the beginning.
        """

    def redo(self) -> "Edit | None":
        """Make the last undone edit again, if no other was made since. Returns it, or None."""

    @property
    def undo_label(self) -> Value | None:
        """What `undo` would take back."""

    @property
    def redo_label(self) -> Value | None:
        """What `redo` would do again."""

    def journal(self, limit: int = 100) -> "list[Entry]":
        """Return the newest edits, newest first."""

    def history(self, ident: str) -> "Generator[Moment]":
        """Tell what happened to a record, newest first, without what was undone.

        Nothing is edited before it is read or closed.
        """

    # Pictures

    def put_asset(self, data: bytes, media_type: str) -> str:
        """Keep a picture; returns the digest it is found by. The same bytes are kept once."""

    def asset(self, digest: str) -> bytes:
        """Return a picture, verified. Raises UsageError where there is none."""

    def asset_names(self) -> frozenset[str]:
        """Return the digests of all pictures."""

    # Others, and the place itself

    def changed_elsewhere(self) -> bool:
        """Return whether somebody else has edited or replaced it since it was opened.

        Then it has to be opened anew.
        """

    def is_free(self) -> bool:
        """Return whether it can only be read because somebody edited it who has left since.

        Then opening it `again` lets it be edited.
        """

    def lost(self) -> bool:
        """Return whether what is held open is not in its place any more, or cannot be read."""

    def again(self) -> "OpenVisit":
        """Open it anew in its place; this one is closed then. Raises what `Store.open` raises."""

    def wait_at_most(self, milliseconds: int) -> None:
        """Say how long another program that is writing is waited for."""

    # Copies

    def save_copy(
        self,
        target: Store,
        *,
        overwrite: bool = False,
        history: bool = True,
        edits: "Sequence[Edit]" = (),
    ) -> None:
        """Write a copy, whole or not at all, in which `edits` are made besides.

        Without `history` nothing that was removed or rewritten goes along, and of editions only
        their numbers.
        """

    def backups(self) -> list[Backup]:
        """Return the backups, newest first."""

    def back_up(self) -> None:
        """Make a backup, if it was edited here since it was opened; of those made so only some
        stay.

        Raises SystemRefusedError.
        """

    def place_for_unwritten(self) -> Store:
        """Return where among the backups edits can be kept that cannot be written."""

    def take_assets(self, wanted: Backup) -> None:
        """Keep the pictures of a backup, so that records can be taken over from it.

        Those that are here stay.
        """
