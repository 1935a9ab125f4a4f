"""Where sources contradict each other, one reading is chosen, and it is said why."""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.message import msg
from lohum_brief.visit.conflicts import Group, Reading, group, rejected
from lohum_brief.visit.records import Figure, Observation, Statement
from lohum_brief.visit.visit import Visit

RULE = "conflicts"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield errors for readings of which none or several are chosen; a warning for a choice without
    a reason.
    """
    yield from _within(visit.of(Statement))
    yield from _within(visit.of(Observation))
    yield from _within(visit.of(Figure))
    yield from _at_once(visit.of(Observation))
    yield from _alone(visit)


def _alone(visit: Visit) -> Iterator[Finding]:
    """Yield what was not chosen although it contradicts nothing: it stands for nothing, so no pack
    prints it.
    """
    left = rejected(visit)
    readings: list[Statement | Observation] = [*visit.of(Statement), *visit.of(Observation)]
    for reading in readings:
        if reading.id in left and not reading.conflict:
            message = msg(
                "It is not chosen, and nothing that it contradicts is: no pack prints it."
            )
            fix = Fix(msg("Choose it"), (Step(reading.id, "chosen", True),))
            yield Finding("error", RULE, reading.id, "chosen", message, fix=fix)


def _at_once(observations: list[Observation]) -> Iterator[Finding]:
    """Yield two values of a metric at one time of which nobody said that they contradict each
    other.
    """
    first: dict[tuple[str, str], Observation] = {}
    for reading in observations:
        if not reading.chosen:
            continue
        other = first.setdefault((reading.metric, reading.as_of), reading)
        if other.value != reading.value and not (
            reading.conflict and reading.conflict == other.conflict
        ):
            message = msg(
                "It gives {value} where {other}, of the same time, gives {instead}, and both are "
                "chosen.",
                value=str(reading.value),
                other=other.id,
                instead=str(other.value),
            )
            yield Finding("error", RULE, reading.id, "chosen", message, other.id)


def _within(readings: list[Statement] | list[Observation] | list[Figure]) -> Iterator[Finding]:
    groups: dict[Group, list[Reading]] = {}
    for reading in readings:
        if reading.conflict:
            groups.setdefault(group(reading), []).append(reading)
    for (_, _, conflict), contradicting in groups.items():
        yield from _among(conflict, contradicting)


def _among(conflict: str, contradicting: list[Reading]) -> Iterator[Finding]:
    """Yield what is wrong with the choice among readings that contradict each other."""
    chosen = [reading for reading in contradicting if reading.chosen]
    if not chosen:
        message = msg(
            "None of the readings that contradict each other in {conflict} is chosen.",
            conflict=conflict,
        )
        yield Finding("error", RULE, contradicting[0].id, "chosen", message)
    for reading in chosen[1:]:
        message = msg(
            "Of the readings that contradict each other in {conflict}, {other} is chosen already.",
            conflict=conflict,
            other=chosen[0].id,
        )
        fix = Fix(msg("Do not choose this one"), (Step(reading.id, "chosen", False),))
        yield Finding("error", RULE, reading.id, "chosen", message, chosen[0].id, fix)
    for reading in chosen:
        field = "why" if isinstance(reading, Statement) else "note"
        if len(contradicting) > 1 and not getattr(reading, field):
            message = msg(
                "It is chosen among readings that contradict each other, but does not say why."
            )
            yield Finding("warning", RULE, reading.id, field, message, conflict)
