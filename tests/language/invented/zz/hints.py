from typing import Final

from lohum_brief.language.rooms.hints import Hints

HINTS: Final = Hints(rules=())
