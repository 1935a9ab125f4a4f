from typing import Final

from lohum_brief.language.rooms.punctuation import Punctuation

PUNCTUATION: Final = Punctuation(separator=" ¦ ", colon=" = ")
