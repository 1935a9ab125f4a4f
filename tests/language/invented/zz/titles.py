from typing import Final

from lohum_brief.language.rooms.titles import Titles

TITLES: Final = Titles(certain={"mr": "ser", "ms": "sera"})
