"""Dates in Hindi. Names of months and weekdays are CLDR's."""

from typing import Final

from lohum_brief.language.rooms.dates import Dates

DATES: Final = Dates(
    months=(
        "जनवरी",
        "फ़रवरी",
        "मार्च",
        "अप्रैल",
        "मई",
        "जून",
        "जुलाई",
        "अगस्त",
        "सितंबर",
        "अक्टूबर",
        "नवंबर",
        "दिसंबर",
    ),
    weekdays=("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
    fiscal=("वित्त वर्ष {}", " (अप्रैल–मार्च)"),
)
