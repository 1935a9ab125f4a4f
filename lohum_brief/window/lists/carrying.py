"""Tables into the visit and out of it: files that are chosen, dropped or pasted, and the table that
is shown, saved.
"""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from lohum_brief.language.interface import say
from lohum_brief.service.messages.files import Wrote
from lohum_brief.visit.records import Particulars
from lohum_brief.window import labels
from lohum_brief.window.fields.blank import tag_of
from lohum_brief.window.lists.importing import TABLES, ImportDialog
from lohum_brief.window.lists.table_options import Offered
from lohum_brief.window.protocols import Host
from lohum_brief.window.telling import tell, warn


def shown_kind(window: Host) -> str:
    """The kind of record whose table is shown; people where none is."""
    kind: Any = getattr(window.shown, "kind", None)
    return tag_of(kind) if kind is not None and kind is not Particulars else "person"


def import_file(window: Host) -> None:
    """Ask for a file and import it."""
    patterns = " ".join(f"*{suffix}" for suffix in TABLES)
    name, _ = QFileDialog.getOpenFileName(
        window.window(),
        say("Import a table"),
        str(window.session.folder),
        say("Tables ({patterns})", patterns=patterns),
    )
    if name:
        import_table(window, Offered(name, kind=shown_kind(window)))


def import_dropped(window: Host, path: Path) -> None:
    """Import a file that was dropped on the window."""
    import_table(window, Offered(str(path), kind=shown_kind(window)))


def import_pasted(window: Host) -> None:
    """Import the cells on the clipboard as records of the kind that is shown."""
    data = QGuiApplication.clipboard().mimeData()
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    tables = [path for path in files if path.suffix.lower() in TABLES]
    if tables:
        import_dropped(window, tables[0])
    elif data.hasText() and data.text().strip():
        import_table(
            window,
            Offered("", data.text().encode("utf-8", "replace"), shown_kind(window), hint=False),
        )
    else:
        warn(
            window.window(),
            say(
                "There are no cells on the clipboard. Copy some in a spreadsheet, with their "
                "headings."
            ),
        )


def import_table(window: Host, offered: Offered) -> None:
    """Show what an import would do, and do it if somebody agrees."""
    if window.session.locked:
        warn(window.window(), window.session.locked)
        return
    window.session.flushing.emit()
    dialog = ImportDialog(window.window(), window.session, offered)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save_table(window: Host) -> None:
    """Ask for a name and write the table that is shown."""
    window.session.flushing.emit()
    kind = shown_kind(window)
    start = window.session.folder / f"{labels.kind(kind)}.xlsx"
    name, _ = QFileDialog.getSaveFileName(
        window.window(), say("Save this table"), str(start), "XLSX (*.xlsx);;CSV (*.csv)"
    )
    if name:
        path = Path(name)
        window.service.ask.write_table(
            kind,
            str(
                path
                if path.suffix.lower() in (".xlsx", ".csv")
                else path.with_name(path.name + ".xlsx")
            ),
        )


def say_written(window: Host, answer: Wrote) -> None:
    """A table is written: where."""
    tell(window.window(), say("Save this table"), say("{file} is written.", file=answer.out))
