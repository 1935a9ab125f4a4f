"""What a chart leaves out though it is there: nobody who looks at the chart would know."""

from collections.abc import Iterator

from lohum_brief.charts.periods import time
from lohum_brief.charts.written import OVER_TIME
from lohum_brief.message import Value, listed, msg_n
from lohum_brief.visit.records import Chart, Observation
from lohum_brief.visit.visit import Visit


def omissions(record: Chart, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield field and message for the metrics of a chart over time that have readings without a
    day, month or year.
    """
    if record.form not in OVER_TIME or record.rows or record.series:
        return
    for i, ident in enumerate(record.metrics):
        undated = [
            one.id
            for one in visit.of(Observation)
            if one.metric == ident and time(one.as_of) is None
        ]
        if undated:
            yield (
                f"metrics.{i}",
                msg_n(
                    "{count} reading of {id} is not in the chart, as it has no date: {which}.",
                    "{count} readings of {id} are not in the chart, as they have no date: {which}.",
                    len(undated),
                    id=ident,
                    which=listed(undated),
                ),
            )
