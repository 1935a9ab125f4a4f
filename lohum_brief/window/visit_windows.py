"""A window for a visit; or why there is none, and what can be done."""

from pathlib import Path

from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say
from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import Store
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.program.copies import name_with_time
from lohum_brief.window.program.recent import remember
from lohum_brief.window.protocols import Opener, Program
from lohum_brief.window.session import Session


def opened(application: Program, place: Store) -> VisitWindow | None:
    """Return a window with the visit, not shown yet; None where it could not be opened, which was
    said.
    """
    try:
        session = Session(place)
    except BriefError as error:
        _refused(application, place, error)
        return None
    remember(application.settings, session)
    return VisitWindow(application, session)


def _refused(application: Opener, place: Store, error: BriefError) -> None:
    copies = place.backups()
    if not copies:
        application.tell(say(error.message))
        return
    from lohum_brief.window.program.rescue import Rescue

    wanted = Rescue(say(error.message), copies).chosen()
    if wanted is not None:
        copy = name_with_time(Path(place.folder) / place.name, wanted.time)
        try:
            store_at(wanted.address).duplicate(store_at(copy))
        except BriefError as refused:
            application.tell(say(refused.message))
            return
        application.open(copy)
