"""The dialog of an export, opened without waiting in it."""

from collections.abc import Callable

import pytest

from lohum_brief.window.live.exporting import ExportDialog
from lohum_brief.window.main import VisitWindow

Ask = Callable[[Callable[[VisitWindow], None]], ExportDialog]


@pytest.fixture
def ask(window: VisitWindow, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Opens the dialog and does not wait in it."""

    def ask_(command: Callable[[VisitWindow], None]) -> ExportDialog:
        dialogs: list[ExportDialog] = []
        monkeypatch.setattr(ExportDialog, "exec", lambda self: dialogs.append(self))  # noqa: PLW0108 - a bound append has no self
        command(window)
        [dialog] = dialogs
        return dialog

    return ask_
