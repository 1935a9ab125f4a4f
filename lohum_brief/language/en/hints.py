"""What a careful reader of English would mark; words of no list are `spelling`'s."""

from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.rooms.hints import Hints, Rule, any_of, narrow

_ENGLISH, _ENGLISH_RIGHT = any_of("""
calender calendar
dependant dependent
""")
"""Words that are words, but hardly ever the one that was meant; all others are found by `spelling`.
"""


HINTS: Final = Hints(
    rules=(
        Rule(
            rf"\b(?:{_ENGLISH})\b",
            lambda match: _ENGLISH_RIGHT[match[0]],
            phrase("This word is usually spelt otherwise."),
        ),
        Rule(r"\b([A-Za-z]{2,}) \1\b", r"\1", phrase("A word is repeated here.")),
        Rule(
            r"(?<=\w) +(?=[,;:!?.](?:\s|$))",
            "",
            phrase("There is no space before a punctuation mark."),
        ),
        Rule(r"[！-～]+", narrow, phrase("English text has full-width characters.")),
    )
)
