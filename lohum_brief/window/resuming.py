"""A window made anew in other words or colours: the keyboard, the filter and what was refused are
where they were.
"""

from typing import NamedTuple

from PySide6.QtWidgets import QAbstractItemView, QWidget

from lohum_brief.window.fields.form import RecordForm, Unfinished
from lohum_brief.window.lists.browser import Browser


class Resumed(NamedTuple):
    """What the parts that go have and the visit has not. `view` is whether the keyboard was in the
    list of the place.
    """

    search: str
    unfinished: Unfinished | None
    view: bool

    @property
    def at_keyboard(self) -> bool:
        """Whether the keyboard was in the place."""
        return self.view or bool(self.unfinished and self.unfinished.path)


def held(shown: QWidget | None) -> Resumed:
    """Of what stands in the middle."""
    form = getattr(shown, "form", None)
    search = shown.search.text() if isinstance(shown, Browser) else ""
    view = _view(shown)
    return Resumed(
        search,
        form.unfinished() if isinstance(form, RecordForm) else None,
        view is not None and view.hasFocus(),
    )


def resume(shown: QWidget | None, before: Resumed) -> None:
    """Go on in what stands there now."""
    if isinstance(shown, Browser) and before.search:
        shown.search.setText(before.search)
    form = getattr(shown, "form", None)
    if isinstance(form, RecordForm) and before.unfinished is not None:
        form.resume(before.unfinished)
    view = _view(shown)
    if before.view and view is not None:
        view.setFocus()


def _view(shown: QWidget | None) -> QWidget | None:
    found = getattr(shown, "table", None) or getattr(shown, "list", None)
    return found if isinstance(found, QAbstractItemView) else None
