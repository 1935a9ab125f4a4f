"""The bars of the live pages: below them which page and how large; above them, on request, what is
looked for.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton

from lohum_brief.language.interface import say, say_n
from lohum_brief.window.buttons import picture_button
from lohum_brief.window.fields.line import Line
from lohum_brief.window.live.page_search import between
from lohum_brief.window.live.pages import PageView

if TYPE_CHECKING:
    from lohum_brief.window.live.drawn import Tone

_WIDE = 22
"""Heights of a line that the bar must be wide to show all its buttons."""
_SIZES = (50, 75, 100, 125, 150, 200, 300, 400)


def flat_button(picture: str, name: str) -> QToolButton:
    """A button without a frame."""
    button = picture_button(picture, name)
    button.setObjectName("flat")
    return button


class PageBar(QFrame):
    """`spread` comes when somebody wants one page or two beside each other; `finding` when
    something is looked for.
    """

    spread = Signal(bool)
    finding = Signal()

    def __init__(self, pages: PageView) -> None:
        super().__init__()
        self.setObjectName("pagebar")
        self._pages = pages
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        for picture, name, by in (
            ("chevron-left", say("Previous page"), -1),
            ("chevron-right", say("Next page"), 1),
        ):
            button = flat_button(picture, name)
            button.clicked.connect(
                lambda _=False, by=by: pages.go_to(pages.page + by * pages.sheets.across)
            )
            row.addWidget(button)
        self.number = Line()
        self.number.setAccessibleName(say("Page"))
        self.number.setToolTip(say("Page") + "  Ctrl+G")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + 20)
        self.number.setValidator(QIntValidator(1, 99_999, self))
        self.number.returnPressed.connect(self._go)
        self.number.editingFinished.connect(self._show)
        self._of = QLabel()
        self._of.setObjectName("quiet")
        row.addWidget(self.number)
        row.addWidget(self._of)
        row.addStretch()
        find = flat_button("search", say("Find on the pages") + "  Ctrl+F")
        find.clicked.connect(self.finding)
        self._two = flat_button("book-open", say("Two pages side by side"))
        self._two.setCheckable(True)
        self._two.clicked.connect(self.spread)
        self.tone = flat_button("contrast", say("As a copier sees it"))
        self.tone.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.tone.setMenu(self._tones())
        smaller = flat_button("zoom-out", say("Smaller"))
        smaller.clicked.connect(lambda: pages.zoom_by(1 / 1.2))
        larger = flat_button("zoom-in", say("Larger"))
        larger.clicked.connect(lambda: pages.zoom_by(1.2))
        self._size = QToolButton()
        self._size.setObjectName("flat")
        self._size.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._size.setMenu(self._sizes())
        for widget in (find, self._two, self.tone, smaller, self._size, larger):
            row.addWidget(widget)
        self._spared = (smaller, larger)
        pages.turned.connect(self._show)
        pages.scaled.connect(self._show)
        self._show()

    def _tones(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        tones: tuple[tuple[str, Tone], ...] = (
            (say("In colour"), "colour"),
            (say("In grey"), "grey"),
            (say("Black and white, as a copy"), "copy"),
        )
        for called, tone in tones:
            action = QAction(called, menu, checkable=True, checked=tone == "colour")
            action.triggered.connect(partial(self._pages.drawn.show_in, tone))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _sizes(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(say("Fit the width"), lambda: self._pages.set_fit("width"))
        menu.addAction(say("Fit the page"), lambda: self._pages.set_fit("page"))
        menu.addSeparator()
        for percent in _SIZES:
            menu.addAction(f"{percent} %", partial(self._pages.set_fit, "scale", percent))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        for button in self._spared:  # the sizes are in the menu too
            button.setVisible(self.width() >= _WIDE * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, super().minimumSizeHint().height())

    def ask_page(self) -> None:
        """Let somebody type the number of a page."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _go(self) -> None:
        wanted = int(self.number.text() or 0)
        self._pages.go_to(min(max(1, wanted), self._pages.count) - 1)
        self._pages.setFocus()

    def _show(self) -> None:
        if not self.number.hasFocus():
            self.number.setText(str(self._pages.page + 1) if self._pages.count else "")
        self._of.setText(f"/ {self._pages.count}" if self._pages.count else "")
        self._of.setAccessibleName(say_n("{count} page", "{count} pages", self._pages.count))
        self._size.setText(f"{self._pages.percent} %")
        self._size.setAccessibleName(say("Size") + f": {self._pages.percent} %")
        self._two.setChecked(self._pages.sheets.across == 2)


class SearchBar(QFrame):
    """Hidden until `ask`. Return goes to the next place, Shift+Return to the one before, Escape
    ends it.
    """

    def __init__(self, pages: PageView) -> None:
        super().__init__()
        self.setObjectName("searchbar")
        self._pages = pages
        self._at = -1
        self.line = Line()
        self.line.setPlaceholderText(say("Find on the pages"))
        self.line.setAccessibleName(say("Find on the pages"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.look)
        self.said = QLabel()
        self.said.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 8)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.said)
        for picture, name, by in (
            ("arrow-up", say("Previous hit") + "  Shift+F3", -1),
            ("arrow-down", say("Next hit") + "  F3", 1),
        ):
            button = flat_button(picture, name)
            button.clicked.connect(lambda _=False, by=by: self.step(by))
            row.addWidget(button)
        close = flat_button("x", say("Close"))
        close.clicked.connect(self.end)
        row.addWidget(close)
        pages.search.changed.connect(self._found)
        pages.search.finished.connect(self._found)
        self.hide()

    def ask(self) -> None:
        """Let somebody type what to look for; what is selected on a page is offered."""
        self.show()
        if selected := self._pages.text.text.replace("\n", "").strip():
            self.line.setText(selected)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def end(self) -> None:
        """Look for nothing any more."""
        self.hide()
        self._pages.search.look_for("")
        self._pages.hit = None
        self._pages.viewport().update()
        self._pages.setFocus()

    def look(self) -> None:
        """Look for what is typed, from the page in view on."""
        self._at = -1
        self._pages.hit = None
        self._pages.search.look_for(self.line.text())
        self._found()

    def look_again(self) -> None:
        """On another version of the pages; the view stays."""
        if self.isVisible() and self.line.text():
            at = self._at
            self._pages.search.look_for(self.line.text())
            self._at = at

    def step(self, by: int) -> None:
        """Go to the next place or to the one before."""
        hits = self._pages.search.hits
        if hits:
            self._at = (
                (self._at + by) % len(hits)
                if self._at >= 0
                else between(hits, self._pages.page, 0.0)
            )
            self._pages.go_to_hit(hits[self._at])
            self._say()

    def _found(self) -> None:
        hits = self._pages.search.hits
        page = self._pages.page
        if self._at < 0 and hits and (hits[-1].page >= page or not self._pages.search.busy):
            self._at = between(hits, page, 0.0)
            self._pages.go_to_hit(hits[self._at])
        elif 0 <= self._at < len(hits):
            self._pages.hit = hits[self._at]
        self._pages.viewport().update()
        self._say()

    def _say(self) -> None:
        count = len(self._pages.search.hits)
        if not self.line.text():
            self.said.clear()
        elif count:
            self.said.setText(say("{number} of {count}", number=max(0, self._at) + 1, count=count))
        else:
            self.said.setText(say("Searching…") if self._pages.search.busy else say("Not found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
