"""Stand-ins that somebody typed to write the rest later: TBD, ???, XX July, [name], तय होना शेष,
未定, 〇月〇日.

Some are certain wherever they stand. Words that a true sentence may say (the site is still to be
decided by both governments) are certain where next to nothing stands beside them, and possible in a
sentence: there somebody who has read it decides.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.checks.crosses import crosses
from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import strings
from lohum_brief.checks.tables import seen
from lohum_brief.language.either import either
from lohum_brief.message import msg
from lohum_brief.visit import tokens
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Mineral,
    Note,
    Observation,
    Organisation,
    Person,
    Series,
    Source,
    Statement,
    Table,
    Term,
    is_quotation,
)
from lohum_brief.visit.visit import Visit

RULE = "placeholders"
POSSIBLE = "wording"

_CELLS: Final = ("rows.", "names.")
"""Where a table or a chart has words that are alike in all languages."""
LINES: Final[Mapping[type[AnyRecord], frozenset[str]]] = {
    Figure: frozenset({"as_of"}),
    Mineral: frozenset({"symbol"}),
    Note: frozenset({"date", "due"}),
    Observation: frozenset({"as_of"}),
    Organisation: frozenset({"abbreviation", "reading"}),
    Series: frozenset({"as_of"}),
    Source: frozenset({"title", "publisher", "date", "address", "licence"}),
    Statement: frozenset({"date"}),
    Term: frozenset({"reading", "transliteration"}),
}
"""The fields of one line that are typed and print as they stand; their dates too, where they are
none.
"""
_NAMES: Final = ("family.", "given.")

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MONTH: Final = either(lambda language: language.blanks.months)
_BLANK: Final = either(lambda language: language.blanks.fields)

_DOTS: Final = (
    r"(?:(?<!\S)\.{4,}|\.{5,}|(?:\.[ ]){4,}|(?<!\S)_(?:[ ]_)+(?!\S)|…{3,}|‥{3,}|(?<![^ ])……(?=[ "
    r"])|。{3,}|・{5,}|:[ ]?(?:\.{3,}|…+|‥+|・{3,}))"
)
"""Rows of dots that somebody is to write on. Three are a pause, four its end, two ellipses a pause
in Japanese.
"""
_FORMATS: Final = (
    r"(?<![A-Za-z0-9])(?i:d{1,2}(?P<a>[./-])m{1,3}(?P=a)y{2,4}|m{1,2}(?P<b>[./-])d{1,2}(?P=b)y{2,4}"
    r"|y{4}(?P<c>[./-])m{2}(?P=c)d{2}|hh:mm)(?![A-Za-z0-9])"
)
"""How a date or time is to be written."""

_CERTAIN: Final = re.compile(
    rf"""
    (?<![A-Za-z0-9_.-])(?:TODO|FIXME)(?![A-Za-z0-9_-]) | (?i:lorem[ ]ipsum)
    | (?<![A-Za-z0-9])_{{2,}}(?![A-Za-z0-9])
    | \#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)
    | \{{(?:{"|".join(tokens.KINDS)}):[^{{}}\n]*\Z
    | (?:[\[<]|\{{\{{)(?i:(?:insert|enter|add|type|your|the)[ ])*(?:{_BLANK})
      (?i:[ ](?:of[ ][a-z ]{{1,40}}|here))?(?:[\]>]|\}}\}})
    | [【〔](?:{_BLANK})[】〕] | \[\s*\] | \(\s+\)
    | (?i:insert[ ](?:text|name|date|title|here))(?![a-z])
    | (?<![A-Za-z0-9])(?:
        (?:[Xx]{{2}}|\d{{1,2}}):[Xx]{{2}} | [Xx]{{2}}:\d\d | [Xx]{{2}}([./-])[Xx]{{2}}(?![A-Za-z])
        | 20[Xx]{{2}} | X{{4,}} | xxx+
        | (?:Mr|Ms|Mrs|Dr|Prof|Shri|Smt)\.?[ ][Xx]{{2,}}
      )(?![A-Za-z0-9_-])
    | (?<![A-Za-z0-9])[Xx]{{2,}}(?=[ ]?(?:%|{_MONTH}
      |{either(lambda language: language.blanks.counted)}))
    | (?:₹|\$|¥|€|Rs\.?|INR|USD|JPY)[ ]?(?:[Xx]{{2,}}|_+|\.{{3,}}|…)
    | {either(lambda language: language.blanks.certain)}
    | (?<![\w?])\?{{3,}} | (?<![^\s(（:/~–-])\?\?(?![?!])
    | {_DOTS}
    | (?<!\{{)\{{(?!(?:{"|".join(tokens.KINDS)}):)\s*[^\W\d_][^{{}}\n]{{0,60}}\}}(?!\}})
    | ‹(?:{_BLANK})› | \A\s*\((?:{_BLANK})\)\s*\Z
    | {_FORMATS}
    | (?<![A-Za-z0-9])(?:Mr|Ms|Mrs|Dr|Prof|Shri|Smt)\.?[ ](?:ABC|XYZ|Abc|Xyz)(?![A-Za-z0-9_-])
    | \A=[A-Z]{{1,2}}\d{{1,4}}\b | (?<![A-Za-z])(?i:asdf)[a-z]* | \A\s*[#@$~^=*]+\s*\Z
    """,
    re.VERBOSE,
)
"""What is no word of a finished text wherever it stands."""

_WORDS: Final = re.compile(
    rf"\?{{3,}} | {either(lambda language: language.blanks.words)}", re.VERBOSE
)
"""What a finished sentence may say, but what no text consists of."""

_LATER: Final = re.compile(either(lambda language: language.blanks.later))
"""What says so where next to nothing stands before it, and is an ordinary end of longer sentences.
"""

_UNDECIDED: Final = re.compile(either(lambda language: language.blanks.undecided))
"""What says so at the end of a clause that says next to nothing else: in a longer one it is true.
"""
_DENIED: Final = re.compile(either(lambda language: language.blanks.denied))
_CLAUSE: Final = re.compile("[^\n.。।;；]+")

_ABBREVIATED: Final = re.compile(r"(?i:t\.b\.[adc]\.?|tb[adc]s?(?:[ -]\d{1,2})?)")
_NAMED_SO: Final = re.compile(r"[ ][A-Z][a-z]")
"""The word behind a bank that is called TBC."""
_REMARKS: Final = re.compile(r"[(\[]([^()\[\]]{3,60})[)\]]")
_LATER_REMARK: Final = re.compile(
    r"(?i:(?:[a-z]+ ){0,3}(?:to follow|awaited|to be "
    r"(?:confirmed|decided|announced|advised|named|nominated|finali[sz]ed|added|notified))"
    r"(?: (?:later|soon|shortly))?)"
)
"""What such a remark in brackets says is not said yet."""

_WHOLE: Final = re.compile(either(lambda language: language.blanks.whole))
_STATUS: Final = re.compile(either(lambda language: language.blanks.status))
"""Stand-ins where nothing else is written. A cell of a table may say how far something is."""
_PERHAPS: Final = re.compile(either(lambda language: language.blanks.perhaps))
"""Whole texts that may be meant."""
_DASHES: Final = frozenset("-–—―−")
_NO_NAME: Final = re.compile(either(lambda language: language.blanks.no_name))
_ENDS: Final = re.compile(r"[\n。।;；:：()（）\[\]/／]|[.!](?=\s|\Z)")
_JAPANESE: Final = re.compile("[\u3041-\u30fa\u3400-\u9fff]")
_FEW_WORDS, _FEW_CHARACTERS = 3, 4
_LONGEST: Final = 60
"""Characters of what is a stand-in as a whole."""
_SIGNS: Final = re.compile(
    r"__|_ _|XX|[Xx]x|:[Xx]|\.{4}|(?:\. ){3}|: "
    r"?[.…‥・]|…{2}|‥{3}|。{3}|・{5}|(?i:[dmy][./-][dmy])|[Hh]{2}:|(?i:asdf)|ABC|XYZ|Abc|Xyz|[@~^=*‹(#{\[<【〔○〇●◯△□×₹$¥€]|\?\?|\(\s|TODO|FIXME|(?:Rs\.?|INR|USD|JPY)\b|[Ll]orem|LOREM|[Ii]nsert|INSERT"
)
"""One of which stands in whatever is certain; few texts have one."""


class StandIn(NamedTuple):
    """The words that stand for something else, and whether they can mean nothing else."""

    words: str
    certain: bool


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each language of a text that holds one, of the rule `wording` where it
    may be meant.

    What others published and quotations stand as they are, but no title consists of a stand-in.
    """
    for record in visit:
        lines = LINES.get(type(record), frozenset())
        for path, lang, text in strings(record):
            cell = _is_cell(record, path, text)
            if lang is None and not cell and path not in lines:
                continue  # ids, codes and words of a choice
            if found := _found(record, path, text, cell=cell):
                yield _finding(record.id, path, found)


def _is_cell(record: AnyRecord, path: str, text: str) -> bool:
    """Return whether it is a cell, or what its source prints in place of a number, which is perhaps
    but a lost mark.
    """
    if isinstance(record, Series) and path.startswith("points.") and path.endswith(".printed"):
        return text.strip("() ") != ""
    return isinstance(record, Table | Chart) and path.startswith(_CELLS)


def _found(record: AnyRecord, path: str, text: str, *, cell: bool) -> StandIn | None:
    """Return the stand-in of a string, as what the string is allows for one."""
    if isinstance(record, Person) and path.startswith(_NAMES):
        # An invented name may say that it is one.
        return None if record.specimen else _no_name(text, stand_in(text, cell=cell))
    found = stand_in(text, cell=cell)
    if found is None:
        return None
    if _is_kept(record, path):
        return found if found.words.strip() == text.strip() else None
    if isinstance(record, Organisation) and path.startswith("name.") and found.words != text:
        return found._replace(certain=False)  # a bank is called TBC
    return found


def _is_kept(record: AnyRecord, path: str) -> bool:
    """Return whether a string stands as it is unless it is a stand-in as a whole."""
    if isinstance(record, Source | Term) or is_quotation(record):
        return True
    return path in LINES.get(type(record), frozenset())


def _finding(ident: str, path: str, found: StandIn) -> Finding:
    words = found.words
    if not seen(words):
        message = msg(
            "The text holds nothing that can be seen: write it, or leave the field empty."
        )
    elif found.certain:
        message = msg("“{words}” stands for something that is still to be written.", words=words)
    else:
        message = msg("“{words}” may stand for something that is still to be written.", words=words)
    return Finding("warning", RULE if found.certain else POSSIBLE, ident, path, message, words)


def says_nothing(line: str) -> bool:
    """Return whether a name or a reason is nothing but a stand-in."""
    found = stand_in(line)
    return found is not None and sum(map(str.isalnum, found.words)) == sum(map(str.isalnum, line))


@lru_cache(maxsize=50_000)
def stand_in(text: str, *, cell: bool = False) -> StandIn | None:
    """Return the first stand-in of a text, a certain one before others; in a cell of a table a dash
    says that there is nothing.
    """
    if not text[:1].isalnum() and not any(map(_is_written, text)):
        return None if cell and _is_dash(text.strip()) else StandIn(text, certain=True)
    folded = text if text.isascii() else text.translate(_FULL_WIDTH)
    whole = folded.strip().rstrip(".。।").strip(" ()[]")
    if len(whole) <= _LONGEST and _WHOLE.fullmatch(whole):
        return StandIn(text.strip(), certain=True)
    if _STATUS.fullmatch(whole):
        return StandIn(text.strip(), certain=not cell)
    if span := _certain(folded):
        return StandIn(text[slice(*span)], certain=True)
    return _possible(text, folded, whole)


def _is_dash(text: str) -> bool:
    return len(text) < 3 and _DASHES.issuperset(text)


def _certain(folded: str) -> tuple[int, int] | None:
    """Return where a text has what is no word of a finished one."""
    if _SIGNS.search(folded) and (found := _CERTAIN.search(folded)):
        return found.span()
    if "XX" in folded or "xx" in folded:
        for span in crosses(folded):
            return span
    if _DENIED.search(folded) and (denied := _undecided(folded)):
        return denied
    for remark in _REMARKS.finditer(folded):
        if _LATER_REMARK.fullmatch(remark[1].strip()):
            return remark.span()
    return None


def _undecided(folded: str) -> tuple[int, int] | None:
    """Return where a clause says that something is not decided, and next to nothing else."""
    for clause in _CLAUSE.finditer(folded):
        said = clause[0].strip()
        found = _UNDECIDED.search(said)
        if found and _others(said, *found.span()):
            start = clause.start() + clause[0].index(said)
            return start + found.start(), start + found.end()
    return None


def _possible(text: str, folded: str, whole: str) -> StandIn | None:
    """Return the first certain one among words that a finished text may say, else the first."""
    possible: StandIn | None = (
        StandIn(text.strip(), certain=False) if _PERHAPS.fullmatch(whole) else None
    )
    for found in _WORDS.finditer(folded):
        one = StandIn(text[slice(*found.span())], certain=_is_certain(folded, found))
        if one.certain:
            return one
        possible = possible or one
    if len(whole) <= _LONGEST and (later := _LATER.search(whole)) and _others(whole, *later.span()):
        return StandIn(text.strip(), certain=later.start() == 0)
    return possible


def _is_certain(folded: str, found: re.Match[str]) -> bool:
    """Return whether such words can mean nothing else where they stand."""
    if found[0][0] == "?":  # behind a word: the author wonders
        return False
    if _ABBREVIATED.fullmatch(found[0]):
        return _NAMED_SO.match(folded, found.end()) is None
    return _others(folded, *found.span())


def _is_written(character: str) -> bool:
    """Return whether a character is more than punctuation or a space."""
    category = unicodedata.category(character)
    return category[0] not in "PZ" and category not in ("Cc", "Cf")


def _others(text: str, start: int, stop: int) -> bool:
    """Return whether next to nothing stands beside a part of a text, up to the ends of its
    clause.
    """
    before = _ENDS.split(text[:start])[-1]
    behind = _ENDS.split(text[stop:], maxsplit=1)[0]
    if _JAPANESE.search(text[start:stop]) or _JAPANESE.search(before + behind):
        return sum(map(str.isalnum, before + behind)) < _FEW_CHARACTERS
    return len(f"{before} {behind}".split()) < _FEW_WORDS


def _no_name(text: str, found: StandIn | None) -> StandIn | None:
    """Return the stand-in of a name: every such word is one, but somebody may be called Test."""
    if found is None:
        return StandIn(text, certain=True) if _NO_NAME.fullmatch(text.strip()) else None
    return found if _PERHAPS.fullmatch(text.strip()) else found._replace(certain=True)
