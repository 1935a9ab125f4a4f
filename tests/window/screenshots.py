"""Pictures of every place and every dialog of the window: `python -m tests.window.screenshots
FOLDER [LANG,… [NAME,…]]`.

In each interface language, light and dark, at 100 and 150 per cent; and a sheet of all of one kind,
to be looked at first. Places are shown with each of their tabs, long forms also at their end, and
once more empty and read-only. With names only what begins with one of them is taken.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from shiboken6 import isValid

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.release.editions import issue
from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import TEMPLATES, new_visit, sample_pictures, sample_visit
from lohum_brief.visit.records import Pack, Person
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.fields.form import RecordForm
from lohum_brief.window.live.chooser import Chooser
from lohum_brief.window.main import VisitWindow
from tests.window.dialogs import DIALOGS, wait

_SMALL: Final = (1280, 720)
"""The smallest screen the window is made for; at 150 per cent it has to do too."""
_TITLE_BAR: Final = 32
_SCREEN: Final = '{"screens": [{"name": "small", "x": 0, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "dpr": 1}]}'
_MOST: Final = 100
"""Edits, at most, that a picture needs."""


Sight = Callable[[VisitWindow], object]


def _at(place: str, tab: int = 0, *, end: bool = False) -> Sight:
    """A tab of a place, or the end of the form that stands there."""

    def go(window: VisitWindow) -> None:
        window.go(place)
        shown = window.shown
        assert shown is not None
        if hasattr(shown, "tabs"):
            shown.tabs.setCurrentIndex(tab)
        wait(100)
        for form in shown.findChildren(RecordForm):
            assert form.editors is not None  # forms are made in steps, or at once for who asks
        wait(50)
        for area in shown.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.maximum() if end else 0)

    return go


def _lay_out(window: VisitWindow, layout: str) -> None:
    chooser = next(
        one for one in window.preview.findChildren(Chooser) if one.toolTip() == say("Layout")
    )
    wanted = next(action for action in chooser.menu().actions() if action.data() == layout)
    wanted.trigger()


def _facing(window: VisitWindow) -> None:
    window.go("packs")
    _lay_out(window, "facing")
    wait(2500)


SIGHTS: Final[dict[str, Sight]] = {
    "overview": _at("overview"),
    "overview-visit": _at("overview", 1),
    "overview-visit-end": _at("overview", 1, end=True),
    "programme": _at("programme"),
    "programme-end": _at("programme", end=True),
    "arrangements": _at("arrangements"),
    "arrangements-vehicles": _at("arrangements", 1),
    "arrangements-tasks": _at("arrangements", 2),
    "arrangements-meetings": _at("arrangements", 3),
    "arrangements-meetings-end": _at("arrangements", 3, end=True),
    "arrangements-pictures": _at("arrangements", 4),
    "people": _at("people"),
    "people-end": _at("people", end=True),
    "people-organisations": _at("people", 1),
    "people-organisations-end": _at("people", 1, end=True),
    "people-groups": _at("people", 2),
    "plant": _at("plant"),
    "plant-end": _at("plant", end=True),
    "plant-values": _at("plant", 1),
    "plant-figures": _at("plant", 2),
    "minerals": _at("minerals"),
    "minerals-end": _at("minerals", end=True),
    "minerals-series": _at("minerals", 1),
    "minerals-series-end": _at("minerals", 1, end=True),
    "minerals-compare": _at("minerals", 2),
    "partnership": _at("partnership"),
    "partnership-end": _at("partnership", end=True),
    "partnership-statements": _at("partnership", 1),
    "partnership-agreements": _at("partnership", 2),
    "texts": _at("texts"),
    "texts-paragraphs": _at("texts", 1),
    "texts-tables": _at("texts", 2),
    "texts-tables-end": _at("texts", 2, end=True),
    "texts-charts": _at("texts", 3),
    "texts-charts-end": _at("texts", 3, end=True),
    "glossary": _at("glossary"),
    "sources": _at("sources"),
    "sources-end": _at("sources", end=True),
    "packs": _at("packs"),
    "packs-end": _at("packs", end=True),
    "packs-facing": _facing,
}
"""What is seen of a visit; one is added with one line: its name, and how to get there."""
HELD: Final = ("overview", "overview-visit", "programme", "people", "partnership", "packs")
"""Those that are also shown of a visit that can only be read."""


def _picture(widget: QWidget, folder: Path, name: str) -> None:
    picture = widget.grab()
    picture.save(str(folder / f"{name}.png"))


def _sheets(folder: Path) -> None:
    """All pictures of a place on one page, small."""
    names = sorted({path.name.partition(".")[0] for path in folder.glob("*.*.*.*.png")})
    for name in names:
        pictures = [QPixmap(str(path)) for path in sorted(folder.glob(f"{name}.*.*.*.png"))]
        small = [
            one.scaledToWidth(720, Qt.TransformationMode.SmoothTransformation) for one in pictures
        ]
        height = max(one.height() for one in small) + 8
        sheet = QPixmap(3 * 728, height * -(-len(small) // 3))
        sheet.fill(Qt.GlobalColor.darkGray)
        painter = QPainter(sheet)
        for at, one in enumerate(small):
            painter.drawPixmap(QPoint(at % 3 * 728, at // 3 * height), one)
        painter.end()
        sheet.save(str(folder / f"{name}.sheet.png"))


@contextmanager
def _opened(
    application: Application, path: Path, visit: Visit, *, held: bool = False
) -> Iterator[VisitWindow]:
    """A visit in a window; `held` by somebody else, so that it can only be read."""
    store_at(path).create(visit, pictures=sample_pictures())
    _issue(path)
    holder = store_at(path).open() if held else None
    window = application.open(path)
    assert window is not None
    while not window.complete:
        wait(50)
    current: list[object] = []
    window.preview.when_current(current.append)
    while not current:
        wait(50)
    yield window
    window.close()
    if holder is not None:
        holder.close()


def _issue(path: Path) -> None:
    """Two packs are issued, the first twice."""
    with store_at(path).open(who="Asha Rao") as opened:
        packs = (
            opened.visit.of(Pack)[:4:3] if opened.visit.of(Person) else []
        )  # the first, and a short one
        for number, pack in enumerate([*packs, *packs[:1]], 1):
            out = path.parent / f"{path.stem}-{number}.pdf"
            issue(
                opened,
                pack,
                out,
                time=1_751_900_000 + 40_000 * number,
                recipients="大使館・佐藤様" if number == 3 else "",
            )


def _dressed(application: Application, window: VisitWindow, langs: Sequence[Lang]) -> Iterator[str]:
    """The window in every language, colour and size; how that is called."""
    for lang, colours, scale in product(langs, ("light", "dark"), (100, 150)):
        application.settings.setValue("colours", colours)
        application.settings.setValue("scale", scale)
        application.set_language(lang)
        window.resize(*((1440, 900) if scale == 100 else _SMALL))
        wait(1500)
        yield f"{lang}.{colours}.{scale}"


def _sights(window: VisitWindow, names: Iterable[str], folder: Path, end: str) -> None:
    for name in names:
        SIGHTS[name](window)
        wait(300)
        _picture(window, folder, f"{name}{end}")
    _lay_out(window, "parallel")


def _dialogs(window: VisitWindow, names: Iterable[str], folder: Path, end: str) -> None:
    session = window.session
    for name in names:
        before = len(session.edits(_MOST))
        dialog = DIALOGS[name](window)
        if isinstance(dialog, QMenu):
            dialog.popup(QPoint(0, 0))
        dialog.show()
        wait(200)
        _picture(dialog, folder, f"{name}.{end}")
        if dialog is not window and (
            dialog.width() > _SMALL[0] or dialog.height() > _SMALL[1] - _TITLE_BAR
        ):
            print(f"{name}.{end}: {dialog.width()} × {dialog.height()}, larger than a small screen")
        for other in (dialog, *QApplication.topLevelWidgets()):
            if isValid(other) and other is not window and other.isVisible():
                other.close()
        session.flushing.emit()
        for _ in range(len(session.edits(_MOST)) - before):
            session.undo()


def main() -> None:
    folder = Path(sys.argv[1])
    langs = [
        lang for lang in LANGS if lang in (sys.argv[2].split(",") if len(sys.argv) > 2 else LANGS)
    ]
    wanted = tuple(sys.argv[3].split(",")) if len(sys.argv) > 3 else ("",)
    folder.mkdir(parents=True, exist_ok=True)
    sights = [name for name in SIGHTS if name.startswith(wanted)]
    whole = [name for name in sights if not name.endswith(("-end", "-facing"))]
    with tempfile.TemporaryDirectory() as place:
        screen = Path(place) / "screen.json"
        screen.write_text(_SCREEN)
        os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = place
        hook = sys.excepthook
        application = Application(["screenshots"])
        sys.excepthook = hook  # what goes wrong here ends the pictures
        application.qt.setQuitOnLastWindowClosed(False)  # others follow
        with _opened(application, Path(place) / "sample.lbrief", sample_visit()) as window:
            for end in _dressed(application, window, langs):
                _sights(window, sights, folder, f".{end}")
                _dialogs(window, [name for name in DIALOGS if name.startswith(wanted)], folder, end)
        if not sights:
            _sheets(folder)
            return
        with _opened(
            application, Path(place) / "empty.lbrief", new_visit(TEMPLATES[-1].key, None)
        ) as window:
            for end in _dressed(application, window, langs):
                _sights(window, whole, folder, f"-empty.{end}")
        with _opened(application, Path(place) / "held.lbrief", sample_visit(), held=True) as window:
            for end in _dressed(application, window, langs):
                _sights(window, [name for name in HELD if name in sights], folder, f"-held.{end}")
    _sheets(folder)


if __name__ == "__main__":
    main()
