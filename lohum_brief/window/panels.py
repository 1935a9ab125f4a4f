"""The parts of the window beside and below each other: how wide they are, which are hidden;
remembered.

Pages and findings come after the first paint: until then surfaces of their sizes keep their places.
"""

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSplitter, QWidget

_STATES = ("across", "down")
_HIDDEN = ("pages hidden", "findings hidden")

Part = Literal["pages", "findings"]
_ORDER: Final[tuple[Part, ...]] = ("pages", "findings")


class Extent(NamedTuple):
    """Sizes in pixels, to put new widgets where the old ones were; `em` is how high a line of text
    then was.
    """

    across: list[int]
    down: list[int]
    hidden: tuple[bool, ...]
    em: int


class Panels(QSplitter):
    """Places, editor and pages across; the findings below them."""

    def __init__(self, places: QWidget, editor: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        pages, findings = _surface("preview"), _surface("findings")
        findings.setFixedHeight(QComboBox(findings).sizeHint().height() + 12)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for part in (places, editor, pages):
            self._across.addWidget(part)
        self.addWidget(self._across)
        self.addWidget(findings)
        for splitter in (self._across, self):
            splitter.setChildrenCollapsible(False)
        em = self.fontMetrics().height()
        editor.setMinimumWidth(19 * em)
        pages.setMinimumWidth(14 * em)
        self._across.setMinimumHeight(14 * em)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([10 * em, 42 * em, 28 * em])
        self.setStretchFactor(0, 1)
        self.setSizes([50 * em, 7 * em])
        self._parts: list[QWidget] = [pages, findings]

    def put_pages(self, pages: QWidget) -> None:
        """Here they are."""
        pages.setMinimumWidth(self._parts[0].minimumWidth())
        self._put(0, self._across, 2, pages)

    def put_findings(self, findings: QWidget) -> None:
        """Here they are."""
        self._put(1, self, 1, findings)

    def _put(self, part: int, splitter: QSplitter, at: int, widget: QWidget) -> None:
        before = self._parts[part]
        hidden = before.isHidden()  # of the parts, not of what was taken out of them
        splitter.replaceWidget(at, widget)
        splitter.setCollapsible(at, False)
        widget.setHidden(hidden)
        before.deleteLater()
        self._parts[part] = widget

    def shows(self, part: Part) -> bool:
        """Whether a part is not hidden."""
        return not self._parts[_ORDER.index(part)].isHidden()

    def show_part(self, part: Part, shown: bool) -> None:
        """Show or hide a part."""
        self._parts[_ORDER.index(part)].setVisible(shown)

    def extent(self) -> Extent:
        """As it is now."""
        return Extent(
            self._across.sizes(),
            self.sizes(),
            tuple(part.isHidden() for part in self._parts),
            self.fontMetrics().height(),
        )

    def take(self, extent: Extent) -> None:
        """As it was before; the places are as wide as their words, and the others share what these
        leave.
        """
        places, *others = extent.across
        grown = round(places * self.fontMetrics().height() / extent.em)
        left, all_ = sum(extent.across) - grown, sum(others) or 1
        self._across.setSizes([grown, *(round(left * other / all_) for other in others)])
        self.setSizes(extent.down)
        for part, hidden in zip(self._parts, extent.hidden, strict=True):
            part.setHidden(hidden)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What was remembered in a larger size leaves no empty strip beside the places."""
        super().showEvent(event)
        sizes, places = self._across.sizes(), self._across.widget(0)
        if places is not None and sizes[0] > (most := places.maximumWidth()):
            self._across.setSizes([most, sizes[1] + sizes[0] - most, *sizes[2:]])

    def remember(self, settings: QSettings) -> None:
        """For the next start."""
        for name, splitter in zip(_STATES, (self._across, self), strict=True):
            settings.setValue(name, splitter.saveState())
        for name, part in zip(_HIDDEN, self._parts, strict=True):
            settings.setValue(name, int(part.isHidden()))

    def restore(self, settings: QSettings) -> None:
        """As it was remembered; what cannot be read is left as it is."""
        for name, splitter in zip(_STATES, (self._across, self), strict=True):
            state = settings.value(name)
            if isinstance(state, QByteArray):
                splitter.restoreState(state)
        for name, part in zip(_HIDDEN, self._parts, strict=True):
            part.setHidden(str(settings.value(name, 0)) == "1")
        for splitter in (self._across, self):
            splitter.setChildrenCollapsible(False)


def _surface(name: str) -> QFrame:
    """An empty one that looks like the part of that name."""
    surface = QFrame()
    surface.setObjectName(name)
    return surface
