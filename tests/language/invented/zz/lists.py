from typing import Final

from lohum_brief.language.rooms.lists import Lists

LISTS: Final = Lists(
    ditto="same kiel supre",
    totals="sumo",
    note=r"preparita de",
    uncounted=r"kaj \d+ aliaj",
    local="loka tempo",
    sorts={"risk": r"\briskoj?\b"},
)
