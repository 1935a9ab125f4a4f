from typing import Final

from lohum_brief.language.rooms.sides import Sides

SIDES: Final = Sides(host="gastigantoj", guest="gastoj", citizens={"FJ": "fiĝia"})
