from typing import Final

from lohum_brief.language.rooms.wording import Wording

WORDING: Final = Wording(name="Zemblan", known_as="zz zemblan")
