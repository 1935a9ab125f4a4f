"""Tab goes through a form as its fields stand."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow


def passed(window: VisitWindow, ident: str) -> list[str]:
    """The fields that Tab goes through from the first to the last."""
    window.open_record(ident)
    shown = window.shown
    assert isinstance(shown, Browser)
    form = shown.form
    editors = form.editors
    form.setFocus()
    names: list[str] = []
    for _ in range(200):
        form.focusNextChild()
        at = window.focusWidget()
        name = next((name for name, made in editors.items() if _holds(made, at)), None)
        if name is None:
            if names:
                break
            continue
        if not names or names[-1] != name:
            names.append(name)
    return names


def _holds(editor: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (editor is widget or editor.isAncestorOf(widget))


def test_the_form_of_a_person_is_gone_through_from_its_beginning_to_its_end(
    window: VisitWindow, qtbot: QtBot
) -> None:
    del qtbot
    names = passed(window, "per1")
    assert len(names) == len(set(names))
    wanted = [
        "family",
        "given",
        "organisation",
        "group",
        "side",
        "duty",
        "native",
        "name_order",
        "precedence",
        "post",
        "dignity",
        "forces",
        "honorific",
        "suffix",
        "arrival",
        "arrives",
        "arrival_place",
        "departure",
        "departs",
        "departure_place",
        "hotel",
        "room",
        "diet",
        "mobility",
        "helmet",
        "coat",
        "shoes",
        "gloves",
        "allergies",
        "needs",
        "consent_print",
        "consent_photo",
        "consent_data",
        "consent_date",
        "specimen",
        "audience",
    ]
    assert [name for name in names if name in wanted] == [name for name in wanted if name in names]
    assert {"post", "audience", "needs"} <= set(names)
    assert names.index("post") < names.index("audience")
