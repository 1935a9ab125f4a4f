"""A pack composed: its sections in their order, for whom, in which languages, and what its audience
will not see.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, get_args

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.codes import READ, Lang
from lohum_brief.language.interface import say, say_n
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.packs.readiness import Gaps, gaps
from lohum_brief.service.messages.pages import Printed
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Furigana,
    Layout,
    Pack,
    Section,
    Widths,
)
from lohum_brief.window import labels
from lohum_brief.window.fields.fieldgrid import FieldGrid
from lohum_brief.window.fields.taborder import enter_first
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.lists.cells import Pills
from lohum_brief.window.live.chooser import Chooser
from lohum_brief.window.live.page_bar import flat_button
from lohum_brief.window.packs.edition_list import EditionList
from lohum_brief.window.packs.language_order import LanguageOrder
from lohum_brief.window.packs.section_list import Entry, SectionList
from lohum_brief.window.packs.withheld_list import WithheldList
from lohum_brief.window.session import Session
from lohum_brief.window.steps import Steps

_TOP = 120.0
"""Points from the upper edge below which a section does not begin a page."""
_FORMS = ("book", "sheet")


class PackComposer(QScrollArea):
    """Shows one pack at a time. `wanted` names a record that somebody wants to see."""

    wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(say("Form"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._pack: Pack | None = None
        self.where: Callable[[str], tuple[Sequence[Printed], int]] = lambda _: ((), 0)
        """Where the records of a pack print and how many pages it has; nothing if that is not
        known.
        """
        self._page = QWidget()
        self._page.setObjectName("form")
        self.setWidget(self._page)
        self._page.hide()  # until there is a pack
        self.title = TextsEditor("title", session, self._page)
        self.audience, self.layout_, self.form = (
            Chooser(labels.field("audience")), Chooser(labels.field("layout")),
            Chooser(labels.field("form")),
        )  # fmt: skip
        self.widths = Chooser(labels.field("widths"))
        self.widths.offer([(labels.choice("widths", one), one) for one in get_args(Widths)])
        self.audience.offer([(labels.choice("audience", one), one) for one in get_args(Audience)])
        self.layout_.offer([(labels.choice("layout", one), one) for one in get_args(Layout)])
        self.form.offer([(labels.choice("form", one), one) for one in _FORMS])
        self.languages = LanguageOrder()
        self.furigana = Chooser(labels.field("furigana"))
        self.furigana.offer([(labels.choice("furigana", one), one) for one in get_args(Furigana)])
        self.digits = QCheckBox(labels.field("devanagari_digits").replace("&", "&&"))
        self.inside, self.outside = (
            SectionList(say("In this pack")),
            SectionList(say("Not in this pack")),
        )
        self.withheld = WithheldList()
        self.editions = EditionList(session)
        self._kept = QLabel()
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        self._kept.setWordWrap(True)
        self._fault = QLabel()
        self._fault.setObjectName("wrong")
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setWordWrap(True)
        self._fault.hide()
        self.editors: dict[str, Any] = {
            "title": self.title, "audience": self.audience, "languages": self.languages,
            "layout": self.layout_, "widths": self.widths, "form": self.form,
            "furigana": self.furigana, "devanagari_digits": self.digits, "sections": self.inside,
        }  # fmt: skip
        self._lay_out()
        self._connect()
        self._counting = Steps(self)
        self._lacking: Gaps = {}
        self._wait = QTimer(self, singleShot=True, interval=150)
        self._wait.timeout.connect(self._show_lists)
        session.changed.connect(self._changed)
        session.flushing.connect(self.flush)

    # What it is made of

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self._page)
        outer.setContentsMargins(0, 0, 8, 16)
        outer.setSpacing(8)
        outer.addWidget(_label(labels.field("title")))
        outer.addWidget(self.title)
        grid = FieldGrid()
        for name, widget in (
            ("audience", self.audience),
            ("form", self.form),
            ("layout", self.layout_),
        ):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.add(_cell(labels.field(name), widget), wide=False)
        languages = QWidget()
        languages.setLayout(_beside(self.languages, self._arrows(self.languages.move_current)))
        both = FieldGrid(most=2, share=16)
        both.add(_cell(labels.field("languages"), languages), wide=False)
        ticks = QWidget()
        column = QVBoxLayout(ticks)
        column.setContentsMargins(0, 0, 0, 0)
        self._widths = _cell(labels.field("widths"), self.widths)
        column.addWidget(self._widths)
        self._readings = _cell(labels.field("furigana"), self.furigana)
        column.addWidget(self._readings)
        column.addWidget(self.digits)
        both.add(_cell("", ticks), wide=False)
        outer.addWidget(grid)
        outer.addWidget(both)
        outer.addWidget(self._fault)
        outer.addWidget(_label(labels.field("sections")))
        outer.addLayout(_beside(self.inside, self._arrows(self._move)))
        row = QHBoxLayout()
        self._out = _arrow("arrow-down", say("Take out of the pack"), self._take_out)
        self._in = _arrow("arrow-up", say("Put into the pack"), self._put_in)
        row.addStretch()
        row.addWidget(self._in)
        row.addWidget(self._out)
        row.addStretch()
        outer.addLayout(row)
        outer.addWidget(self.outside)
        outer.addWidget(_label(say("Not for this audience")))
        outer.addWidget(self._kept)
        outer.addWidget(self.withheld)
        outer.addWidget(_label(say("Editions")))
        outer.addWidget(self.editions)
        outer.addStretch()
        for editor in self.editors.values():
            if editor is not self.inside:
                editor.setEnabled(not self._session.locked)
        for button in (self._in, self._out):
            button.setEnabled(not self._session.locked)

    def _arrows(self, move: Any) -> list[QToolButton]:
        buttons = [
            _arrow("arrow-up", say("Move up"), lambda: move(-1)),
            _arrow("arrow-down", say("Move down"), lambda: move(1)),
        ]
        for button in buttons:
            button.setEnabled(not self._session.locked)
        return buttons

    def _connect(self) -> None:
        self.title.edited.connect(lambda path, value: self._set(f"title.{path}", value))
        for name, chooser in (
            ("audience", self.audience),
            ("form", self.form),
            ("layout", self.layout_),
            ("widths", self.widths),
            ("furigana", self.furigana),
        ):
            chooser.chosen.connect(
                lambda name=name, chooser=chooser: self._set(name, chooser.value)
            )
        self.languages.edited.connect(lambda value: self._set("languages", value))
        self.digits.clicked.connect(lambda ticked: self._set("devanagari_digits", ticked))
        self.inside.dropped.connect(self._dropped_inside)
        self.outside.dropped.connect(
            lambda idents, source, _: self._leave(idents) if source is self.inside else None
        )
        self.inside.moved.connect(self._move)
        self.inside.handed.connect(self._take_out)
        self.outside.handed.connect(self._put_in)
        for listed in (self.inside, self.outside, self.withheld):
            listed.opened.connect(self.wanted)
        self.editions.wanted.connect(self.wanted)

    # As a form

    def show_record(self, record: AnyRecord | None) -> None:
        """Show a pack, or nothing."""
        self.flush()
        moved = record is not None and (self._pack is None or record.id != self._pack.id)
        self._pack = record if isinstance(record, Pack) else None
        if moved:
            self._lacking = {}
            self._fault.hide()
            self.verticalScrollBar().setValue(0)
        self._show()
        self._show_lists()

    def enter(self) -> None:
        """Go to the first field, as whoever has just added the pack wants to."""
        enter_first(self._page)

    def focus_field(self, path: str) -> None:
        """Go to the field of a path such as `title.ja`."""
        name, _, rest = path.partition(".")
        found = self.editors.get(name)
        if found is not None:
            widget = getattr(found, "areas", {}).get(rest) or found
            self.ensureWidgetVisible(widget)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def fault(self, name: str) -> str:
        """Why the last change was refused; empty where it was not."""
        del name
        return self._fault.text() if self._fault.isVisibleTo(self) else ""

    def flush(self) -> None:
        """Store what is being typed."""
        self.title.flush()

    def refresh(self) -> None:
        """Something that `where` tells has changed."""
        self._wait.start()

    # Showing

    def _changed(self, edit: Edit) -> None:
        if self._pack is None:
            return
        now = self._session.visit.get(Pack, self._pack.id)
        if now is None:
            return
        self._pack = now
        if any(change.id == now.id for change in edit.changes):
            self._show()
        self._wait.start()

    def _show(self) -> None:
        pack = self._pack
        if pack is None:
            self._page.hide()
            return
        self._page.show()
        self.title.show_of(pack.id, pack.title)
        self.audience.show_value(pack.audience)
        self.layout_.show_value(pack.layout)
        self.form.show_value(pack.form)
        self.languages.show_value(pack.languages)
        self.widths.show_value(pack.widths)
        self._widths.setVisible(pack.layout == "parallel" and len(pack.languages) > 1)
        self.furigana.show_value(pack.furigana)
        with QSignalBlocker(self.digits):
            self.digits.setChecked(pack.devanagari_digits)
        self._readings.setVisible(READ in pack.languages)
        self.digits.setVisible(any(LANGUAGES[lang].numbers.digits for lang in pack.languages))

    def _show_lists(self) -> None:
        pack = self._pack
        if pack is None:
            return
        self.editions.show_pack(pack.id)
        self._counting.run(self._counted(pack), self._show_withheld)
        if self._counting.running:
            self._show_sections()

    def _counted(self, pack: Pack) -> Iterator[None]:
        """Counts in steps what the sections lack, for a visit may have thousands of texts, and
        shows it.
        """
        self._lacking = yield from gaps(self._session.visit, pack)
        self._show_sections()
        yield

    def _show_sections(self) -> None:
        """The sections, with what was counted last."""
        pack, visit = self._pack, self._session.visit
        if pack is None:
            return
        pages = section_pages(pack.sections, *self.where(pack.id))
        others = [section.id for section in visit.of(Section) if section.id not in pack.sections]
        for listed, idents in ((self.inside, pack.sections), (self.outside, others)):
            entries = []
            for ident in idents:
                section = visit.get(Section, ident)
                title = labels.title(section, visit) if section else ident
                if section is not None and not section.readable(pack.audience):
                    title += "  –  " + say("not for this audience")
                entries.append(
                    Entry(
                        ident,
                        title,
                        str(pages.get(ident, "")),
                        _pills(self._lacking.get(ident, {})),
                    )
                )
            listed.show_entries(entries)
            row = listed.row_height()
            listed.setFixedHeight(
                listed.header().sizeHint().height() + max(2, len(entries)) * row + 6
            )

    def _show_withheld(self) -> None:
        if self._pack is None:
            return
        count = self.withheld.show_withheld(self._session.visit, self._pack.audience)
        self.withheld.setVisible(bool(count))
        self._kept.setText(
            say_n(
                "{count} record is kept from this audience and will not print:",
                "{count} records are kept from this audience and will not print:",
                count,
            )
            if count
            else say("This audience may read everything.")
        )

    # Changing

    def _set(self, field: str, value: Any) -> None:
        if self._pack is None:
            return
        why = self._session.set_field(self._pack.id, field, value)
        self._fault.setText(why)
        self._fault.setVisible(bool(why))
        if why:
            self._show()

    def _set_sections(self, sections: Sequence[str], selected: Sequence[str]) -> None:
        if self._session.locked or self._pack is None or tuple(sections) == self._pack.sections:
            return
        self._set("sections", list(sections))
        self._show_sections()
        for listed in (self.inside, self.outside):
            listed.select(selected)

    def _dropped_inside(self, idents: list[str], _source: object, row: int) -> None:
        held = list(self._pack.sections) if self._pack else []
        following = next((ident for ident in held[row:] if ident not in idents), None)
        rest = [ident for ident in held if ident not in idents]
        at = rest.index(following) if following else len(rest)
        self._set_sections([*rest[:at], *idents, *rest[at:]], idents)

    def _move(self, by: int) -> None:
        idents = self.inside.selected()
        held = self.inside.idents()
        if not idents:
            return
        rows = [held.index(ident) for ident in idents]
        row = min(rows) - 1 if by < 0 else max(rows) + 2
        if 0 <= row <= len(held):
            self._dropped_inside(idents, self.inside, row)

    def _put_in(self) -> None:
        self._dropped_inside(self.outside.selected(), self.outside, self.inside.topLevelItemCount())

    def _take_out(self) -> None:
        self._leave(self.inside.selected())

    def _leave(self, idents: Sequence[str]) -> None:
        held = self._pack.sections if self._pack else ()
        self._set_sections([ident for ident in held if ident not in idents], idents)


def section_pages(sections: Sequence[str], places: Sequence[Printed], total: int) -> dict[str, int]:
    """How many pages each section takes, also in part; `places` are of the pack that has them in
    this order.
    """
    begins = [
        next(((place.page, place.y) for place in places if place.record == ident), None)
        for ident in sections
    ]
    found = {}
    for at, (ident, begin) in enumerate(zip(sections, begins, strict=True)):
        if begin is None:
            continue
        page, y = next((one for one in begins[at + 1 :] if one is not None), (total, 0.0))
        found[ident] = max(1, page - begin[0] + (1 if y > _TOP else 0))
    return found


def _pills(lacking: Mapping[Lang, int]) -> Pills:
    return [
        (say_n("{lang}: {count} missing", "{lang}: {count} missing", count, lang=lang), "missing")
        if count
        else (lang, "approved")
        for lang, count in lacking.items()
    ]


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _cell(name: str, widget: QWidget) -> QWidget:
    """A field with its name above."""
    cell = QWidget()
    layout = QVBoxLayout(cell)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(_label(name))
    layout.addWidget(widget)
    return cell


def _arrow(picture: str, name: str, act: Any) -> QToolButton:
    button = flat_button(picture, name)
    button.clicked.connect(lambda _=False: act())
    return button


def _beside(widget: QWidget, buttons: Sequence[QToolButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(widget, 1)
    column = QVBoxLayout()
    for button in buttons:
        column.addWidget(button)
    column.addStretch()
    row.addLayout(column)
    return row
