"""What an audience may read, taken out of a visit before anything is planned: later stages cannot leak the rest."""

from lohum_brief.visit.records import Audience
from lohum_brief.visit.visit import Visit


def admit(visit: Visit, audience: Audience) -> Visit:
    """The visit as the audience may know it. Records that name a removed one keep its id, which then names nothing."""
    return Visit(record for record in visit if record.readable(audience))
