"""Pages that are replaced while they are drawn."""

import subprocess
import sys
from pathlib import Path

from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Pack
from tests.packs.rendering import render
from tests.window.conftest import LONG

_REPLACING = """
import sys
from pathlib import Path
from time import perf_counter
from PySide6.QtCore import QSize, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from lohum_brief.window.live.drawn import DrawnPages

application = QGuiApplication([])
said = []
qInstallMessageHandler(lambda _kind, _where, message: said.append(message))
drawn = DrawnPages(QPdfDocument(application))
pdf = Path(sys.argv[1]).read_bytes()
for at in range(300):
    drawn.load(pdf)
    drawn.want([(at * 7 % 60, QSize(900, 1270))])
    until = perf_counter() + at % 10 * 0.0004
    while perf_counter() < until:
        pass
application.processEvents()
print([message for message in said if "QIODevice" in message])
"""


def test_replacing_pages_that_are_being_drawn_never_stops_the_window(tmp_path: Path) -> None:
    visit = sample_visit()
    path = tmp_path / "pages.pdf"
    path.write_bytes(render(visit, visit.of(Pack)[0]).pdf)
    command = [sys.executable, "-c", _REPLACING, str(path)]
    done = subprocess.run(command, check=True, timeout=LONG / 1000, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
