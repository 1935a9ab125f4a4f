"""A place: the table of its records, and the form of the one that is selected, or of several at
once.
"""

import secrets
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, get_args

from PySide6.QtCore import QItemSelection, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import say
from lohum_brief.visit import edit, several
from lohum_brief.visit.document import parse_record
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import AnyRecord, Person, Side
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields.blank import blank, tag_of
from lohum_brief.window.fields.form import RecordForm
from lohum_brief.window.fields.forms import Forms
from lohum_brief.window.fields.panel import Panels
from lohum_brief.window.fields.several import SeveralForm
from lohum_brief.window.fields.texts import empty
from lohum_brief.window.head import PlaceHead
from lohum_brief.window.lists.choosers import Choosers
from lohum_brief.window.lists.records import RECORD, RecordsModel
from lohum_brief.window.lists.table import RecordsTable
from lohum_brief.window.menus import actions_menu
from lohum_brief.window.places import Place
from lohum_brief.window.session import Session


class Browser(QWidget):
    """`selected` names the record whose form is shown; empty where there is none or several."""

    selected = Signal(str)
    pasted = Signal()

    def __init__(
        self,
        place: Place,
        session: Session,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
        panels: Panels | None = None,
    ) -> None:
        super().__init__(parent)
        self.place = place
        self.session = session
        self.kind: Any = place.kinds[0]
        self._panels = panels or {}
        self.views: list[QWidget] = []
        self._view: QWidget | None = None
        """The one that is shown instead of the table."""
        self._pages: Mapping[str, tuple[int, str]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 0)
        layout.setSpacing(8)
        self.head = self._head()
        layout.addWidget(self.head)
        self._row = self._over_table()
        layout.addLayout(self._row)
        # From the outside in: Qt dresses a widget and all in it anew whenever it comes into
        # another.
        self._stack = QStackedWidget(self)
        layout.addWidget(self._stack, 1)
        split = QSplitter(Qt.Orientation.Vertical, self._stack)
        split.setObjectName("parts")
        self._stack.addWidget(split)
        self._stack.addWidget(self._nothing())
        self.table = self._table(settings)
        split.addWidget(self.table)
        self._below = Forms(split)
        split.addWidget(self._below)
        self.form = self._make_form(self._below)
        self.several = SeveralForm(session)
        self._below.put(self.form, self.several, self.table.setFocus)
        split.setSizes([360, 420])
        split.setChildrenCollapsible(False)
        self._choosing = QTimer(self, singleShot=True, interval=0)
        self._choosing.timeout.connect(self._show_selected)
        self._later = False
        self._held: tuple[list[str], str] = ([], "")
        session.changed.connect(self._changed)
        self.setFocusProxy(self.table)
        self._show_kind(0)

    def add_view(self, title: str, view: QWidget) -> None:
        """A tab behind those of the kinds that shows its records in another way."""
        self._stack.addWidget(view)
        self.views.append(view)
        self.tabs.addTab(title)
        self.tabs.show()

    # What is shown

    def _make_form(self, parent: QWidget) -> RecordForm:
        return RecordForm(self.session, parent, self._panels)

    def _nothing(self) -> QWidget:
        """What stands there as long as there is no record: the ways to the first."""
        add = QPushButton(say("Add the first"))
        add.clicked.connect(self.add)
        paste = QPushButton(say("Paste a table…"))
        paste.setToolTip(say("Cells copied in a spreadsheet, with their headings"))
        paste.clicked.connect(self.pasted)
        for button in (add, paste):
            button.setEnabled(not self.session.locked)
        nothing = empty(say(self.place.empty) if self.place.empty else "", add, paste)
        QShortcut(QKeySequence.StandardKey.Paste, nothing, self.pasted.emit, context=_WITHIN)
        return nothing

    def _head(self) -> PlaceHead:
        head = PlaceHead(say(self.place.title))
        self.search = head.add_filter()
        self.search.textChanged.connect(self._filter)
        self._own_tools(head)
        acts = {
            "plus": self.add,
            "copy": self.duplicate,
            "arrow-up": lambda: self.move_selected(-1),
            "arrow-down": lambda: self.move_selected(1),
            "trash-2": self.remove,
        }
        head.add_tools(acts, enabled=not self.session.locked)
        return head

    def _own_tools(self, head: PlaceHead) -> None:
        """What this place can do that others cannot."""

    def _over_table(self) -> QBoxLayout:
        """Which kind is shown, in which order, and what it is narrowed to: in one row, or below
        each other.
        """
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # the bar would stay scrolled when room comes back
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for kind in self.place.kinds:
            self.tabs.addTab(labels.kind(tag_of(kind)))
        self.tabs.setVisible(len(self.place.kinds) > 1)
        self.tabs.currentChanged.connect(self._show_tab)
        self.own_order = QPushButton()
        self.own_order.setObjectName("flat")
        self.own_order.setToolTip(say("Rows are moved only in the list’s own order."))
        self.own_order.clicked.connect(self._to_own_order)
        self.choosers = Choosers()
        self.choosers.chosen.connect(self._narrow)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.own_order)
        row.addWidget(self.choosers)
        return row

    def _fit(self) -> None:
        beside = [
            one for one in (self.tabs, self.own_order, self.choosers) if one.isVisibleTo(self)
        ]
        room = self.width() - self._margin()
        wide = sum(one.sizeHint().width() + self._row.spacing() for one in beside) <= room
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def _margin(self) -> int:
        margins = self.contentsMargins()
        layout = self.layout()
        if layout is not None:
            margins = layout.contentsMargins()
        return margins.left() + margins.right()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _table(self, settings: QSettings | None) -> RecordsTable:
        table = RecordsTable(settings)
        table.setAccessibleName(say(self.place.title))
        table.reorder_refused = self._reorder_refused
        table.opened.connect(self._enter_form)
        table.copied.connect(self.copy)
        table.pasted.connect(self.pasted)
        table.removed.connect(self.remove)
        table.moved.connect(self._dropped)
        table.sorted_by.connect(self._refresh)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._context)
        return table

    def _show_tab(self, at: int) -> None:
        self.tabs.updateGeometry()  # the chosen tab is bold
        kinds = len(self.place.kinds)
        self._view = self.views[at - kinds] if at >= kinds else None
        self.setFocusProxy(self._view or self.table)
        self.head.show_tools(self._view is None)
        if self._view is None:
            self._show_kind(at)
            return
        self.own_order.hide()
        self.choosers.hide()
        self._fit()
        self.table.clearSelection()  # commands are about what is seen
        self._stack.setCurrentWidget(self._view)

    def _show_kind(self, at: int) -> None:
        self.kind = self.place.kinds[at]
        self._model = RecordsModel(self.kind, self.session.visit)
        self._model.set_pages(self._pages)
        self._model.modelAboutToBeReset.connect(self._hold)
        self._model.modelReset.connect(self._restore)
        self._model.arranged.connect(self._refresh)
        self.choosers.show_kind(self.kind)
        for before, after in pairwise((self.tabs, *self.choosers.boxes.values(), self.table)):
            QWidget.setTabOrder(before, after)
        self.table.show_records(self._model)
        if self.search.text():
            self._model.set_words(self.search.text())
        self.table.selectionModel().selectionChanged.connect(self._selection)
        self._refresh()
        if self._model.rowCount():
            self._first()
        else:
            self.form.show_record(None)

    def _first(self) -> None:
        """Select the first row; its form is made when the table is there."""
        self._later = True
        self.table.selectRow(0)
        self._later = False

    def show_pages(self, pages: Mapping[str, tuple[int, str]]) -> None:
        """Say where records print in the pack that is shown: first page and all of them, by id."""
        self._pages = pages
        self._model.set_pages(pages)

    def _refresh(self) -> None:
        if self._view is not None:
            return
        total, shown = self._model.total, self._model.rowCount()
        self.head.say_count(
            labels.counted(tag_of(self.kind), total)
            if shown == total
            else labels.counted_of(tag_of(self.kind), shown, total)
        )
        by = self._model.sorted_by
        self.own_order.setVisible(by >= 0)
        if by >= 0:
            name = say(self._model.columns[by].title)
            self.own_order.setText(
                say("sorted by {column} – back to own order", column=name).replace("&", "&&")
            )
        self._fit()
        self._stack.setCurrentIndex(0 if total else 1)

    def _narrow(self) -> None:
        self._model.set_choices(self.choosers.choices())
        self._refresh()

    def _to_own_order(self) -> None:
        self.table.own_order()

    def _filter(self, text: str) -> None:
        self._model.set_words(text)
        self._refresh()

    def _changed(self, made: Edit) -> None:
        first = not self._model.total
        self._model.change(made, self.session.visit)
        self._refresh()
        if first and self._view is None and self._model.rowCount():
            self._first()

    def _hold(self) -> None:
        self._held = (self.table.selected(), self.current())

    def _restore(self) -> None:
        idents, current = self._held
        self.table.select([ident for ident in idents if self._model.row_of(ident) >= 0], current)
        if not self.table.selected():
            self._choosing.start()

    # What is selected

    def current(self) -> str:
        """The id of the selected record; empty if there is none."""
        if self._view is not None:
            return ""
        index = self.table.currentIndex()
        found = index.data(RECORD) if index.isValid() else None
        return str(found or "")

    def _selection(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._later and self.table.count_selected() == 1:
            self._show_selected()
        else:  # a selection grows row by row
            self._choosing.start()

    def _show_selected(self) -> None:
        idents = self.table.selected() or [self.current()]
        self.selected.emit(self._below.show_records(idents, self.session.visit))

    def show_record(self, ident: str, field: str = "") -> None:
        """Select a record, whatever is filtered, and go to one of its fields."""
        record = self.session.visit.by_id.get(ident)
        if record is None or type(record) not in self.place.kinds:
            return
        at = self.place.kinds.index(type(record))
        if at != self.tabs.currentIndex():
            self.tabs.setCurrentIndex(at)
        if self._model.row_of(ident) < 0:
            self.search.clear()
            self.choosers.clear()
        index = self._model.index(self._model.row_of(ident), 0)
        self.table.select([ident])
        self.table.scrollTo(index)
        if self._choosing.isActive():
            self._choosing.stop()
            self._show_selected()
        if field:
            self.form.focus_field(field)

    def _enter_form(self) -> None:
        first = next(
            iter((self.several if self._below.shows_several else self.form).editors.values()), None
        )
        if first is not None:
            area = (
                next(iter(getattr(first, "areas", {}).values()), None)
                or getattr(first, "first", lambda: first)()
            )
            area.setFocus(Qt.FocusReason.TabFocusReason)

    # What is done

    def _context(self, at: QPoint) -> None:
        self.context_menu().exec(self.table.viewport().mapToGlobal(at))

    def context_menu(self) -> QMenu:
        """What can be done with the selected rows."""
        some = bool(self.table.selected())
        may = not self.session.locked
        return actions_menu(
            self,
            (
                (say("Edit"), "Return", self._enter_form, some),
                (say("Copy"), "Ctrl+C", self.copy, some),
                (say("Paste a table…"), "Ctrl+V", self.pasted.emit, may),
                (say("Duplicate"), "Ctrl+D", self.duplicate, some and may),
                (say("Move up"), "Alt+Up", lambda: self.move_selected(-1), some and may),
                (say("Move down"), "Alt+Down", lambda: self.move_selected(1), some and may),
                (say("Add"), "Ctrl+Return", self.add, may),
                (say("Remove"), "Delete", self.remove, some and may),
            ),
        )

    def add(self) -> None:
        """Add a record below the selected one and go to its first field."""
        kind = tag_of(self.kind)
        visit = self.session.visit
        ident = f"{kind}:{secrets.token_hex(4)}"
        held = visit.by_id.get(self.current())
        record = parse_record(blank(self.kind, ident, visit, held, self._given()))
        following = _after(visit, held)
        if self.session.commit(lambda now: edit.add(now, record, following)):
            self.show_record(ident)
            self.form.enter()

    def _given(self) -> dict[str, str]:
        """What a new record is to be, by what the list is narrowed to."""
        found = self.choosers.given()
        if self.kind is Person and "side" not in found:
            looked_for = self.search.text().casefold().split()
            for side in get_args(Side):
                name = labels.choice("side", side).casefold()
                if any(word.startswith(name) for word in looked_for):
                    found["side"] = side
        return found

    def duplicate(self) -> None:
        """Put a copy behind each selected record and select the copies."""
        kind = tag_of(self.kind)
        copies = [(ident, f"{kind}:{secrets.token_hex(4)}") for ident in self.table.selected()]
        if copies and self.session.commit(lambda now: several.duplicate(now, copies)):
            self._select([new for _, new in copies])

    def remove(self) -> None:
        """Remove the selected records in one step; undo brings them back."""
        idents = self.table.selected()
        if not idents or self.session.locked:
            return
        last = self._model.row_of(idents[-1])
        neighbour = self._model.id_at(last + 1) or self._model.id_at(
            self._model.row_of(idents[0]) - 1
        )
        if self.session.commit(lambda now: several.remove(now, idents)) and neighbour:
            self.table.select([neighbour])

    def copy(self) -> None:
        """Put the selected records on the clipboard, as a table that spreadsheets and this program
        read.
        """
        from lohum_brief.exchange.writing import as_clipping

        idents = self.table.selected()
        records = [self.session.visit.by_id[ident] for ident in idents]
        if records:
            QGuiApplication.clipboard().setText(as_clipping(records, self.kind))

    def _reorder_refused(self) -> str:
        if self.session.locked:
            return self.session.locked
        if self._model.sorted_by >= 0:
            return say("Rows are moved only in the list’s own order.")
        return ""

    def move_selected(self, by: int) -> None:
        """Move the selected records together, one row up or down."""
        idents = self.table.selected()
        if not idents:
            return
        if why := self._reorder_refused():
            self.table.tell(why)
            return
        rows = [self._model.row_of(ident) for ident in idents]
        row = min(rows) - 1 if by < 0 else max(rows) + 2
        if row < 0 or row > self._model.rowCount():
            return
        self._dropped(idents, self._model.id_at(row))

    def _dropped(self, idents: list[str], before: str) -> None:
        target = before or _after(self.session.visit, self.session.visit.of(self.kind)[-1])
        if self.session.commit(lambda now: several.move(now, idents, target)):
            self._select(idents)

    def _select(self, idents: list[str]) -> None:
        self.table.select(idents)
        row = self._model.row_of(idents[0])
        if row >= 0:
            self.table.scrollTo(self._model.index(row, 0))


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _after(visit: Visit, record: AnyRecord | None) -> str | None:
    """The id of the record behind one; None is the end."""
    if record is None:
        return None
    at = visit.records.index(record)
    return visit.records[at + 1].id if at + 1 < len(visit) else None
