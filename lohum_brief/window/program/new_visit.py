"""A new visit: from which template, on which day, called what."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import interface, say
from lohum_brief.language.parsing import UnreadableError, date
from lohum_brief.store.shipped import TEMPLATES, new_visit
from lohum_brief.visit import edit
from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.texts import explained
from lohum_brief.window.fitting import give_room
from lohum_brief.window.overview.card_list import Cards


class NewVisit(QDialog):
    """Title and day may be left for later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("New visit"))
        give_room(self, 34, 36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        head = QLabel(say("New visit"))
        head.setObjectName("title")
        layout.addWidget(head)
        layout.addWidget(
            explained(
                say(
                    "A template brings sections, packs for each audience and the outline of a "
                    "programme."
                )
            )
        )
        self.templates = QListWidget()
        self.templates.setObjectName("cards")
        self.templates.setAccessibleName(say("Template"))
        self.templates.setItemDelegate(Cards(self.templates))
        for template in TEMPLATES:
            item = QListWidgetItem(say(template.name))
            item.setData(Cards.BELOW, say(template.about))
            self.templates.addItem(item)
        self.templates.setCurrentRow(0)
        layout.addWidget(self.templates, 1)
        self.title = QLineEdit()
        self.title.setPlaceholderText(say("may be left for later"))
        self.objective = QLineEdit()
        self.objective.setPlaceholderText(say("in one sentence: what the visit is to reach"))
        self.day = QLineEdit()
        self.day.setPlaceholderText("2025-07-08")
        self._fault = QLabel()
        self._fault.setObjectName("wrong")
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.hide()
        form = QFormLayout()
        form.addRow(say("Title"), self.title)
        form.addRow(say("Objective"), self.objective)
        form.addRow(say("Day of the visit"), self.day)
        layout.addLayout(form)
        layout.addWidget(self._fault)
        buttons = QDialogButtonBox()
        make = buttons.addButton(
            say("Choose where to keep it…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        make.setObjectName("primary")
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.title.setFocus()

    def accept(self) -> None:
        try:
            self._day()
        except UnreadableError as error:
            self._fault.setText(say(error.message))
            self._fault.show()
            self.day.setFocus()
            return
        super().accept()

    def _day(self) -> dt.date | None:
        written = self.day.text().strip()
        return date(written) if written else None

    def visit(self) -> Visit:
        """The visit as it was asked for."""
        made = new_visit(TEMPLATES[max(0, self.templates.currentRow())].key, self._day())
        for field, line in (("title", self.title), ("objective", self.objective)):
            if said := line.text().strip():
                step = edit.set_field(made, made.particulars.id, f"{field}.{interface()}", said)
                made = edit.apply(made, step)
        return made

    def name(self) -> str:
        """What its file may be called."""
        title = "".join(
            " " if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in self.title.text()
        )
        return " ".join(title.split())[:80].strip(" .") or say("New visit")
