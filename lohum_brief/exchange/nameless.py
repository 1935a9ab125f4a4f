"""Entries of a list of people that name nobody and mean somebody: “+ 3 others”, “2 security
officers”, “Spouse of Mr. Ito”,
“PS to Minister”.

A name that is not known yet, TBC, is a matter of `beside_names`.
"""

import re
import unicodedata
from typing import Final

from lohum_brief.language.either import either, words

_NOBODY: Final = re.compile(either(lambda language: language.lists.uncounted), re.IGNORECASE)
_OF_WHOM: Final = words(lambda language: language.lists.of_whom)
"""What stands behind a name and means another person. It is no part of the pattern, which would
look for it at every letter of all names.
"""


def names_nobody(text: str) -> bool:
    """Whether a cell for a name counts people, or says whose they are."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if plain.endswith(_OF_WHOM):
        return plain not in _OF_WHOM
    return _NOBODY.fullmatch(plain) is not None
