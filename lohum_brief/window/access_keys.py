"""Access keys: Alt and a letter open a menu, press a button or go to a field.

The letter is taken from the English name, so that it is the same in every language and no
translation has to think of it: of the beginning of a word where that is free, else of any letter.
English underlines the letter; what is not written in Latin letters has it in brackets behind, as
Japanese Windows does: ファイル(F).
"""

from collections.abc import Iterable, Sequence
from string import ascii_uppercase
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QMenuBar, QWidget

from lohum_brief.language.interface import interface
from lohum_brief.language.languages import LANGUAGES

EXPORT: Final = "X"
"""The key of the one primary button of the window."""
MENUS: Final = "FEVH"
"""Those of its menus."""
_KEY: Final = "access key"
_LATIN: Final = "Latn"


def keys_for(names: Iterable[str], taken: Iterable[str] = (), *, others: bool = True) -> list[str]:
    """Return a letter or digit for each English name, no two alike and none that is taken; empty
    where all are. `others` says whether it may be one that the name has not.
    """
    used = set(taken)
    found = []
    for name in names:
        wishes = [*_wishes(name), *(ascii_uppercase if others else "")]
        key = next((one for one in wishes if one not in used), "")
        used.add(key)
        found.append(key)
    return found


def _wishes(name: str) -> Iterable[str]:
    """The letters that a name would like, in their order."""
    plain = "".join(one if one.isascii() and one.isalnum() else " " for one in name.upper())
    yield from (word[0] for word in plain.split())
    yield from plain.replace(" ", "")


def marked(said: str, key: str) -> str:
    """Return words of the interface with their key, as Qt marks it."""
    plain = said.replace("&", "&&")
    if not key:
        return plain
    at = plain.upper().find(key) if _is_latin() else -1
    if at >= 0 and "&" not in plain:
        return f"{plain[:at]}&{plain[at:]}"
    stem = plain.rstrip("…")
    space = LANGUAGES[interface()].punctuation.space
    return f"{stem}{space}(&{key}){plain[len(stem) :]}"


def _is_latin() -> bool:
    return LANGUAGES[interface()].script.tag == _LATIN


def mark_menus(menus: QMenuBar | QMenu) -> None:
    """Give every action its key; their object names are their names in English."""
    actions = [action for action in menus.actions() if not action.isSeparator()]
    for action, key in zip(actions, keys_for(one.objectName() for one in actions), strict=True):
        action.setProperty(_KEY, key)
        rename(action, action.text().replace("&&", "&"))
        inner: object = action.menu()
        if isinstance(inner, QMenu):
            mark_menus(inner)


def rename(action: QAction, said: str) -> None:
    """Give an action other words; its key stays."""
    action.setText(marked(said, str(action.property(_KEY) or "")))
    action.setToolTip(said)


def mark_fields(
    names: Sequence[tuple[QLabel | QCheckBox, str]], taken: Iterable[str] = MENUS + EXPORT
) -> None:
    """Give the names of fields their keys; each with its name in English. A form may have more
    fields than there are letters: the first have one.
    """
    keys = keys_for((one for _, one in names), taken, others=False)
    for (widget, _), key in zip(names, keys, strict=True):
        widget.setText(marked(widget.text().replace("&&", "&"), key))


def reached(widget: QWidget) -> QWidget:
    """Return what takes the keyboard for a field: itself, or the first within that does."""
    inner = (one for one in widget.findChildren(QWidget) if _takes_tab(one))
    return widget if _takes_tab(widget) else next(inner, widget)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
