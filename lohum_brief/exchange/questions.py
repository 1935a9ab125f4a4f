"""What a table leaves open: asked once a column, never guessed, and answered by the window, the
command line or a test.

A question is called by the letters of its column (`B`), where only one word of the column is in
doubt by column and word (`B:MT`), and by a word of its own where it is about the whole table
(`audience`, `mineral`). An answer may name the column by its heading too.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

from lohum_brief.errors import UsageError
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.sheets import Place, column_letters
from lohum_brief.language.codes import LANGS
from lohum_brief.language.sentences import sentence
from lohum_brief.message import Message, Value, listed, msg
from lohum_brief.visit.explaining import legible

LEAVE_OUT: Final = "-"
"""The answer that what is asked about is not wanted."""
_SHOWN: Final = 5
"""Cells that a question names."""
_LONGEST: Final = 60


class Choice(NamedTuple):
    """One answer, and what it means."""

    answer: str
    said: Value


class Question(NamedTuple):
    """What is asked. `answer` is what counts now, empty as long as it is open."""

    name: str
    sort: str
    """`unit`, `word`, `time`, `fallen`, `day`, `years`, `audience`, `mineral`, `measure`, `order`,
    `parting`, `kinds`, `capitals`, `named`, `unnamed`, `shown`, `scale`, `currency`, `title`,
    `twice`, `home` or `keep`.
    """
    asked: Value
    """The question itself."""
    choices: tuple[Choice, ...]
    proposed: str = ""
    answer: str = ""
    needed: bool = False
    """Nothing is imported before it is answered; else the proposed answer counts."""
    free: bool = False
    """Other answers than the choices are possible."""
    column: str = ""
    """The letters of the column, empty where it is about the whole table."""
    cells: tuple[tuple[Place, str], ...] = ()
    """The first cells it is about."""
    words: tuple[str, ...] = ()
    """The words in doubt."""
    waiting: int = 0
    """How many cells or rows wait for the answer."""
    number: int = 0
    """How many cells, or rows, it is about."""
    given: tuple[tuple[str, str], ...] = ()
    """The answers to single words of it, beside them."""

    @property
    def open(self) -> bool:
        """Whether it has to be answered still."""
        return self.waiting > 0


OF_COLUMNS: Final = frozenset({"keep", "title", "years", "year"})
"""The sorts of questions that no row waits for: to leave rows out does not settle them."""


TWICE: Final = "twice"
"""The sort and the name of questions whether rows of one name are one person."""


class Doubt(NamedTuple):
    """What would be asked, of the words that are in doubt; it is put into words only where it is
    asked.
    """

    sort: str
    asked: Callable[[Value], Message]
    choices: Callable[[], Sequence[Choice]]
    proposed: str = ""
    needed: bool = False
    free: bool = False
    each: bool = False
    """Each word of the column is a question of its own."""


class OpenQuestionError(CellError):
    """A cell that waits for an answer."""


class AnswerError(UsageError):
    """What somebody has said is no answer to the question."""


class _Asking:
    def __init__(
        self, doubt: Doubt, column: int | None, choices: Sequence[Choice], said: str
    ) -> None:
        self.doubt, self.column, self.choices, self.said = doubt, column, choices, said
        self.words: dict[str, Value] = {}
        """The words in doubt, and how each is told."""
        self.cells: list[tuple[Place, str]] = []
        self.given: dict[str, str] = {}
        """The answers to single words of it."""
        self.explicit = False
        """Somebody has answered it for this table."""
        self.count = self.waiting = 0
        self.hidden = False

    @property
    def answer(self) -> str:
        """What counts now, for all words of which nothing else is said."""
        alike = set(self.given.values())
        of_words = alike.pop() if len(alike) == 1 and len(self.given) == len(self.words) else ""
        return of_words or self.said or ("" if self.doubt.needed else self.doubt.proposed)

    def note(self, word: str, told: Value, place: Place) -> None:
        """Count a cell that asks, with its word and how that is told."""
        self.count += 1
        if word and word not in self.words:
            self.words[word] = told or legible(word, _LONGEST)
        if place[0] >= 0 and len(self.cells) < _SHOWN:
            self.cells.append((place, word))


def kept_as(name: str, *, hidden: bool = False) -> str:
    """Return the name under which the answer to a question is kept for the next list: one that has
    a person's name in it, or may have and is to be `hidden`, is not to be told from it.
    """
    base, colon, word = _folded(name).partition(":")
    if not (hidden or base == TWICE) or not colon:
        return name
    return f"{base}:{blake2b(word.encode(errors='replace'), digest_size=12).hexdigest()}"


def _kept_names(name: str) -> tuple[str, str]:
    return kept_as(name), kept_as(name, hidden=True)


class Asked:
    """The questions of one table. `said` are answers that somebody has given, `recalled` those of
    an earlier table alike. An answer may be said in the words of any language.
    """

    def __init__(
        self,
        said: Mapping[str, str],
        recalled: Mapping[str, str],
        headings: Mapping[int, str],
    ) -> None:
        names = {_folded(text): column_letters(column) for column, text in headings.items() if text}
        self._said = {_key(name, names): answer.strip() for name, answer in said.items()}
        self._names = {_key(name, names): name for name in said}
        self._recalled = {_key(name, names): answer for name, answer in recalled.items()}
        self._asking: dict[str, _Asking] = {}
        self.used: dict[str, str] = {}
        """What was recalled and counts, by the names of the questions."""

    def answer(
        self,
        doubt: Doubt,
        *,
        column: int | None = None,
        name: str = "",
        word: str = "",
        told: Value = "",
        at: int = -1,
    ) -> str:
        """The answer to a doubt about a word of a column, or about the table. The word is part of
        the question's name; `told` is how it is told where that depends on the language.

        Raises OpenQuestionError where it needs one and has none, AnswerError where the answer is
        none of the possible ones.
        """
        letters = "" if column is None else column_letters(column)
        base = name or letters
        asking = self._asking_of(doubt, column, base, word)
        asking.note(word, told, (at, column or 0))
        alone = [f"{base}:{word}"] if word and not doubt.each else []
        # What somebody says now of all words counts before what was said of one the last time.
        names = [name for name in alone if not asking.explicit or _folded(name) in self._said]
        own = self._given(names, asking.choices, doubt)
        if own:
            asking.given[word] = own
        said = own or asking.said
        if doubt.needed and not said:
            asking.waiting += 1
            raise OpenQuestionError(
                msg("a question is open: {question}", question=self._sentence(asking))
            )
        return said or doubt.proposed

    def _asking_of(self, doubt: Doubt, column: int | None, base: str, word: str) -> _Asking:
        """Return the question that a doubt is part of, a new one where it is the first of it."""
        named = f"{base}:{word}" if doubt.each and word else base
        asking = self._asking.get(named)
        if asking is not None and asking.doubt.sort != doubt.sort:
            # Of a column that is kept, its words may be in doubt too.
            named = f"{named}.{doubt.sort}"
            asking = self._asking.get(named)
        if asking is None:
            choices = tuple(doubt.choices())
            other = self._asking.get(base)
            whole = [base] if doubt.each and not (other and other.doubt.sort != doubt.sort) else []
            names = [named, *whole]
            said = self._given(names, choices, doubt)
            asking = self._asking[named] = _Asking(doubt, column, choices, said)
            asking.explicit = any(_folded(name) in self._said for name in names)
        return asking

    def is_answered(self, name: str) -> bool:
        """Whether somebody has answered a question of this name."""
        return _folded(name) in self._said or _folded(name) in self._recalled

    def is_said(self, name: str, answer: str) -> bool:
        """Whether somebody has given this answer to a question of this name, or of one word of
        it.
        """
        base = _folded(name)
        return any(
            (key == base or key.startswith(f"{base}:")) and _folded(given) == answer
            for known in (self._said, self._recalled)
            for key, given in known.items()
        )

    def number(self, name: str, count: int) -> None:
        """Say how many cells or records a question about the whole table is about; of none it is
        not asked.
        """
        if asking := self._asking.get(name):
            asking.count = count
            asking.hidden = not count

    def _given(self, names: Sequence[str], choices: Sequence[Choice], doubt: Doubt) -> str:
        for name in names:
            key = _folded(name)
            if key in self._said:
                self._names.pop(key, None)
                answer = self._said[key]
                found = _meant(answer, choices, doubt)
                if not found:
                    raise AnswerError(
                        msg(
                            "“{answer}” is no answer to {name}; the answers are: {answers}.",
                            answer=legible(answer, _LONGEST),
                            name=legible(name, _LONGEST),
                            answers=listed(one.answer for one in choices),
                        )
                    )
                return found
            recalled = self._recalled.get(key) or next(
                (self._recalled[kept] for kept in _kept_names(name) if kept in self._recalled), ""
            )
            if recalled and (found := _meant(recalled, choices, doubt)):
                self.used[name] = found
                return found
        return ""

    def _sentence(self, asking: _Asking) -> Message:
        words = list(asking.words.values())[:_SHOWN]
        more = ["…"] if len(asking.words) > _SHOWN else []
        return asking.doubt.asked(listed([*words, *more]))

    def _question(self, name: str, one: "_Asking") -> Question:
        return Question(
            name,
            one.doubt.sort,
            self._sentence(one),
            tuple(one.choices),
            one.doubt.proposed,
            one.answer,
            one.doubt.needed,
            one.doubt.free,
            "" if one.column is None else column_letters(one.column),
            tuple(one.cells),
            tuple(one.words),
            one.waiting,
            one.count,
            tuple(one.given.items()),
        )

    def questions(self) -> tuple[Question, ...]:
        """All that was asked, what needs an answer first. Raises AnswerError for an answer to what
        nobody has asked.
        """
        found = [self._question(name, one) for name, one in self._asking.items() if not one.hidden]
        unasked = [name for key, name in self._names.items() if not self._partly(key)]
        if unasked:
            raise AnswerError(
                msg(
                    "Nothing is asked about {name}; the questions are: {names}.",
                    name=legible(unasked[0], _LONGEST),
                    names=listed([one.name for one in found] or [msg("–")]),
                )
            )
        return tuple(sorted(found, key=lambda one: not one.needed))

    def _partly(self, key: str) -> bool:
        """Whether an answer is about one word of a column that is asked about as a whole, or about
        all its words.
        """
        return any(_folded(name).startswith(f"{key}:") for name in self._asking) or (
            key.partition(":")[0] in map(_folded, self._asking) and ":" in key
        )


def _meant(said: str, choices: Sequence[Choice], doubt: Doubt) -> str:
    """The answer that somebody has given as it is written or in words; empty where it is none."""
    folded = _folded(said)
    for one in choices:
        if _folded(one.answer) == folded:
            return one.answer
    for one in choices:
        if any(_folded(sentence(one.said, lang)) == folded for lang in LANGS):
            return one.answer
    return said if doubt.free else ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _key(name: str, headings: Mapping[str, str]) -> str:
    """The name of a question as it is looked up: a heading becomes its letters."""
    folded = _folded(name)
    if folded in headings:
        return _folded(headings[folded])
    column, colon, word = folded.partition(":")
    return f"{_folded(headings.get(column, column))}{colon}{word}"
