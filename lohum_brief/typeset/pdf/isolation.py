"""Importing ReportLab so that nothing outside this program changes what it writes.

ReportLab runs a module `reportlab_settings` from the import path or, failing that, the file
`~/.reportlab_settings` as Python code, and takes settings from `RL_*` environment variables; a
wrong value there even fails the import. What it loads that no pack needs is left out too
(`lean_imports`).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from lohum_brief.lean_imports import lean

_SETTINGS = ("reportlab_settings", "reportlab.local_rl_settings")


@contextmanager
def isolated() -> Iterator[None]:
    """Import ReportLab inside of this: it finds empty settings and no `RL_*` variables."""
    variables = {key: os.environ.pop(key) for key in list(os.environ) if key.startswith("RL_")}
    hidden = {module: sys.modules.get(module) for module in _SETTINGS}
    for module in _SETTINGS:
        sys.modules[module] = ModuleType(module)
    try:
        with lean("reportlab"):
            yield
    finally:
        os.environ.update(variables)
        for module, former in hidden.items():
            if former is None:
                del sys.modules[module]
            else:
                sys.modules[module] = former
