"""What somebody wants of all fields of all windows, and the program remembers."""

from typing import Final

from PySide6.QtWidgets import QApplication

HINTS: Final = "spelling hints"
"""Whether spelling hints are shown."""
TOKENS: Final = "figures as tokens"
"""Whether figures stand in texts as their tokens, not as what they print: also for screen readers,
which cannot read chips.
"""
ALL: Final = (HINTS, TOKENS)


def wanted(name: str) -> bool:
    """Whether it is wanted; nothing is until somebody says so."""
    app = QApplication.instance()
    return bool(app and app.property(name))


def want(name: str, on: bool) -> None:
    """Want it from now on, or no more."""
    app = QApplication.instance()
    if app:
        app.setProperty(name, on)
