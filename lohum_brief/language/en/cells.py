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
    quantities=r"figures?|figs?\.?|values?|amounts?|numbers?|units?",
    unit_before=r"in\s+",
    within_unit="in",
    rewritten={
        "lmt": "lakh t",
        "lmtpa": "lakh t/year",
        # Thousands of million tonnes are nobody's.
        "thousand mt": "thousand t",
        "thousand mts": "thousand t",
        **dict.fromkeys(("kgs", "kgs."), "kg"),
        **dict.fromkeys(("ltr", "ltr.", "ltrs", "ltrs.", "lit."), "L"),
        # A thousand litres are a cubic metre.
        **dict.fromkeys(("kl", "kls", "kilolitre", "kilolitres"), "m3"),
    },
    counts="no|no.|nos|nos.|number|numbers|count|nos/-|pc|pcs|pcs.|pieces|#",
    numbered_day=(
        r"day[\s\-–:]*(\d{1,2}|one|two|three|four|five)|(first|second|third|fourth|fifth) day"
    ),
    day_numbers={
        word: number
        for number, words in enumerate(
            ("one first", "two second", "three third", "four fourth", "five fifth"), 1
        )
        for word in words.split()
    },
    before_date=r"day\s*\d{1,2}\s*[:(\-–—,]\s*|(?:date|dated)\s*[:.]\s*",
    interprets=r"(?:[\w.-]+ ){0,3}interpreter\b(?!s|['’])(?:\W.*)?",
    pairs="and",
    relation=r"[sdwc]\s*/\s*o",
    posts=(
        "secretary|secy|director|manager|chairman|chairperson|"
        "chairwoman|officer|head|president|ceo|cfo|cto|coo|cmd|md|"
        "gm|dgm|agm|adviser|advisor|minister|ambassador|counsellor|commissioner|engineer|"
        "professor|consultant|executive|partner|founder|interpreter|attaché|attache|representative"
    ),
    nobody=(
        "tbc|tbd|tba|tbn|n.n|n. n|nn|t.b.c|t.b.d|t.b.a|to be confirmed|to be decided|to be "
        "announced|to be nominated|to be named|vacant|not yet known|not decided|awaited|pending|"
        "n/a|na|nil"
    ),
    legal=r"\b(?:ltd|limited|inc|co|pvt|private|llc|k\.k)\b\.?",
    polite=r"hon(?:['’]?ble|ou?rable)?\.?",
    usual=(
        "ministry|ministryof|embassy|embassyof|department|government|governmentof|company|office|"
        "bank|university|institute|association|centre|center|council|"
        "mission|highcommission|delegation|national|international|japan|india"
    ),
    vague=(
        "particulars|particular|details|detail|description|descriptions|particulars of items|item|"
        "items|brief|brief description|text|matter|subject matter|information"
    ),
    remarks="remarks|remark|notes|note|comments|comment",
)
