"""The languages there are: one folder of this package for each, named by its ISO 639 code.

Nothing else lists them. Another language is another folder and its catalogue of messages.
"""

from collections.abc import Iterator
from importlib import import_module
from os import scandir
from typing import Final

import lohum_brief.language as home
from lohum_brief.language.language import Language


def _codes() -> Iterator[str]:
    """Yield the names of the folders that are languages: those of two or three letters, as ISO 639
    has them.
    """
    for folder in home.__path__:
        with scandir(folder) as entries:
            for entry in entries:
                if len(entry.name) in (2, 3) and entry.name.isalpha() and entry.is_dir():
                    yield entry.name


def _found() -> dict[str, Language]:
    every: list[Language] = [import_module(f"{home.__name__}.{code}").LANGUAGE for code in _codes()]
    return {
        language.code: language for language in sorted(every, key=lambda one: (one.place, one.code))
    }


LANGUAGES: Final = _found()
"""Every language by its code, in the order in which they are listed."""
