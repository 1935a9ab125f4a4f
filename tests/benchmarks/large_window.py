"""How long the window's loop stands still: `python -m tests.benchmarks.large_window [--people 5000]
[--sample]`.

A timer ticks every five milliseconds; for each action the longest time between two ticks is
printed, and the most that the window itself worked between two, which other programs on the machine
disturb less. Nothing is asserted: the aim is 50 ms at most. With `--sample` the visit is the
sample; else one with thousands of people and values. The first time of everything comes before the
second, as for somebody who has just begun.
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lohum_brief.language.interface import use
from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import (
    AnyRecord,
    Group,
    Item,
    Metric,
    NamePart,
    Observation,
    Organisation,
    Pack,
    Particulars,
    Person,
    Record,
    Section,
    Source,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES, Place

_TICK = 5


def large_visit(people: int, observations: int) -> Visit:
    """A visit with so many people and values, in all three languages."""
    groups = [Group(id=f"group:{n}", audience="guest", name=_text("Group", n)) for n in range(20)]
    bodies = [
        Organisation(id=f"org:{n}", audience="guest", name=_text("Body", n), side="guest")
        for n in range(300)
    ]
    sources = [Source(id=f"source:{n}", audience="public", title=f"Source {n}") for n in range(100)]
    metrics = [
        Metric(id=f"metric:{n}", audience="guest", name=_text("Metric", n), unit="t/year")
        for n in range(400)
    ]
    many = [
        Person(
            id=f"person:{n}",
            audience="guest",
            family=NamePart(
                hi=f"मिहोन {_letters(n)}", en=f"Mihon{_letters(n)}", ja="見本", reading="みほん"
            ),
            given=NamePart(hi="तारो", en="Tarō", ja="太郎", reading="たろう"),
            organisation=bodies[n % len(bodies)].id,
            group=groups[n % len(groups)].id,
            post=_text("Post", n),
            specimen=True,
        )
        for n in range(people)
    ]
    values = [
        Observation(
            id=f"observation:{n}",
            audience="guest",
            metric=metrics[n % len(metrics)].id,
            value=Decimal(n),
            as_of=f"{1990 + n // len(metrics)}",
            chosen=n >= observations - len(metrics),
            sources=(sources[n % len(sources)].id,),
        )
        for n in range(observations)
    ]
    items = [
        Item(
            id=f"item:{n}",
            audience="guest",
            title=_text("Item", n),
            start=dt.datetime.fromisoformat("2025-07-10T09:00") + dt.timedelta(minutes=30 * n),
        )
        for n in range(20)
    ]
    sections = [
        Section(id="sec", audience="guest", title=_text("Programme", 1), content="programme")
    ]
    packs = [
        Pack(
            id="pack",
            audience="guest",
            title=_text("Pack", 1),
            languages=("hi", "ja"),
            sections=("sec",),
        )
    ]
    particulars = Particulars(id="visit", audience="public", title=_text("Large visit", 1))
    records: list[AnyRecord] = [
        particulars, *groups, *bodies, *sources, *many, *metrics, *values, *items, *sections, *packs,
    ]  # fmt: skip
    return Visit(records)


def _text(word: str, number: int) -> Text:
    return Text(hi=f"{word} हिंदी {number}", en=f"{word} {number}", ja=f"{word} 日本語 {number}")


def _letters(number: int) -> str:
    found = ""
    while True:
        number, rest = divmod(number, 26)
        found = chr(97 + rest) + found
        if not number:
            return found


class Stop(NamedTuple):
    """Milliseconds between two ticks: the most that went by, and the most that the window's own
    thread worked.
    """

    wait: float
    work: float


class Loop(QObject):
    """Knows the longest time that the loop stood still."""

    def __init__(self) -> None:
        super().__init__()
        self._longest = Stop(0, 0)
        self._last = perf_counter(), thread_time()
        self._timer = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = perf_counter(), thread_time()
        wait, work = (1000 * (one - other) for one, other in zip(now, self._last, strict=True))
        self._longest = Stop(max(self._longest.wait, wait - _TICK), max(self._longest.work, work))
        self._last = now

    def of(self, act: Callable[[], object], wait: int) -> Stop:
        """The longest stop while something is done and for a while after it."""
        self.run(50)
        self._longest = Stop(0, 0)
        QTimer.singleShot(0, act)
        self.run(wait)
        return self._longest

    def run(self, milliseconds: int) -> None:
        """Let the loop go on."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


class Deeds:
    """What somebody does in a window, each with its longest stop."""

    def __init__(self, application: Application, window: VisitWindow, loop: Loop) -> None:
        self._application, self._window, self._loop = application, window, loop

    def all(self) -> Iterator[tuple[str, Stop]]:
        """One after the other."""
        do = self._loop.of
        for time in ("first", "second"):
            for row, place in enumerate(PLACES):
                yield (
                    f"{place.key}: the {time} time",
                    do(partial(self._window.places.setCurrentRow, row), 700),
                )
        for place in PLACES:
            yield from self._lists(place)
        for key, tab in (("people", 0), ("plant", 1)):
            yield from self._look_through(key, tab)
        yield from self._values()
        yield from self._write()
        for name, colours in (("dark", "dark"), ("light", "light")):
            yield f"colours: {name}", do(partial(self._application.set_colours, colours), 3_000)
        for lang in ("hi", "ja", "en"):
            yield f"language: {lang}", do(partial(self._application.set_language, lang), 3_000)
        yield "size: 125 %", do(partial(self._application.set_scale, 125), 3_000)

    def _shown(self) -> Browser:
        found = self._window.shown
        assert isinstance(found, Browser)
        return found

    def _lists(self, place: Place) -> Iterator[tuple[str, Stop]]:
        """The lists of a place with the first form of each, the next forms, and the wheel over
        both.
        """
        do, visit = self._loop.of, self._window.session.visit
        do(partial(self._window.go, place.key), 700)
        if not isinstance(self._window.shown, Browser):
            return
        shown = self._shown()
        for at, kind in enumerate(place.kinds):
            name = kind.__name__
            if at:
                yield (
                    f"{name}: list and first form",
                    do(partial(shown.tabs.setCurrentIndex, at), 900),
                )
            rows = range(1, min(6, len(visit.of(kind))))
            if rows:
                yield (
                    f"{name}: next ones",
                    _most(do(partial(shown.table.selectRow, row), 200) for row in rows),
                )
                yield f"{name}: wheel over the list", self._turn(shown.table.viewport())
                form: QWidget = shown.form.viewport()
                yield f"{name}: wheel over the form", self._turn(form)

    def _turn(self, over: QWidget) -> Stop:
        return _most(
            self._loop.of(partial(_wheel, over, steps), 30) for steps in (-1, -1, -3, -9, -27, 40)
        )

    def _look_through(self, key: str, tab: int) -> Iterator[tuple[str, Stop]]:
        do = self._loop.of
        do(partial(self._window.go, key), 700)
        shown = self._shown()
        do(partial(shown.tabs.setCurrentIndex, tab), 900)
        kind: type[Record] = shown.kind
        descending = Qt.SortOrder.DescendingOrder
        yield f"{key}: sorted", do(lambda: shown.table.sortByColumn(1, descending), 4_000)
        yield (
            f"{key}: filter typed",
            _most(do(partial(QTest.keyClicks, shown.search, key), 1_000) for key in "st 4"),
        )
        yield f"{key}: filter cleared", do(shown.search.clear, 2_000)
        yield (
            f"{key}: to the end",
            do(lambda: shown.table.verticalScrollBar().setValue(1 << 30), 500),
        )
        everything = [record.id for record in self._window.session.visit.of(kind)]
        yield f"{key}: all selected", do(lambda: shown.table.select(everything), 2_000)
        yield (
            f"{key}: one selected",
            do(lambda: shown.table.select([everything[len(everything) // 2]]), 1_000),
        )

    def _values(self) -> Iterator[tuple[str, Stop]]:
        """The metric with most values, and one of these changed."""
        visit, open_record = self._window.session.visit, self._window.open_record
        counts = Counter(one.metric for one in visit.of(Observation))
        (least, _), (most, count) = counts.most_common()[-1], counts.most_common()[0]
        self._loop.of(partial(open_record, least), 1_000)
        yield f"a metric with {count} values", self._loop.of(partial(open_record, most), 1_500)
        ident = next(one.id for one in visit.of(Observation) if one.metric == most)
        change = partial(self._window.session.set_field, ident, "value", "12")
        yield "one of them changed", self._loop.of(change, 3_000)

    def _write(self) -> Iterator[tuple[str, Stop]]:
        do, session = self._loop.of, self._window.session
        person = next(one for one in session.visit.of(Person) if one.organisation)
        do(partial(self._window.open_record, person.id, "post.en"), 1_500)
        area = self._shown().form.editors["post"].areas["en"]
        keys = "Adviser, {Department"
        yield (
            "typing, key by key",
            _most(do(partial(QTest.keyClicks, area, key), 40) for key in keys),
        )
        yield "the pause after it", do(lambda: QTest.keyClicks(area, "s"), 4_000)
        yield "undo", do(session.undo, 3_000)
        yield "redo", do(session.redo, 3_000)
        yield "a person added", do(self._shown().add, 3_000)
        yield "and removed", do(self._shown().remove, 3_000)


def _most(found: Iterable[Stop]) -> Stop:
    waits, works = zip(*found, strict=True)
    return Stop(max(waits), max(works))


def _wheel(over: QWidget, steps: int) -> None:
    at = QPointF(over.rect().center())
    event = QWheelEvent(
        at, over.mapToGlobal(at), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(over, event)


def main() -> None:
    """Print a line for each action."""
    reader = argparse.ArgumentParser()
    reader.add_argument("--people", type=int, default=5_000)
    reader.add_argument("--observations", type=int, default=20_000)
    reader.add_argument("--sample", action="store_true")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = folder
        use("en")
        path = Path(folder) / "visit.lbrief"
        store_at(path).create(
            sample_visit() if asked.sample else large_visit(asked.people, asked.observations)
        )
        application = Application(["large"])
        begun = perf_counter(), thread_time()
        window = application.open(path)
        if window is None:
            raise SystemExit(1)
        _say("opening", Stop(1000 * (perf_counter() - begun[0]), 1000 * (thread_time() - begun[1])))
        loop = Loop()
        _say("filled after it", loop.of(lambda: None, 15_000))
        for name, stop in Deeds(application, window, loop).all():
            _say(name, stop)
        window.close()


def _say(name: str, stop: Stop) -> None:
    sys.stdout.write(f"{name:36} {stop.wait:6.0f} ms, own work {stop.work:6.0f} ms\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
