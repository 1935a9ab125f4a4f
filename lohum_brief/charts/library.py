"""How matplotlib and pandas are imported: lean, and without anything of the user's.

Only charts that need them import them. Left to itself matplotlib opens every font of the machine
and writes what it found to the user's home, reads settings from there and from the current folder,
and documents a hundred classes for nobody. Its texts are not used either: each wants a font of its
own to know the height of a line. pandas loads whatever faster engines the machine happens to have,
which none of our tables of a few hundred exact decimals can use.
"""

import errno
import json
import os
import sys
import warnings
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from lohum_brief.errors import SystemRefusedError
from lohum_brief.message import listed, msg

_ENGINES: Final = ("pyarrow", "numexpr", "bottleneck", "numba")
_NO_FONTS: Final = {"__class__": "FontManager", "ttflist": [], "afmlist": []}


@contextmanager
def isolated() -> Iterator[None]:
    """Import matplotlib inside of this."""
    if "matplotlib.figure" not in sys.modules:
        _import()
    yield


@contextmanager
def lean() -> Iterator[None]:
    """Import pandas inside of this."""
    with ExitStack() as stack:
        _single(stack)
        for engine in _ENGINES:
            if engine not in sys.modules:
                _change(stack, sys.modules, engine, None)
        yield


def _single(stack: ExitStack) -> None:
    """Let numpy, whichever library brings it, start no threads: that costs more than our sums."""
    _change(stack, os.environ, "OPENBLAS_NUM_THREADS", "1")


def _import() -> None:
    """Import matplotlib.

    Raises SystemRefusedError where no folder takes the temporary file that it asks for.
    """
    try:
        with TemporaryDirectory(prefix="lohum-brief-") as folder:
            _import_from(folder)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.ENOENT, errno.EACCES, errno.EROFS):
            raise
        raise SystemRefusedError(
            msg(
                "Charts need room for a temporary file, and the disk is full or closed in: "
                "{folders}. Make room there, or set TMPDIR to another folder.",
                folders=listed(_folders()),
            )
        ) from None


def _folders() -> list[str]:
    """Return where temporary files go: the folders that are set, else the system's."""
    said = (os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
    return list(dict.fromkeys(filter(None, said))) or ["/tmp"]  # noqa: S108 - it is only named


def _import_from(folder: str) -> None:
    with ExitStack() as stack:
        _change(stack, os.environ, "MPLCONFIGDIR", folder)
        _change(stack, os.environ, "MATPLOTLIBRC", folder)
        _single(stack)
        _change(stack, sys.modules, "mpl_toolkits.mplot3d", None)
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")  # that there are no axes in three dimensions
        import matplotlib as mpl  # noqa: PLC0415 - only inside of all this
        from matplotlib import artist  # noqa: PLC0415

        def no_fonts() -> str:
            """Give matplotlib, the only one who asks, the folder of an empty list of fonts."""
            version = sys.modules["matplotlib.font_manager"].FontManager.__version__
            text = json.dumps({**_NO_FONTS, "_version": version})
            Path(folder, f"fontlist-v{version}.json").write_text(text, encoding="utf-8")
            return folder

        _change(stack, vars(mpl), "get_cachedir", no_fonts)
        _change(stack, vars(artist), "kwdoc", _undocumented)
        import matplotlib.figure  # noqa: F401, PLC0415


def _undocumented(_artist: object, /) -> str:
    return ""


def _change(stack: ExitStack, mapping: MutableMapping[str, Any], key: str, value: Any) -> None:
    """Set another value until the stack unwinds."""
    if key in mapping:
        stack.callback(mapping.__setitem__, key, mapping[key])
    else:
        stack.callback(mapping.pop, key, None)
    mapping[key] = value
