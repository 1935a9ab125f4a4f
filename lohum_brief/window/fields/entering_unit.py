"""Asking how a unit prints that the program does not know, in all languages at once."""

from typing import Final

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Inflected, OwnUnit
from lohum_brief.visit.text import Text
from lohum_brief.window import labels

_ROWS: Final = ("name", "one", "oblique")


class UnitDialog(QDialog):
    """A line for each form in each language, with what is proposed."""

    def __init__(self, parent: QWidget | None, proposed: OwnUnit) -> None:
        super().__init__(parent)
        self._proposed = proposed
        self.setWindowTitle(say("A unit of the visit"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        told = say(
            "How “{unit}” stands behind a number: 20 bags, 1 bag. A form that is the same as the "
            "first need not be written; a language that is left empty prints a mark.",
            unit=legible(proposed.symbol, 40),
        )
        what = QLabel(told)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        layout.addWidget(what)
        grid = QGridLayout()
        layout.addLayout(grid)
        self.lines: dict[str, QLineEdit] = {}
        """By the paths of the fields: `name.hi`."""
        for column, lang in enumerate(LANGS, 1):
            grid.addWidget(QLabel(labels.NATIVE[lang]), 0, column)
        for row, name in enumerate(_ROWS, 1):
            grid.addWidget(QLabel(labels.field(name)), row, 0)
            for column, lang in enumerate(LANGS, 1):
                if not _has_form(name, lang):
                    continue
                line = self.lines[f"{name}.{lang}"] = QLineEdit(getattr(proposed, name)[lang])
                line.setAccessibleName(f"{labels.field(name)}, {labels.NATIVE[lang]}")
                grid.addWidget(line, row, column)
        self.counted = QCheckBox(labels.field("counted"))
        self.counted.setChecked(proposed.counted)
        layout.addWidget(self.counted)
        buttons = QDialogButtonBox()
        self.enter = QPushButton(say("Enter it"))
        self.enter.setObjectName("primary")
        self.enter.setDefault(True)
        buttons.addButton(self.enter, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        for line in self.lines.values():
            line.textChanged.connect(self._allow)
        self._allow()
        self._go_to_first_empty()

    def entered(self) -> OwnUnit:
        """Return the unit as it stands in the lines."""
        said = {
            name: {
                lang: line.text().strip()
                for lang in LANGS
                if (line := self.lines.get(f"{name}.{lang}")) is not None
            }
            for name in _ROWS
        }
        return structs.replace(
            self._proposed,
            name=Text.of(said["name"]),
            one=Inflected(**said["one"]),
            oblique=Inflected(**said["oblique"]),
            counted=self.counted.isChecked(),
        )

    def _allow(self) -> None:
        self.enter.setEnabled(bool(self.entered().name))

    def _go_to_first_empty(self) -> None:
        names = [self.lines[f"name.{lang}"] for lang in LANGS]
        next((line for line in names if not line.text()), names[0]).setFocus()


def _has_form(name: str, lang: Lang) -> bool:
    """Whether words of a language have such a form: Japanese has no singular, and only Hindi has
    one in front of a postposition.
    """
    own = LANGUAGES[lang].units
    if name == "one":
        return any("|" in form for form in own.forms.values())
    return name == "name" or bool(own.obliques)


def ask_unit(parent: QWidget | None, proposed: OwnUnit) -> OwnUnit | None:
    """Return the unit with its words; None where nobody wants to enter it."""
    dialog = UnitDialog(parent, proposed)
    return dialog.entered() if dialog.exec() else None
