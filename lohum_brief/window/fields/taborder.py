"""The order of Tab in a form: as its fields stand, whatever the order in which they were made."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLayout, QLineEdit, QTextEdit, QWidget


def follow_layout(page: QWidget, cells: Collection[QWidget]) -> None:
    """Let Tab go through the page from its beginning to its end; within each of the cells as
    before.
    """
    layout = page.layout()
    if layout is None:
        return
    place = {widget: at for at, widget in enumerate(_laid(layout, cells))}
    found: list[tuple[int, QWidget]] = []
    at = page.nextInFocusChain()
    while at is not None and at is not page:
        if (
            page.isAncestorOf(at)
            and at.focusPolicy() & Qt.FocusPolicy.TabFocus
            and at.focusProxy() is None
        ):
            found.append((_place(at, place), at))
        at = at.nextInFocusChain()
    ordered = sorted(found, key=lambda one: one[0])
    if ordered != found:
        for (_, before), (_, after) in pairwise(ordered):
            QWidget.setTabOrder(before, after)


def enter_first(page: QWidget) -> bool:
    """Give the keyboard to the first field of the page that can be written in; whether there is
    one.

    A button that stands before it, such as that of a photo, is passed over: whoever comes here
    wants to type.
    """
    at = page.nextInFocusChain()
    while at is not None and at is not page:
        if (
            isinstance(at, QLineEdit | QTextEdit | QComboBox)
            and page.isAncestorOf(at)
            and at.focusPolicy() & Qt.FocusPolicy.TabFocus
            and at.focusProxy() is None
            and at.isEnabled()
            and at.isVisibleTo(page)
        ):
            at.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        at = at.nextInFocusChain()
    return False


def _laid(layout: QLayout, cells: Collection[QWidget]) -> Iterator[QWidget]:
    """The widgets of a layout and of those within it, each before what it holds; what is in a cell
    is one.
    """
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid(inner, cells)
        elif widget is not None:
            yield widget
            own = widget.layout()
            if own is not None and widget not in cells:
                yield from _laid(own, cells)


def _place(widget: QWidget | None, place: dict[QWidget, int]) -> int:
    while widget is not None and widget not in place:
        widget = widget.parentWidget()
    return place[widget] if widget is not None else -1
