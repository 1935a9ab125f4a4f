"""The photo of a person: chosen, dropped or pasted, cut to 3:4, and kept in the visit's file."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lohum_brief.errors import BriefError, UsageError
from lohum_brief.language.interface import say
from lohum_brief.window.buttons import tool_button
from lohum_brief.window.dragging import accept_copy
from lohum_brief.window.fields import pictures
from lohum_brief.window.fields.cropping import CropDialog
from lohum_brief.window.session import Session
from lohum_brief.window.theme import current, icon

_WIDTH: Final = 108
_HEIGHT: Final = _WIDTH * pictures.HEIGHT // pictures.WIDTH


class Portrait(QWidget):
    """`edited` gives the digest of a picture that was put into the file, or an empty one."""

    edited = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: str | None = None
        self.setAcceptDrops(True)
        self.frame = QLabel()
        self.frame.setFixedSize(_WIDTH, _HEIGHT)
        self.frame.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.frame.setObjectName("card")
        self.told = QLabel()
        self.told.setObjectName("wrong")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setFixedWidth(_WIDTH)
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        self._remove = tool_button(
            "trash-2", say("Remove the photo"), lambda: self.edited.emit("", "")
        )
        choose = tool_button("image-plus", say("Choose a photo…"), self.choose)
        self.setFocusProxy(choose)
        for button in (
            choose,
            tool_button("clipboard-paste", say("Paste a photo"), self.paste),
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
        self.show_value("")

    def show_value(self, value: Any) -> None:
        """Show the picture of a digest, or a silhouette."""
        if value == self._shown:
            return
        self._shown = value
        self.told.hide()
        self._remove.setEnabled(bool(value))
        pixmap = QPixmap()
        if value:
            try:
                pixmap.loadFromData(self._session.picture(value), "JPEG")
            except BriefError as error:
                self._tell(say(error.message))
        if pixmap.isNull():
            self.frame.setPixmap(icon("user-round", current().quiet).pixmap(48, 48))
            self.frame.setAccessibleName(say("No photo"))
        else:
            self.frame.setPixmap(
                pixmap.scaled(
                    _WIDTH - 2,
                    _HEIGHT - 2,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self.frame.setAccessibleName(say("Photo"))

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def choose(self) -> None:
        """Ask for a file."""
        kinds = say("Pictures") + " (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff)"
        name, _ = QFileDialog.getOpenFileName(self, say("Choose a photo"), "", kinds)
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Take a picture from a file."""
        if not path.is_file():
            self._tell(say("{file}: it is not a file.", file=path.name))
            return
        try:
            with path.open("rb") as file:
                data = file.read(pictures.HEAVIEST + 1)
        except OSError as error:
            self._tell(
                say(
                    "{file}: it cannot be read: {why}.", file=path.name, why=error.strerror or error
                )
            )
            return
        self.take(data)

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        self._take_mime(QGuiApplication.clipboard().mimeData())

    def take(self, data: bytes) -> None:
        """Cut a portrait out of a picture and keep it."""
        try:
            image = pictures.read(data)
        except UsageError as error:
            self._tell(say(error.message))
            return
        self.told.hide()
        dialog = CropDialog(self, image)
        if not dialog.exec():
            return
        try:
            digest = self._session.put_picture(pictures.portrait(image, dialog.area.cut))
        except BriefError as error:
            self._tell(say(error.message))
            return
        self.edited.emit("", digest)

    def _take_mime(self, mime: QMimeData | None) -> None:
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()] if mime else []
        if files:
            self.load(Path(files[0]))
        elif mime is not None and mime.hasImage():
            self.take(pictures.encoded(QImage(mime.imageData()), "png"))
        else:
            self._tell(say("There is no picture on the clipboard."))

    def _tell(self, why: str) -> None:
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
