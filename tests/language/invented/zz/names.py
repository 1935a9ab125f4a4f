from typing import Final

from lohum_brief.language.rooms.names import Names

NAMES: Final = Names(before={"mr": "Ser", "ms": "Sera"}, word="[A-Z][a-z]{3,}")
