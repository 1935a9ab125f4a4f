from typing import Final

from lohum_brief.language.rooms.clocks import Clocks

CLOCKS: Final = Clocks(
    noon=("tagmezo",),
    midnight=("noktomezo",),
    joint=r"(?<!\S)ĝis(?!\S)",
    zones={"Asia/Kolkata": "barata tempo"},
    part="posttagmeze",
    hours="horoj?",
    minutes="minutoj?",
    more="kaj ",
    lengths={"duona": "0.5"},
)
