"""Importing ReportLab so that nothing outside this program changes what it writes.

ReportLab runs a module `reportlab_settings` from the import path or, failing that, the file `~/.reportlab_settings`
as Python code, and takes settings from `RL_*` environment variables; a wrong value there even fails the import. It also
loads modules that no pack needs before its first picture, which takes a quarter of the time of its import.
"""

import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_LATER = ("PIL.Image", "tempfile")
_SETTINGS = ("reportlab_settings", "reportlab.local_rl_settings")


def _defer(module: str) -> None:
    """Have a module loaded at the first use of one of its names instead of at its import."""
    if module in sys.modules:
        return
    spec = importlib.util.find_spec(module)
    if spec is None or spec.loader is None:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    lazy = importlib.util.module_from_spec(spec)
    sys.modules[module] = lazy
    spec.loader.exec_module(lazy)
    package, _, child = module.rpartition(".")
    if package:
        setattr(sys.modules[package], child, lazy)


@contextmanager
def isolated() -> Iterator[None]:
    """While inside, ReportLab finds empty settings and no `RL_*` variables."""
    for module in _LATER:
        _defer(module)
    variables = {key: os.environ.pop(key) for key in list(os.environ) if key.startswith("RL_")}
    hidden = {module: sys.modules.get(module) for module in _SETTINGS}
    for module in _SETTINGS:
        sys.modules[module] = ModuleType(module)
    try:
        yield
    finally:
        os.environ.update(variables)
        for module, former in hidden.items():
            if former is None:
                del sys.modules[module]
            else:
                sys.modules[module] = former
