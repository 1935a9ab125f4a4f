from typing import Final

from lohum_brief.language.rooms.cells import Around, Cells

CELLS: Final = Cells(
    joints="kaj",
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
