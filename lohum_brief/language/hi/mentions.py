"""Numbers in running Hindi."""

from typing import Final

from lohum_brief.language.rooms.mentions import Mentions, Row
from lohum_brief.language.typed.readers import (
    FISCAL,
    FY,
    ISO,
    OVER,
    PARTS_OF_DAY,
    SLASHED,
    SPAN,
    TIMES,
    clock_time,
    day,
    either,
    fiscal,
    fraction,
    half,
    half_of_one,
    noon,
    spoken_clock,
    years,
)

_ASIDES: Final = {
        "पहला": 1, "पहली": 1, "पहले": 1, "प्रथम": 1, "दूसरा": 2, "दूसरी": 2, "दूसरे": 2, "द्वितीय": 2,
        "दोनों": 2, "दोगुना": 2, "दोगुनी": 2, "दोगुने": 2, "दुगुना": 2, "दुगुनी": 2, "दुगुने": 2,
        "तीनों": 3, "तिगुना": 3, "तिगुनी": 3, "तिगुने": 3, "चारों": 4, "चौगुना": 4, "चौगुनी": 4,
        "चौगुने": 4, "पाँचों": 5, "छहों": 6, "सातों": 7, "आठों": 8, "दसों": 10,
    }  # fmt: skip
_ORDINALS: Final = {
        "तीसरा": 3, "तीसरी": 3, "तीसरे": 3, "तृतीय": 3, "चौथा": 4, "चौथी": 4, "चौथे": 4, "चतुर्थ": 4,
        "छठा": 6, "छठी": 6, "छठे": 6, "छठवाँ": 6, "छठवीं": 6, "छठवें": 6,
    }  # fmt: skip

MENTIONS: Final = Mentions(
    rows=(
        Row(("-", "/", "."), ISO, day),
        Row(("-", "/", "."), SLASHED, either),
        Row(("-", "/"), SPAN, years),
        Row(FISCAL, FY, fiscal),
        Row(
            ("बज",),
            rf"(?:(?P<part>{PARTS_OF_DAY}) (?:के |में |को |ठीक "
            rf")?)?(?<![0-9:.,])(?P<h>[0-2]?[0-9])(?:[:.](?P<min>[0-5][0-9]))?"
            r" ?(?P<oclock>बजकर|बजे)(?: (?P<kmin>[0-9]{1,2}) मिनट)?",
            clock_time,
        ),
        Row(
            (":",),
            rf"(?:(?P<part>{PARTS_OF_DAY}) )?{TIMES}(?: (?P<part2>{PARTS_OF_DAY}))?",
            clock_time,
        ),
        Row(
            ("रात", "मध्याह्न"),
            r"(?<![\u0900-\u0963])(?:आधी रात|मध्यरात्रि|अर्धरात्रि|अर्द्धरात्रि"
            r"|मध्याह्न)(?![\u0900-\u0963])",
            noon,
            digits=False,
        ),
        Row(
            ("तिहाई", "चौथाई"),
            r"(?<![\u0900-\u0963])(?P<times>एक|दो|तीन|[1-9])[ -](?P<part>तिहाई|चौथाई)",
            fraction,
            digits=False,
        ),
        Row(("/",), OVER, fraction),
        Row(("आध",), r"(?<![\u0900-\u0963])आध[ाीे] (?=[\u0900-\u0963])", half_of_one, digits=False),
        Row(
            ("आध",),
            r"(?<![\u0900-\u0963])आध[ाीे](?![\u0900-\u0963])(?! (?:दर्जन|करोड़|लाख|अरब|मिलियन))",
            half,
            digits=False,
        ),
    ),
    word=r"[0-9]+(?:[.,][0-9]+)*|[\u0900-\u0963\u0970-\u097f]+|[A-Za-z]+",
    asides=_ASIDES,
    ordinals=_ORDINALS,
    endings=("वाँ", "वां", "वीं", "वें"),
    dozens={"दर्जन": 12},
    months={"जन": 1, "फर": 2, "अग": 8, "सितं": 9, "अक्टू": 10, "नवं": 11, "दिसं": 12},
    one="एक",
    clock=spoken_clock,
)
