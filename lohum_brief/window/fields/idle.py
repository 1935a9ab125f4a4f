"""Which fields a chart, a note or a picture of its sort has no use for."""

from collections.abc import Mapping
from typing import Final

from lohum_brief.visit.records import AnyRecord, Chart, Note, Picture

_TARGET: Final = frozenset({"target", "target_figure", "target_metric", "aim"})
_OF_SERIES: Final = frozenset({"series", "places", "periods", "top"})
_WRITTEN: Final = frozenset({"names", "rows", "unit"})
_SOME: Final = _TARGET | _OF_SERIES | _WRITTEN | {"metrics", "notes", "origin", "across"}
_USUAL: Final = _OF_SERIES | _WRITTEN | _TARGET | {"metrics"}
_USED: Final[Mapping[str, frozenset[str]]] = {
    "timeline": frozenset({"notes"}),
    "flow": _WRITTEN | {"origin"},
    "scatter": _WRITTEN | {"across"},
    "heat": _WRITTEN,
    "gauge": _WRITTEN | _TARGET | {"metrics"},
}

_TRACKED: Final = frozenset({"status", "due", "owner"})
_TRACKING: Final[Mapping[str, frozenset[str]]] = {
    "agreement": _TRACKED,
    "ask": frozenset({"due", "owner"}),
    "offer": frozenset({"due", "owner"}),
}
"""What is followed up of notes, by their sort."""


def idle(record: AnyRecord) -> frozenset[str]:
    """Fields that are empty and of no use to it: nothing that is said is hidden."""
    match record:
        case Chart():
            unused = _SOME - _USED.get(record.form, _USUAL)
        case Note():
            unused = _TRACKED - _TRACKING.get(record.sort, frozenset())
        case Picture():
            unused = frozenset() if record.sort == "photograph" else frozenset({"consent"})
        case _:
            return frozenset()
    return frozenset(name for name in unused if not getattr(record, name))
