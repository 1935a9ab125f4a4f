from typing import Final

from lohum_brief.language.rooms.cells import Around, Cells

CELLS: Final = Cells(
    joints="kaj",
    quantities="unuo",
    counts="nombro",
    numbered_day=r"(\d{1,2})a tago",
    interprets="interpretisto",
    nobody="sciigota",
    allergy=r"\s*alergio$",
    estimated=r"\(taks\.\)",
    no_value="mankas",
    powers="milionoj",
    hedges=Around("proksimume", "aŭ pli"),
    bounds=Around("preskaŭ"),
    understood="proksimume",
    vague="priskribo",
    remarks="rimarkoj",
)
