"""How soon the window is there: `python -m tests.benchmarks.first_paint [--rounds 7]`, beside a
bare QMainWindow.

Whole processes from start to the first paint, in turn; then ours to the content of the first place
and to the first page of the preview. Nothing is asserted: the aim is a ratio of 2.5 at most, and
that what comes later comes no later than it did.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.processes import in_turn, ratio, run

PYTHON = sys.executable
_END = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            app.postEvent(self, QEvent(QEvent.Type.User))
            watched.removeEventFilter(self)
        return False
    def event(self, event):
        import os, sys
        if len(sys.argv) > 2:
            heavy = [name for name in ("pandas", "matplotlib", "reportlab", "numpy", "uharfbuzz") if name in sys.modules]
            open(sys.argv[2], "w").write(" ".join(heavy))
        os._exit(0)
painted = Painted()
"""
_BARE = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
{_END}
window = QMainWindow()
window.resize(1440, 900)
window.installEventFilter(painted)
window.show()
app.exec()
"""
_OURS = f"""
import sys
from pathlib import Path
from lohum_brief.window.application import Application
application = Application(["first paint"])
app = application.qt
{_END}
from lohum_brief.window.main import VisitWindow
class Watched(VisitWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.installEventFilter(painted)
import lohum_brief.window.main as main
main.VisitWindow = Watched
application.open(Path(sys.argv[1]))
application.run()
"""
_LATER = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from lohum_brief.window.application import Application
application = Application(["first paint"])
window = application.open(Path(sys.argv[1]))
def there():
    if sys.argv[2] == "content":
        return window._middle.currentWidget() is not None and window._middle.currentWidget().isVisible()
    return window.complete and window.preview.rendered is not None
watch = QTimer(interval=2)
watch.timeout.connect(lambda: there() and os._exit(0))
watch.start()
application.run()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = name
        visit, heavy, log = place / "sample.lbrief", place / "heavy", place / "log"
        run([str(Path(PYTHON).with_name("lohum-brief")), "sample", str(visit)], log)
        runs = in_turn(
            {
                "ours": [PYTHON, "-c", _OURS, str(visit), str(heavy)],
                "bare": [PYTHON, "-c", _BARE],
                "content": [PYTHON, "-c", _LATER, str(visit), "content"],
                "page": [PYTHON, "-c", _LATER, str(visit), "page"],
            },
            rounds,
            log,
        )
        seconds = {side: [one.seconds for one in found] for side, found in runs.items()}
        sys.stdout.write(
            f"first paint with the sample {median(seconds['ours']):.3f} s, a bare window "
            f"{median(seconds['bare']):.3f} s: "
            f"{ratio(seconds['ours'], seconds['bare']):.2f} times (at most 2.5)\n"
            f"the first place is there after {median(seconds['content']):.3f} s, the first page "
            f"after {median(seconds['page']):.3f} s\n"
            f"imported before it, which should be none: {heavy.read_text() or 'none'}\n"
        )


if __name__ == "__main__":
    main()
