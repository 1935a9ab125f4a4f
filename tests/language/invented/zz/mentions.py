from typing import Final

from lohum_brief.language.rooms.mentions import Mentions, Row
from lohum_brief.language.typed.readers import ISO, day

MENTIONS: Final = Mentions(rows=(Row(("-",), ISO, day),), one="un")
