"""Importing ReportLab so that nothing outside this program changes what it writes, and without what
no pack needs.

ReportLab runs a module `reportlab_settings` from the import path or, failing that, the file
`~/.reportlab_settings` as Python code, and takes settings from `RL_*` environment variables; a
wrong value there even fails the import. It also loads modules that no pack needs (Pillow, its
metrics of fonts, its evaluator of expressions). Without them a cold export of a card takes 5.5 %
fewer instructions, which is why this is the one place where modules are kept from being loaded.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_SETTINGS = ("reportlab_settings", "reportlab.local_rl_settings")


def _evaluator(name: str) -> Callable[..., Any]:
    """Return a function of ReportLab's evaluator of expressions, loaded when it is called.

    We have no expressions.
    """

    def call(*given: Any, **options: Any) -> Any:
        return getattr(import_module(_EVALUATOR), name)(*given, **options)

    return call


_EVALUATOR: Final = "reportlab.lib.rl_safe_eval"
_DEFERRED: Final[Mapping[str, Mapping[str, object]]] = {
    "PIL.Image": {},
    "pickle": {},
    _EVALUATOR: {
        name: _evaluator(name)
        for name in ("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval")
    },
    "reportlab.pdfbase.pdfmetrics": {},
    "tempfile": {},
}
"""What is loaded only when a name of it is asked for, with the names that ReportLab takes from it
at once.
"""


class _StandIn(ModuleType):
    """Has names of its own, and those of the module it stands for, which is loaded when one of them
    is asked for.
    """

    def __init__(self, name: str, known: Mapping[str, object]) -> None:
        super().__init__(name)
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # the import system looks whether it is a package
            raise AttributeError(name)
        _put_away(self)
        found = getattr(import_module(self.__name__), name)
        setattr(self, name, found)
        return found


def _put_away(module: _StandIn) -> None:
    if sys.modules.get(module.__name__) is module:
        del sys.modules[module.__name__]


@contextmanager
def isolated() -> Iterator[None]:
    """Import ReportLab inside of this: it finds empty settings, no `RL_*` variables and the
    stand-ins.
    """
    variables = {key: os.environ.pop(key) for key in list(os.environ) if key.startswith("RL_")}
    hidden = {module: sys.modules.get(module) for module in _SETTINGS}
    for module in _SETTINGS:
        sys.modules[module] = ModuleType(module)
    stand_ins = [
        _StandIn(name, known) for name, known in _DEFERRED.items() if name not in sys.modules
    ]
    sys.modules.update({module.__name__: module for module in stand_ins})
    try:
        yield
    finally:
        for stand_in in stand_ins:
            _put_away(stand_in)
        os.environ.update(variables)
        for module, former in hidden.items():
            if former is None:
                del sys.modules[module]
            else:
                sys.modules[module] = former
