"""The photo of a person: cut to 3:4."""

from typing import Any, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from lohum_brief.errors import BriefError, UsageError
from lohum_brief.language.interface import say
from lohum_brief.window.fields import pictures
from lohum_brief.window.fields.cropping import CropDialog
from lohum_brief.window.fields.picture_field import PictureField, Words
from lohum_brief.window.session import Session

_WIDTH: Final = 108
_HEIGHT: Final = _WIDTH * pictures.HEIGHT // pictures.WIDTH


class Portrait(PictureField):
    """`edited` gives the digest of a picture that was put into the file, or an empty one."""

    files = "*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff"
    sign = "user-round"
    nothing = ""

    def __init__(self, session: Session) -> None:
        words = Words(
            say("Choose a photo…"),
            say("Paste a photo"),
            say("Remove the photo"),
            say("Photo"),
            say("No photo"),
        )
        super().__init__(session, QSize(_WIDTH, _HEIGHT), words)
        self._shown: str | None = None
        self.show_value("")

    def show_value(self, value: Any) -> None:
        """Show the picture of a digest, or a silhouette."""
        if value == self._shown:
            return
        self._shown = value
        self.told.hide()
        pixmap = QPixmap()
        if value:
            try:
                pixmap.loadFromData(self._session.picture(value), "JPEG")
            except BriefError as error:
                self.tell(say(error.message))
        self.show_pixmap(pixmap, there=bool(value))

    def take(self, data: bytes, file: str = "") -> None:
        """Cut a portrait out of a picture and keep it."""
        del file
        try:
            image = pictures.read(data)
        except UsageError as error:
            self.tell(say(error.message))
            return
        self.told.hide()
        dialog = CropDialog(self, image)
        if not dialog.exec():
            return
        try:
            digest = self._session.put_picture(pictures.portrait(image, dialog.area.cut))
        except BriefError as error:
            self.tell(say(error.message))
            return
        self.edited.emit("", digest)
