"""Where one begins: the visits that were open last, a new one from a template, the sample."""

from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import interface, say, say_n
from lohum_brief.store.locate import is_file, store_at
from lohum_brief.window import labels
from lohum_brief.window.dragging import accept_copy
from lohum_brief.window.fields.texts import empty, explained
from lohum_brief.window.fitting import give_room
from lohum_brief.window.overview.card_list import Cards
from lohum_brief.window.overview.overview_cards import link
from lohum_brief.window.program import copies, opening
from lohum_brief.window.program.recent import Recent, forget, recent
from lohum_brief.window.protocols import Program
from lohum_brief.window.when import days_said, days_to, span_said


class Start(QMainWindow):
    """The start page. `list` has the visits that were open last, as `Recent` in its items."""

    def __init__(self, application: Program) -> None:
        super().__init__()
        self._application = application
        self.setWindowTitle("Lohum Brief")
        self.setAcceptDrops(True)
        give_room(self, 52, 35)
        self._gone: SimpleQueue[str] = SimpleQueue()
        self._looking = QTimer(self, interval=200)
        self._looking.timeout.connect(self._take)
        for keys, act in (
            ("Ctrl+N", partial(opening.new, application, self)),
            ("Ctrl+O", partial(opening.choose, application, self)),
            ("Ctrl+W", self.close),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)
        self.rebuild()

    def rebuild(self) -> None:
        """Make it anew, in the language and colours of now."""
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(40, 32, 32, 24)
        across.setSpacing(40)
        across.addLayout(self._actions(), 2)
        across.addLayout(self._visits(), 5)
        self.setCentralWidget(page)
        if self.list.count():
            self.list.setFocus()

    def _actions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        title = QLabel("Lohum Brief")
        title.setObjectName("title")
        column.addWidget(title)
        column.addWidget(
            explained(say("Prepare a visit and print its packs in Hindi, English and Japanese."))
        )
        column.addSpacing(12)
        for name, act, keys in (
            (say("New visit…"), opening.new, "Ctrl+N"),
            (say("Open…"), opening.choose, "Ctrl+O"),
            (say("Open the sample"), opening.sample, ""),
        ):
            button = QPushButton(name)
            button.setToolTip(keys)
            if act is opening.new:
                button.setObjectName("primary")
            button.clicked.connect(lambda _=False, act=act: act(self._application, self))
            column.addWidget(button)
        column.addStretch()
        column.addWidget(
            link(say("The first evening"), lambda: self._application.help("evening", []))
        )
        column.addWidget(link(say("About Lohum Brief"), self._about))
        row = QHBoxLayout()
        row.setSpacing(0)
        for lang in LANGS:
            button = QPushButton(labels.NATIVE[lang])
            button.setObjectName("flat")
            button.setCheckable(True)
            button.setChecked(lang == interface())
            button.setAccessibleName(f"{say('Language')}: {labels.NATIVE[lang]}")
            button.clicked.connect(partial(self._application.set_language, lang))
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        return column

    def _about(self) -> None:
        from lohum_brief.window.program.about import About

        About(self).exec()

    def _visits(self) -> QVBoxLayout:
        column = QVBoxLayout()
        held = recent(self._application.settings)
        head = QLabel(say("Opened last"))
        head.setObjectName("heading")
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head.setVisible(bool(held))
        column.setSpacing(8)
        column.addWidget(head)
        self.list = QListWidget()
        self.list.setObjectName("cards")
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(say("Opened last"))
        self.list.setItemDelegate(Cards(self.list))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.itemActivated.connect(self._open)
        remove = QAction(self.list)
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(lambda: self.forget(self.list.currentItem()))
        self.list.addAction(remove)
        for one in held:
            self.list.addItem(_card(one))
        self.list.setCurrentRow(0)
        if held:
            column.addWidget(self.list, 1)
            # A file on a network that is gone answers late: whether it is there is asked beside the
            # window.
            Thread(target=_look, args=([one.path for one in held], self._gone), daemon=True).start()
            self._looking.start()
        else:
            column.addWidget(
                empty(
                    say(
                        "Visits that you open will be listed here. Begin with a new one, look "
                        "around in the sample, or drop a "
                        "visit file here."
                    )
                ),
                1,
            )
        return column

    def _take(self) -> None:
        """What was found out in the meantime."""
        while not self._gone.empty():
            path = self._gone.get()
            if not path:
                self._looking.stop()
            else:
                self._missing(path)

    def _missing(self, path: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if _held(item).path == path:
                item.setData(Cards.FADED, True)
                item.setData(Cards.RIGHT, say("not there any more"))
                item.setData(Cards.RIGHT_BELOW, "")
                item.setData(Cards.SHARE, None)
                item.setData(Cards.BELOW, path)

    def _open(self, item: QListWidgetItem) -> None:
        self._application.open(_held(item).path)

    def _menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at)
        if item is None:
            return
        menu = QMenu(self.list)
        address = _held(item).path
        menu.addAction(say("Open"), lambda: self._open(item))
        if is_file(address):
            folder = str(Path(address).parent)
            menu.addAction(
                say("Show in folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
            )
        menu.addAction(say("Remove from the list"), lambda: self.forget(item))
        menu.popup(self.list.viewport().mapToGlobal(at))

    def forget(self, item: QListWidgetItem | None) -> None:
        """Take a visit off the list; its file stays."""
        if item is not None:
            forget(self._application.settings, _held(item).path)
            self.list.takeItem(self.list.row(item))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.toLocalFile().endswith(copies.ENDING) for url in event.mimeData().urls()):
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        accept_copy(event)
        for url in event.mimeData().urls():
            self._application.open(Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._application.started()
        event.accept()
        self.deleteLater()


def _look(paths: list[str], gone: "SimpleQueue[str]") -> None:
    for path in paths:
        if not store_at(path).exists():
            gone.put(path)
    gone.put("")  # the end


def _held(item: QListWidgetItem) -> Recent:
    found = item.data(Qt.ItemDataRole.UserRole)
    assert isinstance(found, Recent)  # noqa: S101 - put there by `_card`
    return found


def _card(one: Recent) -> QListWidgetItem:
    item = QListWidgetItem(labels.text(one.title) or Path(one.path).stem)
    item.setData(Qt.ItemDataRole.UserRole, one)
    below = " · ".join(
        part for part in (span_said(one.start, one.end), labels.text(one.place)) if part
    )
    item.setData(Cards.BELOW, f"{below}\n{one.path}" if below else one.path)
    days = days_said(days_to(one.start))
    item.setData(Cards.RIGHT, days)
    state = _state(one)
    item.setData(Cards.RIGHT_BELOW, state)
    item.setData(Cards.SHARE, one.ready)
    item.setData(
        Qt.ItemDataRole.AccessibleTextRole,
        ", ".join(part for part in (item.text(), below, days, state) if part),
    )
    return item


def _state(one: Recent) -> str:
    if one.errors:
        return say_n("{count} open error", "{count} open errors", one.errors)
    if one.ready is None:
        return ""
    return say("{share}% of the texts are there", share=one.ready)
