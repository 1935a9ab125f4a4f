from typing import Final

from lohum_brief.language.rooms.reading import Reading

READING: Final = Reading(
    numbers={"un": 1, "du": 2, "tri": 3},
    scales=((10**6, "miliono"),),
    units={"t": "tunoj"},
    fiscal="financa jaro",
    fiscal_seen=("financa",),
    joint="kaj",
)
