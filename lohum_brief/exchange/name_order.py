"""Which part of a name in Latin letters is the family name: what its letters tell, and where they
leave a doubt.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.exchange.address_words import is_post_nominal, is_title
from lohum_brief.exchange.common_names import FAMILIES, GIVEN
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.letters import written_in
from lohum_brief.language.names import FAMILY_FIRST

_EAST_WORDS: Final = (
    "xi guan kong mao jin dai tong zhan liao qiu hua mei ouyang situ wang li zhang liu chen yang "
    "huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang "
    "feng deng han cao zeng peng xiao cai pan tian dong yuan yu jiang du ye cheng wei su lu ding "
    "shen ren yao fan "
    "fang shi jia xia fu bai cui qin hou shao meng long wan duan lei qian yin yan chang qiao gu "
    "lai gong wen pang "
    "hong tsai chan wong cheung leung lau ng lam kwok chow tsang chiang hsu hsieh kim lee park "
    "choi jung kang cho "
    "yoon jang lim shin seo kwon hwang ahn oh yoo bae baek nam moon chung jeong yi nguyen tran "
    "pham hoang phan vu "
    "vo dang bui ngo duong ly"
)
_EAST: Final = frozenset(_EAST_WORDS.split())
"""Common family names of China, Korea and Vietnam, where they stand first."""
_JAPANESE_WORDS: Final = (
    "sato suzuki takahashi tanaka ito watanabe yamamoto nakamura kobayashi kato yoshida yamada "
    "sasaki yamaguchi matsumoto "
    "inoue kimura hayashi saito shimizu yamazaki mori ikeda hashimoto abe ishikawa yamashita "
    "nakajima ishii ogawa maeda "
    "okada hasegawa fujita goto kondo murakami endo aoki sakamoto fukuda ota nishimura fujii "
    "fujiwara okamoto miura kaneko "
    "nakano nakagawa harada matsuda takeuchi ono tamura nakayama wada ishida morita ueda shibata "
    "sakai kudo yokoyama miyazaki "
    "miyamoto uchida takagi taniguchi ando maruyama imai kono takada fujimoto takeda murata ueno "
    "sugiyama masuda sugawara "
    "hirano otsuka kojima chiba kubo matsui iwasaki sakurai kinoshita noguchi matsuo nomura "
    "kikuchi sano onishi sugimoto arai "
    "ishihara hara mihon kishida ishiba hirai shimada"
)
_JAPANESE: Final = frozenset(_JAPANESE_WORDS.split())
_ROMAJI: Final = re.compile(
    r"(?:(?:[kgsztdnhbpmrjf]y?|sh|ch|ts|[ywfv])?[aiueoāīūēō]h?|n(?![aiueo])|[kstp](?=[kstpc]))+",
    re.IGNORECASE,
)
"""Common family names of Japan, and words that may be Japanese."""
_HANGUL: Final = re.compile("[\uac00-\ud7a3]+")
_INDIAN_WORDS: Final = (
    "agarwal aggarwal ahuja arora bansal banerjee basu bhat bhatia bhatt bose chakraborty "
    "chatterjee chauhan "
    "chopra choudhary chowdhury das dave desai deshmukh dutta dwivedi gandhi garg ghosh goel "
    "gupta iyer iyengar "
    "jain jha joshi kapoor kaur khan khanna kulkarni mahajan malhotra mehta menon mishra misra "
    "mittal modi "
    "mukherjee nair naidu nayak pandey pandya parmar patel patil pillai prajapati rajput rana "
    "rao rastogi rathod "
    "rathore reddy roy saxena sen sethi shah sharma shetty shinde shukla singh sinha solanki "
    "srivastava thakur "
    "tiwari tripathi trivedi tyagi varma verma vyas yadav"
)
_INDIAN: Final = frozenset(_INDIAN_WORDS.split())
_GIVEN_ENDS: Final = re.compile(r".{3,}(?:bhai|ben|behn)$", re.IGNORECASE)
"""A father's or one's own name in Gujarat; no family is called so."""
_PARTICLES_WORDS: Final = (
    "van von der den de da do dos das du la le di del della bin binti ibn al el ter ten af zu zur"
)
_PARTICLES: Final = frozenset(_PARTICLES_WORDS.split())
_SET_OFF: Final = frozenset(["van", "von", "de", "del", "della", "der", "den", "di"])
"""Particles that are written with a capital too."""
_SYLLABLE: Final = (
    r"(?:zh|ch|sh|kk|tt|pp|ss|jj|ph|th|ng|[bcdfghjklmnpqrstvwxyz])?"
    r"(?:[aeiouyü]{1,3}|y[aeou]{1,2}|w[aeio])(?:ng|nh|[nklmpth](?![aeiou]))?"
)
_EASTERN: Final = re.compile(rf"(?:{_SYLLABLE}){{1,2}}(?:-(?:{_SYLLABLE}){{1,2}})?", re.IGNORECASE)
_HYPHENED: Final = re.compile("[A-Z][a-z]+-[a-z]+")
"""A given name of two syllables."""
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]?\.?")
_END_CLUSTERS_WORDS: Final = "ng nd nt nn ll ss tt ck rr sh ch th rt lt ns rm rd ld lk rk ff"
_END_CLUSTERS: Final = frozenset(_END_CLUSTERS_WORDS.split())
FIRST: Final = FAMILY_FIRST | {"JP", "SG"}
"""Countries whose lists may have the family name first."""
_OTHERS: Final = FIRST - {"JP"}


class Order(NamedTuple):
    """How many words, at the beginning or the end, are the family name; `sure` where the letters
    say it.
    """

    surname_first: bool
    length: int = 1
    sure: bool = True


@lru_cache(1_000)  # a word is asked about several times in a row, and family names come back
def is_initials(word: str) -> bool:
    """Whether a word is initials for certain: R.K., K, SK. They stay as they are written and set no
    name off.
    """
    return bool(_DOTTED.fullmatch(word)) or (
        word.isalpha()
        and (len(word) == 1 or (word.isupper() and len(word) < 4 and not _can_be_said(word)))
    )


def _can_be_said(word: str) -> bool:
    """Whether capitals may be a name: LI and KIM may, SK and APJ may not."""
    low = word.casefold()
    if low in _EAST or low in _INDIAN:
        return True
    found = _SPOKEN.fullmatch(low)
    if not found or (len(low) == 2 and low[0] in "aeiouy" and low[1] not in "aeiouyhnm"):
        return False
    ending = found[2]
    return len(ending) < 2 or ending[-1] in "aeiouy" or ending in _END_CLUSTERS


_SPOKEN: Final = re.compile(r"([^aeiouy]{0,2})[aeiouy]+([^aeiouy]{0,2}[aeiouy]?)")


@lru_cache(1_000)
def is_set_off(word: str) -> bool:
    """Whether a word is in capitals, as family names are set off."""
    return len(word) > 1 and word.isupper() and not is_initials(word)


def order(words: Sequence[str], country: str = "") -> list[Order]:
    """How the words of a name may be parted, the likeliest first; empty where nothing tells. Titles
    are none of them.
    """
    if len(words) < 2:
        return [Order(surname_first=False)]
    if all(_HANGUL.fullmatch(word) for word in words):
        return [Order(surname_first=True)]
    set_off = [is_set_off(word) for word in words]
    if not any(set_off):
        return _in_small_letters(words, country)
    if all(one or is_initials(word) for one, word in zip(set_off, words, strict=True)):
        return _in_one_case(words, country)
    return _by_capitals(words, set_off)


def _by_capitals(words: Sequence[str], set_off: Sequence[bool]) -> list[Order]:
    if set_off[0] and not set_off[-1]:
        count = list(set_off).index(False)
        first = Order(surname_first=True, length=count)
        if count == 1 and len(words[0]) < 3:  # MA Jun, and M.A. Khan without its dots
            other = Order(surname_first=False, length=1, sure=False)
            eastern = all(
                _EASTERN.fullmatch(word) and word.casefold() not in _INDIAN for word in words[1:]
            )
            return (
                [first._replace(sure=False), other]
                if eastern
                else [other, first._replace(sure=False)]
            )
        return [first]
    if set_off[-1] and not set_off[0]:
        return [Order(surname_first=False, length=list(reversed(set_off)).index(False))]
    return _either(surname_first=False)


def _in_one_case(words: Sequence[str], country: str) -> list[Order]:
    """All in capitals: initials, and names that no family has, tell the rest."""
    if is_initials(words[-1]) and not is_initials(words[0]):
        found = _initials_behind(words)
        return found[:1] if found[0].length == 1 else found
    if is_initials(words[0]):
        return [Order(surname_first=False)]
    if _GIVEN_ENDS.fullmatch(words[-1]):
        return _either(surname_first=True)
    return _by_families(words, country)


def _by_families(words: Sequence[str], country: str) -> list[Order]:
    """What common family names tell, and the country."""
    first, last = words[0].casefold(), words[-1].casefold()
    if last in _INDIAN:
        return _either(surname_first=False)
    if country in _OTHERS:
        return _of_country(words, country)
    return _either(surname_first=True) if first in _INDIAN or first in _EAST else []


def _in_small_letters(words: Sequence[str], country: str) -> list[Order]:
    if is_initials(words[-1]) and not is_initials(words[0]):
        return _initials_behind(words)
    if _is_given_last(words):
        return _either(surname_first=True)
    if country in _OTHERS:
        return _of_country(words, country)
    low = [_without_marks(word) for word in words]
    if country == "JP" or _looks_japanese(low):
        return japanese(words)
    if _looks_eastern(low):
        return _either(surname_first=low[-1] not in _EAST)
    return _by_particles(words, low)


def _of_country(words: Sequence[str], country: str) -> list[Order]:
    """How a name of a country may be parted where the family name stands first at home, and last in
    many a list for abroad: common names tell the likelier.
    """
    first, last = _without_marks(words[0]), _without_marks(words[-1])
    families, given = _EAST | FAMILIES.get(country, frozenset()), GIVEN.get(country, frozenset())
    if given:
        turned = first in given and last not in given
    elif country == "SG":  # many names there are of other countries
        turned = first not in families
    else:
        turned = last in families and first not in families
    return _either(surname_first=not turned)


def _is_given_last(words: Sequence[str]) -> bool:
    """Whether the last word can be no family name: Patel Rameshbhai, Kim Ji-san."""
    if _GIVEN_ENDS.fullmatch(words[-1]) and not _GIVEN_ENDS.fullmatch(words[0]):
        return True
    return (
        len(words) == 2
        and _HYPHENED.fullmatch(words[-1]) is not None
        and _EASTERN.fullmatch(words[-1]) is not None
    )


def _looks_japanese(low: Sequence[str]) -> bool:
    return low[0] in _JAPANESE and low[-1] not in _JAPANESE and all(map(_ROMAJI.fullmatch, low))


def _looks_eastern(low: Sequence[str]) -> bool:
    """Whether a name may be Chinese, Korean or Vietnamese, with its family name first."""
    return (
        len(low) < 4
        and low[0] in _EAST
        and all(_EASTERN.fullmatch(word) and word not in _INDIAN for word in low[1:])
    )


def _by_particles(words: Sequence[str], low: Sequence[str]) -> list[Order]:
    """The family name is the last word, with the particles before it."""
    if words[0].islower() and all(word in _PARTICLES for word in words[:-1]):
        return [Order(surname_first=True, length=len(words))]  # de la Cruz, without a given name
    if len(words) > 2 and low[-2] in _SET_OFF and words[-2].istitle():  # Vincent Van Gogh
        return [Order(surname_first=False, length=count, sure=False) for count in (2, 1)]
    return [Order(surname_first=False, length=len(words) - _family_begin(words, low))]


def _family_begin(words: Sequence[str], low: Sequence[str]) -> int:
    at = len(words) - 1
    while (
        at > 1
        and low[at - 1] in _PARTICLES
        and (words[at - 1].islower() or words[at - 2] in _PARTICLES)
    ):
        at -= 1
    return at


def stands_first(words: Sequence[str], family: str, country: str = "") -> bool:
    """Whether a family name stands first in its own country, and not only in a list: Kim Chul-soo,
    Nguyen Van An, 김철수. `country` is what the name of an organisation says.
    """
    if len(words) < 2 or words[0].casefold() != family.partition(" ")[0].casefold():
        return False
    low = [_without_marks(word) for word in words]
    eastern = all(_EASTERN.fullmatch(word) and word not in _INDIAN for word in low[1:])
    return (
        country in FAMILY_FIRST
        or all(map(_HANGUL.fullmatch, words))
        or (low[0] in _EAST and eastern)
    )


def japanese(words: Sequence[str]) -> list[Order]:
    """How a Japanese name in Latin letters may be parted: both orders are usual, a known family
    name tells the likelier.
    """
    first, last = _without_marks(words[0]) in _JAPANESE, _without_marks(words[-1]) in _JAPANESE
    return _either(surname_first=first or not last)


def japanese_in_hindi(words: Sequence[str], country: str) -> list[Order]:
    """How a name in Devanagari may be parted, if it can be Japanese; else nothing."""
    low = [_without_marks(word) for word in words]
    return japanese(words) if country == "JP" or _looks_japanese(low) else []


def japanese_family(words: Sequence[str]) -> bool:
    """Whether the first or the last word of a name in Latin letters is a common family name of
    Japan.
    """
    return bool(words) and not _JAPANESE.isdisjoint(
        (_without_marks(words[0]), _without_marks(words[-1]))
    )


def korean_parts(word: str) -> tuple[str, str] | None:
    """A Korean name in one word, with its usual family name of one syllable parted off; None for
    all else.
    """
    return (word[0], word[1:]) if 2 <= len(word) <= 4 and _HANGUL.fullmatch(word) else None


def _without_marks(word: str) -> str:
    """A word in small Latin letters without accents, as it is looked up: Nguyễn is nguyen, तनाका
    tanaka.
    """
    low = romanised(word).casefold()
    if low.isascii():
        return low
    return "".join(
        character
        for character in unicodedata.normalize("NFD", low)
        if not unicodedata.combining(character)
    )


@lru_cache(1_000)
def romanised(word: str) -> str:
    """A word of a name as it is written in Latin letters, to compare with, not to print."""
    lang = written_in(word)
    return LANGUAGES[lang].names.romanised(word) if lang else word


def _initials_behind(words: Sequence[str]) -> list[Order]:
    """Venugopal K.C.: the initials are a father's or a village's, and no family name."""
    count = next(at for at, word in enumerate(words) if is_initials(word))
    return [
        Order(surname_first=True, length=count, sure=False),
        Order(surname_first=False, sure=False),
    ]


def _either(*, surname_first: bool) -> list[Order]:
    return [
        Order(surname_first=surname_first, sure=False),
        Order(surname_first=not surname_first, sure=False),
    ]


def cased(name: str) -> str:
    """A name in capitals as it is stored: printing sets the capitals. Initials and what is no name
    stay as written.
    """
    return " ".join(_cased(word) for word in name.split(" "))


@lru_cache(1_000)
def _cased(word: str) -> str:
    if not is_set_off(word) or is_title(word) or is_post_nominal(word):
        return word
    parts = re.split(r"([-'’])", word)
    out = "".join(part.capitalize() for part in parts)
    return re.sub(r"^Mc(?=[a-z]{3})(.)", lambda found: f"Mc{found[1].upper()}", out)
