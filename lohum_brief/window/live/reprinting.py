"""An edition printed: the pages of its file, as they were issued, not those of the visit as it is
now.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from lohum_brief.language.interface import say
from lohum_brief.release.editions import bytes_of
from lohum_brief.service.messages.pages import Rendered
from lohum_brief.store.editions import Edition
from lohum_brief.visit.records import Pack
from lohum_brief.window.editions import name
from lohum_brief.window.live.printing import ask_and_print
from lohum_brief.window.protocols import Host
from lohum_brief.window.telling import warn


def print_edition(window: Host, edition: Edition, file: Path) -> None:
    """Ask the system's dialog how, and print the file of an edition, if that is still what was
    issued.
    """
    over = window.window()
    data = bytes_of(file, edition.imprint)
    if data is None:
        warn(over, say("{file} is no longer there, or was changed.", file=file.name))
        return
    found = Rendered(0, data, edition.imprint.pages, _size(data), 1, ())
    pack = window.session.visit.get(Pack, edition.imprint.pack)
    title = f"{over.windowTitle()} – {name(edition)}"
    ask_and_print(over, found, title, book=pack is None or pack.form == "book", current=None)


def _size(data: bytes) -> tuple[float, float]:
    """The size of a PDF's first page, in points."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    size = document.pagePointSize(0)
    document.close()
    return size.width(), size.height()
