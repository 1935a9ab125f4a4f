"""Zemblan, which nobody speaks: the folder of a language as it would lie in the program."""

import os
from pathlib import Path
from typing import Final

from lohum_brief.language.language import Language

LANGUAGE: Final = Language(
    __name__,
    place=4,
    native="Zemblan",
    locale="en",
    region="GB",
    at_home=("FJ", "Pacific/Fiji"),
    catalogue=Path(os.environ["ZEMBLAN_CATALOGUE"]),
)
