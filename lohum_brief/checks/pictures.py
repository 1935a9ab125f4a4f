"""Photos that no pack could print: not a picture, cut off, of four inks, or too large for any
reader.
"""

from collections.abc import Iterator, Mapping

from lohum_brief.checks.finding import Finding
from lohum_brief.document.images import jpeg
from lohum_brief.message import msg
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit

RULE = "pictures"


def findings(visit: Visit, pictures: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield an error for each photo among `pictures`, by digest, that would stop a pack which
    prints it.
    """
    for person in visit.of(Person):
        data = pictures.get(person.photo)
        if data is None:
            continue
        try:
            jpeg(data)
        except ValueError:
            message = msg(
                "The photo cannot be printed: it is damaged, or no JPEG of usual size and "
                "colours. Choose it again."
            )
            # Without consent no pack prints it, so that nothing is stopped by it.
            yield Finding(
                "error" if person.consent_print == "given" else "info",
                RULE,
                person.id,
                "photo",
                message,
            )
