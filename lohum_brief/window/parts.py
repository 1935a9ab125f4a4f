"""The keyboard goes from one part of the window to the next: places, editor, pages, findings; each
remembers where it was.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step(parts: Sequence[QWidget], by: int) -> None:
    """Go on from the part that has the keyboard by so many that are in sight, in a circle."""
    held = QApplication.focusWidget()
    seen = [part for part in parts if part.isVisible()]
    at = next((at for at, part in enumerate(seen) if _within(held, part)), None)
    start = (-1 if by > 0 else 0) if at is None else at
    for further in range(1, len(seen) + 1):
        if enter(seen[(start + by * further) % len(seen)]):
            return


def enter(part: QWidget) -> bool:
    """Give the keyboard to what had it last in a part, else to what the part is for, else to its
    first stop of Tab.
    """
    stops: list[QWidget | None] = [part.focusWidget(), _end(part), *_chain(part)]
    for stop in stops:
        if (
            stop is not None
            and stop.isVisible()
            and stop.isEnabled()
            and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False


def tab(window: QWidget, parts: Sequence[QWidget], *, onward: bool) -> bool:
    """Take Tab from part to part as they lie, whichever was made first; whether there is anything
    to go to.

    Qt's own order is that in which widgets came into the window, and here places and forms come
    when they are wanted.
    """
    held = window.focusWidget()
    order = sorted(_chain(window), key=lambda widget: _rank(widget, parts))
    at = order.index(held) if held in order else -1
    further = range(1, len(order) + 1) if onward else range(-1, -len(order) - 1, -1)
    for by in further:
        stop = order[(at + by) % len(order)]
        if _takes_tab(stop, window):
            stop.setFocus(
                Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
            )
            return True
    return False


def _rank(widget: QWidget, parts: Sequence[QWidget]) -> int:
    return next((at for at, part in enumerate(parts) if _within(widget, part)), len(parts))


def _takes_tab(widget: QWidget, window: QWidget) -> bool:
    return (
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisibleTo(window)
    )


def _end(part: QWidget) -> QWidget:
    """What takes the keyboard for a part."""
    while (proxy := part.focusProxy()) is not None:
        part = proxy
    return part


def _chain(part: QWidget) -> list[QWidget]:
    """What lies in a part, in the order of Tab."""
    found: list[QWidget] = []
    at = part.nextInFocusChain()
    while at is not None and at is not part:
        if _within(at, part):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def _within(widget: QWidget | None, part: QWidget) -> bool:
    return widget is part or (widget is not None and part.isAncestorOf(widget))
