"""A visit in a file of its own: what can be asked of it while it is not open."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lohum_brief.store.editions import Edition
from lohum_brief.store.protocol import Backup, Damage, Store
from lohum_brief.store.sqlite import connections, reading
from lohum_brief.store.sqlite.address import FileAddress
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.store.sqlite.open_file import OpenFile


class FileStore(FileAddress):
    """A visit file: `store.protocol.Store`. It need not be there yet.

    What only edits need is imported with the first of them, for an export counts milliseconds.
    """

    @property
    def backup_folder(self) -> Path:
        """Where its own backups lie."""
        from lohum_brief.store.sqlite.backup import folder_of

        return folder_of(self.path, self.backup_root)

    def at(self, path: Path, backups: Path | None) -> "FileStore":
        """Return the store of another file."""
        return FileStore(path, backups)

    def create(
        self, visit: Visit, *, overwrite: bool = False, pictures: Collection[bytes] = ()
    ) -> None:
        """Write a new file, whole or not at all, readable by its owner only."""
        from lohum_brief.store.sqlite.creating import create

        create(self.path, visit, overwrite=overwrite, pictures=pictures)

    def open(self, *, who: str | None = None) -> "OpenFile":
        """Open the file to edit it, or only to read it."""
        from lohum_brief.store.sqlite.open_file import open_file

        return open_file(self, who)

    def read(self) -> Visit:
        """Return the visit, verified."""
        return reading.read(self.path)

    def pictures(self, names: Collection[str] | None = None) -> dict[str, bytes]:
        """Return pictures by their digests, verified: all, or those of these names."""
        return reading.read_pictures(self.path, names)

    def picture_names(self) -> frozenset[str]:
        """Return the digests of all pictures."""
        return reading.picture_names(self.path)

    def editions(self) -> list[Edition]:
        """Return the editions that are noted, verified."""
        return reading.read_editions(self.path)

    def visit_after(self, now: Visit, number: int) -> Visit:
        """Return what a visit that is `now` was after an entry of the journal."""
        from lohum_brief.store.sqlite.past import visit_after

        return visit_after(self.path, now, number)

    def states_before(self, now: Visit) -> Iterator[tuple[Visit, str]]:
        """Walk back from a visit that is `now`: each state before an edit, with its time."""
        from lohum_brief.store.sqlite.past import states_before

        return states_before(self.path, now)

    def backups(self) -> list[Backup]:
        """Return the backups, newest first, also those from before the file was moved."""
        from lohum_brief.store.sqlite.backup import backups_of

        return backups_of(self.path, self.backup_root)

    def damage(self) -> list[Damage]:
        """Return all damage found."""
        from lohum_brief.store.sqlite.damage import damage

        return damage(self.path)

    def duplicate(self, target: Store) -> None:
        """Copy the file byte by byte to where nothing is yet, or its content to another store."""
        if isinstance(target, FileStore):
            from lohum_brief.store.sqlite.copying import copy_bytes

            copy_bytes(self.path, target.path)
            return
        from lohum_brief.store.carrying import carry

        with self.open() as opened:
            carry(opened, target)


def is_visit_file(path: Path) -> bool:
    """Return whether a file says that it is a visit, sound or not; False if it cannot be read."""
    return connections.is_visit_file(path)
