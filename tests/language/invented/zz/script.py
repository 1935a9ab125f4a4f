from typing import Final

from lohum_brief.language.rooms.script import Script

SCRIPT: Final = Script(tag="Latn", cased=True)
