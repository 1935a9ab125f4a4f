"""The packs of an export, a row each, and what came of them."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from lohum_brief.language.interface import say, say_n
from lohum_brief.service.messages.files import Exported
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.theme import current, icon

_RESULT: Final = 4
_TALLEST: Final = 10
"""Rows before it scrolls."""


class PackRows(QTreeWidget):
    """Who reads each pack, in which languages, how they stand, and the result."""

    def __init__(self, visit: Visit, packs: Sequence[Pack]) -> None:
        super().__init__()
        self.setAccessibleName(say("Packs"))
        self.setRootIsDecorated(False)
        self.setHeaderLabels(
            [say("Pack"), labels.field("audience"), say("Languages"), say("Layout"), say("Result")]
        )
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self._items = [QTreeWidgetItem(_said(pack, visit)) for pack in packs]
        self.addTopLevelItems(self._items)
        row = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        self.setFixedHeight(
            self.header().sizeHint().height() + min(_TALLEST, max(1, len(packs))) * row + 8
        )

    def show_pages(self, count: int) -> None:
        """How many pages the first one has."""
        self._items[0].setText(_RESULT, say_n("{count} page", "{count} pages", count))

    def show_result(self, at: int, result: Exported | str, edition: int | None) -> None:
        """What came of one, perhaps an edition, or why nothing did."""
        theme = current()
        good = isinstance(result, Exported)
        if isinstance(result, Exported):
            said = say_n("{count} page written", "{count} pages written", result.pages)
            if edition is not None:
                said = f"{say('Edition {number}', number=edition)} · {said}"
        else:
            said = result
        item = self._items[at]
        item.setText(_RESULT, said)
        item.setToolTip(_RESULT, f"<span>{escape(said)}</span>")
        item.setIcon(
            _RESULT, icon("check" if good else "circle-alert", theme.good if good else theme.bad)
        )
        item.setForeground(_RESULT, QBrush(QColor(theme.text)))


def _said(pack: Pack, visit: Visit) -> list[str]:
    return [
        labels.title(pack, visit),
        labels.choice("audience", pack.audience),
        " + ".join(labels.NATIVE[lang] for lang in pack.languages),
        labels.choice("layout", pack.layout),
        "",
    ]
