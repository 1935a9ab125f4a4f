"""What people agreed to: nothing about them is printed or kept that they did not allow, and it is
known when they did.
"""

from collections.abc import Container, Iterator
from typing import Any

import msgspec

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.message import msg
from lohum_brief.visit.needs import NEEDS, WITH_CONSENT
from lohum_brief.visit.records import Pack, Person, Picture
from lohum_brief.visit.visit import Visit

RULE = "consents"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for photos that packs leave out and data that somebody wants gone; notes for
    what was not asked yet.
    """
    printed = any(pack.photos for pack in visit.of(Pack))
    for person in visit.of(Person):
        yield from _of_photo(person, printed=printed)
        yield from _of_data(person)
        yield from _of_date(person)


def _of_photo(person: Person, *, printed: bool) -> Iterator[Finding]:
    if person.photo and person.consent_print == "refused":
        message = msg(
            "There is a photo, but the person refused to have it printed; no pack prints it."
        )
        yield Finding("warning", RULE, person.id, "consent_print", message)
    elif person.photo and not person.consent_print and printed:
        message = msg("There is a photo, but no consent to print it; packs leave it out.")
        yield Finding("warning", RULE, person.id, "consent_print", message)


def _of_data(person: Person) -> Iterator[Finding]:
    kept = [name for name in WITH_CONSENT if getattr(person, name)]
    if kept and person.consent_data == "refused":
        message = msg(
            "The person refused that these data are kept and shown: no pack prints them; "
            "remove them."
        )
        steps = tuple(Step(person.id, name, _blank(name)) for name in kept)
        fix = Fix(msg("Remove these data"), steps)
        yield Finding("warning", RULE, person.id, kept[0], message, " ".join(kept), fix)
    elif kept and not person.consent_data:
        message = (
            msg("Needs are kept of the person, but nobody noted whether that is allowed.")
            if kept[0] in NEEDS
            else msg("A passport is kept of the person, but nobody noted whether that is allowed.")
        )
        yield Finding("info", RULE, person.id, "consent_data", message)


def _of_date(person: Person) -> Iterator[Finding]:
    given = "given" in (person.consent_print, person.consent_photo, person.consent_data)
    if given and not person.consent_date:
        message = msg("Consent was given, but its date is not noted.")
        yield Finding("info", RULE, person.id, "consent_date", message)


def _blank(name: str) -> Any:
    """Return a field as JSON has it when nothing is said."""
    [blank] = [field.default for field in msgspec.structs.fields(Person) if field.name == name]
    return msgspec.to_builtins(blank)


def absent(visit: Visit, held: Container[str]) -> Iterator[Finding]:
    """Yield warnings for photos and other pictures that the file does not hold, as after loading a
    JSON document, which has none.
    """
    for picture in visit.of(Picture):
        if picture.image.digest and picture.image.digest not in held:
            message = msg("The picture is not in this file; choose it again.")
            yield Finding("warning", RULE, picture.id, "image", message)
    for person in visit.of(Person):
        if person.photo and person.photo not in held:
            message = msg("The photo is not in this file; choose it again.")
            yield Finding("warning", RULE, person.id, "photo", message)
