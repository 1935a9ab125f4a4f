"""The faces in which a language is set, by the names of their files among the program's fonts."""

from collections.abc import Mapping
from typing import Literal

import msgspec

Family = Literal["sans", "sans-bold", "serif", "serif-bold"]


class Faces(msgspec.Struct, frozen=True, kw_only=True):
    """Languages with the same files share them in what is printed."""

    files: Mapping[Family, str]
    window: str
    """What the system calls the family of the window."""
    further: Mapping[Family, tuple[str, ...]] = {}
    """What is asked last for characters that no other face has, in the style of the text around
    them.
    """
    scale: float = 1.0
    """The size at which it looks as large as Latin."""
