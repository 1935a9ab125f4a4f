"""The program: its settings, its looks and language, its windows."""

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from lohum_brief import __version__
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say, use
from lohum_brief.paths import resource
from lohum_brief.reporting import write_report
from lohum_brief.store.locate import store_at
from lohum_brief.window import keeping, preferences, theme
from lohum_brief.window.program.qt_words import QtWords
from lohum_brief.window.telling import report, warn

if TYPE_CHECKING:
    from lohum_brief.window.main import VisitWindow
    from lohum_brief.window.menus import Command
    from lohum_brief.window.program.help import Help
    from lohum_brief.window.program.start import Start


def _private(path: Path) -> Path:
    """The path of a file that only its owner may read, for it holds titles of visits; Qt keeps the
    mode that it finds.
    """
    with suppress(OSError):  # without it Qt makes the file as it does everywhere, or none
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        path.chmod(0o600)
    return path


class Application:
    """One for the process. `run` returns when the last window is closed."""

    def __init__(self, arguments: list[str]) -> None:
        # The names of languages stand in their own scripts, for which the next font takes over, as
        # it should.
        QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
        found = QApplication.instance()
        self.qt = found if isinstance(found, QApplication) else QApplication(arguments)
        self.qt.setApplicationName("lohum-brief")
        self.qt.setApplicationDisplayName("Lohum Brief")
        self.qt.setApplicationVersion(__version__)
        self.qt.setDesktopFileName("lohum-brief")
        self.qt.setWindowIcon(QIcon(str(resource("icons/lohum-brief.svg"))))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        self.settings = QSettings(
            str(_private(Path(folder) / "window.ini")), QSettings.Format.IniFormat
        )
        self.windows: list[VisitWindow] = []
        self.beginning: Start | None = None
        self.helping: Help | None = None
        self._words = QtWords()
        self._reporting = False
        self.silent = False
        """Whether nobody is there to answer: the session or the display ends, and no question may
        hold that up.
        """
        lang = self.settings.value("language")
        if lang in LANGS:
            use(lang)
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
        use(lang)
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
        for window in self.windows:
            window.strip()
        self._put_on()
        if self.helping is not None:
            self.helping.close()
            self.helping = None
        for window in self.windows:
            window.rebuild()
        if self.beginning is not None:
            self.beginning.rebuild()

    def _put_on(self) -> None:
        self._words.speak()
        theme.apply(self.qt, self._wanted(), self.scale / 100)

    def _wanted(self) -> theme.Theme:
        dark = self.colours == "dark" or (self.colours == "system" and theme.dark_wanted(self.qt))
        return theme.DARK if dark else theme.LIGHT

    def _scheme_changed(self) -> None:
        """The system became light or dark."""
        if self._wanted() != theme.current():
            self.dress()

    # Windows

    def open(self, address: str | Path) -> "VisitWindow | None":
        """Open a visit in a window of its own, or bring the window forward that has it."""
        from lohum_brief.window.visit_windows import opened

        place = store_at(address)
        for window in self.windows:
            if window.session.place.address == place.address:
                forward(window)
                return window
        made = opened(self, place)
        if made is None:
            return None
        self.windows.append(made)
        made.show()
        if self.beginning is not None:
            self.beginning.close()
        return made

    def show(self, address: str) -> None:
        """What another start of the program was asked for: a visit, or where to begin."""
        if address:
            window = self.open(address)
            if window is not None:
                forward(window)
        else:
            self.start()

    def start(self) -> "Start":
        """Show where to begin."""
        from lohum_brief.window.program.start import Start

        if self.beginning is None:
            self.beginning = Start(self)
            self.beginning.show()
        else:
            forward(self.beginning)
        return self.beginning

    def help(self, chapter: str, commands: "list[Command]") -> None:
        """Open the help, or bring it forward, at a chapter."""
        from lohum_brief.window.program.help import Help

        if self.helping is not None:
            self.helping.close()
        self.helping = Help(commands)
        self.helping.open(chapter)
        forward(self.helping)

    def started(self) -> None:
        """The start page is closed."""
        self.beginning = None

    def closed(self, window: QWidget) -> None:
        """A window is closed."""
        held = next((one for one in self.windows if one is window), None)
        if held is not None:
            self.windows.remove(held)
            held.deleteLater()
        if not self.windows and self.helping is not None:
            self.helping.close()
            self.helping = None

    # Running

    def run(self) -> int:
        """Until the last window is closed."""
        return self.qt.exec()

    def store(self) -> None:
        """Store what is being typed in every window, without a word: the session may end, or the
        display is lost.
        """
        self.silent = True
        for window in self.windows:
            keeping.store(window)
            keeping.may_close(window)
        self.silent = False

    def end(self) -> None:
        """Close all windows and end, without a word."""
        self.silent = True
        for window in list(self.windows):
            window.close()
        self.qt.quit()

    def tell(self, why: str) -> None:
        """Say what went wrong."""
        warn(None, why)

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """A fault of ours: it is written down, said in one sentence, and the window goes on."""
        traceback.print_exception(kind, error, trace)
        file = write_report(error)
        if file is None or self._reporting or self.silent:
            return
        self._reporting = True  # a fault in painting comes again with every painting
        try:
            report(
                self.qt.activeWindow(),
                say("Something went wrong in the program. Nothing that was stored is lost."),
                file,
            )
        finally:
            self._reporting = False


def forward(window: QWidget) -> None:
    """Bring a window before all others, where the desktop allows it."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def open_window(visit: str) -> int:
    """The desktop program, with a file or with the start page. Returns the exit code."""
    from lohum_brief.window.program import input_methods
    from lohum_brief.window.program.ending import Ending
    from lohum_brief.window.program.instance import Listener, address, hand_over

    if sys.platform.startswith("linux"):
        input_methods.choose(os.environ)
    application = Application(sys.argv[:1])
    where = address(application.settings.fileName())
    if hand_over(where, store_at(visit).address if visit else ""):
        return 0
    listener = Listener(where, application.show, application.qt)
    ending = Ending(application.qt, application.store, application.end)
    if visit:
        if application.open(visit) is None:
            return 3
    else:
        application.start()
    code = application.run()
    listener.deleteLater()
    ending.deleteLater()
    return code
