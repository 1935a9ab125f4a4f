"""The form of a person: the name in its four forms and as it prints, the photo, then duties, needs,
passport and consents.
"""

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lohum_brief.language import names
from lohum_brief.language.catalogue import phrase, phrase_in
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.language.interface import say
from lohum_brief.visit.name_order import Order, order
from lohum_brief.visit.needs import JOURNEY
from lohum_brief.visit.records import AnyRecord, Organisation, Particulars, Person
from lohum_brief.visit.sides import side
from lohum_brief.window import labels
from lohum_brief.window.caption import Caption
from lohum_brief.window.fields.editors import LinesEditor
from lohum_brief.window.fields.fieldgrid import FieldGrid
from lohum_brief.window.fields.panel import Panel
from lohum_brief.window.session import Session
from lohum_brief.window.theme import put_on

_ADDRESS: Final = phrase("Form of address")
_PARTS: Final = (
    (
        phrase_in("of a person", "Role"),
        "",
        ("organisation", "group", "side", "duty", "native", "name_order", "precedence", "post"),
    ),
    (
        _ADDRESS,
        "",
        ("dignity", "forces", "retired", "honorific", "suffix"),
    ),
    (
        phrase("Journey and stay"),
        phrase("Read by hosts only."),
        JOURNEY,
    ),
    (
        phrase("Needs"),
        phrase("Read by hosts only."),
        ("diet", "mobility", "helmet", "coat", "shoes", "gloves", "allergies", "needs"),
    ),
    (
        phrase("Passport"),
        phrase("Read by security only."),
        (
            "passport",
            "nationality",
            "passport_name",
            "passport_issued",
            "passport_expires",
            "born",
            "birthplace",
            "clearance",
            "clearance_date",
        ),
    ),
    (
        phrase("Consents"),
        phrase("Read by hosts only."),
        ("consent_print", "consent_photo", "consent_data", "consent_date"),
    ),
)
"""Heads of the form's parts, what is said beside them, and their fields."""
_BESIDE: Final = 24
"""Heights of a line that photo and name need to stand beside each other."""


class PersonPanel(Panel):
    """Takes all fields that it knows; a field it does not know stands below them."""

    first = True
    follows = (Person, Organisation, Particulars)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.printed: dict[str, QLabel] = {}
        self.ordered = QLabel(
            say("The family name stands first, as in the country of the organisation.")
        )
        self.ordered.setObjectName("quiet")
        self.ordered.setWordWrap(True)
        self.addressed = QLabel()
        """The name with the form of address in all languages, beside the lists it is made of."""
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heads: list[dict[str, Caption]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def take(
        self, cells: dict[str, tuple[QWidget, bool]], editors: dict[str, Any]
    ) -> Iterator[None]:
        """Arrange the fields."""
        top = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(20)
        if photo := cells.pop("photo", None):
            top.addWidget(photo[0], 0, Qt.AlignmentFlag.AlignTop)
        forms = QVBoxLayout()
        for name in ("family", "given"):
            forms.addWidget(cells.pop(name)[0])
        family, given = editors["family"], editors["given"]
        if isinstance(family, LinesEditor) and isinstance(given, LinesEditor):
            self._heads = [family.heads, given.heads]
            given.stand_below()
        forms.addLayout(self._prints())
        top.addLayout(forms, 1)
        self._layout.addLayout(top)
        yield
        for title, beside, fields in _PARTS:
            said = QLabel(say(beside) if beside else "")
            if title == _ADDRESS:
                self.addressed = said
            self._layout.addLayout(_head(say(title), said))
            grid = FieldGrid(parent=self)
            self._layout.addWidget(grid)
            for name in fields:
                cell, wide = cells.pop(name)
                grid.add(cell, wide=wide)
                yield
        self._layout.addLayout(_head(say("Record"), QLabel()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        # Where there is no room beside the photo the name comes first.
        narrow = self.width() < _BESIDE * self.fontMetrics().height()
        direction = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._top.direction():
            self._top.setDirection(direction)

    def _prints(self) -> QGridLayout:
        """A line for each language: the name as lists print it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setContentsMargins(0, 4, 0, 0)
        title = QLabel(say("Prints as"))
        title.setObjectName("quiet")
        grid.addWidget(title, 0, 0)
        for at, lang in enumerate(LANGS):
            head = Caption(labels.NATIVE[lang])
            line = QLabel()
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
            line.setMinimumWidth(1)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line.setAccessibleName(f"{say('Prints as')}, {labels.choice('lang', lang)}")
            grid.addWidget(head, at, 1)
            grid.addWidget(line, at, 2)
            self.printed[lang] = line
        grid.addWidget(self.ordered, len(LANGS), 1, 1, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def show_record(self, record: AnyRecord) -> None:
        """Show how the name prints and which form is the person's own."""
        if not isinstance(record, Person):
            return
        for heads in self._heads:
            for form, head in heads.items():
                _show_own(form, head, own=form == record.native)
        stands = order(record, self._session.visit)
        self.ordered.setVisible(
            not record.name_order and stands.family_first != names.surname_first(record.native)
        )
        printed = [self._show_printed(record, lang, stands) for lang in LANGS]
        self.addressed.setText(" · ".join(filter(None, printed)))

    def _show_printed(self, record: Person, lang: Lang, stands: Order) -> str:
        """Show how the name prints in a language; it is empty where it has no form."""
        text = names.name(
            record.family,
            record.given,
            lang,
            native=record.native,
            family_first=stands.family_first,
            country=stands.country,
            address=record.address,
            side=side(record, self._session.visit),
        )
        reading = names.reading(record.family, record.given) if lang == READ and text else ""
        missing = ""
        if not text:
            missing = say("missing: a pack prints a mark in its place")
        elif lang == record.native == READ and not _read(record):
            missing = say("the reading is missing")
        shown = f"{text}（{reading}）" if reading else text
        line = self.printed[lang]
        line.setText("  –  ".join(filter(None, (shown, missing))))
        put_on(line, "tone", "missing" if missing else "")
        return text


def _show_own(form: str, head: QLabel, *, own: bool) -> None:
    """Head the fields of a form of a name, which may be the person's own."""
    name = labels.NATIVE.get(form, labels.field("reading"))
    head.setText(say("{language} · own form", language=name) if own else name)
    put_on(head, "tone", "own" if own else "")


def _read(person: Person) -> bool:
    """Whether every part of the name has its reading."""
    return all(part.reading for part in (person.family, person.given) if part[READ])


def _head(title: str, beside: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 0)
    name = QLabel(title)
    name.setObjectName("part")
    row.addWidget(name)
    beside.setObjectName("quiet")
    beside.setTextFormat(Qt.TextFormat.PlainText)
    beside.setWordWrap(True)
    beside.setMinimumWidth(1)
    row.addSpacing(8)
    row.addWidget(beside, 1)
    return row
