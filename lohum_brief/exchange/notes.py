"""What the words of a table tell that no column says: the kind of a note, the mineral and the
measure of a series.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from lohum_brief.language.either import EVERY, either
from lohum_brief.language.parsing.written_units import unit_of
from lohum_brief.message import Group, listed, msg
from lohum_brief.visit import called, labels
from lohum_brief.visit.labels import in_all_languages
from lohum_brief.visit.records import Mineral, NoteKind

_SORTS: Final[tuple[NoteKind, ...]] = (
    "red_line",
    "if_raised",
    "risk",
    "ask",
    "offer",
    "agreement",
    "message",
)
"""In this order: who must not mention a risk has a red line."""


def _telling(sort: NoteKind) -> re.Pattern[str]:
    return re.compile(either(lambda language: language.lists.sorts.get(sort, "")), re.IGNORECASE)


_COMPILED: Final = tuple((sort, _telling(sort)) for sort in _SORTS)


def sort(text: str) -> NoteKind:
    """The kind that a note is by its words; what no word tells is background."""
    return next((sort for sort, words in _COMPILED if words.search(text)), "background")


def counted(sorts: Mapping[str, int]) -> Group:
    """The kinds with their numbers, as a question lists them."""
    return listed(
        msg("{kind} {count}", kind=labels.choice("sort", one), count=count)
        for one, count in sorts.items()
    )


def mineral(about: str, known: Iterable[Mineral]) -> str:
    """The id of the one mineral of those `known` that a title names; empty where it names none or
    several.
    """
    text = about.casefold()
    found = {
        one.id
        for one in known
        if any(
            re.search(rf"(?<![a-z]){re.escape(name.casefold())}(?![a-z])", text)
            for name in one.name.forms()
            if name
        )
    }
    return found.pop() if len(found) == 1 else ""


def measure(about: str) -> str:
    """What a title says that a table counts; empty where it says nothing."""
    text = about.casefold()
    found = {key for key, words in _MEASURES.items() if re.search(words, text)}
    found |= {
        key
        for key, label in called.MEASURES.items()
        if any(form.casefold() in text for form in in_all_languages(label))
    }
    return found.pop() if len(found) == 1 else ""


_UNIT_OF_TITLE: Final = re.compile(
    r"[(\[（［]([^()\[\]（）［］]{1,40})[)\]）］]|[,、:：]\s*([^,、:：()]{1,40})$|"
    r"\bin (['’‘`´]?(?:[₹¥€$]|[^\W\d])[^\d,:;()]{0,30}|['’‘`´]?000 [^,:;()]{1,30})$",
    re.IGNORECASE,
)
_BEFORE_UNIT: Final = re.compile(f"^(?:{either(lambda language: language.lists.unit_of_title)})")


def unit(titles: Iterable[str]) -> str:
    """The unit that a title has in brackets, behind a comma or behind “in”; empty where none has,
    or two have different ones.
    """
    found: set[str] = set()
    for title in titles:
        for text in _UNIT_OF_TITLE.findall(title.strip()):
            said = next(filter(None, text)).strip()
            known = unit_of(_BEFORE_UNIT.sub("", said.removeprefix("in ")).strip())
            if known is not None and known.key:
                found.add(said.removeprefix("in ").strip())
    return found.pop() if len(found) == 1 else ""


def _of_measure(measure: str) -> str:
    return either(lambda language: language.lists.measures.get(measure, ""))


_MEASURES: Final = {
    measure: _of_measure(measure) for language in EVERY for measure in language.lists.measures
}
