"""Where one begins: the visits that were open last, a new one, the sample."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from lohum_brief.errors import BriefError
from lohum_brief.language import dates
from lohum_brief.language.catalogue import interface, say
from lohum_brief.store.reading import read
from lohum_brief.window import labels
from lohum_brief.window.texts import explained

if TYPE_CHECKING:
    from lohum_brief.window.application import Application


class Start(QWidget):
    """The start page."""

    def __init__(self, application: "Application") -> None:
        super().__init__()
        self._application = application
        self.setWindowTitle("Lohum Brief")
        self.setAcceptDrops(True)
        self.resize(760, 520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 40, 48, 40)
        layout.setSpacing(16)
        title = QLabel("Lohum Brief")
        title.setObjectName("title")
        layout.addWidget(title)
        layout.addWidget(explained(say("Prepare a visit and print its packs in Hindi, English and Japanese.")))
        row = QHBoxLayout()
        for name, act, primary in (
            (say("New visit…"), application.new, True),
            (say("Open…"), application.choose, False),
            (say("Open the sample"), application.sample, False),
        ):
            button = QPushButton(name)
            if primary:
                button.setObjectName("primary")
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)
        recent = application.recent
        layout.addWidget(explained(say("Opened last") if recent else say("Visits that you open will be listed here.")))
        self.list = QListWidget()
        self.list.setAccessibleName(say("Opened last"))
        for path in recent:
            item = QListWidgetItem(_told(path))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.list.addItem(item)
        self.list.itemActivated.connect(lambda item: application.open(Path(item.data(Qt.ItemDataRole.UserRole))))
        layout.addWidget(self.list, 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        for url in event.mimeData().urls():
            self._application.open(Path(url.toLocalFile()))


def _told(path: Path) -> str:
    """A recent visit: its title and day, and where it lies."""
    try:
        particulars = read(path).particulars
    except BriefError:
        return str(path)
    day = dates.date(particulars.start, interface()) if particulars.start else ""
    return " · ".join(part for part in (labels.text(particulars.title) or path.stem, day, str(path)) if part)
