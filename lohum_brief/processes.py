"""How the program starts itself again, for work that must not wait or must not fail with it: from a
checkout, from an installed package, and from a bundle that has no Python of its own to ask.
"""

import sys
from pathlib import Path
from typing import Final

_CODE: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from lohum_brief.cli import run; run()"
)
"""It gets the program's own folder, whatever its environment and current folder say."""

CONSOLE: Final = "lohum-brief.exe"
"""On Windows a bundle has two programs: one that opens no console, and this one, which has streams
to talk through.
"""


def own(*words: str) -> list[str]:
    """Return the command line of this very program with these words, such as `--worker`."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-I", "-c", _CODE, str(Path(__file__).resolve().parents[1]), *words]
    beside = Path(sys.executable).with_name(CONSOLE)
    return [str(beside) if beside.is_file() else sys.executable, *words]
