"""What the window holds: `python -m tests.benchmarks.window_memory`, on Linux.

The sample is open with its pages and findings, then every place was gone to. Memory is what the
window and the process that sets its pages hold, shared pages counted in parts (PSS). Nothing is
asserted: the aim is 350 MiB together.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit


def held(process: int) -> float:
    """MiB that a process holds."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _wait(until: Callable[[], bool], pause: int = 1000) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer(interval=pause)
    timer.timeout.connect(lambda: loop.quit() if until() else None)
    timer.start()
    loop.exec()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = home
        from lohum_brief.window.application import Application
        from lohum_brief.window.places import PLACES

        path = Path(home) / "sample.lbrief"
        store_at(path).create(sample_visit())
        application = Application(["memory"])
        window = application.open(path)
        if window is None:
            sys.exit("The sample could not be opened.")
        _wait(
            lambda: (
                window.complete and window.preview.rendered is not None and window.findings.settled
            )
        )
        _tell("the sample and its pages", window.service.process.processId())
        for row in range(len(PLACES)):
            window.places.setCurrentRow(row)
            _wait(lambda: True, 300)
        _tell("after all places", window.service.process.processId())
        window.close()


def _tell(when: str, worker: int) -> None:
    ours, theirs = held(os.getpid()), held(worker)
    sys.stdout.write(
        f"{when}: window {ours:.0f} + pages {theirs:.0f} = {ours + theirs:.0f} MiB (at most 350)\n"
    )


if __name__ == "__main__":
    main()
