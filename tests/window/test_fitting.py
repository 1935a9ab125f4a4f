"""On the smallest screen, at one and a half times the usual size, everything is still there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QTabBar
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from tests.window.conftest import Open


@pytest.mark.parametrize("lang", ["hi", "en", "ja"])
def test_no_form_is_wider_than_its_place_and_no_tab_is_cut(
    window: VisitWindow, qtbot: QtBot, lang: Lang
) -> None:
    window.application.settings.setValue("scale", 150)
    window.application.set_language(lang)
    window.resize(1280, 720)
    cut = []
    for place in PLACES:
        window.go(place.key)
        shown = window.shown
        assert shown is not None
        tabs = getattr(shown, "tabs", None)
        for at in range(tabs.count() if isinstance(tabs, QTabBar) else 1):
            if isinstance(tabs, QTabBar):
                tabs.setCurrentIndex(at)
                if tabs.isVisible() and tabs.sizeHint().width() > shown.width() - 48:
                    cut.append(f"{place.key}: tabs")
            form = getattr(shown, "form", None)
            if form is None or not form.isVisible():
                continue
            qtbot.waitUntil(lambda form=form: form.widget() is not None or not form.editors)  # type: ignore[misc]
            area: QScrollArea = form
            page = area.widget()
            if page is not None and page.minimumSizeHint().width() > area.viewport().width():
                cut.append(
                    f"{place.key} {at}: {page.minimumSizeHint().width()} > "
                    f"{area.viewport().width()}"
                )
    assert cut == []


class Screen:
    """That of an office: 1366 × 768, less the taskbar."""

    def availableGeometry(self) -> QRect:  # noqa: N802 - Qt's name
        return QRect(0, 0, 1366, 728)


def test_the_first_window_is_no_larger_than_its_screen(
    opened: Open, visit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VisitWindow, "screen", lambda _: Screen())
    window = opened(visit_file)
    assert window.width() <= 1366
    assert window.height() <= 728
    assert window.width() > 1300  # and makes use of it
