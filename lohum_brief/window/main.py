"""The window of one visit: places on the left, the editor, the live pages, the findings below."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lohum_brief import __version__
from lohum_brief.errors import BriefError
from lohum_brief.language import catalogue
from lohum_brief.language.catalogue import interface, say
from lohum_brief.language.codes import LANGS
from lohum_brief.release.naming import file_names
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Pack
from lohum_brief.window import labels
from lohum_brief.window.application import Application
from lohum_brief.window.browser import Browser
from lohum_brief.window.exporting import ExportDialog
from lohum_brief.window.finder import Entry, Finder
from lohum_brief.window.findings import Findings
from lohum_brief.window.menus import Menus, add_choices, add_toggle
from lohum_brief.window.overview import Overview
from lohum_brief.window.places import PLACES, place_of
from lohum_brief.window.preview import Preview
from lohum_brief.window.session import Session
from lohum_brief.window.setter import Setter
from lohum_brief.window.sidebar import Sidebar
from lohum_brief.window.telling import tell, warn
from lohum_brief.window.theme import icon

_SCALES: Final = (80, 90, 100, 110, 125, 150, 175, 200)


class VisitWindow(QMainWindow):
    """Holds a visit open until it is closed."""

    def __init__(self, application: Application, session: Session) -> None:
        super().__init__()
        self._application = application
        self.session = session
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.setter = Setter(session.visit, interface(), self)
        self.setter.died.connect(self._revive)
        session.changed.connect(self._changed)
        session.refused.connect(self._refused)
        self._counts: Counter[str] = Counter()
        self._build()
        self._restore()

    # What it is made of

    def _build(self) -> None:
        self._browsers: dict[str, QWidget] = {}
        self.places = Sidebar()
        self.places.currentRowChanged.connect(self._show_place)
        self._stack = QStackedWidget()
        self.preview = Preview(self.session, self.setter)
        self.preview.clicked.connect(self.open_record)
        self.findings = Findings(self.session, self.setter)
        self.findings.chosen.connect(self.open_record)
        self.findings.counted.connect(self._counted)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.places, self._stack, self.preview):
            self._across.addWidget(widget)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([180, 760, 500])
        self._across.setCollapsible(1, False)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._down.addWidget(self._across)
        self._down.addWidget(self.findings)
        self._down.setStretchFactor(0, 1)
        self._down.setSizes([760, 130])
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        self._banner = QLabel()
        self._banner.setObjectName("banner")
        self._banner.setWordWrap(True)
        self._banner.setTextFormat(Qt.TextFormat.PlainText)
        told = " ".join(part for part in (self.session.locked, self.session.warning) if part)
        self._banner.setText(told)
        self._banner.setVisible(bool(told))
        layout.addWidget(self._banner)
        layout.addWidget(self._down, 1)
        self.setCentralWidget(page)
        self._menus()
        self.places.setCurrentRow(0)
        self._retitle()

    def _header(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        brand = QLabel("Lohum Brief")
        brand.setObjectName("brand")
        self._visit = QLabel()
        self._visit.setTextFormat(Qt.TextFormat.PlainText)
        self._kept = QLabel(say("all changes kept"))
        self._kept.setObjectName("quiet")
        self._undo = QPushButton()
        self._undo.setIcon(icon("undo-2"))
        self._undo.clicked.connect(self.session.undo)
        find = QPushButton(say("Find anything") + "  Ctrl+K")
        find.setIcon(icon("search"))
        find.clicked.connect(self.find_anything)
        export = QPushButton(say("Export pack…"))
        export.setObjectName("primary")
        export.clicked.connect(self.export)
        for widget in (brand, self._visit, self._kept):
            row.addWidget(widget)
            row.addSpacing(8)
        row.addStretch()
        for button in (self._undo, find, export):
            row.addWidget(button)
        return bar

    def _menus(self) -> None:
        bar = self._bar = Menus()
        self.setMenuBar(bar)
        shown = bar.addMenu(say("File"))
        bar.add(shown, say("New visit…"), self._application.new, "Ctrl+N")
        bar.add(shown, say("Open…"), self._application.choose, "Ctrl+O")
        bar.add(shown, say("Open the sample"), self._application.sample)
        shown.addSeparator()
        bar.add(shown, say("Save a copy as…"), self.save_copy, "Ctrl+Shift+S")
        bar.add(shown, say("Export pack…"), self.export, "Ctrl+E")
        bar.add(shown, say("Export all packs…"), self.export_all, "Ctrl+Shift+E")
        shown.addSeparator()
        bar.add(shown, say("Close"), self.close, "Ctrl+W")
        changing = bar.addMenu(say("Edit"))
        self._undoing = bar.add(changing, say("Undo"), self.session.undo, "Ctrl+Z")
        self._redoing = bar.add(changing, say("Redo"), self.session.redo, "Ctrl+Shift+Z")
        changing.addSeparator()
        bar.add(changing, say("Find anything…"), self.find_anything, "Ctrl+K")
        bar.add(changing, say("Add an entry"), lambda: self._with_browser(Browser.add), "Ctrl+Return")
        bar.add(changing, say("Remove the entry"), lambda: self._with_browser(Browser.remove), "Ctrl+Delete")
        bar.add(changing, say("Move the entry up"), lambda: self._with_browser(lambda b: b.move_selected(-1)), "Alt+Up")
        bar.add(
            changing, say("Move the entry down"), lambda: self._with_browser(lambda b: b.move_selected(1)), "Alt+Down"
        )
        view = bar.addMenu(say("View"))
        for at, place in enumerate(PLACES):
            bar.add(view, say(place.title), partial(self.places.setCurrentRow, at), f"Ctrl+{(at + 1) % 10}")
        view.addSeparator()
        add_toggle(view, say("Pages"), self.preview, "F9")
        add_toggle(view, say("Findings"), self.findings, "F8")
        view.addSeparator()
        add_choices(
            view.addMenu(say("Language")), [(labels.NATIVE[lang], lang) for lang in LANGS], interface(), self.speak
        )
        add_choices(
            view.addMenu(say("Colours")),
            [(say("Like the system"), "system"), (say("Light"), "light"), (say("Dark"), "dark")],
            self._application.colours,
            self._colour,
        )
        add_choices(
            view.addMenu(say("Size")),
            [(f"{scale} %", scale) for scale in _SCALES],
            self._application.scale,
            self._resize,
        )
        about = bar.addMenu(say("Help"))
        bar.add(about, say("Shortcuts"), self.shortcuts, "F1")
        bar.add(about, say("About Lohum Brief"), self.about)
        self._refresh_undo()

    # Places

    def _show_place(self, row: int) -> None:
        place = PLACES[row]
        if place.key not in self._browsers:
            made = self._make(place.key)
            self._browsers[place.key] = made
            self._stack.addWidget(made)
        shown = self._browsers[place.key]
        self._stack.setCurrentWidget(shown)
        if isinstance(shown, Browser):
            self._selected(shown.current())

    def _make(self, key: str) -> QWidget:
        place = next(place for place in PLACES if place.key == key)
        if key == "overview":
            overview = Overview(self.session)
            overview.pack.connect(self.preview.show_pack)
            overview.count_findings(self._counts)
            self.findings.counted.connect(overview.count_findings)
            return overview
        browser = Browser(place, self.session)
        browser.selected.connect(self._selected)
        return browser

    def _selected(self, ident: str) -> None:
        if not ident:
            return
        record = self.session.visit.by_id.get(ident)
        if isinstance(record, Pack):
            self.preview.show_pack(ident)
        else:
            self.preview.pages.show_record(ident)

    def open_record(self, ident: str, field: str = "") -> None:
        """Go to where a record is edited, and to one of its fields."""
        record = self.session.visit.by_id.get(ident)
        if record is None:
            return
        place = place_of(record)
        self.places.setCurrentRow(PLACES.index(place))
        shown = self._browsers[place.key]
        if isinstance(shown, Browser):
            shown.show_record(ident, field)
        elif isinstance(shown, Overview):
            shown.form.focus_field(field)

    def _with_browser(self, act: Callable[[Browser], object]) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Browser) and not self.session.locked:
            act(shown)

    # What happens to the visit

    def _changed(self, edit: Edit) -> None:
        self.setter.change(edit)
        self._retitle()
        self._refresh_undo()

    def _retitle(self) -> None:
        title = labels.text(self.session.visit.particulars.title) or self.session.path.stem
        self._visit.setText(title)
        self.setWindowTitle(f"{title} – Lohum Brief")
        self.setWindowFilePath(str(self.session.path))
        self._refresh_undo()
        self.places.count_records(self.session.visit, self._counts)

    def _refresh_undo(self) -> None:
        undo, redo = self.session.undo_label, self.session.redo_label
        text = say("Undo “{step}”", step=undo) if undo else say("Undo")
        self._undo.setText(text.replace("&", "&&"))
        self._undo.setEnabled(bool(undo) and not self.session.locked)
        if hasattr(self, "_undoing"):
            self._undoing.setText(text.replace("&", "&&"))
            self._undoing.setEnabled(bool(undo))
            self._redoing.setText((say("Redo “{step}”", step=redo) if redo else say("Redo")).replace("&", "&&"))
            self._redoing.setEnabled(bool(redo))

    def _counted(self, counts: Counter[str]) -> None:
        self._counts = counts
        self.places.count_records(self.session.visit, self._counts)

    def _refused(self, why: str) -> None:
        warn(self, why)

    def _revive(self) -> None:
        """The process that sets pages ended, which it never should: start another with the visit as it is."""
        self.session.changed.disconnect(self._changed)
        self._rebuild()
        self.session.changed.connect(self._changed)

    # Commands

    def find_anything(self) -> None:
        """Find anything."""
        self.session.flushing.emit()
        others = [
            Entry(command.name, command.keys or say("Command"), command.name, command.act)
            for command in self._bar.commands
        ]
        finder = Finder(self, self.session.visit, self.open_record, others)
        finder.show()
        finder.line.setFocus()

    def export(self) -> None:
        """Ask for a name and export the pack that is shown."""
        self.session.flushing.emit()
        pack = self.preview.pack()
        if pack is None:
            return
        folder = Path(str(self._application.settings.value("export folder", str(self.session.path.parent))))
        name, _ = QFileDialog.getSaveFileName(
            self, say("Export pack"), str(folder / file_names([pack])[0]), "PDF (*.pdf)"
        )
        if name:
            path = Path(name if name.lower().endswith(".pdf") else name + ".pdf")
            self._application.settings.setValue("export folder", str(path.parent))
            ExportDialog(self, self.session.visit, [(pack, path)]).exec()

    def export_all(self) -> None:
        """Ask for a folder and export every pack as its record says."""
        self.session.flushing.emit()
        folder = QFileDialog.getExistingDirectory(self, say("Export all packs"), str(self.session.path.parent))
        packs = self.session.visit.of(Pack)
        if folder and packs:
            names = file_names(packs)
            jobs = [(pack, Path(folder) / name) for pack, name in zip(packs, names, strict=True)]
            ExportDialog(self, self.session.visit, jobs).exec()

    def save_copy(self) -> None:
        """Write a copy of the file."""
        name, _ = QFileDialog.getSaveFileName(
            self, say("Save a copy as"), str(self.session.path), "Lohum Brief (*.lbrief)"
        )
        if name:
            try:
                self.session.save_copy(Path(name if name.endswith(".lbrief") else name + ".lbrief"))
            except BriefError as error:
                self._refused(str(error))

    def shortcuts(self) -> None:
        """A sheet of all shortcuts."""
        lines = [f"{command.keys}\t{command.name}" for command in self._bar.commands if command.keys]
        tell(self, say("Shortcuts"), "\n".join(lines))

    def about(self) -> None:
        """Version and licences."""
        tell(
            self,
            say("About Lohum Brief"),
            f"Lohum Brief {__version__}\n\n"
            + say(
                "Apache License 2.0. Fonts: SIL Open Font License and IPA Font License. Icons: Lucide, ISC License. "
                "The licences stand beside the files they are about."
            ),
        )

    # Comfort

    def speak(self, lang: object) -> None:
        """Change the language of the interface."""
        self._application.settings.setValue("language", lang)
        catalogue.use(lang)  # type: ignore[arg-type]
        self._rebuild()

    def _colour(self, colours: object) -> None:
        self._application.set_colours(str(colours))
        self._rebuild()

    def _resize(self, scale: object) -> None:
        self._application.set_scale(int(str(scale)))
        self._rebuild()

    def _rebuild(self) -> None:
        """Make all widgets anew, in the language and colours of now; where one was stays."""
        self.session.flushing.emit()
        row, record = self.places.currentRow(), self._current()
        page, across, down = self.preview.pages.page, self._across.sizes(), self._down.sizes()
        self.setter.stop()
        old = self.takeCentralWidget()
        for widget in (self.preview, self.findings, *self._browsers.values()):
            widget.setParent(None)
            widget.deleteLater()
        self.setter = Setter(self.session.visit, interface(), self)
        self.setter.died.connect(self._revive)
        self._build()
        if old is not None:
            old.deleteLater()
        self._across.setSizes(across)
        self._down.setSizes(down)
        self.places.setCurrentRow(row)
        if record:
            self.open_record(record)
        self.setter.rendered.connect(lambda _: self.preview.pages.go_to(page), Qt.ConnectionType.SingleShotConnection)

    def current_place(self) -> QWidget | None:
        """What stands in the middle."""
        return self._stack.currentWidget()

    def _current(self) -> str:
        shown = self._stack.currentWidget()
        return shown.current() if isinstance(shown, Browser) else ""

    def _restore(self) -> None:
        settings: QSettings = self._application.settings
        for name, restore in (
            ("window", self.restoreGeometry),
            ("across", self._across.restoreState),
            ("down", self._down.restoreState),
        ):
            state = settings.value(name)
            if isinstance(state, QByteArray):
                restore(state)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.toLocalFile().endswith(".lbrief") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        for url in event.mimeData().urls():
            self._application.open(Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        settings = self._application.settings
        settings.setValue("window", self.saveGeometry())
        settings.setValue("across", self._across.saveState())
        settings.setValue("down", self._down.saveState())
        self.session.close()
        self.setter.stop()
        self._application.closed(self)
        event.accept()
