"""Lists that open under a line or a choice: as wide as what they offer needs, however narrow their
place is.
"""

from typing import Final

from PySide6.QtWidgets import QComboBox, QCompleter

_EMS: Final = 24
_MOST: Final = 400
"""Entries that are measured; a list of more is as wide as its place, for measuring takes long."""


def dress(completer: QCompleter) -> None:
    """Let a completer's list look like ours."""
    if (popup := completer.popup()) is not None:
        popup.setObjectName("offered")
        popup.setMinimumWidth(_EMS * popup.fontMetrics().height())


def widen(box: QComboBox) -> None:
    """Give the list of a choice, which is about to open, the width that its longest entry needs."""
    view = box.view()
    if box.count() <= _MOST:
        edge = (
            2 * view.frameWidth()
            + view.verticalScrollBar().sizeHint().width()
            + view.fontMetrics().height()
        )
        view.setMinimumWidth(
            min(view.sizeHintForColumn(0) + edge, box.screen().availableGeometry().width() // 2)
        )
