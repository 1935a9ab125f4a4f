"""Python's own import again, once Qt is imported.

PySide puts an import of its own in the place of Python's, for the whole process: it reads the
source of every module imported from then on, to see whether that asks for other names of Qt's
methods. None of ours does. Without it the first paint with the sample comes 7 % sooner. PySide
keeps Python's import as `__orig_import__`; where it has none, nothing is changed.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its import in place

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
