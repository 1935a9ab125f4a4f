"""Names of organisations, groups and places in a script without a font: another form of the name
stands for it, as with people (`packs.naming`).
"""

from msgspec import structs

from lohum_brief.checks.lettering import instead, lost_forms
from lohum_brief.document.ruler import Ruler
from lohum_brief.packs.signs import unsigned_text
from lohum_brief.visit.records import AnyRecord, Group, Organisation, Place
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def lettered(visit: Visit, ruler: Ruler) -> Visit:
    """Return the visit whose names can be printed as far as they have a form that can."""
    changed: dict[str, AnyRecord] = {}
    called: list[Organisation | Group | Place] = [
        *visit.of(Organisation),
        *visit.of(Group),
        *visit.of(Place),
    ]
    for record in called:
        name = _printable(record.name, ruler)
        if name is not record.name:
            changed[record.id] = structs.replace(record, name=name)
    return Visit(changed.get(record.id, record) for record in visit) if changed else visit


def _printable(name: Text, ruler: Ruler) -> Text:
    lost = lost_forms(name, lambda form, lang: ruler.uncovered(unsigned_text(form), lang))
    other = instead(name, lost) if lost else ""
    return structs.replace(name, **dict.fromkeys(lost, other)) if other else name
