"""Where packs are written: a file for one, a folder for several, and what each file is called
there.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QFileInfo, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import say, say_n
from lohum_brief.release.naming import file_names
from lohum_brief.release.output import USUAL, output, suffixes
from lohum_brief.visit.records import Pack


class Destination(QWidget):
    """The suffix of one pack's file says what it becomes; of several that is chosen, where there is
    more than one kind of file. `changed` tells that another place was said.
    """

    changed = Signal()

    def __init__(self, packs: Sequence[Pack], folder: Path) -> None:
        super().__init__()
        self._packs = packs
        self._one = len(packs) == 1
        self._editions: Mapping[str, int] = {}
        self.form = QComboBox()
        self.form.setAccessibleName(say("Kind of file"))
        for suffix in suffixes():
            self.form.addItem(output(suffix).name, suffix)
        self.form.currentIndexChanged.connect(self._show)
        self._proposed = {self._names()[0]} if self._one else set()
        self.path = QLineEdit(str(folder / self._names()[0] if self._one else folder))
        self.path.setAccessibleName(self._called())
        self.path.textChanged.connect(self._show)
        self.browse = QPushButton(say("Browse…"))
        self.browse.clicked.connect(self.choose)
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel(self._called()))
        row.addWidget(self.path, 1)
        row.addWidget(self.form)
        row.addWidget(self.browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self.note)
        self.form.setVisible(not self._one and self.form.count() > 1)
        self.look()

    def _called(self) -> str:
        return say("File") if self._one else say("Folder")

    @property
    def said(self) -> bool:
        """Whether any place is said."""
        return bool(self.path.text().strip())

    def _names(self) -> list[str]:
        suffix = USUAL if self._one else str(self.form.currentData())
        return file_names(self._packs, self._editions, suffix)

    def number(self, editions: Mapping[str, int]) -> None:
        """Name the files as editions with these numbers, as drafts where there are none: a name
        that was proposed goes with it.
        """
        self._editions = editions
        if self._one and (path := self.paths()[0]).name in self._proposed:
            self._proposed.add(self._names()[0])
            self.path.setText(str(path.with_name(self._names()[0])))
        self.look()

    def paths(self) -> list[Path]:
        """The file of each pack; of one pack the proposed name where only a folder is named."""
        typed = Path(self.path.text().strip())
        if not self._one:
            return [typed / name for name in self._names()]
        if QFileInfo(typed).isDir() or not typed.name:
            return [typed / self._names()[0]]
        return [
            typed if typed.suffix.lower() in suffixes() else typed.with_name(typed.name + USUAL)
        ]

    def choose(self) -> None:
        """Ask for a file or a folder."""
        if self._one:
            kinds = ";;".join(f"{output(suffix).name} (*{suffix})" for suffix in suffixes())
            name, _ = QFileDialog.getSaveFileName(
                self, say("Export pack"), str(self.paths()[0]), kinds
            )
        else:
            name = QFileDialog.getExistingDirectory(self, say("Export all packs"), self.path.text())
        if name:
            self.path.setText(name)

    def _show(self) -> None:
        self.look()
        self.changed.emit()

    def look(self) -> None:
        """Say what would be replaced."""
        # Unlike pathlib, Qt takes whatever is typed.
        there = [path.name for path in self.paths() if QFileInfo(path).isFile()]
        self.note.setText(self._replaced(there) if there else "")
        self.note.setVisible(bool(there))

    def _replaced(self, there: Sequence[str]) -> str:
        if self._one:
            return say("{file} is there already and will be replaced.", file=there[0])
        return say_n(
            "{count} file is there already and will be replaced.",
            "{count} files are there already and will be replaced.",
            len(there),
        )
