from typing import Final

from lohum_brief.language.rooms.marks import Marks

MARKS: Final = Marks(host="nur interne", hints="interne", hinted=("interne",))
