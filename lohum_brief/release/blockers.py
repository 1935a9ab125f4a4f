"""What keeps an edition back, by its cause, and the answers of those who print it all the same.

Errors, wrong numbers, and what is empty, a stand-in or in a unit that nobody knows, must be put
right. What may be meant as it stands, a name that may be another's, a text in another language, one
that is missing or old and a figure that is stale may be printed as it is, each place with a name
and a reason that stand in the edition.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, Literal, NamedTuple

import msgspec
from msgspec import structs

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.rules import rule_title
from lohum_brief.errors import UsageError
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.phrases import called
from lohum_brief.message import Message, Value, msg, msg_n
from lohum_brief.store.editions import LONGEST_NOTE, Accepted
from lohum_brief.store.editions import Cause as Answerable

Cause = Literal["error", "empty"] | Answerable
ORDER: Final[tuple[Cause, ...]] = (
    "error",
    "number",
    "empty",
    "placeholder",
    "unit",
    "name",
    "wording",
    "typed",
    "language",
    "missing",
    "old",
    "stale",
)
"""The worst first."""
MAY_WAIT: Final[frozenset[Cause]] = frozenset(
    {"name", "wording", "typed", "language", "missing", "old", "stale"}
)


class Blocker(msgspec.Struct, frozen=True, array_like=True):
    """One place that keeps an edition back.

    `about` parts those of a cause: the rule of an error, the language of a text.
    """

    cause: Cause
    about: str
    record: str
    field: str
    why: Value

    @property
    def place(self) -> tuple[str, str]:
        """Record and field."""
        return self.record, self.field

    @property
    def waits(self) -> bool:
        """Whether it may be printed as it is, if somebody answers for it."""
        return self.cause in MAY_WAIT


class Group(NamedTuple):
    """Blockers of one cause, as people are told them."""

    title: Message
    waits: bool
    blockers: tuple[Blocker, ...]


class Standing(msgspec.Struct, frozen=True, array_like=True):
    """How a pack stands: what keeps it back, what is answered for already, and mere warnings.

    `withheld` are the sections that an edition leaves out because its readers may read nothing that
    is in them.
    """

    blockers: tuple[Blocker, ...]
    accepted: tuple[Accepted, ...]
    warnings: tuple[Finding, ...]
    withheld: tuple[str, ...] = ()


def ordered(blockers: Iterable[Blocker]) -> list[Blocker]:
    """Return the blockers, the worst first, those of one cause together."""
    return sorted(blockers, key=lambda one: (ORDER.index(one.cause), one.about))


def grouped(blockers: Iterable[Blocker]) -> list[Group]:
    """Return the blockers by their cause, the worst first."""
    groups = []
    for (cause, about), found in groupby(ordered(blockers), lambda one: (one.cause, one.about)):
        same = tuple(found)
        groups.append(Group(_title(cause, about, len(same)), cause in MAY_WAIT, same))
    return groups


_CALLED: Final[Mapping[Answerable, str]] = {
    "missing": phrase("missing"),
    "old": phrase("old"),
    "stale": phrase("no longer valid"),
    "placeholder": phrase("stand-in"),
    "unit": phrase("unknown unit"),
    "wording": phrase("possible stand-in"),
    "language": phrase("in another language"),
    "number": phrase("doubtful number"),
    "typed": phrase("typed figure"),
    "name": phrase("name of somebody kept from its readers"),
}


def cause_title(cause: Answerable) -> Message:
    """Return what somebody answers for, in a word."""
    return msg(_CALLED[cause])


def _title(cause: Cause, about: str, count: int) -> Message:
    match cause:
        case "error":
            number = msg_n("{count} error", "{count} errors", count)
            return msg("{sort}: {subject}", sort=rule_title(about), subject=number)
        case "language":
            return _foreign(about, count)
        case "missing":
            return _missing(about, count)
        case "old":
            return _old(about, count)
        case _:
            return _counted(cause, count)


def _counted(
    cause: Literal["empty", "placeholder", "unit", "number", "wording", "typed", "name", "stale"],
    count: int,
) -> Message:
    match cause:
        case "empty":
            return msg_n("Empty: {count} place", "Empty: {count} places", count)
        case "placeholder":
            return msg_n("Stand-ins for a text: {count}", "Stand-ins for a text: {count}", count)
        case "unit":
            return msg_n(
                "Units that the program does not know: {count}",
                "Units that the program does not know: {count}",
                count,
            )
        case "number":
            return msg_n(
                "Numbers and dates that cannot all be right: {count} place",
                "Numbers and dates that cannot all be right: {count} places",
                count,
            )
        case "wording":
            return msg_n(
                "Possible stand-ins for a text: {count}",
                "Possible stand-ins for a text: {count}",
                count,
            )
        case "typed":
            return msg_n(
                "Figures typed into texts: {count} place",
                "Figures typed into texts: {count} places",
                count,
            )
        case "name":
            return msg_n(
                "Names of people kept from its readers: {count} place",
                "Names of people kept from its readers: {count} places",
                count,
            )
        case "stale":
            return msg_n(
                "No longer valid: {count} figure",
                "No longer valid: {count} figures",
                count,
            )


def _missing(lang: str, count: int) -> Message:
    return msg_n(
        "{language} is missing: {count} text",
        "{language} is missing: {count} texts",
        count,
        language=called(lang),
    )


def _foreign(lang: str, count: int) -> Message:
    return msg_n(
        "In another language in place of {language}: {count} text",
        "In another language in place of {language}: {count} texts",
        count,
        language=called(lang),
    )


def _old(lang: str, count: int) -> Message:
    return msg_n(
        "{language} is old: {count} text",
        "{language} is old: {count} texts",
        count,
        language=called(lang),
    )


def answer(record: str, field: str, reason: str, who: str) -> Accepted:
    """Return an answer for one place; its cause is found out by `settled`.

    Raises UsageError for what is no line.
    """
    reason, who = (" ".join(part.split()) for part in (reason, who))
    place = f"{record}.{field}"
    if not reason or not who:
        raise UsageError(msg("{place}: say who prints it as it is, and why.", place=place))
    made = Accepted(cause="missing", record=record, field=field, reason=reason, who=who)
    try:
        made = msgspec.convert(msgspec.to_builtins(made), Accepted)
    except msgspec.ValidationError:
        raise UsageError(
            msg(
                "{place}: the reason and the name are one line each of at most 500 characters.",
                place=place,
            )
        ) from None
    for line in (reason, who):
        if _says_nothing(line):
            raise UsageError(
                msg(
                    "{place}: “{words}” is a stand-in: say who prints it as it is, and why.",
                    place=place,
                    words=line,
                )
            )
    return made


def _says_nothing(line: str) -> bool:
    """Return whether a line is a stand-in."""
    # Its patterns take 15 ms to compile, and the window loads this module before it is painted.
    from lohum_brief.checks.placeholders import says_nothing  # noqa: PLC0415

    return says_nothing(line)


def written_for(written: str) -> str:
    """Return for whom an edition is, in one line; perhaps nothing.

    Raises UsageError for a stand-in.
    """
    line = " ".join(written.split())
    if line and len(line) <= LONGEST_NOTE and _says_nothing(line):
        raise UsageError(
            msg("“{words}” is a stand-in: say for whom the edition is, or nothing.", words=line)
        )
    return line


def settled(blockers: Sequence[Blocker], answers: Iterable[Accepted]) -> list[Accepted]:
    """Return the answers with their causes.

    Raises UsageError for one about a place that waits for none, and for a second about a place.
    """
    found: list[Accepted] = []
    answered: set[tuple[str, str]] = set()
    for one in answers:
        place = f"{one.record}.{one.field}"
        if (one.record, one.field) in answered:
            raise UsageError(msg("{place} is accepted twice: give one reason.", place=place))
        answered.add((one.record, one.field))
        own = [blocker for blocker in blockers if blocker.place == (one.record, one.field)]
        if not own:
            raise UsageError(
                msg("{place} does not keep the pack back: there is nothing to accept.", place=place)
            )
        for blocker in own:
            if blocker.cause in ("error", "empty") or not blocker.waits:
                raise UsageError(
                    msg("{place} cannot be accepted: {why}", place=place, why=blocker.why)
                )
            found.append(structs.replace(one, cause=blocker.cause))
    return found
