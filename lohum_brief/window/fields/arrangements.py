"""Forms that are more than their fields one after the other."""

from lohum_brief.visit.records import AnyRecord, Chart, Group, Metric, Mineral, Organisation, Person, Source
from lohum_brief.window.figures.charts import ChartPanel, MineralPanel
from lohum_brief.window.figures.observations import Observations
from lohum_brief.window.figures.uses import Uses
from lohum_brief.window.people.members import Members
from lohum_brief.window.people.person import PersonPanel
from lohum_brief.window.session import Session

Panel = PersonPanel | Members | Observations | Uses | ChartPanel
"""`first` stands above the fields that it does not `take`; `show_record` shows what is not a field, and
again when a record of the kinds that it `follows` changes."""


def panel(kind: type[AnyRecord], session: Session) -> Panel | None:
    """What stands in the form of a kind beside its fields."""
    if kind is Person:
        return PersonPanel(session)
    if kind is Metric:
        return Observations(session)
    if kind is Mineral:
        return MineralPanel(session)
    if kind is Chart:
        return ChartPanel(session)
    if kind is Source:
        return Uses(session)
    return Members(session) if kind in (Organisation, Group) else None
