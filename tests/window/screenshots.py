"""Pictures of every place and every dialog of the window: `python -m tests.window.screenshots FOLDER [LANG,…]`.

In each interface language, light and dark, at 100 and 150 per cent; and a sheet of all of one kind, to be looked at first.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from lohum_brief.language.codes import LANGS
from lohum_brief.store.file import create
from lohum_brief.store.shipped import sample_visit
from lohum_brief.window.application import Application
from lohum_brief.window.lists.importing import ImportDialog, Offered
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from lohum_brief.window.program.about import About
from lohum_brief.window.program.new_visit import NewVisit
from lohum_brief.window.program.shortcuts import ShortcutSheet
from lohum_brief.window.review.earlier import EarlierStates
from lohum_brief.window.search.finder import Finder

_SMALL: Final = (1280, 720)
"""The smallest screen the window is made for; at 150 per cent it has to do too."""


def _help(window: VisitWindow) -> QWidget:
    window.help("evening")
    assert window.application.helping is not None
    return window.application.helping


def _finder(window: VisitWindow) -> QWidget:
    window.find_anything()
    found = window.findChild(Finder)
    assert found is not None
    found.line.setText("to")
    return found


def _importing(window: VisitWindow) -> QWidget:
    table = window.session.path.with_suffix(".csv")
    table.write_text(
        "Name,Organisation,Post\nMIHON Tarō,Embassy of Japan in India,Minister\nNOBODY Yet,METI,Director\n"
    )
    return ImportDialog(window, window.session, Offered(str(table)))


def _files(window: VisitWindow) -> QWidget:
    dialog = QFileDialog(window, "", str(window.session.path.parent))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


DIALOGS: Final[dict[str, Callable[[VisitWindow], QWidget]]] = {
    "start": lambda window: window.application.start(),
    "new": NewVisit,
    "help": _help,
    "about": About,
    "finder": _finder,
    "import": _importing,
    "earlier": lambda window: EarlierStates(window, window.session),
    "shortcuts": lambda window: ShortcutSheet(window, window.menus.commands),
    "files": _files,
}
"""A dialog is added with one line: its name, and what makes it."""


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _picture(widget: QWidget, folder: Path, name: str) -> None:
    picture = widget.grab()
    picture.save(str(folder / f"{name}.png"))


def _sheets(folder: Path) -> None:
    """All pictures of a place on one page, small."""
    names = sorted({path.name.partition(".")[0] for path in folder.glob("*.*.*.*.png")})
    for name in names:
        pictures = [QPixmap(str(path)) for path in sorted(folder.glob(f"{name}.*.*.*.png"))]
        small = [one.scaledToWidth(720, Qt.TransformationMode.SmoothTransformation) for one in pictures]
        height = max(one.height() for one in small) + 8
        sheet = QPixmap(3 * 728, height * -(-len(small) // 3))
        sheet.fill(Qt.GlobalColor.darkGray)
        painter = QPainter(sheet)
        for at, one in enumerate(small):
            painter.drawPixmap(QPoint(at % 3 * 728, at // 3 * height), one)
        painter.end()
        sheet.save(str(folder / f"{name}.sheet.png"))


def main() -> None:
    folder = Path(sys.argv[1])
    langs = sys.argv[2].split(",") if len(sys.argv) > 2 else LANGS
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = place
        path = Path(place) / "sample.lbrief"
        create(path, sample_visit())
        application = Application(["screenshots"])
        window = application.open(path)
        assert window is not None
        for lang in langs:
            for colours in ("light", "dark"):
                for scale in (100, 150):
                    application.settings.setValue("colours", colours)
                    application.settings.setValue("scale", scale)
                    application.set_language(lang)  # type: ignore[arg-type]
                    window.resize(*((1440, 900) if scale == 100 else _SMALL))
                    _wait(1500)
                    end = f"{lang}.{colours}.{scale}"
                    for row, shown in enumerate(PLACES):
                        window.places.setCurrentRow(row)
                        _wait(300)
                        _picture(window, folder, f"{shown.key}.{end}")
                    for name, make in DIALOGS.items():
                        dialog = make(window)
                        dialog.show()
                        _wait(900 if name == "import" else 300)
                        _picture(dialog, folder, f"{name}.{end}")
                        dialog.close()
        window.close()
    _sheets(folder)


main()
