"""Charts that cannot be drawn as they are meant."""

from collections.abc import Iterator

from lohum_brief.charts.faults import faults
from lohum_brief.checks.finding import Finding
from lohum_brief.visit.records import Chart
from lohum_brief.visit.visit import Visit

RULE = "charts"


def findings(visit: Visit) -> Iterator[Finding]:
    """An error for each fault: what is printed would be nothing, or not what the chart says."""
    for chart in visit.of(Chart):
        for field, message in faults(chart, visit):
            yield Finding("error", RULE, chart.id, field, message)
