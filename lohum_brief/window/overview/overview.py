"""The overview: how ready the visit is, what is missing and where; and its particulars."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.checks.finding import Finding
from lohum_brief.language.interface import say
from lohum_brief.visit.edit import Edit
from lohum_brief.window.fields.form import RecordForm
from lohum_brief.window.head import PlaceHead
from lohum_brief.window.overview.overview_cards import (
    Card,
    clear,
    day_card,
    findings_card,
    languages_card,
    next_card,
    places_card,
    when_card,
)
from lohum_brief.window.overview.packs_card import packs_card
from lohum_brief.window.session import Session

_READINESS, _PARTICULARS = 0, 1


class Overview(QWidget):
    """`wanted` names a place to go to, `pack` one to show, `opened` a record and its field, `asked`
    wants the findings.
    """

    wanted = Signal(str)
    pack = Signal(str)
    opened = Signal(str, str)
    asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._findings: Sequence[Finding] | None = None
        self._cards: list[Card] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 0)
        layout.setSpacing(8)
        layout.addWidget(PlaceHead(say("Overview")))
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.addTab(say("Readiness"))
        self.tabs.addTab(say("The visit"))
        layout.addWidget(self.tabs)
        self._stack = QStackedWidget(self)
        layout.addWidget(self._stack, 1)
        scroll = QScrollArea(self._stack)
        self._stack.addWidget(scroll)
        self._page = QWidget()
        self._page.setObjectName("form")
        scroll.setWidget(self._page)
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(0, 4, 12, 16)
        self._grid.setSpacing(12)
        scroll.setAccessibleName(say("Readiness"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.form = RecordForm(session, self._stack)
        self._stack.addWidget(self.form)
        self.tabs.currentChanged.connect(self._show_tab)
        self.setFocusProxy(scroll)
        self._wait = QTimer(self, singleShot=True, interval=150)
        self._wait.timeout.connect(self._show)
        session.changed.connect(self._changed)
        session.editions.changed.connect(self._wait.start)
        self._show()
        self._new = True
        """Whether nobody has come here yet: then it shows what is."""

    def _show_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        if at == _PARTICULARS:
            self.form.show_record(self._session.visit.particulars)

    def _changed(self, _made: Edit) -> None:
        self._wait.start()

    def current(self) -> str:
        """The visit's own record, where its form is shown."""
        return (
            self._session.visit.particulars.id if self.tabs.currentIndex() == _PARTICULARS else ""
        )

    def show_record(self, ident: str, field: str = "") -> None:
        """Go to a field of the visit's own record."""
        if ident == self._session.visit.particulars.id:
            self.tabs.setCurrentIndex(_PARTICULARS)
            self.form.focus_field(field)

    def show_findings(self, findings: Sequence[Finding] | None) -> None:
        """What is open now."""
        self._findings = findings
        self._wait.start()

    def _show(self) -> None:
        if not self.isVisible() and self._cards:
            self._new = False
            return  # shown anew when somebody comes here
        clear(self._cards)
        self._session.editions.want()
        visit, readiness = self._session.visit, self._session.readiness
        counts = Counter(
            finding.record for finding in self._findings or () if finding.severity != "info"
        )
        day = day_card(visit, self.opened.emit)
        self._cards = [
            when_card(visit),
            findings_card(self._findings, self.asked.emit, visit, self.opened.emit),
            languages_card(visit, readiness, self.opened.emit),
            *((day,) if day else ()),
            next_card(visit, self.opened.emit),
            packs_card(visit, self._session.editions, self.pack.emit),
            places_card(readiness, counts, visit, self.wanted.emit),
        ]
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other where there is room, else below."""
        if not self._cards:
            return
        em = self.fontMetrics().height()
        least = 2 if self.width() > 42 * em else 3 if self.width() > 28 * em else 6
        while self._grid.takeAt(0):
            pass
        row = column = 0
        spans = [max(card.span, least) for card in self._cards]
        for card, span, after in zip(self._cards, spans, [*spans[1:], 6], strict=True):
            taken = span if column + span + after <= 6 or column + span == 6 else 6 - column
            self._grid.addWidget(card, row, column, 1, taken)
            row, column = (row + 1, 0) if column + taken == 6 else (row, column + taken)
        for at in range(6):
            self._grid.setColumnStretch(at, 1)
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
        self._grid.setRowStretch(row + 1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if not self._new:
            self._show()
        self._new = False
