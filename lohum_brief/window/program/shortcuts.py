"""The sheet of shortcuts: all of them, by menu and by the part of the window they work in; searched and printed."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, NamedTuple

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from lohum_brief.language.catalogue import phrase, say
from lohum_brief.window.fitting import give_room
from lohum_brief.window.menus import Command
from lohum_brief.window.theme import current

_PARTS: Final = (
    (
        phrase("In lists"),
        (
            (phrase("Go to the form"), "Return"),
            (phrase("Back to the list"), "Esc"),
            (phrase("Copy the rows"), "Ctrl+C"),
            (phrase("Paste rows"), "Ctrl+V"),
            (phrase("Remove the entry"), "Del"),
            (phrase("Select all"), "Ctrl+A"),
        ),
    ),
    (
        phrase("In texts"),
        (
            (phrase("Offer figures"), "{"),
            (phrase("Offer figures and terms"), "Ctrl+Space"),
            (phrase("Take the offered term"), "Alt+1"),
            (phrase("Show a figure as it is written"), "F2"),
            (phrase("Next field"), "Tab"),
            (phrase("Previous field"), "Shift+Tab"),
        ),
    ),
    (
        phrase("In the pages"),
        (
            (phrase("Find in the pages"), "Ctrl+F"),
            (phrase("Next hit"), "F3"),
            (phrase("Previous hit"), "Shift+F3"),
            (phrase("Next screen"), "PgDown"),
            (phrase("Previous screen"), "PgUp"),
            (phrase("First page"), "Home"),
            (phrase("Last page"), "End"),
        ),
    ),
    (
        phrase("In findings"),
        (
            (phrase("Go to the field"), "Return"),
            (phrase("Mend"), "Ctrl+."),
            (phrase("Mend all like this"), "Ctrl+Shift+."),
            (phrase("Ignore, with a reason…"), "Del"),
            (phrase("Take back: no longer ignore"), "Backspace"),
        ),
    ),
)
"""Keys that mean something in one part of the window only."""


class _Group(NamedTuple):
    title: str
    rows: Sequence[tuple[str, str]]


class ShortcutSheet(QDialog):
    """Two columns of groups; what is typed above leaves the shortcuts that hold it, by name or by key."""

    def __init__(self, parent: QWidget, commands: Iterable[Command]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Shortcuts"))
        self._groups = _groups(commands)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Filter"))
        self.search.setAccessibleName(say("Filter"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._show())
        self._page = QTextBrowser()
        self._page.setAccessibleName(say("Shortcuts"))
        self._page.setOpenLinks(False)
        self._page.setTabChangesFocus(True)
        buttons = QDialogButtonBox()
        printing = buttons.addButton(say("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        printing.setAutoDefault(False)
        printing.clicked.connect(self._print)
        close = buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(self._page, 1)
        layout.addWidget(buttons)
        give_room(self, 50, 38)
        self._show()

    def text(self) -> str:
        """What is shown."""
        return self._page.toPlainText()

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        kept = [
            _Group(title, rows)
            for title, held in self._groups
            if (rows := [row for row in held if all(word in " ".join(row).casefold() for word in words)])
        ]
        theme = current()
        self._page.setHtml(_html(kept, theme.accent, theme.quiet, theme.line))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            page = QTextBrowser()
            page.setHtml(_html(self._groups, "#000000", "#444444", "#999999"))
            page.print_(printer)


def _groups(commands: Iterable[Command]) -> list[_Group]:
    by_menu: dict[str, list[tuple[str, str]]] = {}
    for command in commands:
        if command.keys:
            by_menu.setdefault(command.menu, []).append((command.name, _native(command.keys)))
    parts = [_Group(say(title), [(say(name), _native(keys)) for name, keys in rows]) for title, rows in _PARTS]
    return [*(_Group(title, rows) for title, rows in by_menu.items()), *parts]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def _html(groups: Sequence[_Group], accent: str, quiet: str, line: str) -> str:
    if not groups:
        return f"<p>{escape(say('Nothing was found.'))}</p>"
    half = sum(len(group.rows) + 2 for group in groups) / 2
    columns: tuple[list[str], list[str]] = ([], [])
    height = 0.0
    for group in groups:
        columns[0 if height + len(group.rows) / 2 < half else 1].append(_table(group, accent, quiet, line))
        height += len(group.rows) + 2
    left, right = (f'<td width="46%" valign="top">{"".join(column)}</td>' for column in columns)
    return f'<table width="100%" cellpadding="0" cellspacing="8"><tr>{left}<td width="8%"></td>{right}</tr></table>'


def _table(group: _Group, accent: str, quiet: str, line: str) -> str:
    rows = "".join(
        f'<tr><td style="padding: 3px 0">{escape(name)}</td>'
        f'<td align="right" style="padding: 3px 0; color: {quiet}; white-space: pre">{escape(keys)}</td></tr>'
        for name, keys in group.rows
    )
    head = f'<p style="color: {accent}; font-weight: bold; margin-bottom: 2px">{escape(group.title)}</p>'
    rule = f'<table width="100%" cellpadding="0" cellspacing="0" style="border-top: 1px solid {line}">{rows}</table>'
    return head + rule
