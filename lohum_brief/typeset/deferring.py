"""Importing large libraries without modules that they load at once and no pack ever uses."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


class _StandIn(ModuleType):
    """Stands for a module: has some of its names and loads it when another is asked for."""

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
def deferred(modules: Mapping[str, Mapping[str, object]]) -> Iterator[None]:
    """Give whoever imports one of these modules inside of this one that loads at first use.

    `modules` has, for each of them, the names that are asked for at once and what they are; all
    other names come from the module itself.
    """
    stand_ins = [
        _StandIn(name, known) for name, known in modules.items() if name not in sys.modules
    ]
    sys.modules.update({module.__name__: module for module in stand_ins})
    try:
        yield
    finally:
        for module in stand_ins:
            _put_away(module)
