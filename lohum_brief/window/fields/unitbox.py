"""The box of a unit: those that are known, those of the visit's own, and a button that enters one
which nobody knows.
"""

from PySide6.QtWidgets import QPushButton, QWidget

from lohum_brief.language.interface import say
from lohum_brief.language.parsing.written_units import is_doubtful, unit_of
from lohum_brief.language.units import Own, is_known, known_units
from lohum_brief.visit import edit
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.own_units import entered, settled
from lohum_brief.visit.records import OwnUnit, Record
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields.choosing import WordEditor
from lohum_brief.window.fields.entering_unit import ask_unit
from lohum_brief.window.fields.schema import Field
from lohum_brief.window.session import Session


class UnitEditor(WordEditor):
    """A unit by what it is called here, or as people write it: persons are people."""

    names: type[Record] = OwnUnit
    """The kind of record of which there are more to choose from."""

    def __init__(self, field: Field, session: Session) -> None:
        self._session = session
        super().__init__(field, known_units(), self._called_so, self._read)
        self._known = self.count()
        self._enter: QPushButton | None = None
        self.refresh(session.visit)

    def refresh(self, visit: Visit) -> None:
        """Offer what the visit now has."""
        while self.count() > self._known:
            self.removeItem(self.count() - 1)
        for own in visit.of(OwnUnit):
            if own.symbol and not is_known(own.symbol):
                self.addItem(self._called_so(own.symbol), own.symbol)
        self.setCurrentIndex(self.findData(self._shown))

    def offer_to_enter(self, parent: QWidget) -> QPushButton:
        """Return a button that enters what nobody knows, and is seen only then."""
        self._enter = QPushButton(say("Enter this unit…"), parent)
        self._enter.setVisible(False)
        self._enter.clicked.connect(self._ask)
        return self._enter

    def show_value(self, value: str) -> None:
        """Show it, and offer to enter one that nobody knows."""
        super().show_value(value)
        if self._enter is not None:
            unknown = bool(value) and not is_known(settled(value, self._session.visit))
            told = say("Enter “{unit}” in three languages…", unit=legible(value, 30))
            self._enter.setToolTip(told if unknown else "")
            self._enter.setAccessibleName(told if unknown else "")
            self._enter.setVisible(unknown and not self._session.locked)

    def _called_so(self, unit: str) -> str:
        return labels.unit(unit, self._session.visit)

    def _read(self, text: str) -> str:
        """Return the key of what somebody typed; as it stands where that is not certain."""
        if isinstance(settled(text, self._session.visit), Own) or is_doubtful(text):
            return text
        found = unit_of(text)
        return found.key if found is not None and found.times == 1 and found.key else text

    def _ask(self) -> None:
        self.flush()
        made = ask_unit(self.window(), entered(self._shown, self._session.visit))
        if made is not None:
            self._session.commit(lambda visit: edit.add(visit, made))
            self.show_value(self._shown)
