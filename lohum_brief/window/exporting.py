"""Exporting packs from the window: the name of the file, progress that can be cancelled, the folder shown."""

from collections.abc import Callable, Container, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.catalogue import interface, say, say_n
from lohum_brief.release.messages import Exported, Failed
from lohum_brief.release.naming import file_names
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from lohum_brief.window.setter import Setter

if TYPE_CHECKING:
    from lohum_brief.window.main import VisitWindow


class ExportDialog(QDialog):
    """Sets packs in a process of its own, one after the other; cancelling leaves finished files and no half ones."""

    def __init__(
        self,
        parent: QWidget,
        visit: Visit,
        jobs: list[tuple[Pack, Path]],
        pictures: Callable[[Container[str]], Mapping[str, bytes]] = lambda _: {},
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Export"))
        self.setMinimumWidth(460)
        self._jobs = jobs
        self._done: list[Exported] = []
        self._ended = False
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._buttons = QDialogButtonBox()
        self._cancel = self._buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        layout.addWidget(self._buttons)
        self._setter = Setter(visit, interface(), self)
        self._setter.pictures = pictures
        self._setter.progress.connect(
            lambda _, part: self._bar.setValue(round(1000 * (len(self._done) + part) / len(jobs)))
        )
        self._setter.exported.connect(self._exported)
        self._setter.failed.connect(self._failed)
        self._setter.died.connect(lambda: self._end(say("The export ended unexpectedly. Nothing was half-written.")))
        self._next()

    def done(self, result: int) -> None:
        self._setter.stop()
        super().done(result)

    def _next(self) -> None:
        pack, path = self._jobs[len(self._done)]
        self._text.setText(say("Setting {file}…", file=path.name))
        self._setter.export(pack, str(path))

    def _exported(self, found: Exported) -> None:
        self._done.append(found)
        self._bar.setValue(1000 * len(self._done) // len(self._jobs))
        if len(self._done) < len(self._jobs):
            self._next()
            return
        pages = sum(one.pages for one in self._done)
        first = Path(self._done[0].out)
        said = say_n(
            "{count} page written to {place}.",
            "{count} pages written to {place}.",
            pages,
            place=_place(first, len(self._jobs)),
        )
        self._end(said)
        for text, target in (
            (say("Show in folder"), first.parent),
            *(((say("Open"), first),) if len(self._jobs) == 1 else ()),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, target=target: _open(target))
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)

    def _failed(self, found: Failed) -> None:
        self._end(found.why)

    def finished_text(self) -> str:
        """How it ended; empty while it goes on."""
        return self._text.text() if self._ended else ""

    def _end(self, said: str) -> None:
        self._ended = True
        self._text.setText(said)
        self._bar.hide()
        self._cancel.setText(say("Close"))
        self._cancel.setDefault(True)


def _place(first: Path, count: int) -> str:
    return str(first if count == 1 else first.parent)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def export_shown(window: "VisitWindow") -> None:
    """Ask for a name and export the pack whose pages are shown."""
    window.session.flushing.emit()
    pack = window.preview.pack()
    if pack is None:
        return
    settings = window.application.settings
    folder = Path(str(settings.value("export folder", str(window.session.path.parent))))
    name, _ = QFileDialog.getSaveFileName(
        window, say("Export pack"), str(folder / file_names([pack])[0]), "PDF (*.pdf)"
    )
    if name:
        path = Path(name if name.lower().endswith(".pdf") else name + ".pdf")
        settings.setValue("export folder", str(path.parent))
        ExportDialog(window, window.session.visit, [(pack, path)], window.session.pictures).exec()


def export_all(window: "VisitWindow") -> None:
    """Ask for a folder and export every pack as its record says."""
    window.session.flushing.emit()
    folder = QFileDialog.getExistingDirectory(window, say("Export all packs"), str(window.session.path.parent))
    packs = window.session.visit.of(Pack)
    if folder and packs:
        jobs = [(pack, Path(folder) / name) for pack, name in zip(packs, file_names(packs), strict=True)]
        ExportDialog(window, window.session.visit, jobs, window.session.pictures).exec()
