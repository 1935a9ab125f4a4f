"""Each test starts a fresh interpreter: ReportLab reads its settings at its first import."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import sys
from lohum_brief.typeset.pdf.metadata import Info
from lohum_brief.typeset.pdf.writer import Writer
from lohum_brief.typeset.tagging import Element
writer = Writer(Info(title="x", lang="en"))
root = Element("Document")
part = root.add("P")
part.kids.append((0, 0))
writer.add_page(100, 100, "/P <</MCID 0>>BDC EMC", [part])
data = writer.finish(root)
import os
assert sorted(key for key in os.environ if key.startswith("RL_")) == sys.argv[1:], "environment changed"
assert "reportlab_settings" not in sys.modules
from PIL import Image
assert Image.new("L", (2, 2)).size == (2, 2)
sys.stdout.buffer.write(data)
"""


def _run(home: Path, extra: dict[str, str], *arguments: str) -> bytes:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("RL_")}
    environment |= {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "PYTHONPATH": os.pathsep.join(["."]),
        **extra,
    }
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        check=False,
        capture_output=True,
        env=environment,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _run(tmp_path_factory.mktemp("home"), {})


def test_a_users_settings_file_is_never_run(tmp_path: Path, plain: bytes) -> None:
    (tmp_path / ".reportlab_settings").write_text("raise SystemExit('was run')\n", encoding="utf-8")
    assert _run(tmp_path, {}) == plain


def test_settings_in_the_environment_change_nothing(tmp_path: Path, plain: bytes) -> None:
    settings = {
        "RL_documentLang": "xx",
        "RL_invariant": "0",
        "RL_pageCompression": "nonsense",
        "RL_pdfComments": "1",
    }
    assert _run(tmp_path, settings, *sorted(settings)) == plain
