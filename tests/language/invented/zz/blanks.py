from typing import Final

from lohum_brief.language.rooms.blanks import Blanks

BLANKS: Final = Blanks(fields="nomo", words="skribota", denied="skribota")
