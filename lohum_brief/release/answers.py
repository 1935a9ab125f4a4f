"""Answers about lists, kept for the next list with the same headings.

They lie in the user's settings, readable by their owner only. Kept is what an office means by its
words and columns, word by word, and whether rows of one name are one person; the name itself is not
kept. What is true of one list only, such as who may read it, of which kind its notes are or which
mineral it is about, is asked anew; and so is all else that names people.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec
import platformdirs

from lohum_brief.errors import BriefError
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.questions import Question, kept_as
from lohum_brief.release.writing import write

_KEPT: Final = frozenset(
    {"unit", "word", "years", "keep", "order", "shown", "scale", "currency", "title", "twice"}
)
"""The sorts of questions whose answers are kept."""
_MOST: Final = 200
"""Shapes of lists that are kept, those last used."""
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
    answers = dict(_kept_answers(preview))
    letters = {letter for letter, _heading, _field in preview.columns}
    answers |= {letter: field for letter, field in columns.items() if letter in letters}
    if not answers or not preview.shape or preview.exact:
        return
    kept = _read()
    lists = {shape: said for shape, said in kept.lists.items() if shape != preview.shape}
    lists[preview.shape] = answers
    path = place()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(0o600)  # what replaces a file keeps its mode
        write(path, msgspec.json.encode(_Kept(1, dict(list(lists.items())[-_MOST:]))))
    except (BriefError, OSError):
        return


def _kept_answers(preview: Preview) -> Iterator[tuple[str, str]]:
    """Yield the answers that are true of the office's next list, too, by their names."""
    for question in preview.questions:
        if question.sort not in _KEPT or (question.sort == "unit" and not question.column):
            continue
        # What was proposed and taken is proposed again.
        if question.answer and (question.needed or question.answer != question.proposed):
            for name in _names(question):
                yield name, question.answer


def _names(question: Question) -> list[str]:
    """Return what an answer is kept under.

    Of words these are only those that were asked about, for another may mean something else.
    """
    return (
        [f"{question.column}:{word}" for word in question.words]
        if question.sort == "word"
        else [kept_as(question.name)]
    )


def _read() -> _Kept:
    try:
        with place().open("rb") as file:
            kept = msgspec.json.decode(file.read(_BIGGEST), type=_Kept)
    except (OSError, ValueError, RecursionError):
        return _Kept(1, {})
    return kept if kept.version == 1 else _Kept(1, {})
