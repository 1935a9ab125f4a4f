"""Opening and making visits: asking for the file."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say
from lohum_brief.store.locate import is_file, store_at
from lohum_brief.visit.visit import Visit
from lohum_brief.window.program.copies import ENDING
from lohum_brief.window.program.recent import recent
from lohum_brief.window.protocols import Opener

KIND = f"Lohum Brief (*{ENDING})"


def choose(application: Opener, parent: QWidget | None = None) -> None:
    """Ask for a file and open it."""
    name, _ = QFileDialog.getOpenFileName(parent, say("Open a visit"), folder(application), KIND)
    if name:
        application.open(Path(name))


def new(application: Opener, parent: QWidget | None = None) -> None:
    """Ask for template, day, title and file, and make a visit."""
    from lohum_brief.window.program.new_visit import NewVisit

    dialog = NewVisit(parent)
    if dialog.exec():
        make(application, dialog.visit(), dialog.name(), parent)


def sample(application: Opener, parent: QWidget | None = None) -> None:
    """Ask where, and open the sample."""
    from lohum_brief.store.shipped import sample_pictures, sample_visit

    make(application, sample_visit(), say("Sample"), parent, sample_pictures())


def make(
    application: Opener,
    visit: Visit,
    name: str,
    parent: QWidget | None,
    pictures: Collection[bytes] = (),
) -> None:
    """Ask where a visit is to be kept, write it and open it."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        say("Where is the visit to be kept?"),
        str(Path(folder(application)) / f"{name}{ENDING}"),
        KIND,
    )
    if not chosen:
        return
    path = Path(chosen if chosen.endswith(ENDING) else chosen + ENDING)
    try:
        store_at(path).create(visit, overwrite=True, pictures=pictures)
    except BriefError as error:
        application.tell(say(error.message))
        return
    application.open(path)


def folder(application: Opener) -> str:
    """Where files are looked for first: where the last one lies."""
    held = recent(application.settings)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    files = [Path(one.path) for one in held if is_file(one.path)]
    return str(files[0].parent) if files else QStandardPaths.writableLocation(documents)
