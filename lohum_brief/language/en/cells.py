"""What people write into the cells of tables in English."""

from typing import Final

from lohum_brief.language.rooms.cells import Around, Cells, by_name

_UNITS: Final = {
    "kg": "kgs kgs. kilos kilo",
    "quintals": "quintal qtl qtl. qtls qtls. qt q",
    "L": "ltr ltr. ltrs ltrs. lit. litre litres liter liters",
    "kL": "kl kls kilolitre kilolitres kiloliter kiloliters",
    "kL/day": "kld",
    "million L/day": "mld",
    "m3": "cum cu.m cu.m. cbm cubic~metre cubic~metres cubic~meters",
    "m3/day": "cmd",
    "m": "metre metres meter meters mtr mtr. mtrs mtrs.",
    "km": "kms kms.",
    "ft": "feet foot ft.",
    "ft2": "sq~ft sq.~ft sq.~ft. sq.ft sq.ft. sqft sft square~feet square~foot",
    "m2": "sq.m sq.m. sq.mtr sq~mtr sq~mtrs sq.~mtr. square~metre square~metres square~meters "
    "sqmt sq~mt",
    "km2": "sq.km sq.km. square~km square~kilometres",
    "acres": "acre ac ac.",
    "ha": "ha. hectare hectares",
    "kWp": "kwp",
    "MWp": "mwp",
    "kVA": "kva",
    "MVA": "mva",
    "hp": "bhp h.p.",
    "Ah": "ah amp-hours ampere-hours",
    "weeks": "week wk wks",
    "days": "day",
    "hours": "hr hr. hrs. hour",
    "minutes": "min min. mins mins. minute",
    "months": "month mths mth",
    "years": "yr yr. yrs.",
    "people": "person persons pax",
    "t/day": "mtpd",
    "t/month": "tpm mtpm",
    "t/hour": "tph",
    "lakh t": "lmt",
    "lakh t/year": "lmtpa",
    # Thousands of million tonnes are nobody's.
    "thousand t": "thousand~mt thousand~mts",
}
_LIKELY: Final = {
    "t": "ton tons",
    "people": "employee employees worker workers staff manpower headcount",
}
_SPANS: Final = {
    "year": "yr yr. annum p.a. pa y a",
    "month": "mth months p.m. pm",
    "week": "wk weeks",
    "day": "d days",
    "hour": "hr hrs h",
}

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
    rewritten=by_name(_UNITS),
    likely_units=by_name(_LIKELY),
    spans_of_units=by_name(_SPANS),
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
