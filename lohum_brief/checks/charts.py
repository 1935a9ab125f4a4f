"""Charts that cannot be drawn as they are meant, or that leave something out."""

from collections.abc import Iterator

from lohum_brief.charts.faults import faults
from lohum_brief.charts.omissions import omissions
from lohum_brief.checks.finding import Finding
from lohum_brief.visit.records import Chart
from lohum_brief.visit.visit import Visit

RULE = "charts"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield an error for each fault: what is printed would be nothing, or not what the chart says.
    A warning for what has no place in it.
    """
    for chart in visit.of(Chart):
        for field, message in faults(chart, visit):
            yield Finding("error", RULE, chart.id, field, message)
        for field, message in omissions(chart, visit):
            yield Finding("warning", RULE, chart.id, field, message)
