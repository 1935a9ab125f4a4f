"""Answers about lists, kept for the next list with the same headings.

They lie in the user's settings, readable by their owner only. Kept is what an office means by its
words and columns, word by word, and whether rows of one name are one person; the name itself is not
kept. What is true of one list only, such as of which kind its notes are, which mineral it is about
or what stands beside a name, counts for that list when it comes again: for one with the same
headings that is called alike; words that may name people are not to be told from what is kept. Who
may read a list is asked anew each time.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import msgspec
import platformdirs

from lohum_brief.errors import BriefError
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.questions import Question, kept_as
from lohum_brief.release.writing import write

_KEPT: Final = frozenset(
    {
        *("unit", "word", "years", "keep", "order", "shown", "scale", "currency", "title", "twice"),
        *("precision", "ranks"),
    }
)
"""The sorts of questions whose answers count for the next list with the same headings."""
_BY_WORD: Final = frozenset({"word", "ranks"})
"""Those of them of which each word has an answer of its own."""
_ASKED_ANEW: Final = frozenset({"audience"})
"""The sorts of questions whose answers are kept for no list."""
_MOST: Final = 200
"""Shapes of lists that are kept, and lists, those last used."""
_MOST_ANSWERS: Final = 500
"""Answers that are kept of one."""
_BIGGEST: Final = 1_000_000


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    lists: dict[str, dict[str, str]]


def place() -> Path:
    """Return the file in which they are kept."""
    return Path(platformdirs.user_config_dir("lohum-brief", appauthor=False)) / "lists.json"


def recall(shape: str) -> Mapping[str, str]:
    """Return the answers for lists of a shape; none where the file cannot be read."""
    return _read().lists.get(shape, {})


def remember(preview: Preview, columns: Mapping[str, str]) -> None:
    """Keep the answers that an import went by.

    `columns` are the fields that were said for columns, by their letters. That answers cannot be
    kept is no reason to refuse the import: they are asked for again.
    """
    letters = {letter for letter, _heading, _field in preview.columns}
    said = {letter: field for letter, field in columns.items() if letter in letters}
    if not preview.shape or preview.exact:
        return
    kept = _read()
    lists = dict(kept.lists)
    for shape, names in ((preview.shape, _of_shape), (preview.list_called, _of_list)):
        if shape:
            # What was proposed and taken is proposed again; the last used stand last.
            lists[shape] = _merged(lists.pop(shape, {}), preview, names)
    lists[preview.shape] |= said
    lists = {shape: answers for shape, answers in lists.items() if answers}
    if lists == kept.lists:
        return
    path = place()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(0o600)  # what replaces a file keeps its mode
        write(path, msgspec.json.encode(_Kept(1, dict(list(lists.items())[-_MOST:]))))
    except (BriefError, OSError):
        return


_Names = Callable[[Question], Mapping[str, str]]
"""The answers to a question by what they are kept under, as far as they are."""


def _merged(kept: Mapping[str, str], preview: Preview, names: _Names) -> dict[str, str]:
    """Return what is kept with the answers of a list, which take the place of earlier ones."""
    asked = {name: answer for one in preview.questions for name, answer in names(one).items()}
    others = {name: answer for name, answer in kept.items() if name not in asked}
    return dict([*others.items(), *((n, a) for n, a in asked.items() if a)][-_MOST_ANSWERS:])


def _is_of_shape(question: Question) -> bool:
    return question.sort in _KEPT and not (question.sort == "unit" and not question.column)


def _of_shape(question: Question) -> Mapping[str, str]:
    """Return the answers that are true of the office's next list, too."""
    if not _is_of_shape(question):
        return {}
    if question.sort not in _BY_WORD:
        return {kept_as(question.name): _worth(question, question.answer)}
    return {f"{_base(question)}:{word}": answer for word, answer in _word_by_word(question).items()}


def _of_list(question: Question) -> Mapping[str, str]:
    """Return the answers that are true of one list only."""
    if _is_of_shape(question) or question.sort in _ASKED_ANEW:
        return {}
    if not question.words or ":" in question.name:
        return {kept_as(question.name, hidden=True): _worth(question, question.answer)}
    return {
        kept_as(f"{question.name}:{word}", hidden=True): answer
        for word, answer in _word_by_word(question).items()
    }


def _base(question: Question) -> str:
    return question.column if question.sort == "word" else question.name


def _word_by_word(question: Question) -> dict[str, str]:
    """Return the answers to the words that were asked about, and to no others, for another may mean
    something else.
    """
    given = dict(question.given)
    return {word: _worth(question, given.get(word, question.answer)) for word in question.words}


def _worth(question: Question, answer: str) -> str:
    """Return an answer, empty where it is what will be proposed again."""
    return answer if question.needed or answer != question.proposed else ""


def _read() -> _Kept:
    try:
        with place().open("rb") as file:
            kept = msgspec.json.decode(file.read(_BIGGEST), type=_Kept)
    except (OSError, ValueError, RecursionError):
        return _Kept(1, {})
    return kept if kept.version == 1 else _Kept(1, {})
