"""The words that stand around names, and what each means: forms of address, ranks, services
and degrees.

`honorifics` takes them off a name; columns of their own are asked about them here.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lohum_brief.language.rooms.names import PLAIN, Address, Forces, Honorific
from lohum_brief.visit.first_version import ADDRESSES

EXCELLENCY: Final = Address("excellency")
HONOURABLE: Final = Address("honourable")
_CERTAIN: Final[dict[Address, str]] = {
    Address(honorific="mr"): "mr mister shri shriman श्री श्रीमान श्रीमान् श्रीयुत",
    Address(honorific="ms"): "ms sushri सुश्री",
    Address(honorific="mrs"): "mrs smt shrimati shreemati srimati श्रीमती श्रीमति",
    Address(honorific="miss"): "miss",
    Address(honorific="dr"): "dr dr.-ing dr-ing doctor डॉ डॉक्टर डाॅ",
    Address(honorific="prof"): "prof professor प्रो प्रोफेसर प्रोफ़ेसर आचार्य",
    EXCELLENCY: "h.e excellency महामहिम",
}
_POSSIBLE: Final[dict[Address, str]] = {
    Address(honorific="mr"): "sri shree sh master मास्टर",
    Address(honorific="mrs"): "mst",
    Address(honorific="miss"): "kumari km kum ku कुमारी कु",
    Address(honorific="dr"): "डा डाक्टर",
    EXCELLENCY: "he",
}
"""Those that can be names, or parts of names."""
WORDS: Final = {word: address for address, words in _CERTAIN.items() for word in words.split()}
DOUBTFUL: Final = {word: address for address, words in _POSSIBLE.items() for word in words.split()}
HONOURED: Final = ("hon", "hon'ble", "honble", "honourable", "honorable", "माननीय", "मा")
_FORCES: Final[dict[Forces, str]] = {
    "field_marshal": "field marshal|फील्ड मार्शल|फ़ील्ड मार्शल",
    "general": "gen|general|जनरल|जन",
    "lieutenant_general": "lt gen|lieutenant general|लेफ्टिनेंट जनरल|लेफ़्टिनेंट जनरल|ले जनरल|ले जन",
    "major_general": "maj gen|major general|मेजर जनरल",
    "brigadier": "brig|brigadier|ब्रिगेडियर",
    "colonel": "col|colonel|कर्नल",
    "lieutenant_colonel": "lt col|lieutenant colonel|लेफ्टिनेंट कर्नल|लेफ़्टिनेंट कर्नल|ले कर्नल",
    "major": "maj|major|मेजर",
    "captain": "capt|captain|कैप्टन",
    "lieutenant": "lt|lieutenant|लेफ्टिनेंट|लेफ़्टिनेंट",
    "admiral": "adm|admiral|एडमिरल",
    "vice_admiral": "vadm|vice admiral|वाइस एडमिरल",
    "rear_admiral": "radm|rear admiral|रियर एडमिरल",
    "commodore": "cmde|commodore|कमोडोर",
    "commander": "cdr|commander|कमांडर",
    "lieutenant_commander": "lt cdr|lieutenant commander|लेफ्टिनेंट कमांडर",
    "air_chief_marshal": "air chief marshal|air chief mshl|एयर चीफ मार्शल|एयर चीफ़ मार्शल",
    "air_marshal": "air marshal|एयर मार्शल",
    "air_vice_marshal": "air vice marshal|एयर वाइस मार्शल",
    "air_commodore": "air commodore|air cmde|एयर कमोडोर",
    "group_captain": "group captain|gp capt|ग्रुप कैप्टन",
    "wing_commander": "wing commander|wg cdr|विंग कमांडर",
    "squadron_leader": "squadron leader|sqn ldr|sq ldr|स्क्वाड्रन लीडर",
    "flight_lieutenant": "flight lieutenant|flt lt|फ्लाइट लेफ्टिनेंट",
    "flying_officer": "flying officer|fg offr",
}
_OF_FORCES: Final = {
    word: rank for rank, words in _FORCES.items() for word in (rank, *words.split("|"))
}
_TITLES_WORDS: Final = (
    "adv advocate er engr ar ca cs lt lieutenant col colonel gen general maj major brig "
    "brigadier capt captain "
    "cmde commodore cdr commander adm admiral vadm radm air marshal wg gp sqn flt cmdr hon "
    "hon'ble honble "
    "honourable honorable justice amb ambassador rev reverend fr pt pandit ustad maulana swami "
    "sardar sir dame "
    "lord baron sheikh amb. sgt hav sub nb rtn minister counsellor consul एडवोकेट अधिवक्ता "
    "इंजीनियर इंजी इं ले जन लेफ्टिनेंट मेजर कर्नल जनरल "
    "ब्रिगेडियर कैप्टन न्यायमूर्ति माननीय मा मंत्री राजदूत पंडित पं सरदार स्वामी मौलाना उस्ताद सर"
)
TITLES: Final = frozenset(_TITLES_WORDS.split())
"""Forms of address that the model has no word for."""
_RANKS_WORDS: Final = (
    "adv advocate er engr ar ca cs lt lieutenant col colonel gen general maj major brig "
    "brigadier capt captain cmde "
    "commodore cdr commander adm admiral vadm radm air marshal wg gp sqn flt cmdr hon hon'ble "
    "honble honourable "
    "honorable justice amb ambassador sgt hav sub nb minister counsellor consul एडवोकेट अधिवक्ता "
    "इंजीनियर इंजी इं ले जन "
    "लेफ्टिनेंट मेजर कर्नल जनरल ब्रिगेडियर कैप्टन न्यायमूर्ति माननीय मा मंत्री राजदूत"
)
RANKS: Final = frozenset(_RANKS_WORDS.split())
"""Those of them that say what somebody is, as a post does; the others are part of how a person is
called: Sheikh, Pandit.
"""
_RANK: Final[tuple[Honorific, ...]] = (
    "none", "mr", "ms", "miss", "mrs", "dr", "prof", "prof_dr",
)  # fmt: skip
"""Of several the last counts, but for Prof. Dr."""

GENERATIONS: Final = frozenset(
    [
        "jr",
        "sr",
        "jnr",
        "snr",
        "junior",
        "senior",
        "ii",
        "iii",
        "iv",
        "2nd",
        "3rd",
        "4th",
        "जूनियर",
        "सीनियर",
    ]
)
_SERVICES_WORDS: Final = (
    "ias ips ifs irs irts ies iss idas iaas ia&as iras icas icoas icls its ides iofs ipos ipas "
    "irps irse irsee "
    "irsme irss iis css csir ifos ics pcs hcs ras phd ph.d dphil d.phil mbbs mba frs obe mbe cbe "
    "kbe gcmg kcmg cmg "
    "esq cpa p.eng ceng fca aca llb llm dsc d.sc mtech m.tech btech b.tech mphil m.phil fnae fna "
    "fnasc frcs mrcp "
    "pvsm avsm vsm uysm retd rtd ret'd retired आईएएस आई.ए.एस आईपीएस आई.पी.एस आईएफएस आई.एफ.एस "
    "आईआरएस आई.आर.एस "
    "भा.प्र.से भाप्रसे भा.पु.से भा.वि.से भा.व.से सेवानिवृत्त से.नि पीएचडी पीएच.डी"
)
SERVICES: Final = frozenset(_SERVICES_WORDS.split())
RETIRED: Final = frozenset({"retd", "rtd", "ret'd", "retired", "सेवानिवृत्त", "से.नि"})
_LONG_RANKS_WORDS: Final = (
    "air chief marshal|air chief mshl|air vice marshal|air marshal|air commodore|air cmde|"
    "vice admiral|rear admiral|group captain|gp capt|wing commander|wg cdr|"
    "squadron leader|sqn ldr|sq ldr|flight lieutenant|flt lt|flying officer|fg offr|"
    "lieutenant general|lt gen|lieutenant colonel|lt col|major general|maj gen|"
    "rt hon|right honourable|right hon"
)
LONG_RANKS: Final = tuple(tuple(rank.split()) for rank in _LONG_RANKS_WORDS.split("|"))
"""Ranks of several words, the longer first; Vice, Group and Wing alone are none."""
LONG_BEGIN: Final = frozenset(rank[0] for rank in LONG_RANKS)
IN_CAPITALS: Final = frozenset({"mp", "mla", "mlc", "psm", "ac"})
"""Post-nominals in capitals behind a whole name that is not in capitals."""
_AFTER_COMMA_WORDS: Final = (
    "sm nm vm ysm nsm kc mvc vrc pvc mp mla mlc ca cs pe md qc sc phd ma msc m.sc ba bsc b.sc ms "
    "m.s ed.d सांसद विधायक"
)
AFTER_COMMA: Final = frozenset(_AFTER_COMMA_WORDS.split())
"""Post-nominals only behind a comma: elsewhere they may be initials."""

BEHIND: Final[dict[str, Address]] = {
    **dict.fromkeys(("様", "さま", "さん", "氏", "殿", "先生"), PLAIN),
    "教授": Address(honorific="prof"),
    "閣下": EXCELLENCY,
    "博士": Address(honorific="dr"),
}
BEHIND_ENDS: Final = frozenset(word[-1] for word in BEHIND)
"""Most names end in none of these, and need not be asked for each."""
HINDI_BEHIND: Final = frozenset({"जी"})
LATIN_BEHIND: Final = frozenset({"san", "sama", "ji", "sensei", "saheb", "sahib"})


@lru_cache(10_000)  # each word of a name is looked up in several lists
def plain(word: str) -> str:
    """A word as it is looked up: without dots and brackets around it, in small letters."""
    return word.casefold().strip("().,").rstrip(".:")


@lru_cache(1_000)
def together(*found: Address) -> Address:
    """Several forms of address of one person as one: of titles the highest, Dr beside Prof. as
    Prof. Dr.
    """
    titles = {one.honorific for one in found}
    title: Honorific = "prof_dr" if titles >= {"prof", "dr"} else max(titles, key=_RANK.index)
    return Address(
        next((one.dignity for one in found if one.dignity), ""),
        next((one.forces for one in found if one.forces), ""),
        title,
        next((one.suffix for one in found if one.suffix), ""),
    )


def of_ranks(ranks: Sequence[str]) -> tuple[Address, list[str]]:
    """Hon'ble, a rank of the forces and a degree in brackets that stand before a name, and what of
    it is neither; before a post Hon'ble is part of that.
    """
    said = [plain(word).replace("’", "'") for word in ranks]
    degrees = [WORDS[word] for word in said[-1:] if word in WORDS]
    rest = said[:-1] if degrees else said
    dignity = HONOURABLE if rest and rest[0] in HONOURED else PLAIN
    rest = rest[1:] if dignity != PLAIN else rest
    rank = _OF_FORCES.get(" ".join(rest), "")
    if rest and not rank:
        return PLAIN, list(ranks)
    return together(dignity, Address(forces=rank), *degrees), []


def is_post_nominal(word: str) -> bool:
    """Whether a word behind a name says a generation, a service or a degree."""
    bare = plain(word).replace("’", "'")
    return bare in GENERATIONS or bare in SERVICES or bare.replace(".", "") in SERVICES


def is_service(word: str) -> bool:
    """Whether it says something that a person may have or not, as IAS; a generation tells two
    people apart.
    """
    return is_post_nominal(word) and plain(word) not in GENERATIONS


def is_generation(word: str) -> bool:
    """Return whether a word behind a name tells a son from his father: Jr., III."""
    return plain(word) in GENERATIONS


def is_title(word: str) -> bool:
    """Whether a word is a form of address that the model does not know."""
    return plain(word).replace("’", "'") in TITLES


@lru_cache(1_000)  # a list has few posts, each many times
def address_of(text: str) -> Address | None:
    """The form of address that a cell of its own says: Dr., H.E. Mr., Lt Gen, 様; None for any
    other word. 様 is one that is not stored.
    """
    whole = text.strip().casefold().rstrip(".")
    if whole in ADDRESSES:
        return ADDRESSES[whole]
    if whole in _RANK:
        return Address(honorific=next(one for one in _RANK if one == whole))
    found: list[Address] = []
    ranks: list[str] = []
    for word in re.sub(r"(?<=[^\W\d_]{2})\.(?=[\w(])", ". ", text.strip()).split():
        bare = plain(word)
        one = WORDS.get(bare) or DOUBTFUL.get(bare) or BEHIND.get(word)
        if one is None:
            ranks.append(word)
        else:
            found.append(one)
    ranked, other = of_ranks(ranks)
    return together(ranked, *found) if (found or ranks) and not other else None


_POSTS: Final = frozenset(
    {"professor", "doctor", "master", "教授", "先生", "博士", "प्रोफेसर", "प्रोफ़ेसर", "डॉक्टर", "आचार्य"}
)


def is_post(text: str) -> bool:
    """Whether a word in a column of posts is one, though it can be a form of address too:
    Professor, but not Prof.
    """
    return text.strip().casefold() in _POSTS
