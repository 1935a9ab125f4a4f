"""Units that the program does not know: in other languages than the one they were typed in they
print as a mark.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language.parsing.written_units import Unit, is_doubtful, likely_unit
from lohum_brief.language.units import is_known
from lohum_brief.message import Message, msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.own_units import MEASURED, entered, settled
from lohum_brief.visit.records import AnyRecord, Figure, Metric
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from decimal import Decimal

RULE = "units"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield an error for each unit that is not known, with the fix that takes the known one that is
    surely meant, or that enters it as the visit's own.
    """
    for record in visit:
        if isinstance(record, MEASURED) and not is_known(settled(record.unit, visit)):
            fix = _fix(visit, record, record.unit)
            yield Finding("error", RULE, record.id, "unit", unknown_unit(record.unit), fix=fix)


def unknown_unit(unit: str) -> Message:
    """Return what is said of such a unit."""
    return msg(
        "The unit “{unit}” is not known: other languages than its own print it as a mark. Choose "
        "one of the list, or enter it in the visit’s languages.",
        unit=legible(unit, 40),
    )


def _fix(visit: Visit, record: AnyRecord, said: str) -> Fix | None:
    meant = likely_unit(said)
    if meant is not None and (steps := _steps(visit, record, meant)):
        return Fix(msg("Use the unit {unit}", unit=meant.key or "–"), steps)
    if meant is not None or is_doubtful(said):
        return None
    added = entered(said, visit)
    return Fix(msg("Enter it as a unit of the visit"), (), (added,))


def _steps(visit: Visit, record: AnyRecord, meant: Unit) -> tuple[Step, ...]:
    """Return the steps that write the known unit; of lakh tonnes the values too."""
    steps = [Step(record.id, "unit", meant.key)]
    if meant.times == 1:
        return tuple(steps)
    if not isinstance(record, Metric | Figure):
        return ()
    amounts = [record] if isinstance(record, Figure) else Figures(visit).readings.get(record.id, [])
    for amount in amounts:
        for field in ("value", "upper"):
            value: Decimal | None = getattr(amount, field, None)
            if value is not None:
                steps.append(Step(amount.id, field, f"{(value * meant.times).normalize():f}"))
    return tuple(steps)
