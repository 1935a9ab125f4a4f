"""How long the window's loop stands still on a large visit: `python -m tests.benchmarks.large_window [--people 5000]`.

A timer ticks every five milliseconds; the longest time between two ticks of each action is printed. Nothing is asserted: the
aim is 50 ms at most, on a machine that does nothing else.
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from lohum_brief.language import catalogue
from lohum_brief.store.file import create
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
    Section,
    Source,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.places import PLACES

_TICK = 5


def large_visit(people: int, observations: int) -> Visit:
    """A visit with so many people and values, in all three languages."""
    groups = [Group(id=f"group:{n}", audience="guest", name=_text("Group", n)) for n in range(20)]
    bodies = [Organisation(id=f"org:{n}", audience="guest", name=_text("Body", n), side="guest") for n in range(300)]
    sources = [Source(id=f"source:{n}", audience="public", title=f"Source {n}") for n in range(100)]
    metrics = [Metric(id=f"metric:{n}", audience="guest", name=_text("Metric", n), unit="t/year") for n in range(400)]
    many = [
        Person(
            id=f"person:{n}",
            audience="guest",
            family=NamePart(hi=f"मिहोन {_letters(n)}", en=f"Mihon{_letters(n)}", ja="見本", reading="みほん"),
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
    sections = [Section(id="sec", audience="guest", title=_text("Programme", 1), content="programme")]
    packs = [Pack(id="pack", audience="guest", title=_text("Pack", 1), languages=("hi", "ja"), sections=("sec",))]
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


class Loop(QObject):
    """Knows the longest time that the loop stood still."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last - _TICK / 1000)
        self._last = now

    def of(self, act: Callable[[], object], wait: int) -> float:
        """The longest stop while something is done and for a while after it, in milliseconds."""
        self.run(50)
        self.longest = 0.0
        QTimer.singleShot(0, act)
        self.run(wait)
        return self.longest * 1000

    def run(self, milliseconds: int) -> None:
        """Let the loop go on."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def main() -> None:
    """Print a line for each action."""
    reader = argparse.ArgumentParser()
    reader.add_argument("--people", type=int, default=5_000)
    reader.add_argument("--observations", type=int, default=20_000)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = folder
        catalogue.use("en")
        path = Path(folder) / "large.lbrief"
        create(path, large_visit(asked.people, asked.observations))
        application = Application(["large"])
        begun = perf_counter()
        window = application.open(path)
        if window is None:
            raise SystemExit(1)
        _say("opening", (perf_counter() - begun) * 1000)
        loop = Loop()
        loop.run(15_000)

        def go(key: str) -> None:
            window.places.setCurrentRow([place.key for place in PLACES].index(key))

        def shown() -> Browser:
            found = window.shown
            assert isinstance(found, Browser)
            return found

        def page(*, down: bool) -> None:
            bar = shown().table.verticalScrollBar()
            bar.setValue(bar.value() + (bar.pageStep() if down else -bar.pageStep()))

        for name, act, wait in (
            ("people: opened", lambda: go("people"), 1_500),
            ("people: sorted", lambda: shown().table.sortByColumn(0, Qt.SortOrder.DescendingOrder), 2_500),
            ("people: filtered", lambda: shown().search.setText("post 49"), 2_500),
            ("people: filter narrowed", lambda: shown().search.setText("post 499"), 1_000),
            ("people: filter cleared", lambda: shown().search.setText(""), 1_000),
            ("people: next page", lambda: page(down=True), 300),
            ("people: end", lambda: shown().table.verticalScrollBar().setValue(1 << 30), 500),
            (
                "people: all selected",
                lambda: shown().table.select([person.id for person in window.session.visit.of(Person)]),
                2_000,
            ),
            ("people: one selected", lambda: shown().table.select([shown().table.records.id_at(7)]), 1_000),  # type: ignore[union-attr]
            ("people: a field set", lambda: window.session.set_field("person:7", "post.en", "Another"), 2_000),
            ("plant: opened", lambda: go("plant"), 1_500),
            ("values: opened", lambda: shown().tabs.setCurrentIndex(1), 1_500),
            ("values: sorted", lambda: shown().table.sortByColumn(1, Qt.SortOrder.DescendingOrder), 4_000),
            ("values: filtered", lambda: shown().search.setText("metric 39"), 6_000),
            ("values: filter cleared", lambda: shown().search.setText(""), 1_000),
            ("values: a field set", lambda: window.session.set_field("observation:7", "value", "12"), 2_000),
        ):
            _say(name, loop.of(act, wait))
        window.close()


def _say(name: str, milliseconds: float) -> None:
    sys.stdout.write(f"{name:28} {milliseconds:7.0f} ms\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
