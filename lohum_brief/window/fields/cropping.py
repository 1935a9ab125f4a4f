"""Cutting a portrait out of a picture: a frame of 3:4 that is dragged, sized and moved by keys."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from lohum_brief.language.interface import say
from lohum_brief.window.fields.pictures import HEIGHT, WIDTH, best_cut
from lohum_brief.window.theme import current

_AREA: Final = 460
_SMALLEST: Final = 48
"""Pixels of the picture that a portrait is wide at least."""


class CropArea(QWidget):
    """The picture with the frame. Arrows move it, + and − size it, as dragging and the wheel do."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self.cut = best_cut(image.size())
        size = image.size().scaled(_AREA, _AREA, Qt.AspectRatioMode.KeepAspectRatio)
        self._scale = size.width() / max(image.width(), 1)
        self._shown = QPixmap.fromImage(
            image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        )
        self.setFixedSize(size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Frame of the photo"))
        self._held: QPoint | None = None

    def move_by(self, x: int, y: int) -> None:
        """Move the frame by pixels of the picture, but not out of it."""
        left = min(max(self.cut.x() + x, 0), self._image.width() - self.cut.width())
        top = min(max(self.cut.y() + y, 0), self._image.height() - self.cut.height())
        self.cut.moveTo(left, top)
        self.update()

    def size_by(self, factor: float) -> None:
        """Make the frame larger or smaller about its middle."""
        largest = best_cut(self._image.size()).width()
        width = min(max(round(self.cut.width() * factor), min(_SMALLEST, largest)), largest)
        middle = self.cut.center()
        self.cut = QRect(0, 0, width, min(width * HEIGHT // WIDTH, self._image.height()))
        self.cut.moveCenter(middle)
        self.move_by(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = max(self.cut.width() // 40, 1)
        moves = {
            Qt.Key.Key_Left: (-step, 0),
            Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
        }
        if (move := moves.get(Qt.Key(event.key()))) is not None:
            self.move_by(*move)
        elif event.text() in ("+", "="):
            self.size_by(1.05)
        elif event.text() in ("-", "−"):
            self.size_by(1 / 1.05)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._held = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._held is not None:
            by = event.position().toPoint() - self._held
            self._held = event.position().toPoint()
            self.move_by(round(by.x() / self._scale), round(by.y() / self._scale))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        del event
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        self.size_by(1.05 if event.angleDelta().y() > 0 else 1 / 1.05)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._shown)
        frame = QRect(
            round(self.cut.x() * self._scale),
            round(self.cut.y() * self._scale),
            round(self.cut.width() * self._scale),
            round(self.cut.height() * self._scale),
        )
        painter.fillRect(self.rect(), QColor(0, 0, 0, 120))
        painter.drawPixmap(frame, self._shown, frame)
        painter.setPen(QPen(QColor("white"), 3))
        painter.drawRect(frame.adjusted(1, 1, -2, -2))
        if self.hasFocus():
            painter.setPen(QPen(QColor(current().accent), 1))
            painter.drawRect(frame.adjusted(1, 1, -2, -2))


class CropDialog(QDialog):
    """Asks for the part of a picture that becomes the portrait."""

    def __init__(self, parent: QWidget, image: QImage) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Crop the photo"))
        self.area = CropArea(image)
        told = QLabel(
            say("Drag the frame, or move it with the arrow keys; the wheel, + and − size it.")
        )
        told.setObjectName("quiet")
        told.setWordWrap(True)
        buttons = QDialogButtonBox()
        take = buttons.addButton(say("Use this part"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("primary")
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(told)
        layout.addWidget(self.area, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(buttons)
        self.area.setFocus()
        # Of itself a dialog takes two thirds of the screen at most, and the buttons would lie on
        # the picture.
        width = _AREA + 48
        self.resize(width, layout.totalHeightForWidth(width))
