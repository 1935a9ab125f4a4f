"""What people write into the cells of tables in English."""

from typing import Final

from lohum_brief.language.rooms.cells import Around, Cells

CELLS: Final = Cells(
    joints="and|or",
    allergy=r"^(?:allerg(?:y|ies|ic) (?:to|of) |no )|\s+allerg(?:y|ies|ic)$",
    estimated=r"\(?e(?:st)?\.?\)|e",
    no_value=r"W|N\.?A\.?|N/A|XX|not available|not applicable",
    powers="k|kt|thousand|lakhs?|lacs?|L|m|mn|mt|million|cr|crores?|b|bn|billion",
    hedges=Around(
        (
            r"about|approx\.?|approximately|around|circa|c\.|ca\.?|up to|max\.?|over|above|at least"
            r"|at most|not? (?:less|more) than"
        ),
        r"\(?approx\.?\)?|approximately|or more|and above|or less",
    ),
    bounds=Around(
        "less than|fewer than|under|below|nearly|almost|close to|just (?:under|over|below|above)"
        "|well over|slightly (?:over|under)|some"
    ),
    least=Around(r"min\.?", r"minimum|min\.?"),
    understood="about, at least, more than, at most, up to, less than",
    vague=(
        "particulars|particular|details|detail|description|descriptions|particulars of items|item|"
        "items|brief|brief description|text|matter|subject matter|information"
    ),
    remarks="remarks|remark|notes|note|comments|comment",
)
