"""The program: its settings, its windows, the files that were open last."""

import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QSettings, QStandardPaths
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from lohum_brief import __version__
from lohum_brief.errors import BriefError
from lohum_brief.language import catalogue
from lohum_brief.language.catalogue import interface, say
from lohum_brief.language.codes import Lang
from lohum_brief.paths import resource
from lohum_brief.reporting import write_report
from lohum_brief.window import preferences, theme
from lohum_brief.window.session import Session
from lohum_brief.window.telling import warn

if TYPE_CHECKING:
    from lohum_brief.window.main import VisitWindow

_RECENT = 12


class Application:
    """One for the process. `run` returns when the last window is closed."""

    def __init__(self, arguments: list[str]) -> None:
        found = QApplication.instance()
        self.qt = found if isinstance(found, QApplication) else QApplication(arguments)
        self.qt.setApplicationName("lohum-brief")
        self.qt.setApplicationDisplayName("Lohum Brief")
        self.qt.setApplicationVersion(__version__)
        self.qt.setDesktopFileName("lohum-brief")
        self.qt.setWindowIcon(QIcon(str(resource("icons/lohum-brief.svg"))))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        self.settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        self.windows: list[VisitWindow] = []
        self._start: QWidget | None = None
        lang = self.settings.value("language")
        if lang in ("hi", "en", "ja"):
            catalogue.use(lang)
        for name in preferences.ALL:
            preferences.want(name, self.settings.value(name) in (True, "true"))
        self._put_on()
        self.qt.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        sys.excepthook = self._unexpected

    # Looks

    @property
    def colours(self) -> str:
        """`system`, `light` or `dark`."""
        return str(self.settings.value("colours", "system"))

    @property
    def scale(self) -> int:
        """Size of the interface in per cent."""
        return int(str(self.settings.value("scale", 100)))

    def set_language(self, lang: Lang) -> None:
        """Choose the language of the interface."""
        self.settings.setValue("language", lang)
        catalogue.use(lang)
        self.dress()

    def set_colours(self, colours: str) -> None:
        """Choose light, dark, or what the system has."""
        self.settings.setValue("colours", colours)
        self.dress()

    def set_scale(self, scale: int) -> None:
        """Choose the size of the interface, in per cent."""
        self.settings.setValue("scale", scale)
        self.dress()

    def dress(self) -> None:
        """Put the language and the looks on that were chosen, in every window that is open."""
        self._put_on()
        for window in self.windows:
            window.rebuild()

    def _put_on(self) -> None:
        theme.apply(self.qt, self._wanted(), self.scale / 100)
        QLocale.setDefault(QLocale({"hi": "hi_IN", "ja": "ja_JP"}.get(interface(), "en_GB")))

    def _wanted(self) -> theme.Theme:
        dark = self.colours == "dark" or (self.colours == "system" and theme.dark_wanted(self.qt))
        return theme.DARK if dark else theme.LIGHT

    def _scheme_changed(self) -> None:
        """The system became light or dark."""
        if self._wanted() != theme.current():
            self.dress()

    # Files

    @property
    def recent(self) -> list[Path]:
        """The files that were open last, newest first, without those that are gone."""
        held: Any = self.settings.value("recent", [])
        names = [held] if isinstance(held, str) else list(held or [])
        return [path for name in names if (path := Path(str(name))).is_file()]

    def _remember(self, path: Path) -> None:
        others = [str(other) for other in self.recent if other != path]
        self.settings.setValue("recent", [str(path), *others][:_RECENT])

    def open(self, path: Path) -> "VisitWindow | None":
        """Open a visit in a window of its own, or bring the window forward that has it."""
        from lohum_brief.window.main import VisitWindow

        path = path.resolve()
        for window in self.windows:
            if window.session.path == path:
                window.raise_()
                window.activateWindow()
                return window
        try:
            session = Session(path)
        except BriefError as error:
            self.tell(str(error))
            return None
        self._remember(path)
        window = VisitWindow(self, session)
        self.windows.append(window)
        window.show()
        if self._start is not None:
            self._start.close()
            self._start = None
        return window

    def choose(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(None, say("Open a visit"), self._folder(), "Lohum Brief (*.lbrief)")
        if name:
            self.open(Path(name))

    def new(self) -> None:
        """Ask for a name and make a visit."""
        from lohum_brief.store.shipped import new_visit

        self._create(new_visit(), say("New visit"))

    def sample(self) -> None:
        """Ask where, and open the sample."""
        from lohum_brief.store.shipped import sample_visit

        self._create(sample_visit(), say("Sample"))

    def _create(self, visit: Any, name: str) -> None:
        from lohum_brief.store.file import create

        chosen, _ = QFileDialog.getSaveFileName(
            None,
            say("Where is the visit to be kept?"),
            str(Path(self._folder()) / f"{name}.lbrief"),
            "Lohum Brief (*.lbrief)",
        )
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(".lbrief") else chosen + ".lbrief")
        try:
            create(path, visit, overwrite=True)
        except BriefError as error:
            self.tell(str(error))
            return
        self.open(path)

    def _folder(self) -> str:
        found = self.recent
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return str(found[0].parent) if found else QStandardPaths.writableLocation(documents)

    def closed(self, window: "VisitWindow") -> None:
        """A window is closed."""
        if window in self.windows:
            self.windows.remove(window)
            window.deleteLater()

    # Running

    def start(self) -> None:
        """Show where to begin."""
        from lohum_brief.window.start import Start

        self._start = Start(self)
        self._start.show()

    def run(self) -> int:
        """Until the last window is closed."""
        return self.qt.exec()

    def tell(self, why: str) -> None:
        """Say what went wrong."""
        warn(None, why)

    def _unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of ours: it is written down, said in one sentence, and the window goes on."""
        traceback.print_exception(kind, error, trace)
        report = write_report(error)
        if report:
            self.tell(say("Internal error; please send the report {file} to the makers of the program.", file=report))


def open_window(path: str) -> int:
    """The desktop program, with a file or with the start page. Returns the exit code."""
    application = Application(sys.argv[:1])
    if path:
        if application.open(Path(path)) is None:
            return 3
    else:
        application.start()
    return application.run()
