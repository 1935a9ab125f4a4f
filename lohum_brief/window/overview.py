"""The overview: how ready the visit is, what is missing, which packs there are; and the visit's own particulars."""

import datetime as dt
from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lohum_brief.language import dates
from lohum_brief.language.catalogue import interface, say, say_n
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit.records import Item, Metric, Organisation, Pack, Person
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.form import RecordForm
from lohum_brief.window.schema import texts_of
from lohum_brief.window.session import Session
from lohum_brief.window.theme import current


class Overview(QWidget):
    """`wanted` names a place to go to, `pack` one to show."""

    wanted = Signal(str)
    pack = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._open = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 0)
        layout.setSpacing(12)
        title = QLabel(say("Overview"))
        title.setObjectName("title")
        layout.addWidget(title)
        self._cards = QGridLayout()
        self._cards.setSpacing(12)
        layout.addLayout(self._cards)
        self.form = RecordForm(session)
        self.form.show_record(session.visit.particulars)
        layout.addWidget(self.form, 1)
        session.changed.connect(lambda _: self._show())
        self._show()

    def current(self) -> str:
        """The visit's own record, which is edited here."""
        return self._session.visit.particulars.id

    def show_record(self, ident: str, field: str = "") -> None:
        """Go to a field of the visit's own record."""
        if ident == self.current():
            self.form.focus_field(field)

    def count_findings(self, counts: Counter[str]) -> None:
        """Show how many findings are open."""
        self._open = sum(counts.values())
        self._show()

    def _show(self) -> None:
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        visit = self._session.visit
        start = visit.particulars.start
        today = dt.datetime.now().astimezone().date()
        days = (start - today).days if start else None
        left = (
            say("No date yet")
            if days is None
            else say_n("in {count} day", "in {count} days", days)
            if days > 0
            else say("today")
            if days == 0
            else say_n("{count} day ago", "{count} days ago", -days)
        )
        day = dates.date(start, interface(), weekday=True) if start else ""
        people = say_n("{count} person", "{count} people", len(visit.of(Person)))
        bodies = say_n("{count} organisation", "{count} organisations", len(visit.of(Organisation)))
        items = say_n("{count} item in the programme", "{count} items in the programme", len(visit.of(Item)))
        metrics = say_n("{count} metric", "{count} metrics", len(visit.of(Metric)))
        self._cards.addWidget(_card(left, [day, people, bodies, items, metrics]), 0, 0)
        self._cards.addWidget(self._languages(visit), 0, 1)
        self._cards.addWidget(self._packs(visit), 0, 2)
        for column in range(3):
            self._cards.setColumnStretch(column, 1)

    def _languages(self, visit: Visit) -> QWidget:
        counts, total = language_counts(visit)
        done = sum(counts[lang] for lang in LANGS)
        share = 100 * done // (3 * total) if total else 0
        findings = say_n("{count} open finding", "{count} open findings", self._open)
        card = _card(say("{share}% of the texts are there", share=share), [])
        box = card.layout()
        for lang in LANGS:
            missing = total - counts[lang]
            row = QHBoxLayout()
            row.addWidget(_quiet(labels.NATIVE[lang]))
            row.addStretch()
            word = QLabel(say_n("{count} missing", "{count} missing", missing) if missing else say("complete"))
            theme = current()
            word.setStyleSheet(f"color: {theme.warn if missing else theme.good}")
            row.addWidget(word)
            box.addLayout(row)  # type: ignore[union-attr]
        box.addWidget(_quiet(findings))  # type: ignore[union-attr]
        box.addStretch()  # type: ignore[union-attr]
        return card

    def _packs(self, visit: Visit) -> QWidget:
        card = _card(say_n("{count} pack", "{count} packs", len(visit.of(Pack))), [])
        box = card.layout()
        for pack in visit.of(Pack)[:6]:
            button = QPushButton(labels.title(pack, visit).replace("&", "&&"))
            button.setObjectName("flat")
            button.setStyleSheet("text-align: left; padding: 2px 0")
            button.clicked.connect(lambda _=False, ident=pack.id: self.pack.emit(ident))
            box.addWidget(button)  # type: ignore[union-attr]
        box.addStretch()  # type: ignore[union-attr]
        return card


def language_counts(visit: Visit) -> tuple[dict[Lang, int], int]:
    """How many texts there are in each language, and how many there should be."""
    texts = [text for record in visit if getattr(record, "verbatim", None) is None for text in texts_of(record)]
    return {lang: sum(bool(text[lang]) for text in texts) for lang in LANGS}, len(texts)


def _card(large: str, lines: list[str]) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    box = QVBoxLayout(card)
    box.setContentsMargins(16, 12, 16, 12)
    head = QLabel(large)
    head.setStyleSheet(f"font-size: 15pt; font-weight: bold; color: {current().accent}")
    head.setTextFormat(Qt.TextFormat.PlainText)
    head.setWordWrap(True)
    box.addWidget(head)
    for line in lines:
        if line:
            box.addWidget(_quiet(line))
    if lines:
        box.addStretch()
    return card


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName("quiet")
    return label
