"""The file of a logo, a plan or a photograph, shown small with its size."""

from typing import Any, Final

import msgspec
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from lohum_brief.document.picture_files import kept
from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say
from lohum_brief.store import pictures
from lohum_brief.visit.records import Image
from lohum_brief.visit.rest import bare
from lohum_brief.window import labels
from lohum_brief.window.fields.picture_field import PictureField, Words
from lohum_brief.window.session import Session

_SIZE: Final = QSize(280, 186)
_FINE: Final = 2
"""Pixels of a drawing's small picture for each of the screen, which may have more than one."""


class Illustration(PictureField):
    """`edited` gives what the record says of a picture that was put into the file."""

    files = "*.svg *.png *.jpg *.jpeg"
    sign = "image-plus"
    nothing = msgspec.to_builtins(bare(Image()))

    def __init__(self, session: Session) -> None:
        words = Words(
            say("Choose a picture…"),
            say("Paste a picture"),
            say("Remove the picture"),
            say("Picture"),
            say("No picture"),
        )
        super().__init__(session, _SIZE, words)
        self._shown: Image | None = None
        self.said = QLabel()
        self.said.setObjectName("quiet")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.said)
        self.show_value(Image())

    def show_value(self, value: Any) -> None:
        """Show a picture, where it is in the file, and what is known of it."""
        if value == self._shown or not isinstance(value, Image):
            return
        self._shown = value
        self.told.hide()
        self.said.setText(_told(value))
        pixmap = QPixmap()
        if value.digest:
            try:
                pixmap = _pixmap(self._session.picture(value.digest), value)
            except BriefError as error:
                self.tell(say(error.message))
        self.show_pixmap(pixmap, there=value != Image())

    def take(self, data: bytes, file: str = "") -> None:
        """Keep a picture, if it can be kept."""
        try:
            image = pictures.put(self._session.put_picture, kept(data), file)
        except BriefError as error:
            self.tell(say(error.message))
            return
        self.edited.emit("", msgspec.to_builtins(bare(image)))


def _told(image: Image) -> str:
    """Return name, form and size of a picture; a drawing has a shape and no size of its own."""
    size = f"{image.width} × {image.height}" if image.form in ("jpeg", "png") else ""
    form = labels.choice("form", image.form) if image.form else ""
    return "  ·  ".join(part for part in (image.file, form, size) if part)


def _pixmap(data: bytes, image: Image) -> QPixmap:
    """Return a small picture of what is kept."""
    if image.form != "svg":
        pixmap = QPixmap()
        pixmap.loadFromData(data)
        return pixmap
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - few visits have drawings

    shape = QSize(max(image.width, 1), max(image.height, 1))
    pixmap = QPixmap(shape.scaled(_SIZE * _FINE, Qt.AspectRatioMode.KeepAspectRatio))
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    return pixmap
