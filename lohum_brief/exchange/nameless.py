"""Entries of a list of people that name nobody and mean somebody: “+ 3 others”, “2 security
officers”, “Spouse of Mr. Ito”,
“PS to Minister”.

A name that is not known yet, TBC, is a matter of `beside_names`.
"""

import re
import unicodedata
from typing import Final

_ROLE: Final = (
    r"(?:others?|more|members?|persons?|people|pax|delegates?|officials?|officers?|guards?|"
    r"drivers?|interpreters?|translators?|assistants?|"
    r"spouses?|children|psos?|aides?|journalists?|guests?|representatives?|staff|engineers?|"
    r"attendants?|supporters?|observers?|"
    r"photographers?|security|personnel|men|women|ladies|escorts?|pilots?|crew|students?|experts?)"
)
_NUMBER: Final = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a few)"
_NOBODY: Final = re.compile(
    rf"\W*(?:and|plus|with)?\W*{_NUMBER}(?:\s+[a-z]+){{0,2}}\s+{_ROLE}\W*"
    rf"|\W*(?:and|plus)\s+(?:others?|team|staff)\W*"
    r"|(?:mr\.?|ms\.?|mrs\.?)?\s*(?:spouse|wife|husband|son|daughter|child|children|companion|"
    r"guest|aide|assistant|family|driver|interpreter|"
    r"bodyguard|pso|nominee|representative|representatives)\s+(?:of|to)\s.*"
    r"|(?:a?p\.?s|p\.?p\.?s|p\.?a|e\.?a|o\.?s\.?d|(?:joint |additional |private |personal "
    r")?(?:secretary|assistant)|"
    r"chief of staff|advis[eo]r|officer on special duty)\.?\s+to\s.*"
    r"|(?:他|ほか|外|その他|計|随行者?|随員|警護|その外)?\s*(?:\d+|[一二三四五六七八九十]+|"
    r"数)\s*(?:名|人)(?:様)?"
    r"|\W*(?:एवं|और|तथा|व)?\W*\d{1,3}\s*(?:अन्य|सदस्य|व्यक्ति|अधिकारी|सुरक्षा\S*|लोग|कर्मचारी|चालक|"
    r"दुभाषिए?)(?:\s\S+)?"
    r"|अन्य\s*\d{1,3}.*",
    re.IGNORECASE,
)


_OF_WHOM: Final = (
    *("夫人", "配偶者", "の妻", "の夫"),
    *(" की पत्नी", " के पति", " के पुत्र", " की पुत्री", " का परिवार", " के परिजन"),
)
"""What stands behind a name and means another person. It is no part of the pattern, which would
look for it at every letter of all names.
"""


def names_nobody(text: str) -> bool:
    """Whether a cell for a name counts people, or says whose they are."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if plain.endswith(_OF_WHOM):
        return plain not in _OF_WHOM
    return _NOBODY.fullmatch(plain) is not None
