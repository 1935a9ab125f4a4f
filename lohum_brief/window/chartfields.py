"""Which fields of a chart its form has a use for."""

from collections.abc import Mapping
from typing import Final

from lohum_brief.visit.records import AnyRecord, Chart

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


def idle(record: AnyRecord) -> frozenset[str]:
    """Fields that are empty and that its form never draws: nothing that is said is hidden."""
    if not isinstance(record, Chart):
        return frozenset()
    return frozenset(name for name in _SOME - _USED.get(record.form, _USUAL) if not getattr(record, name))
