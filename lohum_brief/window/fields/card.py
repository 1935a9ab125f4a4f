"""One language of a text: its name and state above, the text, and below what there is to know about
it.
"""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say, say_n
from lohum_brief.visit.text import State
from lohum_brief.window import labels
from lohum_brief.window.caption import Caption
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.changes import Changes
from lohum_brief.window.fields.pill import Pill
from lohum_brief.window.theme import current


class Card(QFrame):
    """A surface with a frame, which is strong where the keyboard is."""

    entered = Signal()

    def __init__(
        self, field: str, lang: Lang, choose: Callable[[State], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._strong = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        own = Caption(labels.NATIVE[lang])
        self.pill = Pill(choose)
        head.addWidget(own)
        self._lines = QLabel()
        self._lines.setObjectName("quiet")
        self._lines.setToolTip(say("Printed lines, where it usually stands narrowest"))
        head.addStretch()
        head.addWidget(self._lines)
        head.addWidget(self.pill)
        self.area = TextArea(lang)
        self.area.setObjectName("carded")
        self.area.viewport().setAutoFillBackground(False)
        self.area.setAccessibleName(f"{labels.field(field)}, {labels.choice('lang', lang)}")
        self.area.entered.connect(self._enter)
        self.area.told.connect(self._tell)
        self.told = QLabel()
        self.told.setObjectName("wrong")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.hide()
        self._long = QLabel()
        self._long.setObjectName("old")
        self._long.setTextFormat(Qt.TextFormat.PlainText)
        self._long.setWordWrap(True)
        self._long.hide()
        layout.addLayout(head)
        layout.addWidget(self.area)
        layout.addWidget(self._long)
        layout.addWidget(self.told)
        layout.addStretch()
        self._layout = layout
        self.setFocusProxy(self.area)

    @cached_property
    def changes(self) -> Changes:
        """What changed since; made where there is something to say, which is seldom."""
        made = Changes(self)
        made.hide()
        self._layout.insertWidget(self._layout.count() - 1, made)
        return made

    def show_changes(self, shown: bool) -> None:
        """Show what changed, or nothing."""
        if shown or "changes" in vars(self):
            self.changes.setVisible(shown)

    def _enter(self, here: bool) -> None:
        self._strong = here
        self.update()
        if here:
            self.entered.emit()
        else:
            self.told.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Beside the text one is still in its field: the keyboard comes to it, never to nothing."""
        if event.button() == Qt.MouseButton.LeftButton and not self.area.hasFocus():
            self.area.setFocus(Qt.FocusReason.MouseFocusReason)

    def show_lines(self, lines: int, most: int) -> None:
        """How many printed lines the text takes; in words where they are more than read well."""
        said = say_n("{count} line", "{count} lines", lines) if most else ""
        over = lines > most > 0
        self._lines.setText("" if over else said)
        if over:
            self._long.setText(
                say_n(
                    "Prints on {count} line; at most {most} read well.",
                    "Prints on {count} lines; at most {most} read well.",
                    lines,
                    most=most,
                )
            )
        self._long.setVisible(over)

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2.0 if self._strong else 1.0
        painter.setPen(QPen(QColor(theme.accent if self._strong else theme.line), wide))
        painter.setBrush(QColor(theme.surface))
        edge = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)
        painter.end()
