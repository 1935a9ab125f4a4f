"""Draft or edition: the choice in the dialog of an export, and what an edition notes in the visit
file.
"""

import time
from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import say
from lohum_brief.release.editions import end, file_of, require_new
from lohum_brief.store.editions import LONGEST_NOTE, Edition, decode, next_number
from lohum_brief.visit.records import Pack
from lohum_brief.window.editions import changed_since, moment, name
from lohum_brief.window.session import Session


class Choice(QWidget):
    """Draft, or the next edition and for whom. `changed` comes when another is chosen."""

    changed = Signal()

    def __init__(self, session: Session, packs: Sequence[Pack]) -> None:
        super().__init__()
        self._session = session
        self._packs = packs
        self.draft = QRadioButton(say("Draft: each page says that it is one"))
        self.edition = QRadioButton(self._offer())
        self.draft.setChecked(True)
        group = QButtonGroup(self)
        for button in (self.draft, self.edition):
            group.addButton(button)
        self.edition.toggled.connect(self._toggled)
        self.recipients = QLineEdit()
        self.recipients.setMaxLength(LONGEST_NOTE)
        self.recipients.setAccessibleName(say("For whom"))
        self.recipients.setPlaceholderText(say("who gets it; can be left open and said later"))
        self._last = QLabel()
        self._last.setObjectName("quiet")
        self._last.setTextFormat(Qt.TextFormat.PlainText)
        self._last.setWordWrap(True)
        self._more = QWidget()
        form = QFormLayout(self._more)
        form.setContentsMargins(24, 0, 0, 0)
        form.addRow(say("For whom"), self.recipients)
        form.addRow(self._last)
        self._more.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.draft, self.edition, self._more):
            layout.addWidget(widget)
        why = session.locked or self._damage()
        self.edition.setEnabled(not why)
        self.edition.setToolTip(escape(say("Nothing can be issued: {why}", why=why)) if why else "")
        session.editions.changed.connect(self.refresh)
        session.editions.want()
        self.refresh()

    def _damage(self) -> str:
        self._session.editions.listed()
        return self._session.editions.fault

    def _offer(self) -> str:
        if len(self._packs) == 1:
            number = self.numbers()[self._packs[0].id]
            return say("Edition {number}: numbered, and noted in the visit", number=number)
        return say("The next edition of each pack: numbered, and noted in the visit")

    @property
    def issues(self) -> bool:
        """Whether it is to be an edition."""
        return self.edition.isChecked()

    def choose_edition(self) -> None:
        """Have an edition chosen, if there can be one."""
        if self.edition.isEnabled():
            self.edition.setChecked(True)

    def words(self) -> str:
        """For whom it is, in one line."""
        return " ".join(self.recipients.text().split())

    def numbers(self) -> dict[str, int]:
        """The number that the next edition of each pack gets."""
        held = self._session.editions.listed()
        return {pack.id: next_number(held, pack.id, pack.audience) for pack in self._packs}

    def _toggled(self) -> None:
        self._more.setVisible(self.issues)
        if self.issues:
            self.recipients.setFocus()
        self.changed.emit()

    def refresh(self) -> None:
        """Say which edition was the last and what has changed since; not while one is written, or
        when it is.
        """
        if not self.isEnabled():
            return
        self.edition.setText(self._offer())
        [pack, *others] = self._packs
        issued = [] if others else self._session.editions.of(pack.id)
        held = [one for one in issued if one.imprint.audience == pack.audience]
        self._last.setVisible(bool(held))
        if held:
            last = held[0]
            zone = self._session.visit.particulars.place_zone
            parts = [name(last), moment(last, zone), last.imprint.recipients]
            parts.append(changed_since(self._session.editions.known(last)))
            self._last.setText(
                say("The last one: {edition}", edition=" · ".join(part for part in parts if part))
            )


class Issuing:
    """One pack after another is noted and written; `noted` is the edition whose file is not there
    yet.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._time = 0
        self.out = Path()
        """Where the file of the edition that is under way goes."""
        self._noted: Edition | None = None

    def begin(self, pack: Pack, out: Path) -> tuple[int, int, str]:
        """The number, the time and the name of the file of an edition to be set. Raises BriefError
        where it cannot be.
        """
        held = self._session.editions.store.listed()
        require_new(out, held)
        self._time, self.out = int(time.time()), out
        return (
            next_number(held, pack.id, pack.audience),
            self._time,
            file_of(out, self._session.folder),
        )

    def spare(self, out: Path) -> None:
        """Raise SystemRefusedError where a draft would take the place of an edition."""
        require_new(out, self._session.editions.listed())

    def note(self, imprint: bytes) -> None:
        """It is set and is about to be written. Raises BriefError."""
        self._noted = self._session.editions.store.reserve(decode(imprint), self._time)

    def finish(self) -> bool:
        """Its file is there; False if it was no edition. Raises BriefError."""
        if self._noted is None:
            return False
        noted, self._noted = self._noted, None
        self._session.editions.store.mark_issued(noted.serial)
        self._session.editions.reload()
        return True

    def give_up(self) -> bool:
        """Writing went wrong or was cancelled: whether its file is there all the same. Otherwise
        its number is free again.
        """
        if self._noted is None:
            return False
        noted, self._noted = self._noted, None
        there = end(self._session.editions.store, noted, self.out)
        self._session.editions.reload()
        return there
