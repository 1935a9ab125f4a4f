"""The editor of a text: its three languages side by side, each with its state."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontInfo, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.interface import say
from lohum_brief.service.messages.pages import Measured, Short
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import kind_of
from lohum_brief.visit.text import EMPTY, State, Text
from lohum_brief.window import labels
from lohum_brief.window.fields import hinting
from lohum_brief.window.fields.card import Card
from lohum_brief.window.fields.fieldgrid import GAP
from lohum_brief.window.fields.marking import Mark
from lohum_brief.window.fields.offering import Offering
from lohum_brief.window.fields.offers import glossary
from lohum_brief.window.fields.termrow import Pair, TermRow
from lohum_brief.window.fields.words import WORDS
from lohum_brief.window.menus import CHECK_KEYS
from lohum_brief.window.session import Session

SHORT: Final = frozenset(
    {"title", "name", "guests", "role", "post", "said_by", "origin", "across", "aim"}
)
"""Fields that print as one short line."""
_NARROWEST: Final = 15
"""Ems that a language must have to stand beside the others."""
_TRIES: Final = 4
_PAUSE: Final = 250
"""Milliseconds after which a text that stands still is measured."""


class TextsEditor(QWidget):
    """One Text. `edited` gives a path below the field and its JSON value: `ja`, "…" or `state.ja`,
    "checked".
    """

    edited = Signal(str, object)

    def __init__(self, field: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._session = session
        self._ident = ""
        self._value = EMPTY
        self._active: Lang | None = None
        self._beside = True
        self._uneven = self._levelling = False
        self._old: dict[Lang, str] = {}
        """Translations that are old, or were when they came in sight, as they then were."""
        self.cards: dict[Lang, Card] = {
            lang: Card(field, lang, partial(self._choose_state, lang), self) for lang in LANGS
        }
        self.areas = {lang: card.area for lang, card in self.cards.items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        layout.addLayout(self._grid)
        self.foot = QWidget(self)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        self.check = QPushButton()
        self.check.setObjectName("small")
        self.check.clicked.connect(self._check)
        self.terms = TermRow(self._insert)
        row.addWidget(self.terms, 1)
        row.addWidget(self.check)
        layout.addWidget(self.foot)
        for lang, card in self.cards.items():
            area = card.area
            area.alone = False
            area.set_least(1 if field in SHORT else 2)
            area.paused.connect(partial(self._store, lang))
            area.grown.connect(self._level)
            card.entered.connect(partial(self._enter, lang))
            area.chose.connect(self.terms.take)
            area.textChanged.connect(self._offer_terms)
            area.markers += (self._forbidden, self._hints)
            Offering(area, session, self._audience)
            area.confirmed.connect(partial(self._confirm, lang))
        self._place()
        self._measuring = QTimer(self, singleShot=True, interval=_PAUSE)
        self._measuring.timeout.connect(self._measure)
        session.changed.connect(self._know)
        session.measured.connect(self._measured)
        session.respelt.connect(self._mark)
        WORDS.ready.connect(self.areas["en"].mark)

    def show_of(self, ident: str, value: Text) -> None:
        """Show the text of a record, but not over what is just being typed."""
        if ident != self._ident:
            self._ident = ident
            self._old.clear()
            self._active = None
        self._value = value
        self._know()
        original = self._session.visit.particulars.original
        for lang, card in self.cards.items():
            state = value.state[lang] if value[lang] else "missing"
            card.area.show_text(value[lang])
            card.pill.show_state(lang, state)
            # Nothing is missing where there is no text at all: most of what can be written need not
            # be.
            card.pill.setVisible(any(value[one] for one in LANGS))
            if state == "old" and lang != original:
                former = self._session.former(ident, self._field, lang)
                card.changes.show_former(former, value[original], original, self._session.visit)
                self._old[lang] = value[lang]
            elif state != "draft" or value[lang] == self._old.get(lang):
                self._old.pop(lang, None)
            # What changed stays in sight while the translation is brought up to date.
            card.show_changes(lang in self._old)
        self._show_foot()
        if self._field in SHORT:
            self._measuring.start()

    def show_value(self, value: Text) -> None:
        """Show a text that belongs to no record."""
        self.show_of("", value)

    def flush(self) -> None:
        """Store what was typed."""
        for area in self.areas.values():
            area.flush()

    # What is done

    def _store(self, lang: Lang) -> None:
        self.edited.emit(lang, self.areas[lang].text())

    def _choose_state(self, lang: Lang, state: State) -> None:
        self.areas[lang].flush()
        self.edited.emit(f"state.{lang}", state)

    def _confirm(self, lang: Lang) -> None:
        if self.areas[lang].text():
            self._choose_state(lang, "checked")

    def _check(self) -> None:
        if (lang := self._offered()) is not None:
            self._confirm(lang)
            self.areas[lang].setFocus()

    def _audience(self) -> Audience:
        record = self._session.visit.by_id.get(self._ident)
        return record.audience if record else "public"

    def _insert(self, term: str) -> None:
        if self._active:
            self.areas[self._active].insert(term)
            self.areas[self._active].setFocus()

    # Terms

    def _forbidden(self, text: str, lang: Lang) -> Iterator[Mark]:
        for wrong in glossary(self._session.visit).wrong(text, lang):
            why = say(
                "“{word}” is not to be printed; write “{right}”.",
                word=wrong.written,
                right=wrong.right,
            )
            yield Mark(wrong.start, wrong.stop, "forbidden", why, wrong.right)

    def _hints(self, text: str, lang: Lang) -> Iterator[Mark]:
        return hinting.marks(text, lang, self._session)

    def _mark(self) -> None:
        for area in self.areas.values():
            area.mark()

    def _offer_terms(self) -> None:
        """Terms of the original that the translation under way has not yet."""
        original, lang = self._session.visit.particulars.original, self._active
        if lang is None or lang == original or self._field in SHORT:
            self.terms.show_pairs(())
            return
        known, written = glossary(self._session.visit), self.areas[lang].text()
        there = {use.term.id for use in known.used(written, lang)}
        pairs = [
            Pair(use.written, plain(use.term.name[lang]))
            for use in known.used(self.areas[original].text(), original)
            if use.term.name[lang]
            and use.term.id not in there
            and plain(use.term.name[lang]) not in written
        ]
        self.terms.show_pairs(tuple(pairs))

    # What it looks like

    def _know(self, _made: object = None) -> None:
        for area in self.areas.values():
            area.know(self._session.visit)

    def _enter(self, lang: Lang) -> None:
        self._active = lang
        self._show_foot()

    def _offered(self) -> Lang | None:
        """The language that the button would mark as checked: the one written in last, else the
        first that is old.
        """
        tried = (self._active,) if self._active else LANGS
        for lang in tried:
            state = self._value.state[lang]
            if self._value[lang] and (state == "old" or (self._active and state == "draft")):
                return lang
        return None

    def _show_foot(self) -> None:
        lang = self._offered()
        self.check.setVisible(lang is not None)
        if lang:
            self.check.setText(say("Mark {language} as checked", language=labels.NATIVE[lang]))
            self.check.setToolTip(CHECK_KEYS)
        # Its room is kept where texts are long, so that nothing moves under the mouse that goes
        # from field to field.
        self.foot.setFixedHeight(self.check.sizeHint().height())
        self._offer_terms()
        self.foot.setVisible(self._field not in SHORT or bool(self._old))

    def _place(self) -> None:
        """The languages beside each other where there is room, else below each other."""
        for at, card in enumerate(self.cards.values()):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, *((0, at) if self._beside else (at, 0)))
            self._grid.setColumnStretch(at, 1 if self._beside or at == 0 else 0)
        self._level()

    def _shorts(self) -> dict[Lang, Short]:
        record = self._session.visit.by_id.get(self._ident)
        if record is None:
            return {}
        kind = kind_of(record)
        return {
            lang: Short(kind, self._field, lang, plain(area.printed()))
            for lang, area in self.areas.items()
        }

    def _measure(self) -> None:
        if self.isVisible():
            self._session.measuring.emit(tuple(self._shorts().values()))

    def _measured(self, answer: Measured) -> None:
        shorts = self._shorts() if self._field in SHORT else {}
        fits = dict(zip(answer.texts, answer.fits, strict=True))
        for lang, short in shorts.items():
            if short in fits:
                self.cards[lang].show_lines(*fits[short])

    def _level(self) -> None:
        """Texts that stand beside each other have one height. A new height may bring a scroll bar
        and so another one.
        """
        self._uneven = True
        if self._levelling:
            return
        self._levelling = True
        for _ in range(_TRIES):
            if not self._uneven:
                break
            self._uneven = False
            tallest = max(area.wanted for area in self.areas.values())
            for area in self.areas.values():
                area.setFixedHeight(tallest if self._beside else area.wanted)
        self._levelling = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        beside = (
            self.width()
            >= 3 * _NARROWEST * QFontInfo(self.font()).pixelSize() + 2 * self._grid.spacing()
        )
        if beside != self._beside:
            self._beside = beside
            self._place()


def explained(sentence: str) -> QLabel:
    """A quiet sentence, never taken for markup."""
    label = QLabel(sentence)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName("quiet")
    return label


def empty(sentence: str, *actions: QWidget) -> QWidget:
    """What stands where there is nothing yet: one sentence, and what to do next."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.addStretch()
    text = explained(sentence)
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    layout.addWidget(text)
    row = QHBoxLayout()
    row.addStretch()
    for action in actions:
        row.addWidget(action)
    row.addStretch()
    layout.addLayout(row)
    layout.addStretch()
    return widget
