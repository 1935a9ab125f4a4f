"""`lohum-brief` alone, or with a visit file: the window."""

import os
import sys

from lohum_brief.errors import SystemRefusedError
from lohum_brief.language.interface import say
from lohum_brief.processwide import wake_collector


def open_window(path: str) -> int:
    """Run the window until it is closed. Raises SystemRefusedError where there is no display or no
    Qt.
    """
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise SystemRefusedError(
            say(
                "There is no display to open the window on. What works without one: {help}",
                help="lohum-brief --help",
            )
        )
    try:
        from lohum_brief.window import application
    except ImportError as error:
        raise SystemRefusedError(
            say("The window cannot be opened, because a library is missing: {why}", why=error)
        ) from None
    wake_collector()
    return application.open_window(path)
