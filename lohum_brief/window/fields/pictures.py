"""Pictures from outside: read with limits, turned upright, and written anew without anything that
was hidden in them.
"""

from typing import Final, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from lohum_brief.errors import UsageError
from lohum_brief.language.interface import say

FORMATS: Final = ("jpeg", "png", "webp", "bmp", "tiff")
"""What may be read. Drawings such as SVG may lead to other files and are no photos."""
HEAVIEST: Final = 50_000_000
"""Bytes of a file."""
_LARGEST: Final = 120_000_000
"""Pixels: more than any camera of today takes at once."""
_SHOWN: Final = 1600
"""Pixels of the longer side that are kept for cropping; the print needs fewer."""
WIDTH, HEIGHT = 450, 600
"""A portrait as it is stored: 3:4, at 300 dots an inch 38 mm wide."""
_QUALITY: Final = 88


def read(data: bytes) -> QImage:
    """The picture, upright, at most so large as cropping needs. Raises UsageError that says why
    not.
    """
    if len(data) > HEAVIEST:
        raise UsageError(
            say(
                "The picture is larger than {megabytes} MB; make it smaller first.",
                megabytes=HEAVIEST // 1_000_000,
            )
        )
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode() not in FORMATS:
        raise UsageError(
            say("This is not a picture that can be read; use JPEG, PNG, WebP, BMP or TIFF.")
        )
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _LARGEST:
        raise UsageError(
            say("The picture has too many pixels, or does not say how many; make it smaller first.")
        )
    if max(size.width(), size.height()) > _SHOWN:
        reader.setScaledSize(size.scaled(_SHOWN, _SHOWN, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise UsageError(say("The picture is damaged and cannot be read."))
    return image


def portrait(image: QImage, cut: QRect) -> bytes:
    """The part of a picture as a JPEG of the size that is stored: only its pixels, on white, in
    sRGB.
    """
    image = image.copy(cut)
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    image = image.scaled(
        QSize(WIDTH, HEIGHT),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    # Painted onto a new image, so that no text, profile or place goes along.
    bare = QImage(image.size(), QImage.Format.Format_RGB32)
    bare.fill(QColor("white"))
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    return encoded(bare, "jpeg")


def encoded(image: QImage, form: Literal["jpeg", "png"]) -> bytes:
    """A picture as the bytes of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form.encode()))
    writer.setQuality(_QUALITY)
    if not writer.write(image):
        raise UsageError(say("The picture is damaged and cannot be read."))
    return bytes(buffer.data().data())


def best_cut(size: QSize) -> QRect:
    """Where to begin cutting: the largest 3:4 frame, in the middle and towards the top, where faces
    are.
    """
    width = min(size.width(), size.height() * WIDTH // HEIGHT)
    height = min(size.height(), width * HEIGHT // WIDTH)
    return QRect(
        (size.width() - width) // 2, (size.height() - height) // 3, max(width, 1), max(height, 1)
    )
