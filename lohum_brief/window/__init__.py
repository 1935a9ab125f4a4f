"""The desktop program. The only package that imports PySide6."""

import builtins

import PySide6.QtCore  # noqa: F401 - before any module of ours that needs it

# From here on PySide would read the source of every module that is imported, to see whether it asks for other names of Qt's
# methods. None of ours does, and it takes a seventh of the time of importing them.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
