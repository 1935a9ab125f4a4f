"""Units of a table that the program does not know: whose they are is asked, once for each word of a
column.

One that the visit has entered is known by any of its forms. Of others somebody says which known
unit is meant, that it is one of the visit's own, whose words may be told at once (`en: bags;
hi: …; ja: …`), or that it is none.
"""

import re
from typing import Final

from lohum_brief.exchange import doubts, doubts_of_numbers
from lohum_brief.exchange.questions import LEAVE_OUT, AnswerError
from lohum_brief.exchange.rows import Row
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.parsing.written_units import (
    counter,
    is_doubtful,
    likely_unit,
    unit_of,
)
from lohum_brief.language.units import Own
from lohum_brief.message import msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.own_units import entered, settled
from lohum_brief.visit.records import OwnUnit
from lohum_brief.visit.text import Text

_WORDS: Final = re.compile(rf"\s*({'|'.join(LANGS)})\s*[:：=]\s*(.+?)\s*", re.IGNORECASE)
_LIKE_UNIT: Final = re.compile(r"[^\W\d_][^\d()\[\]:;,]{0,30}")
"""What stands behind a number and may be a unit."""


def meant(said: str, row: Row, field: str = "unit") -> str:
    """Return a unit as records say it: one of the visit's own by its symbol, what nobody knows as
    somebody has said it; empty where it is no unit. Raises OpenQuestionError, AnswerError.
    """
    said = said.strip()
    own = settled(said, row.visit)
    if isinstance(own, Own):
        return str(own)
    if not said or is_doubtful(said) or counter(said) or unit_of(said) is not None:
        return said  # what only counts things is kept as it stands
    likely = likely_unit(said)
    answer = row.ask(
        doubts_of_numbers.unknown_unit(likely.key if likely else ""), said, field=field
    )
    return _answered(answer, said, row)


def behind_number(said: str, row: Row) -> str:
    """Return the unit behind the number of a cell, as `meant` does; empty for what is none."""
    return meant(said, row, row.field) if _LIKE_UNIT.fullmatch(said.strip()) else ""


def _answered(answer: str, said: str, row: Row) -> str:
    if answer == LEAVE_OUT:
        return ""
    if words := _words(answer):
        return _brought(entered(said, row.visit), words, said, row)
    if answer == doubts.NEW:
        return _brought(entered(said, row.visit), {}, said, row)
    own = settled(answer, row.visit)
    if not isinstance(own, Own) and unit_of(answer) is None:
        raise AnswerError(
            msg(
                "“{answer}” is no unit that the program knows: name one, or say new, or -, or the "
                "words of your own as {example}.",
                answer=legible(answer, 60),
                example=doubts_of_numbers.WORDS_OF_UNIT,
            )
        )
    return str(own)


def _brought(record: OwnUnit, words: dict[Lang, str], said: str, row: Row) -> str:
    if words:
        name = {lang: record.name[lang] for lang in LANGS} | words
        record = OwnUnit(
            id=record.id,
            audience=record.audience,
            symbol=record.symbol,
            name=Text.of(name),
            one=record.one,
            counted=record.counted,
        )
    row.directory.own_unit(record)
    return said


def _words(answer: str) -> dict[Lang, str]:
    """Return the words that an answer tells by their languages; none where it is another answer."""
    parts = [_WORDS.fullmatch(part) for part in re.split("[;；\n]", answer) if part.strip()]
    found: dict[Lang, str] = {}
    for part in parts:
        if part is None:
            return {}
        found[next(lang for lang in LANGS if lang == part[1].casefold())] = part[2]
    return found
