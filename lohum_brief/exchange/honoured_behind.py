"""Names with what honours them behind: 伊藤 花様, SUZUKI Hana 様, 山田博士.

In Japanese it may stand against the name. 博士 can be a given name, where the name is short.
"""

from typing import Final

from lohum_brief.exchange.address_words import BEHIND, listed, together
from lohum_brief.exchange.honorifics import Front, Polite, front, with_rank
from lohum_brief.language.rooms.names import PLAIN

_ENDS: Final = frozenset(word[-1] for word in BEHIND)
"""Most names end in none of these, and need not be asked for each."""
_IN_FRONT: Final = listed(lambda titles: titles.in_front)
_RARELY: Final = listed(lambda titles: titles.rarely)
_LONG_ONLY: Final = listed(lambda titles: titles.long_only)


def polite_japanese(text: str) -> list[Polite]:
    """Return the readings of a name in kanji or kana, the likeliest first."""
    words = text.split(" ")
    head = Front(PLAIN, "", "", words, None)
    if words[0].isascii():
        head = with_rank(front(words))
    words, address = head.words, head.address
    if len(words) > 2 and words[0] in _IN_FRONT:
        address, words = together(address, BEHIND[words[0]]), words[1:]
    if not words:
        return []
    whole = Polite(tuple(words), address, head.before, rank=head.rank)
    last = words[-1]
    if len(words) > 1 and last in BEHIND:
        cut = whole._replace(
            words=whole.words[:-1],
            address=together(address, BEHIND[last]),
            alone=len(words) == 2,
        )
        return [whole, cut] if last in _RARELY and len(words) == 2 else [cut]
    return _with_suffix(whole) if last[-1:] in _ENDS else [whole]


def _with_suffix(whole: Polite) -> list[Polite]:
    """Return the readings of a Japanese name with an honorific at the end of its last word."""
    *rest, last = whole.words
    for suffix, meant in BEHIND.items():
        stem = last.removesuffix(suffix)
        if stem in (last, "") or (suffix in _LONG_ONLY and not rest and len(stem) < 2):
            continue
        cut = whole._replace(words=(*rest, stem), address=together(whole.address, meant))
        return [whole, cut] if suffix in _RARELY and not rest and len(stem) < 4 else [cut]
    return [whole]
