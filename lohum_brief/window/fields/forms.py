"""Below a list: the form of the record that is selected in it, or that of several at once."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.form import RecordForm
from lohum_brief.window.fields.several import SeveralForm

_WITHIN: Final = Qt.ShortcutContext.WidgetWithChildrenShortcut


class Forms(QStackedWidget):
    """Its forms are put in once: they are made within it, so that they are styled only there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def put(self, form: RecordForm, several: SeveralForm, back: Callable[[], object]) -> None:
        """These are the forms; Escape in them goes `back`."""
        self._form, self._several = form, several
        self.addWidget(form)
        self.addWidget(several)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, back, context=_WITHIN)

    @property
    def shows_several(self) -> bool:
        """Whether it is the form of several."""
        return self.currentWidget() is self._several

    def show_records(self, idents: Sequence[str], visit: Visit) -> str:
        """Show the form for these; gives the id of the only one, and nothing for several."""
        if len(idents) > 1:
            self.setCurrentWidget(self._several)
            self._several.show_records(list(idents))
            return ""
        ident = idents[0] if idents else ""
        self.setCurrentWidget(self._form)
        self._form.show_record(visit.by_id.get(ident))
        return ident
