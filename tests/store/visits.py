"""Small visits and editions to be kept somewhere."""

from typing import Any

from msgspec import structs

from lohum_brief.store.editions import Edition, Imprint
from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import Backup, OpenVisit
from lohum_brief.visit.edit import replacement
from lohum_brief.visit.records import NamePart as Name
from lohum_brief.visit.records import Note, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def small() -> Visit:
    """A visit of eight records."""
    return Visit(
        [
            Particulars(
                id="visit", audience="public", title=Text(hi="यात्रा", en="Visit", ja="訪問")
            ),
            Person(id="p-1", audience="guest", family=Name(ja="見本", en="Mihon")),
            *(
                Note(
                    id=f"n-{i}",
                    audience="host",
                    sort="ask",
                    text=Text(hi=f"माँग {i}", en=f"ask {i}"),
                )
                for i in range(6)
            ),
        ]
    )


def imprint(number: int = 1, **changes: Any) -> Imprint:
    made = Imprint(
        pack="guests",
        number=number,
        title=Text(hi="अतिथि", en="Guests", ja="来賓"),
        languages=("hi", "ja"),
        layout="parallel",
        audience="guest",
        pages=3,
        size=1000,
        sha256="ab" * 32,
        file="guests.pdf",
        trace=b"\0" * 24,
        recipients="Embassy",
    )
    return structs.replace(made, **changes)


def issue(opened: OpenVisit, number: int = 1, **changes: Any) -> Edition:
    edition = opened.editions.reserve(imprint(number, **changes), 1_753_375_200)
    opened.editions.mark_issued(edition.serial)
    return edition


def restore(opened: OpenVisit, backup: Backup) -> Visit:
    """Make the visit what it was in a backup, as the window does."""
    opened.take_assets(backup)
    then = store_at(backup.address).read()
    return opened.commit(replacement(opened.visit, then, f"Restore {backup.time}"))
