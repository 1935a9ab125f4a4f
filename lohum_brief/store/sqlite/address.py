"""Where the file of a visit lies, and its backups."""

from pathlib import Path

from lohum_brief.store.sqlite.failures import display_name


class FileAddress:
    """The place of a file, which need not be there yet.

    `backups` is where the backups of all visits lie; by default the user's data folder.
    """

    def __init__(self, path: Path, backups: Path | None = None) -> None:
        self.path = path.resolve()
        self.backup_root = backups

    @property
    def address(self) -> str:
        """The path."""
        return str(self.path)

    @property
    def name(self) -> str:
        """The bare name; names that are no Unicode are shown as far as they are."""
        return display_name(self.path)

    @property
    def folder(self) -> str:
        """The folder it lies in."""
        return str(self.path.parent)

    def exists(self) -> bool:
        """Return whether anything is there."""
        return self.path.exists()
