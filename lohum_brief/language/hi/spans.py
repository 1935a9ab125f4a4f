"""What headings of columns in Hindi say of times."""

from typing import Final

from lohum_brief.language.rooms.spans import Spans

_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "जनवरी जन",
            "फ़रवरी फरवरी",
            "मार्च",
            "अप्रैल",
            "मई",
            "जून",
            "जुलाई",
            "अगस्त",
            "सितंबर सितम्बर",
            "अक्तूबर अक्टूबर",
            "नवंबर नवम्बर",
            "दिसंबर दिसम्बर",
        ),
        1,
    )
    for word in words.split()
}

SPANS: Final = Spans(
    estimated=r"अनुमानित|अनुमान|अनु\.?|अनंतिम|प्रावधिक|सं\.?अ\.?|ब\.?अ\.?",
    sure="वास्तविक|अंतिम",
    before="वर्ष|सन्?|साल|कैलेंडर वर्ष",
    months=_MONTHS,
    until="से",
    target="लक्ष्य|योजना|बजट",
    of_year="(?:पहली|दूसरी|तीसरी|चौथी) (?:तिमाही|छमाही)",
    beginning="वित्त",
)
