"""What stands in lists in English without being an entry of them."""

from typing import Final

from lohum_brief.language.rooms.lists import Lists

_ROLE: Final = (
    r"(?:others?|more|members?|persons?|people|pax|delegates?|officials?|officers?|guards?|"
    r"drivers?|interpreters?|translators?|assistants?|"
    r"spouses?|children|psos?|aides?|journalists?|guests?|representatives?|staff|engineers?|"
    r"attendants?|supporters?|observers?|"
    r"photographers?|security|personnel|men|women|ladies|escorts?|pilots?|crew|students?|experts?)"
)
_NUMBER: Final = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a few)"

LISTS: Final = Lists(
    ditto=(
        r"do\.?|ditto|same|same as (?:above|earlier|before)|as above|same above|(?:as )?previous"
    ),
    totals=("total|totals|grand total|sub total|sub-total|subtotal|net total|overall total|sum"),
    counted=(
        r"(?:grand |sub[- ]?|overall "
        r")?totals?(?:\s+(?:no|nos|number|of|count|strength|delegates?|members?|persons?|"
        r"participants?|people|pax|organi[sz]ations?|items?|entries|guests?|visitors?|"
        r"officials?)\b\.?)*\s*[:=\-–]?\s*[\d,]*(?:\s*(?:nos?\.?|pax|persons?|members?))?"
    ),
    note=(
        r"n\.?\s?b\.?\s*[:.\-–]|notes?\s*\d*\s*(?:[:.)\-–]|$)|remarks?\s*:|"
        r"(?:prepared|compiled|submitted|approved|checked|verified|issued|updated|drafted|reviewed|"
        r"signed|typed|forwarded|authori[sz]ed|"
        r"certified|recommended|endorsed|printed|generated|countersigned|vetted)\s+"
        r"(?:by|on|for|at|from)\b|last (?:updated|modified|revised)|"
        r"as (?:on|of)\s+\d|sources?\s*:|dated?\s*:|place\s*:|signature|\(?sd[/.)]|page\s*\d|"
        r"contact\s*:|for (?:any )?(?:quer|clarif|further|official use)|"
        r"(?:legend|abbreviations?|key|disclaimer|distribution|copy "
        r"to|enclosures?|encl\.?|cc|c\.c\.)\s*(?:[:.\-–]|$)|"
        r"[-–—*x=_\s]*end of (?:the )?(?:list|document|table|report)|[-–—=_*x]{3,}|\(?(?:all "
        r")?figures? (?:are )?in\b|\(?subject to\b|\(?tentative\b"
    ),
    counters=r"nos?\.?|pax|persons?|people|members?|delegates?|participants?|guests?",
    uncounted=(
        rf"\W*(?:and|plus|with)?\W*{_NUMBER}(?:\s+[a-z]+){{0,2}}\s+{_ROLE}\W*"
        rf"|\W*(?:and|plus)\s+(?:others?|team|staff)\W*"
        r"|(?:mr\.?|ms\.?|mrs\.?)?\s*(?:spouse|wife|husband|son|daughter|child|children|companion|"
        r"guest|aide|assistant|family|driver|interpreter|"
        r"bodyguard|pso|nominee|representative|representatives)\s+(?:of|to)\s.*"
        r"|(?:a?p\.?s|p\.?p\.?s|p\.?a|e\.?a|o\.?s\.?d|(?:joint |additional |private |personal "
        r")?(?:secretary|assistant)|"
        r"chief of staff|advis[eo]r|officer on special duty)\.?\s+to\s.*"
    ),
    local=(
        r"i\.?s\.?t\.?|indian standard time|local(?: time)?|24 "
        r"?h(?:ou)?rs?|hrs?\.?|hh[:.]mm|dd[-/. ]mm[-/. ]yy(?:yy)?|in capitals|in block letters|as "
        r"in passport|as per passport|if any|rs\.?|optional|required|mandatory"
    ),
    below_years=(
        r"target|plan|planned|budget|budgeted|actuals?|achieved|achievement|forecast|estimated?|"
        r"est|projected|provisional|value|qty|"
        r"quantity|amount|number|nos?|share|rank|growth|q[1-4]|h[12]|[1-4]q"
    ),
    above_years=(
        r"actuals?|audited|achieved|achievements?|final|values?|years?|financial years?|fiscal "
        r"years?|periods?"
    ),
    sorts={
        "red_line": (
            r"\bred[- ]?lines?\b|\b(?:do not|don.t|never|not to|must not|avoid|refrain from|no) "
            r"(?:be )?(?:mention|discuss|disclos|rais|say|talk|"
            r"reveal|shar|commit|promis|touch|offer)\w*|\boff[- ]limits\b|\bno[- ]go\b"
        ),
        "if_raised": (
            r"\b(?:only )?if (?:it is |they |the guests |the other side "
            r")?(?:asked|rais\w+|question\w*)\b|\bif (?:the )?question\b"
        ),
        "risk": r"\brisks?\b",
        "ask": (
            r"^\W*(?:we )?(?:ask\b|asks\b|request|seek|urge|invite|please)|\b(?:to )?ask "
            r"(?:for|them|the)\b|\brequest(?:s|ed)? (?:for|to|that)\b"
        ),
        "offer": (
            r"^\W*(?:we )?(?:can |could |will )?(?:offer|propose)\w*\b|\bwe (?:can|could) "
            r"(?:offer|provide)\b"
        ),
        "agreement": r"^\W*(?:MoU|MoC|memorandum|agreement)\b",
        "message": r"\bkey messages?\b|\b(?:stress|emphasi[sz]e|underline|highlight|convey)\b",
    },
    measures={
        "mine": r"\bmine production|\bmining\b",
        "refinery": r"\brefin\w+",
        "smelter": r"\bsmelt\w+",
        "reserves": r"\breserves?\b",
        "price": r"\bprices?\b",
        "demand": r"\bdemand\b|\bconsumption\b",
        "supply": r"\bsupply\b",
    },
)
