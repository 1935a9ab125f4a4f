"""A chart's value to a drawing of a given width, in the languages of its place."""

from collections.abc import Callable, Iterable
from typing import Final

from lohum_brief.charts import bars, lines, multiples, stages, tables
from lohum_brief.charts.canvas import Canvas, look
from lohum_brief.charts.chart import Chart
from lohum_brief.charts.lettering import Lettering
from lohum_brief.document.drawings import Drawing
from lohum_brief.language.codes import Lang
from lohum_brief.visit.records import Form

_FORMS: Final[dict[Form, Callable[[Chart, Lettering, float], Canvas]]] = {
    "bar": bars.lying,
    "column": bars.standing,
    "stacked": bars.standing,
    "share": bars.lying,
    "line": lines.lines,
    "area": lines.areas,
    "multiples": multiples.multiples,
    "scatter": tables.scatter,
    "heat": tables.heat,
    "flow": stages.flow,
    "gauge": stages.gauge,
    "timeline": stages.timeline,
}


def drawing(
    chart: Chart, lettering: Lettering, width: float, alts: Iterable[tuple[Lang, str]]
) -> Drawing:
    """Draw a chart. Call it inside of `look`.

    `alts` says in each language of the lettering what the drawing shows.
    """
    return _FORMS[chart.form](chart, lettering, width).drawing(alts)


__all__ = ["drawing", "look"]
