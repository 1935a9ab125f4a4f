"""What an audience may read, taken out of a visit before anything is planned: later stages cannot leak the rest."""

from lohum_brief.visit.records import AUDIENCES, Audience, Record
from lohum_brief.visit.visit import Visit


def readable(record: Record, audience: Audience) -> bool:
    """Whether the audience may read the record."""
    return AUDIENCES.index(record.audience) <= AUDIENCES.index(audience)


def admit(visit: Visit, audience: Audience) -> Visit:
    """The visit as the audience may know it. Records that name a removed one keep its id, which then names nothing."""
    return Visit(record for record in visit if readable(record, audience))
