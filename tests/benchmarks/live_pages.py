"""How live the pages are, and whether the window waits: `python -m tests.benchmarks.live_pages`.

With the sample: from an edit to its pages, and to the first of them drawn; memory of the window and
of the process beside it. With the standard pack of some 355 pages: the longest time in which the
event loop got no turn while it is set for the window, shown, searched and exported.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer

from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.document import decode
from lohum_brief.visit.records import Pack, Paragraph
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.live.exporting import ExportDialog
from lohum_brief.window.main import VisitWindow
from tests.benchmarks.convert import visit_document
from tests.benchmarks.standard_pack import standard_pack

_TICK = 5
"""Milliseconds between two looks at the clock."""
_LONG = 120_000


def _until(signal: Any, done: Callable[[], bool] = lambda: True) -> None:
    loop = QEventLoop()
    connection = signal.connect(lambda *_: loop.quit() if done() else None)
    QTimer.singleShot(_LONG, loop, loop.quit)
    loop.exec()
    signal.disconnect(connection)


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def _sampled(what: str) -> Iterator[None]:
    """Print the longest time between two turns of the event loop."""
    gaps: list[float] = []
    last = perf_counter()

    def tick() -> None:
        nonlocal last
        now = perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(_TICK)
    started = perf_counter()
    yield
    timer.stop()
    gaps.append(perf_counter() - last)
    print(f"{what}: {perf_counter() - started:.2f} s, longest wait {1000 * max(gaps):.0f} ms")


def _memory(pid: int) -> int:
    """Proportional set size in MiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) // 1024


def _open(application: Application, visit: Visit, path: Path) -> VisitWindow:
    store_at(path).create(visit)
    window = application.open(path)
    assert window is not None
    window.resize(1440, 900)
    window.show()
    _until(window.service.rendered)
    _pause(1500)
    return window


def _edits(window: VisitWindow) -> None:
    preview = window.preview
    paragraph = next(
        one for one in window.session.visit.of(Paragraph) if one.id in preview.pages.printed
    )
    window.preview.show_record(paragraph.id)
    _pause(500)
    placed, drawn = [], []
    for number in range(7):
        started = perf_counter()
        window.session.set_field(paragraph.id, "text.hi", f"{paragraph.text['hi']} {number}")
        _until(preview.pages.placed)
        placed.append(perf_counter() - started)
        _until(preview.pages.drawn.changed)
        drawn.append(perf_counter() - started)
        _pause(1200)
    print(
        f"{preview.pages.count} pages after an edit: {median(placed):.2f} s, the first drawn "
        f"{median(drawn):.2f} s"
    )
    own, beside = _memory(os.getpid()), _memory(window.service.pid)
    print(
        f"memory (PSS): window {own} MiB, the process beside it {beside} MiB, together "
        f"{own + beside} MiB"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CONFIG_HOME"] = name
        application = Application(sys.argv[:1])
        window = _open(application, sample_visit(), folder / "sample.lbrief")
        _edits(window)
        window.close()
        visit = decode(json.dumps(visit_document(standard_pack(10))).encode(), "standard pack")
        with _sampled("a pack of 355 pages opened and set"):
            window = _open(application, visit, folder / "standard.lbrief")
        print(f"{window.preview.pages.count} pages")
        pages = window.preview.pages
        with _sampled("scrolled from end to end"):
            for page in range(0, pages.count, 5):
                pages.go_to(page)
                _pause(20)
        with _sampled("searched"):
            pages.search.look_for("電池")
            _until(pages.search.finished)
        with _sampled("exported"):
            dialog = ExportDialog(window, visit, visit.of(Pack)[:1], folder)
            dialog.show()
            dialog.begin()
            while not dialog.complete:
                _pause(50)
        with _sampled("set anew after an edit"):
            paragraph = visit.of(Paragraph)[0]
            window.session.set_field(paragraph.id, "text.hi", f"{paragraph.text['hi']} 1")
            _until(pages.placed)
            _pause(300)
        dialog.reject()
        window.close()


main()
