"""The help: chapters that ship with the program, searched and read offline. A place of the window
leads to its own.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import interface, say
from lohum_brief.paths import resource
from lohum_brief.window.fitting import give_room
from lohum_brief.window.menus import Command
from lohum_brief.window.theme import current

_HEAD: Final = re.compile(r"^# (.+) \{#([a-z]+)\}$", re.MULTILINE)
_KEYS: Final = "{shortcuts}"


class Chapter(NamedTuple):
    """`text` is Markdown, without the heading."""

    key: str
    title: str
    text: str


def chapters(lang: Lang) -> list[Chapter]:
    """The help in a language, in reading order."""
    parts = _HEAD.split(resource(f"help/{lang}.md").read_text("utf-8"))[1:]
    return [
        Chapter(key, title, text.strip())
        for title, key, text in zip(*(parts[at::3] for at in range(3)), strict=True)
    ]


class Help(QWidget):
    """A window of its own; `list` has the chapters that hold what is searched for."""

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__()
        self.setObjectName("help")
        self.setWindowTitle(" – ".join((say("Help"), "Lohum Brief")))
        give_room(self, 50, 38)
        keys = _table(commands)
        self._chapters = {
            one.key: one._replace(text=one.text.replace(_KEYS, keys))
            for one in chapters(interface())
        }
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Search the help"))
        self.search.setAccessibleName(say("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.list = QListWidget()
        self.list.setObjectName("sidebar")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("Chapters"))
        self.list.currentItemChanged.connect(lambda item, _: self._show(item))
        self.page = QTextBrowser()
        self.search.returnPressed.connect(self.page.setFocus)
        self.page.setObjectName("reading")
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(say("Help"))
        self.page.document().setDocumentMargin(24)
        self.page.anchorClicked.connect(self._follow)
        left = QVBoxLayout()
        left.setContentsMargins(12, 12, 0, 12)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(left, 1)
        layout.addWidget(self.page, 3)
        for sequence, act in (
            ("Ctrl+F", self.search.setFocus),
            ("Esc", self.close),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
        self._search("")

    def open(self, key: str) -> None:
        """Go to a chapter; one that does not exist is the first."""
        self.search.clear()
        keys = list(self._chapters)
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        self.list.setFocus()

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        row = self.list.currentRow()
        held = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else ""
        self.list.clear()
        for one in self._chapters.values():
            if all(word in f"{one.title} {one.text}".casefold() for word in words):
                item = QListWidgetItem(one.title)
                item.setData(Qt.ItemDataRole.UserRole, one.key)
                self.list.addItem(item)
                if one.key == held:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if not words:
            bar = self.list.verticalScrollBar().sizeHint().width()
            self.list.setMinimumWidth(
                self.list.sizeHintForColumn(0) + 2 * bar + 2 * self.list.frameWidth()
            )
        if not self.list.count():
            self.page.setPlainText(say("Nothing was found."))

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        one = self._chapters[item.data(Qt.ItemDataRole.UserRole)]
        self.page.setMarkdown(f"# {one.title}\n\n{one.text}")
        _draw_tables(self.page.document())
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark(self.search.text().split())

    def _mark(self, words: list[str]) -> None:
        theme = current()
        marks = []
        for word in words:
            cursor = self.page.document().find(word, 0)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                form = QTextCharFormat()
                form.setBackground(QColor(theme.warn_ground))
                form.setForeground(QColor(theme.warn))
                mark.format, mark.cursor = form, cursor
                marks.append(mark)
                cursor = self.page.document().find(word, cursor)
        self.page.setExtraSelections(marks)

    def _follow(self, link: QUrl) -> None:
        """Links lead to chapters; there are no others."""
        if link.fragment() in self._chapters:
            self.open(link.fragment())


def _draw_tables(document: QTextDocument) -> None:
    """Hairlines between rows, as tables elsewhere have them; Markdown's are boxes."""
    line = QColor(current().line)
    for table in document.rootFrame().childFrames():
        if not isinstance(table, QTextTable):
            continue
        look = table.format()
        look.setBorder(0)
        look.setCellSpacing(0)
        table.setFormat(look)
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                form = cell.format().toTableCellFormat()
                form.setPadding(5)
                form.setRightPadding(24)
                form.setBottomBorder(1)
                form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBottomBorderBrush(line)
                cell.setFormat(form)


def _table(commands: Iterable[Command]) -> str:
    rows = [
        f"| {command.keys} | {command.name.replace('|', ' ')} |"
        for command in commands
        if command.keys
    ]
    keys, command = say("Keys"), say("Command")
    return "\n".join([f"| {keys} | {command} |", "|---|---|", *rows])
