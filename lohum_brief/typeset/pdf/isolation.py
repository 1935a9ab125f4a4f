"""Importing ReportLab so that nothing outside this program changes what it writes.

ReportLab runs a module `reportlab_settings` from the import path or, failing that, the file
`~/.reportlab_settings` as Python code, and takes settings from `RL_*` environment variables; a
wrong value there even fails the import. It also loads modules that no pack needs, which takes half
of the time of its import.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from lohum_brief.typeset.deferring import deferred

_SETTINGS = ("reportlab_settings", "reportlab.local_rl_settings")


def _md5(*given: Any, **options: Any) -> Any:
    """Stand in for the hash in ReportLab's own signature of a document, which we do not write."""
    try:
        module = import_module("_md5")  # hashlib's own, without loading OpenSSL
    except ImportError:
        module = import_module("hashlib")
    return module.md5(*given, **options)


def _evaluator(name: str) -> Callable[..., Any]:
    """Return a function of ReportLab's evaluator of expressions, of which we have none."""

    def call(*given: Any, **options: Any) -> Any:
        return getattr(import_module(_EVALUATOR), name)(*given, **options)

    return call


_EVALUATOR: Final = "reportlab.lib.rl_safe_eval"
_DEFERRED: Final[Mapping[str, Mapping[str, object]]] = {
    "PIL.Image": {},
    "hashlib": {"md5": _md5},
    "inspect": {},
    "pickle": {},
    _EVALUATOR: {
        name: _evaluator(name)
        for name in ("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval")
    },
    "reportlab.pdfbase.pdfmetrics": {},
    "tempfile": {},
}


@contextmanager
def isolated() -> Iterator[None]:
    """Keep ReportLab from any settings and `RL_*` variables while inside."""
    variables = {key: os.environ.pop(key) for key in list(os.environ) if key.startswith("RL_")}
    hidden = {module: sys.modules.get(module) for module in _SETTINGS}
    for module in _SETTINGS:
        sys.modules[module] = ModuleType(module)
    try:
        with deferred(_DEFERRED):
            yield
    finally:
        os.environ.update(variables)
        for module, former in hidden.items():
            if former is None:
                del sys.modules[module]
            else:
                sys.modules[module] = former
