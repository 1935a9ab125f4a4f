"""Files that are dropped on a window: visits are opened, tables imported."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from lohum_brief.window.dragging import accept_copy
from lohum_brief.window.protocols import Host


def accept_file(event: QDropEvent) -> None:
    """Say whether what is dragged over a visit's window would be taken."""
    from lohum_brief.window.lists.importing import TABLES

    if any(path.suffix.lower() in {".lbrief", *TABLES} for path in _paths(event)):
        accept_copy(event)


def drop(event: QDropEvent, window: Host) -> None:
    """Open or import what was dropped on a visit's window."""
    from lohum_brief.window.lists import carrying
    from lohum_brief.window.lists.importing import TABLES

    accept_copy(event)
    for path in _paths(event):
        if path.suffix.lower() in TABLES:
            carrying.import_dropped(window, path)
        else:
            window.application.open(path)


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls()]
