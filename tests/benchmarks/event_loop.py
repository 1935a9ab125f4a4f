"""How long the window ever waits: `python -m tests.benchmarks.event_loop [--rounds 3]`.

The real window without a display, a timer of 5 ms in its event loop, and what somebody does in
turn: with the sample, with 5,000 people and 20,000 observations, and with a pack of 350 pages. For
each the longest gap between two ticks is printed, in the quietest round, and what of it the window
itself worked. Nothing is asserted: the aim is 50 ms at most.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any, NamedTuple

from msgspec.structs import replace

from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.document import decode
from lohum_brief.visit.records import Metric, Observation, Pack, Paragraph, Person
from lohum_brief.visit.visit import Visit
from tests.benchmarks.convert import visit_document
from tests.benchmarks.standard_pack import standard_pack

_AIM = 50
_TICK = 5
_PEOPLE, _OBSERVATIONS = 5000, 20_000


def large_visit() -> Visit:
    """The sample with as many people and observations as a visit may have."""
    base = sample_visit()
    people, metrics = base.of(Person), base.of(Metric)
    guests = [
        replace(people[at % len(people)], id=f"person:x{at}") for at in range(_PEOPLE - len(people))
    ]
    values = [
        Observation(
            id=f"observation:x{at}",
            audience="guest",
            metric=metrics[at % len(metrics)].id,
            value=Decimal(at),
            as_of=f"{2000 + at % 25}-{1 + at % 12:02d}-{1 + at % 28:02d}",
        )
        for at in range(_OBSERVATIONS)
    ]
    return Visit([*base.records, *guests, *values])


class Gap(NamedTuple):
    """Milliseconds: between two ticks, and what this thread worked between them."""

    wall: float
    work: float


def measure(path: Path) -> Iterator[tuple[str, Gap]]:
    """Open a visit and do everything once; gives each deed with its longest gap."""
    from PySide6.QtCore import QEventLoop, QTimer

    from lohum_brief.window.application import Application

    application = Application(["event loop"])
    gaps: list[Gap] = []
    last = [perf_counter(), thread_time()]

    def tick() -> None:
        now = [perf_counter(), thread_time()]
        gaps.append(Gap(1000 * (now[0] - last[0]), 1000 * (now[1] - last[1])))
        last[:] = now

    timer = QTimer(interval=_TICK)
    timer.timeout.connect(tick)
    timer.start()

    def do(
        act: Callable[[], object], until: Callable[[], bool] = lambda: True, pause: int = 300
    ) -> Gap:
        loop = QEventLoop()
        ready = QTimer(interval=pause)
        ready.timeout.connect(lambda: loop.quit() if until() else None)
        ready.start()
        QTimer.singleShot(20, act)
        gaps.clear()
        last[:] = [perf_counter(), thread_time()]
        loop.exec()
        return max(gaps, key=lambda gap: gap.wall)

    yield (
        "open, to the first paint (may take longer)",
        do(
            lambda: application.open(path),
            lambda: bool(application.windows) and application.windows[0].complete,
        ),
    )
    [window] = application.windows
    yield from _deeds(window, application, do)
    window.close()


def _deeds(window: Any, application: Any, do: Callable[..., Gap]) -> Iterator[tuple[str, Gap]]:
    from lohum_brief.window.places import PLACES

    for time in ("first", "second"):
        for row, place in enumerate(PLACES):
            yield (
                f"go to {place.key}, the {time} time",
                do(lambda row=row: window.places.setCurrentRow(row)),
            )
    for place in PLACES:
        yield from _select(window, place, do)
    yield from _write(window, do)
    for key, tab in (("people", 0), ("plant", 1)):
        yield from _look_through(window, key, tab, do)
    yield from _find(window, do)
    yield from _export(window, do)
    yield (
        "switch language (may take longer)",
        do(lambda: application.set_language("hi"), pause=1000),
    )
    yield (
        "switch colours (may take longer)",
        do(lambda: application.set_colours("dark"), pause=1000),
    )


def _worst(found: Iterable[Gap]) -> Gap:
    return max(found, key=lambda gap: gap.wall)


def _type(widget: Any, text: str) -> Callable[[], None]:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    def press() -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(
                widget, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text)
            )

    return press


def _select(window: Any, place: Any, do: Callable[..., Gap]) -> Iterator[tuple[str, Gap]]:
    """The lists of a place, and their next rows one after the other."""
    from lohum_brief.window.lists.browser import Browser

    do(lambda: window.go(place.key))
    shown = window.shown
    if not isinstance(shown, Browser):
        return
    for at, kind in enumerate(place.kinds):
        if at:
            yield f"list of {kind.__name__}", do(lambda at=at: shown.tabs.setCurrentIndex(at))
        rows = range(1, min(6, len(window.session.visit.of(kind))))
        if rows:
            found = [do(lambda row=row: shown.table.selectRow(row), pause=120) for row in rows]
            yield f"next {kind.__name__}", _worst(found)


def _write(window: Any, do: Callable[..., Gap]) -> Iterator[tuple[str, Gap]]:
    paragraph = window.session.visit.of(Paragraph)[0]
    do(lambda: window.open_record(paragraph.id, "text.en"), pause=1000)
    area = next(iter(window.shown.form.editors["text"].areas.values()))
    yield "type in a text", _worst([do(_type(area, letter), pause=40) for letter in "agreement {a"])
    yield "the pause after it: kept, pages and findings come", do(_type(area, "b"), pause=4000)
    yield "undo", do(window.session.undo, pause=3000)
    yield "redo", do(window.session.redo, pause=3000)


def _look_through(
    window: Any, key: str, tab: int, do: Callable[..., Gap]
) -> Iterator[tuple[str, Gap]]:
    from PySide6.QtCore import Qt

    do(lambda: window.go(key))
    shown = window.shown
    do(lambda: shown.tabs.setCurrentIndex(tab), pause=1000)

    def settled() -> bool:
        return bool(shown.table.records.settled)

    yield f"filter {key}", _worst([do(_type(shown.search, letter), settled, 60) for letter in "sa"])
    yield f"all {key} again", do(shown.search.clear, settled)
    header, bar = shown.table.horizontalHeader(), shown.table.verticalScrollBar()
    yield (
        f"sort {key}",
        do(lambda: header.setSortIndicator(1, Qt.SortOrder.AscendingOrder), settled),
    )
    yield (
        f"scroll {key}",
        _worst([do(lambda at=at: bar.setValue(at * 37), pause=30) for at in range(15)]),
    )
    yield f"to the end of {key}", do(lambda: bar.setValue(bar.maximum()))


def _find(window: Any, do: Callable[..., Gap]) -> Iterator[tuple[str, Gap]]:
    from lohum_brief.window import commands
    from lohum_brief.window.search.finder import Finder

    yield "Ctrl+K", do(lambda: commands.find_anything(window), pause=1500)
    [finder] = window.findChildren(Finder)
    yield (
        "type in Ctrl+K",
        _worst([do(_type(finder.line, letter), pause=80) for letter in "sharma"]),
    )
    do(finder.close)


def _export(window: Any, do: Callable[..., Gap]) -> Iterator[tuple[str, Gap]]:
    from lohum_brief.window.live.exporting import ExportDialog

    dialogs: list[ExportDialog] = []

    def export() -> None:
        pack = window.session.visit.of(Pack)[0]
        dialogs.append(
            ExportDialog(
                window, window.session.visit, [pack], Path(window.session.place.address).parent
            )
        )
        dialogs[0].show()

    yield "open the export", do(export, pause=1000)
    yield "export a pack", do(dialogs[0].begin, lambda: bool(dialogs[0].finished_text()))
    do(dialogs[0].reject)


def _rounds(path: Path, rounds: int) -> dict[str, Gap]:
    best: dict[str, Gap] = {}
    for _ in range(rounds):
        told = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.event_loop", "--once", str(path)],
            check=True,
            stdout=subprocess.PIPE,
        )
        for name, gap in json.loads(told.stdout).items():
            best[name] = min(best.get(name, Gap(*gap)), Gap(*gap))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", type=Path, help="one round with this visit, as JSON")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments.once:
        with tempfile.TemporaryDirectory() as home:
            os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = home
            sys.stdout.write(json.dumps(dict(measure(arguments.once))))
            sys.stdout.flush()
        os._exit(0)
    long = decode(json.dumps(visit_document(standard_pack(10))).encode(), "standard pack")
    with tempfile.TemporaryDirectory() as folder:
        for name, visit in (("sample", sample_visit()), ("large", large_visit()), ("long", long)):
            path = Path(folder) / f"{name}.lbrief"
            store_at(path).create(visit)
            sys.stdout.write(f"\n{name}: {len(visit)} records\n{'gap':>8} {'own work':>9}  ms\n")
            for deed, gap in _rounds(path, arguments.rounds).items():
                mark = " <" if gap.wall > _AIM else ""
                sys.stdout.write(f"{gap.wall:8.0f} {gap.work:9.0f}  {deed}{mark}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
