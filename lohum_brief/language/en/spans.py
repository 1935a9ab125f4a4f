"""What headings of columns in English say of times."""

from typing import Final

from lohum_brief.language.rooms.spans import Spans

_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for word in words.split()
}

SPANS: Final = Spans(
    estimated=(
        r"e|est\.?|estd\.?|estimated?|estimates?|prov\.?|provisional|p|proj\.?|projected|"
        r"projection|prelim\.?|preliminary|r\.?e\.?|b\.?e\.?|forecast|fcst|f"
    ),
    sure=r"actuals?|act\.?|audited|final|a",
    before="year|calendar year|cy|in|for|during|as on",
    months=_MONTHS,
    until="to",
    target=("targets?|goals?|planned|plan|budget(?:ed)?|norms?|installed|rated|revised|original"),
    of_year=(
        r"[1-4]?\s?Q\s?[1-4]?|[12]?\s?H\s?[12]?|9M|(?:first|second|third|fourth|1st|2nd|3rd|4th) "
        r"(?:quarter|half)|ytd"
    ),
    beginning=r"FY|F\.Y|fiscal|financial",
)
