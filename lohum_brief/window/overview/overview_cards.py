"""The cards of the overview. Each is made anew when the visit changed; what can be clicked is a
button.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.checks.finding import Finding
from lohum_brief.language import dates
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import interface, say, say_n
from lohum_brief.visit.figures import COUNTED
from lohum_brief.visit.records import Item, Metric, Organisation, Particulars, Person, is_quotation
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.schedule import end
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.elided import Elided
from lohum_brief.window.overview.meters import DayBar, StageBar, told
from lohum_brief.window.places import PLACES
from lohum_brief.window.readiness import Readiness
from lohum_brief.window.theme import current, icon
from lohum_brief.window.when import days_said, days_to, span_said

_NEXT: Final = 5
"""Programme items that are listed."""

Open = Callable[[str, str], object]
"""Goes to a record and to one of its fields."""


class Card(QFrame):
    """A white surface with a heading. `span` is how many sixths of the width it takes where there
    is room.
    """

    def __init__(self, heading: str, *, large: bool = False, span: int = 2) -> None:
        super().__init__()
        self.span = span
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 12, 16, 12)
        self.box.setSpacing(6)
        head = QLabel(heading)
        head.setObjectName("large" if large else "heading")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.box.addWidget(head)

    def note(self, text: str) -> None:
        """A quiet line, where there is something to say."""
        if text:
            self.box.addWidget(quiet(text))

    def link(self, text: str, act: Callable[[], object], name: str = "") -> QPushButton:
        """A line that can be clicked."""
        button = link(text, act, name)
        self.box.addWidget(button)
        return button

    def end(self) -> "Card":
        """The rest stays empty."""
        self.box.addStretch()
        return self


def _together(counted: str) -> str:
    """A number and what it counts, never on two lines; Japanese would break before its counter."""
    return re.sub(r"(?<=\d)(?=[^\W\d_])", "\u2060", counted.replace(" ", "\u00a0"))


def quiet(text: str) -> QLabel:
    """A quiet line, never taken for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName("quiet")
    label.setWordWrap(True)
    return label


def link(text: str, act: Callable[[], object], name: str = "") -> QPushButton:
    """Words that lead somewhere; they are cut where there is no room, and the tooltip has all of
    them.
    """
    button = LinkButton(text)
    button.clicked.connect(lambda _=False: act())
    if name:
        button.setAccessibleName(name)
    return button


class LinkButton(QPushButton):
    """A flat button of one line that gives way."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("link")
        self._label = Elided(text)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._label.sizeHint().width() + 10, self.fontMetrics().height() + 10)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(4 * self.fontMetrics().height(), self.sizeHint().height())


def when_card(visit: Visit) -> Card:
    """How many days are left, and how large the visit is."""
    particulars = visit.particulars
    card = Card(days_said(days_to(particulars.start)), large=True)
    card.note(span_said(particulars.start, particulars.end))
    card.note(labels.text(particulars.place))
    _, delegates = COUNTED["delegates"]
    counts = (
        (delegates(visit), say_n("{count} delegate", "{count} delegates", delegates(visit))),
        (len(visit.of(Person)), say_n("{count} person", "{count} people", len(visit.of(Person)))),
        (
            len(visit.of(Organisation)),
            say_n("{count} organisation", "{count} organisations", len(visit.of(Organisation))),
        ),
        (
            len(visit.of(Item)),
            say_n(
                "{count} item in the programme",
                "{count} items in the programme",
                len(visit.of(Item)),
            ),
        ),
        (len(visit.of(Metric)), say_n("{count} metric", "{count} metrics", len(visit.of(Metric)))),
    )
    card.note(" · ".join(_together(said) for count, said in counts if count))
    return card.end()


def languages_card(visit: Visit, readiness: Readiness, open_record: Open) -> Card:
    """How far each language is; a click goes to the first text that is missing, old or a draft."""
    share = readiness.share()
    card = Card(
        say("No texts yet")
        if share is None
        else say("{share}% of the texts are there", share=share),
        large=True,
    )
    for lang in LANGS:
        stages = readiness.stages(lang)
        if not sum(stages.values()):
            continue
        words = told(stages)
        name = labels.NATIVE[lang]
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, card.fontMetrics().height() * 4)
        grid.setColumnStretch(1, 1)
        go = partial(_go_to_worst, visit, lang, open_record)
        grid.addWidget(link(name, go, f"{name}: {words}"), 0, 0)
        grid.addWidget(StageBar(stages, name), 0, 1)
        grid.addWidget(quiet(words), 1, 1)
        card.box.addLayout(grid)
    return card.end()


def _go_to_worst(visit: Visit, lang: Lang, open_record: Open) -> None:
    for wanted in ("missing", "old", "draft"):
        for record in visit:
            if is_quotation(record):
                continue
            for name in fields_of(type(record)):
                value = getattr(record, name)
                if not isinstance(value, Text) or not value:
                    continue
                stage = value.state[lang] if value[lang] else "missing"
                if stage == wanted:
                    open_record(record.id, f"{name}.{lang}")
                    return


def findings_card(
    findings: Sequence[Finding] | None, show: Callable[[], object], visit: Visit, open_record: Open
) -> Card:
    """How many findings are open, by severity, and the worst of them."""
    theme = current()
    if findings is None:
        card = Card(say("Checking…"), large=True)
        return card.end()
    counted = [finding for finding in findings if finding.severity != "info"]
    card = Card(say_n("{count} open finding", "{count} open findings", len(counted)), large=True)
    for severity, picture, ink in (
        ("error", "circle-alert", theme.bad),
        ("warning", "triangle-alert", theme.warn),
        ("info", "info", theme.quiet),
    ):
        count = sum(finding.severity == severity for finding in findings)
        if count:
            row = QHBoxLayout()
            sign = QLabel()
            sign.setPixmap(icon(picture, ink).pixmap(16, 16))
            row.addWidget(sign)
            row.addWidget(link(_said(severity, count), show), 1)
            card.box.addLayout(row)
    for finding in sorted(counted, key=lambda one: one.severity)[:3]:
        record = visit.by_id.get(finding.record)
        name = labels.title(record, visit) if record else finding.record
        card.link(
            say("{sort}: {subject}", sort=name, subject=finding.message),
            partial(open_record, finding.record, finding.field),
        )
    if not findings:
        card.note(say("Nothing open"))
    return card.end()


def _said(severity: str, count: int) -> str:
    if severity == "error":
        return say_n("{count} error", "{count} errors", count)
    if severity == "warning":
        return say_n("{count} warning", "{count} warnings", count)
    return say_n("{count} note", "{count} notes", count)


def next_card(visit: Visit, open_record: Open) -> Card:
    """What comes next in the programme, on both clocks; on other days its first items."""
    particulars = visit.particulars
    items = sorted(visit.of(Item), key=lambda item: (item.start, item.id))
    here = _now_in(particulars.place_zone)
    coming = [item for item in items if end(item, particulars.place_zone) >= here]
    card = Card(say("Next in the programme") if coming else say("The programme"), span=3)
    shown = (coming or items)[:_NEXT]
    days = {item.start.date() for item in shown}
    for item in shown:
        clock = _clocks(item, particulars)
        if len(days) > 1:
            clock = f"{dates.day(item.start.date(), interface())} {clock}"
        title = labels.text(item.title) or item.id
        card.note(clock)
        card.link(title, partial(open_record, item.id, ""))
    if not items:
        card.note(say("No programme yet. Add the first item, with its time and place."))
    return card.end()


def _now_in(zone: str) -> dt.datetime:
    """What the clocks of a zone say now, or those of this computer where there is no such zone,
    which is a finding of its own.
    """
    now = dt.datetime.now().astimezone()
    try:
        from zoneinfo import ZoneInfo

        return now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except (OSError, ValueError, LookupError):
        return now.replace(tzinfo=None)


def _clocks(item: Item, particulars: Particulars) -> str:
    """When an item begins, on both clocks."""
    zones = particulars.place_zone, particulars.guest_zone
    try:
        return dates.two_clocks(item.start, *zones, interface())
    except dates.UnknownZoneError:
        return dates.time(item.start, interface())


def day_card(visit: Visit, open_record: Open) -> Card | None:
    """The first day of the programme along its hours."""
    items = sorted(visit.of(Item), key=lambda item: (item.start, item.id))
    if not items:
        return None
    first = items[0].start.date()
    card = Card(dates.date(first, interface(), weekday=True), span=6)
    bar = DayBar([item for item in items if item.start.date() == first])
    bar.chosen.connect(lambda ident: open_record(ident, ""))
    card.box.addWidget(bar)
    return card


def places_card(
    readiness: Readiness, counts: Mapping[str, int], visit: Visit, go: Callable[[str], object]
) -> Card:
    """How far the texts of each place are."""
    card = Card(say("Completeness by place"), span=6)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    row = 0
    concerned: Counter[type] = Counter(
        type(visit.by_id[ident]) for ident in counts if ident in visit.by_id
    )
    for place in PLACES:
        share = readiness.share(place.kinds)
        if share is None:
            continue
        stages = dict.fromkeys(readiness.stages(LANGS[0]), 0)
        for lang in LANGS:
            for stage, count in readiness.stages(lang, place.kinds).items():
                stages[stage] += count
        name = say(place.title)
        found = sum(concerned[kind] for kind in place.kinds)
        grid.addWidget(link(name, partial(go, place.key)), row, 0)
        grid.addWidget(StageBar(stages, name), row, 1)
        grid.addWidget(_right(f"{share}%"), row, 2)
        grid.addWidget(
            _right(say_n("{count} with findings", "{count} with findings", found) if found else ""),
            row,
            3,
        )
        row += 1
    card.box.addLayout(grid)
    return card.end()


def _right(text: str) -> QLabel:
    label = quiet(text)
    label.setWordWrap(False)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def clear(widgets: Iterable[QWidget]) -> None:
    """Let old cards go."""
    for widget in widgets:
        widget.hide()
        widget.deleteLater()
