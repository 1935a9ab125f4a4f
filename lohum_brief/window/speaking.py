"""What a screen reader says beyond the names and values of widgets."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Say something that changed where the keyboard is not."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def name_choice(box: QComboBox, name: str) -> None:
    """Name a choice that has no label beside it: on Linux the name of a choice is what is chosen,
    so it is described too.
    """
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)


def label(name: QLabel, widget: QWidget) -> None:
    """Tell that a label names a widget beside it; its text stays plain."""
    name.setText(name.text().replace("&", "&&"))
    name.setBuddy(widget)
