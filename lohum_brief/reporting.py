"""Reports of internal errors, for the makers of the program."""

import os
import sys
from pathlib import Path
from typing import Final

_PROGRAM: Final = "lohum-brief"


def write_report(error: BaseException) -> Path | None:
    """Write what a maker needs to know to a file of the user's; None where even that fails."""
    import platform
    import time
    import traceback

    from platformdirs import user_log_path

    from lohum_brief import __version__

    lines = [
        f"{_PROGRAM} {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
        f"arguments: {sys.argv[1:]!r}\n",
        *traceback.format_exception(error),
    ]
    try:
        folder = user_log_path(_PROGRAM, appauthor=False, ensure_exists=True)
        report = folder / f"{time.strftime('error-%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
        # It may quote what somebody typed.
        handle = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(lines)
    except OSError:
        return None
    return report
