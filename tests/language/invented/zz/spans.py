from typing import Final

from lohum_brief.language.rooms.spans import Spans

SPANS: Final = Spans(
    estimated="taks", months={"nauara": 1, "separa": 9}, until="ĝis", target="celo"
)
