from typing import Final

from lohum_brief.language.rooms.breaking import Breaking, Held

BREAKING: Final = Breaking(locale="en", held=Held(titles=("Ser ",)))
