"""Marks that keep a row from guests: “Internal: …”, “(not for guests)”, “Hosts only”, 社外秘,
गोपनीय.

Whatever cell of a row bears one, also in a column that is not read, the whole row begins with the
readers that it names. One rule for every kind of record: who marks a remark so means that what it
is about goes no further.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from lohum_brief.exchange.sheets import Place
from lohum_brief.visit.audiences import higher
from lohum_brief.visit.records import Audience

_HOST: Final = (
    r"(?:strictly |purely )?internal(?: "
    r"(?:use|circulation|reference|note|only|matter|document|information))*(?: only)?|"
    r"(?:strictly )?for internal (?:use|circulation|reference|purposes?)(?: only)?|(?:for "
    r")?hosts?(?: side| team)? only|for (?:the )?hosts?|"
    r"not (?:to be |for |meant for )?(?:shown? to |shared? with |given to |the |any |for "
    r")*(?:guests?|delegates?|visitors?|(?:the )?delegation|"
    r"circulation|distribution|sharing|publication|release|disclosure|public|external use)|"
    r"(?:please )?do not (?:share|circulate|distribute|disclose|show|forward)(?: (?:with|to) "
    r"(?:the )?(?:guests?|delegates?|visitors?|delegation))?|"
    r"not to be (?:shared|circulated|disclosed|distributed|shown|printed|published)|nfd|off the "
    r"record|not for (?:the )?(?:\w+ )?side|for our eyes only|noforn|hold back|"
    r"(?:please )?keep (?:this |it )?(?:to|between) (?:ourselves|us)|(?:own |our )?(?:staff|"
    r"team|side) only|"
    r"(?:for )?official use only|fouo|"
    r"社外秘|部外秘|内部限り|部内限り|社内限り|関係者限り|関係者外秘|内部用|社内用|内部資料|"
    r"社内資料|内部|社内|取扱注意|取扱い注意|非公開|対外秘|受入れ?側(?:のみ|限り)|"
    r"主催者(?:側)?(?:のみ|限り)|ホスト(?:側)?(?:のみ|限り)|来訪者(?:に|には)?(?:非公開|不可)|"
    r"ゲスト(?:に|には)?(?:非公開|不可)|部外不出|持出厳禁|"
    r"(?:केवल )?आंतरिक(?: उपयोग| प्रयोग)?(?: (?:हेतु|के लिए|मात्र))*|आन्तरिक|केवल मेज़बान(?:ों "
    r"के लिए)?|केवल मेजबान(?:ों के लिए)?|"
    r"(?:अतिथियों|मेहमानों|प्रतिनिधियों|आगंतुकों) (?:के लिए|को) न(?:हीं)?|प्रसार(?: के लिए)? "
    r"नहीं|साझा न करें|केवल कार्यालय उपयोग(?: हेतु| के लिए)?"
)
_PRINCIPAL: Final = (
    r"(?:strictly |most |highly |private (?:and|&) )*confidential|(?:top |most "
    r")?secret|restricted|for (?:the )?principal(?: only)?|principal only|"
    r"(?:for )?(?:the )?(?:ceo|md|cmd|chairman|director|minister|secretary)(?:['’]s)? (?:eyes "
    r")?only|eyes "
    r"only|classified|機密|極秘|マル秘|㊙|秘|部外極秘|厳秘|社長限り|"
    r"(?:अति |परम )?गोपनीय|केवल प्रमुख(?: के लिए)?|गुप्त"
)


def _any(number: str = "") -> str:
    """Return a mark of either sort; each place of a pattern numbers its groups."""
    return f"(?:(?P<principal{number}>{_PRINCIPAL})|(?P<host{number}>{_HOST}))"


_OPENS, _CLOSES = r"[(\[{（【<＜〔]", r"[)\]}）】>＞〕]"
_MEETS: Final = r"(?:meeting|huddle|discussion|(?:de-?|pre-?)?brief(?:ing)?)"
_BEGINNING: Final = (
    rf"internal (?:(?:team|staff|hosts?|side|prep\w*|coordination) )*{_MEETS}\b|"
    rf"hosts?(?:['’]s?)? (?:side |team )?(?:internal )?{_MEETS}\b|{_MEETS} (?:of|for) (?:the "
    rf")?hosts?\b|"
    r"pre-?brief(?:ing)?\b|"
    r"(?:our )?(?:bottom line|fall-?back(?: position)?)\b|(?:our asks?|avoid|sensitive|"
    r"संवेदनशील)\s*(?:[:：]|[-–—]|$)|"
    r"आं?न?्?तरिक (?:\S+ )?(?:बैठक|चर्चा|ब्रीफ\u093c?िंग)|मेज\u093c?बान (?:\S+ ){0,4}(?:बैठक|"
    r"ब्रीफ\u093c?िंग)|पूर्व[- ]?ब्रीफ\u093c?िंग|"
    r"(?:(?:社内|内部|部内|省内|受入れ?側の?|ホスト(?:側)?の?|主催者(?:側)?の?)(?:事前)?|事前)"
    r"(?:打ち?合わ?せ|会議|ミーティング|ブリーフィング|協議|反省会)"
)
"""What a text of the hosts' own begins with: “Internal meeting”, “Host debrief”, “Avoid:”."""
_ANYWHERE: Final = (
    r"\bour bottom line\b|\bfall-?back position\b|\b(?:do not|don['’]t) tell (?:them|the "
    r"(?:guests?|delegation))\b|"
    r"\bin case (?:they|the guests?) asks?\b|想定問答|落としどころ|落とし所"
)
_MARK: Final = re.compile(
    rf"^\W*{_any()}\W*$"  # nothing else
    rf"|^[\W_]*?{_any('2')}\s*(?:[:：;；.。!！]|\s[-–—]|[–—])"
    rf"|{_OPENS}\s*{_any('3')}\s*(?:{_CLOSES}|[:：;,、]|\s[-–—])"
    rf"|(?:\s[-–—]|[–—:：;；|/])\s*{_any('4')}\W*$"
    rf"|^\W*(?P<host5>{_BEGINNING})|(?P<host6>{_ANYWHERE})",
    re.IGNORECASE,
)
"""Alone, in front, in brackets, or behind a dash: “internal review” and “secret of success” are
none.
"""
_ALONE: Final = re.compile(rf"^\W*{_any()}\W*$", re.IGNORECASE)
_CAPTION: Final = re.compile(
    r"\b(?:(?P<principal>strictly confidential|confidential|top secret|secret|eyes "
    r"only)|(?P<host>internal|hosts? only|internal use|official use only|"
    r"not for (?:guests?|delegates?|visitors?|circulation|distribution|sharing)|host "
    r"(?:team|side) only))\b"
    r"|(?P<principal2>機密|極秘|マル秘|㊙|गोपनीय)|(?P<host2>社外秘|部外秘|内部限り|部内限り|社内限り|"
    r"関係者限り|内部用|対外秘|取扱注意|आंतरिक)",
    re.IGNORECASE,
)
_HINTS: Final = re.compile(
    r"intern|host|not |confid|secret|restric|only|nfd|share|circul|off "
    r"the|principal|classif|fouo|brief|bottom line|fall-?back|our ask|avoid|sensitive|tell the|"
    r"in case|keep |noforn|hold back|eyes|想定問答|落とし|打|事前|会議|ミーティング|संवेदन|ब्री|"
    r"[秘内社極㊙密非公取部限]|आं?न?्?तरिक|गोप|गुप्त|मे[जज़]|साझा|नहीं?|केवल|प्रसार|ホスト|ゲスト",
    re.IGNORECASE,
)
"""What every mark has some of: most cells have none, and need no closer look."""
_HINTED_WORDS: Final = (
    "intern host confid secret restric only nfd share circul principal classif fouo brief fallback "
    "fall-back avoid sensitive noforn eyes"
)
_HINTED: Final = (
    *_HINTED_WORDS.split(),
    *("not ", "off the", "तरिक", "गोप", "गुप्त", "मेज", "मे\u093c", "साझा", "नही", "केवल", "प्रसार"),
    *("bottom line", "our ask", "tell the", "in case", "keep ", "hold back", "संवेदन", "ब्री"),
    *("想定問答", "落とし", "打", "事前", "会議", "ミーティング"),
    *("ホスト", "ゲスト", *"秘内社極㊙密非公取部限"),
)
"""Words of which every hint has one: of most sheets hardly any is anywhere."""


class Mark(NamedTuple):
    """The readers that a row is kept for, and the words that say so."""

    audience: Audience
    text: str
    column: int
    read: bool = True
    """It stands in a column that is read, so that it becomes part of the record."""
    comment: bool = False
    """It stands in a comment on a cell, not in the cell."""


def among(texts: Iterable[str]) -> dict[str, Audience]:
    """Return those of some texts that are marked for certain readers, with who these are."""
    texts = list(texts)
    joined = "\n".join(texts).casefold()
    words = [word for word in _HINTED if word in joined]
    return {
        text: audience
        for text in texts
        if any(word in text.casefold() for word in words) and (audience := of_text(text))
    }


def marked(
    row: Sequence[object],
    columns: Container[int],
    said: Mapping[str, Audience],
    comments: Mapping[int, Mark],
) -> Mark | None:
    """What the cells of a row, and the comments on them, say of its readers, the strictest of it;
    None where they say nothing. `columns` are read, `said` are the texts that are marked.
    """
    found: Mark | None = None
    for column, cell in enumerate(row) if said else ():
        if isinstance(cell, str) and (audience := said.get(cell)):
            found = stricter(found, Mark(audience, cell, column, column in columns))
    for column, mark in comments.items():
        found = stricter(found, mark._replace(read=column in columns))
    return found


def stricter(one: Mark | None, other: Mark) -> Mark:
    """Return the mark of two that keeps more readers out; it is read where either is."""
    if one is None:
        return other
    kept = one if higher(one.audience, other.audience) == one.audience else other
    return kept._replace(read=one.read or other.read)


def of_comments(comments: Mapping[Place, str]) -> dict[int, dict[int, Mark]]:
    """Return the comments that keep their rows from readers, by row and column.

    In a comment a mark may stand anywhere, as in a caption, or fill one of its lines.
    """
    found: dict[int, dict[int, Mark]] = {}
    for (row, column), text in comments.items():
        lines = [text, *text.splitlines()]
        said = [audience for line in lines if (audience := of_text(line))]
        if caption := of_caption([text]):
            said.append(caption.audience)
        if said:
            audience = "principal" if "principal" in said else said[0]
            shown = " ".join(text.split())
            found.setdefault(row, {})[column] = Mark(audience, shown, column, comment=True)
    return found


def of_text(text: str) -> Audience | None:
    """The readers that a text is marked for."""
    return _said(_MARK.search(_plain(text))) if _HINTS.search(text) else None


def is_mark(text: str) -> bool:
    """Whether a text is a mark and says nothing else."""
    return bool(_HINTS.search(text)) and _ALONE.search(_plain(text)) is not None


def of_caption(texts: Iterable[str]) -> Mark | None:
    """What captions above a list say of the readers of all its rows; there a mark may stand
    anywhere.
    """
    for text in texts:
        if audience := _said(_CAPTION.search(_plain(text))):
            return Mark(audience, text, 0)
    return None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).replace("_", " ").split())


def _said(found: re.Match[str] | None) -> Audience | None:
    if found is None:
        return None
    return (
        "principal"
        if any(value for name, value in found.groupdict().items() if name.startswith("principal"))
        else "host"
    )
