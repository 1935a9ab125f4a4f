"""The live pages of one pack: which pack, in which languages and layout, and the pages as they will print."""

from typing import get_args

from msgspec import structs
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.release.messages import Failed, Rendered
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Layout, Pack
from lohum_brief.window import labels
from lohum_brief.window.pages import PageView
from lohum_brief.window.session import Session
from lohum_brief.window.setter import Setter
from lohum_brief.window.theme import icon

_ORDERS: tuple[tuple[Lang, ...], ...] = (
    *((one,) for one in LANGS),
    *((one, other) for one in LANGS for other in LANGS if one != other),
    *((a, b, c) for a in LANGS for b in LANGS for c in LANGS if len({a, b, c}) == 3),
)


class Preview(QFrame):
    """`clicked` names a record on a page."""

    clicked = Signal(str)

    def __init__(self, session: Session, setter: Setter) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._session = session
        self._setter = setter
        self._shown = ""
        self._wait = QTimer(self, singleShot=True, interval=120)
        self._wait.timeout.connect(self._ask)
        self.pages = PageView()
        self.pages.clicked.connect(self.clicked)
        self.pages.turned.connect(self._turned)
        self._fault = QLabel()
        self._fault.setObjectName("banner")
        self._fault.setWordWrap(True)
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(self._fault)
        layout.addWidget(self.pages, 1)
        session.changed.connect(self._changed)
        setter.rendered.connect(self._rendered)
        setter.failed.connect(self._failed)
        self._offer()
        self._choose_pack(0)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        self._pack, self._langs, self._layout = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self._pack, say("Pack")),
            (self._langs, say("Languages, in order")),
            (self._layout, say("Layout")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(box, 2 if box is self._pack else 1)
        for langs in _ORDERS:
            self._langs.addItem(" + ".join(labels.NATIVE[lang] for lang in langs), langs)
        for layout in get_args(Layout):
            self._layout.addItem(labels.choice("layout", layout), layout)
        self._pack.activated.connect(self._choose_pack)
        self._langs.activated.connect(lambda _: self._wait.start())
        self._layout.activated.connect(lambda _: self._wait.start())
        self._where = QLabel()
        self._where.setObjectName("quiet")
        row.addStretch()
        for name, tip, act in (
            ("chevron-left", say("Previous page"), lambda: self.pages.go_to(self.pages.page - 1)),
            ("", "", None),
            ("chevron-right", say("Next page"), lambda: self.pages.go_to(self.pages.page + 1)),
            ("zoom-out", say("Smaller"), lambda: self.pages.zoom_by(1 / 1.2)),
            ("zoom-in", say("Larger"), lambda: self.pages.zoom_by(1.2)),
        ):
            if act is None:
                row.addWidget(self._where)
                continue
            button = QToolButton()
            button.setObjectName("flat")
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def pack(self) -> Pack | None:
        """The pack as it is shown here: its record with the languages and layout chosen here."""
        found = self._session.visit.get(Pack, self._pack.currentData())
        if found is None:
            return None
        return structs.replace(found, languages=self._langs.currentData(), layout=self._layout.currentData())

    def show_pack(self, ident: str) -> None:
        """Show another pack."""
        at = self._pack.findData(ident)
        if at >= 0 and ident != self._pack.currentData():
            self._pack.setCurrentIndex(at)
            self._choose_pack(at)

    def _offer(self) -> None:
        held = self._pack.currentData()
        self._pack.clear()
        for pack in self._session.visit.of(Pack):
            self._pack.addItem(labels.title(pack, self._session.visit), pack.id)
        self._pack.setCurrentIndex(max(0, self._pack.findData(held)))

    def _choose_pack(self, _at: int) -> None:
        pack = self._session.visit.get(Pack, self._pack.currentData())
        if pack is not None:
            self._langs.setCurrentIndex(_ORDERS.index(pack.languages) if pack.languages in _ORDERS else 0)
            self._layout.setCurrentIndex(self._layout.findData(pack.layout))
        self._wait.start()

    def _changed(self, edit: Edit) -> None:
        packs = [change for change in edit.changes if isinstance(change.before or change.after, Pack)]
        if packs:
            self._offer()
            if any(change.id == self._pack.currentData() for change in packs):
                self._choose_pack(0)
        self._wait.start()

    def _ask(self) -> None:
        pack = self.pack()
        if pack is not None:
            self._setter.render(pack)

    def _rendered(self, found: Rendered) -> None:
        self._fault.hide()
        pack = self.pack()
        two = pack is not None and pack.layout == "facing" and len(pack.languages) > 1
        self.pages.show_pdf(found.pdf, found.places, two=two)

    def _failed(self, found: Failed) -> None:
        self._fault.setText(found.why)
        self._fault.show()

    def _turned(self, page: int) -> None:
        self._where.setText(f"{page + 1} / {self.pages.count}" if self.pages.count else "")
