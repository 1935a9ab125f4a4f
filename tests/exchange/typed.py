"""Tables as somebody would type them, cells parted by bars, and what an import makes of them."""

from collections.abc import Mapping
from typing import TypeVar

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import Person, Record
from lohum_brief.visit.visit import Visit

R = TypeVar("R", bound=Record)


def typed(
    visit: Visit,
    kind: type[Record],
    *rows: str,
    answers: Mapping[str, str] | None = None,
    name: str = "",
    readers: Mapping[str, Audience] | None = None,
) -> Preview:
    """What an import of the rows would do."""
    text = "\n".join(rows).replace("|", "\t")
    options = Options(answers=answers or {}, name=name, readers=readers or {})
    return preview(visit, kind, read_pasted(text.encode()), options)


def added(found: Preview, kind: type[R]) -> list[R]:
    """The records of a kind that it would add, where nothing is left out or open."""
    assert not found.unread, found.unread
    assert not found.open, found.open
    return [record for record in found.added if isinstance(record, kind)]


def called(found: Preview) -> list[str]:
    """The people that it would add."""
    people = added(found, Person)
    return [
        " ".join(
            filter(None, (one.given["en"] or one.given["ja"], one.family["en"] or one.family["ja"]))
        )
        for one in people
    ]


def asked(found: Preview) -> dict[str, str]:
    """The questions by their names, but for who may read it all and columns that are not read, with
    the answers that count now.
    """
    return {
        question.name: question.answer
        for question in found.questions
        if question.sort not in ("audience", "keep")
    }
