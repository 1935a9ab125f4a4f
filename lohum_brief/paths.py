"""Where the files that ship with the program lie: inside the package once installed, beside it in a
checkout.
"""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _home(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def resource(name: str) -> Path:
    """Return a shipped file by its path below `resources`, such as `fonts/NotoSans-Regular.ttf`."""
    return _home("resources") / name


def catalogues() -> Path:
    """Return the folder of the message catalogues."""
    return _home("translations")


def catalogue_file(lang: str) -> Path:
    """Return the compiled message catalogue of a language."""
    return catalogues() / f"{lang}.mo"


def licence() -> Path:
    """Return the text of the program's own licence."""
    inside = _PACKAGE / "LICENSE"
    return inside if inside.is_file() else _PACKAGE.parent / "LICENSE"
