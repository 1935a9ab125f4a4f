"""Opening and making visits: asking for the file, and saying why one cannot be opened and what can be done."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import say
from lohum_brief.store.locate import is_file, store_at
from lohum_brief.store.protocol import Store
from lohum_brief.visit.visit import Visit
from lohum_brief.window.program.recent import recent, remember
from lohum_brief.window.session import Session

if TYPE_CHECKING:
    from lohum_brief.window.application import Application
    from lohum_brief.window.main import VisitWindow

ENDING = ".lbrief"
KIND = f"Lohum Brief (*{ENDING})"


def opened(application: "Application", place: Store) -> "VisitWindow | None":
    """A window with the visit, not shown yet; None where it could not be opened, which was said."""
    from lohum_brief.window.main import VisitWindow

    try:
        session = Session(place)
    except BriefError as error:
        _refused(application, place, error)
        return None
    remember(application.settings, session)
    return VisitWindow(application, session)


def _refused(application: "Application", place: Store, error: BriefError) -> None:
    copies = place.backups()
    if not copies:
        application.tell(str(error))
        return
    from lohum_brief.window.program.rescue import Rescue

    wanted = Rescue(str(error), copies).chosen()
    if wanted is not None:
        copy = _beside(Path(place.folder) / place.name, wanted.time)
        try:
            store_at(wanted.address).duplicate(store_at(copy))
        except BriefError as refused:
            application.tell(str(refused))
            return
        application.open(copy)


def _beside(path: Path, time: str) -> Path:
    """A name that is free, for a copy beside the file that is left as it is."""
    stem = f"{path.stem} {time.replace(':', '').replace('T', ' ')}"
    found, number = path.with_name(f"{stem}{ENDING}"), 2
    while found.exists():
        found, number = path.with_name(f"{stem} ({number}){ENDING}"), number + 1
    return found


def free_name(path: Path) -> Path:
    """A name beside a file that is free, for its copy."""
    number = 2
    while (found := path.with_name(f"{path.stem} ({number}){ENDING}")).exists():
        number += 1
    return found


def choose(application: "Application", parent: QWidget | None = None) -> None:
    """Ask for a file and open it."""
    name, _ = QFileDialog.getOpenFileName(parent, say("Open a visit"), folder(application), KIND)
    if name:
        application.open(Path(name))


def new(application: "Application", parent: QWidget | None = None) -> None:
    """Ask for template, day, title and file, and make a visit."""
    from lohum_brief.window.program.new_visit import NewVisit

    dialog = NewVisit(parent)
    if dialog.exec():
        make(application, dialog.visit(), dialog.name(), parent)


def sample(application: "Application", parent: QWidget | None = None) -> None:
    """Ask where, and open the sample."""
    from lohum_brief.store.shipped import sample_visit

    make(application, sample_visit(), say("Sample"), parent)


def make(application: "Application", visit: Visit, name: str, parent: QWidget | None) -> None:
    """Ask where a visit is to be kept, write it and open it."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, say("Where is the visit to be kept?"), str(Path(folder(application)) / f"{name}{ENDING}"), KIND
    )
    if not chosen:
        return
    path = Path(chosen if chosen.endswith(ENDING) else chosen + ENDING)
    try:
        store_at(path).create(visit, overwrite=True)
    except BriefError as error:
        application.tell(str(error))
        return
    application.open(path)


def folder(application: "Application") -> str:
    """Where files are looked for first: where the last one lies."""
    held = recent(application.settings)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    files = [Path(one.path) for one in held if is_file(one.path)]
    return str(files[0].parent) if files else QStandardPaths.writableLocation(documents)
