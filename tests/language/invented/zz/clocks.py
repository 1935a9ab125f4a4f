from typing import Final

from lohum_brief.language.rooms.clocks import Clocks

CLOCKS: Final = Clocks(noon=("tagmezo",), midnight=("noktomezo",), joint=r"(?<!\S)ĝis(?!\S)")
