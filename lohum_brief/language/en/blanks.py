"""What stands in texts in English in place of what is still to be written."""

from typing import Final

from lohum_brief.language.rooms.blanks import Blanks

BLANKS: Final = Blanks(
    months="(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    fields=(
        r"(?i:name|names|date|day|time|title|text|place|venue|post|designation|organi[sz]ation"
        r"|company|amount|number|no\.?|figure|value|unit|address|source|reference|ref|country|city"
        r"|minister|x+|tb[acd])"
    ),
    counted=(
        r"(?i:crore|lakh|million|billion|per[ ]cent|members|delegates|people|persons|am|pm|t|tonnes"
        r"|MWh?|GWh?)\b"
    ),
    words=r"""
    (?<![A-Za-z0-9_.-])(?:
        (?i:t\.b\.[adcn]\.?) | (?:(?i:TB[ADC])s?(?:[ -]\d{1,2})?|TBN|XXX)(?![A-Za-z0-9_-])
        | (?i:to[ ]?be[ ]?(?:confirmed|decided|determined|announced|written|filled[ ]in
          |provided[ ]later))(?![a-z])
        | (?i:placeholder|dummy[ ]text)(?![a-z])
    )
    """,
    later=(
        r"(?i:will be "
        r"(?:announced|confirmed|decided|informed|intimated|added|shared|notified|provided)"
        r"(?: later| soon| shortly| in due course)?"
        r"|to be (?:nominated|named|advised|notified|finali[sz]ed|added|updated|completed|filled)"
        r"|(?:is |are )?awaited|awaiting (?:confirmation|details|approval|a reply))$"
    ),
    undecided=(
        r"(?i:(?<![a-z])(?<!was )(?<!were )(?<!been )"
        r"(?:not (?:yet )?(?:decided|determined|finali[sz]ed|fixed)(?: yet)?|undecided))$"
    ),
    denied="[Nn]ot |decided",
    whole=(
        r"(?i:x{2,}|dummy(?: (?:text|data))?|sample text|n\.n\."
        r"|(?:(?:more |further )?(?:details?|names?|text|list|translation|dates?|times?|venue|place"
        r"|agenda|programme|speakers?|titles?|figures?|photos?|address|number|room) )?"
        r"(?:to follow|awaited))"
    ),
    perhaps="(?i:test|n/a|pending)",
    no_name="(?i:name|surname|family name|first name|unknown|vacant)",
)
