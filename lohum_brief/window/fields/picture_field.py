"""A field that holds a picture: chosen, dropped or pasted, and kept in the visit's file."""

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lohum_brief.language.interface import say
from lohum_brief.window.buttons import tool_button
from lohum_brief.window.dragging import accept_copy
from lohum_brief.window.fields import pictures
from lohum_brief.window.session import Session
from lohum_brief.window.theme import current, icon

_SIGN: Final = 48
"""Pixels of what stands where there is no picture."""


class Words(NamedTuple):
    """What the field says, in the language of the interface."""

    choose: str
    paste: str
    remove: str
    there: str
    missing: str


class PictureField(QWidget):
    """`edited` gives the JSON of what was put into the file, or of no picture."""

    edited = Signal(str, object)
    files: str = ""
    """Suffixes of the files that are offered."""
    sign: str = ""
    """What stands where there is no picture."""
    nothing: object = ""
    """The JSON of no picture."""

    def __init__(self, session: Session, size: QSize, words: Words) -> None:
        super().__init__()
        self._session = session
        self._size = size
        self._words = words
        self.setAcceptDrops(True)
        self.frame = QLabel()
        self.frame.setFixedSize(size)
        self.frame.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.frame.setObjectName("card")
        self.told = QLabel()
        self.told.setObjectName("wrong")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setFixedWidth(size.width())
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        self._remove = tool_button(
            "trash-2", words.remove, lambda: self.edited.emit("", self.nothing)
        )
        choose = tool_button("image-plus", words.choose, self.choose)
        self.setFocusProxy(choose)
        for button in (
            choose,
            tool_button("clipboard-paste", words.paste, self.paste),
            self._remove,
        ):
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.frame)
        layout.addLayout(row)
        layout.addWidget(self.told)

    def take(self, data: bytes, file: str = "") -> None:
        """Keep a picture that came from a file so called."""
        raise NotImplementedError

    def show_pixmap(self, pixmap: QPixmap, *, there: bool) -> None:
        """Show a picture, or the sign of none; `there` where the record has one."""
        self._remove.setEnabled(there)
        if pixmap.isNull():
            self.frame.setPixmap(icon(self.sign, current().quiet).pixmap(_SIGN, _SIGN))
            self.frame.setAccessibleName(self._words.missing)
            return
        self.frame.setPixmap(
            pixmap.scaled(
                self._size - QSize(2, 2),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        self.frame.setAccessibleName(self._words.there)

    def clear(self) -> None:
        """Take the picture off the record; the file keeps it for undo."""
        self.edited.emit("", self.nothing)

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def choose(self) -> None:
        """Ask for a file."""
        kinds = say("Pictures") + f" ({self.files})"
        name, _ = QFileDialog.getOpenFileName(self, self._words.choose.rstrip("…"), "", kinds)
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Take a picture from a file."""
        if not path.is_file():
            self.tell(say("{file}: it is not a file.", file=path.name))
            return
        try:
            with path.open("rb") as file:
                data = file.read(pictures.HEAVIEST + 1)
        except OSError as error:
            why = error.strerror or error
            self.tell(say("{file}: it cannot be read: {why}.", file=path.name, why=why))
            return
        self.take(data, path.name)

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        self._take_mime(QGuiApplication.clipboard().mimeData())

    def _take_mime(self, mime: QMimeData | None) -> None:
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()] if mime else []
        if files:
            self.load(Path(files[0]))
        elif mime is not None and mime.hasImage():
            self.take(pictures.encoded(QImage(mime.imageData()), "png"))
        else:
            self.tell(say("There is no picture on the clipboard."))

    def tell(self, why: str) -> None:
        """Say below the field why a picture was not taken."""
        self.told.setText(why)
        self.told.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        mime = event.mimeData()
        if mime.hasImage() or any(url.isLocalFile() for url in mime.urls()):
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        accept_copy(event)
        self._take_mime(event.mimeData())
