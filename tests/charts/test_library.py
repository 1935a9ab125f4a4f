"""matplotlib is imported lean, and nothing of the user's is asked or written."""

import os
import subprocess
import sys
from pathlib import Path

from lohum_brief.paths import resource

_DRAW = """
import sys
from decimal import Decimal
from lohum_brief.charts.chart import Chart, Row
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.lettering import Lettering
from lohum_brief.charts.tones import STRONG
from lohum_brief.typeset.ruler import FontRuler

row = Row({"en": "x"}, (Decimal(1), Decimal(2)), STRONG)
chart = Chart("bar", {"en": "t"}, "", ({"en": "a"}, {"en": "b"}), (row,))
with look():
    made = drawing(chart, Lettering(FontRuler(), ("en",)), 226.0, [("en", "alt")])
from matplotlib import artist, font_manager, rcParams
assert font_manager.fontManager.ttflist == []
assert artist.kwdoc.__module__ == "matplotlib.artist"
assert "matplotlib.pyplot" not in sys.modules
assert "pandas" not in sys.modules
print(hash(repr(made.shapes)))
"""


def drawn(folder: Path, **more: str) -> str:
    """What a process prints that draws a chart with that folder as its home and current folder."""
    environment = {
        **os.environ,
        "HOME": str(folder),
        "PYTHONPATH": str(resource("").parent),
        "PYTHONHASHSEED": "0",
        **more,
    }
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-P", "-c", _DRAW],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_no_font_of_the_machine_is_looked_for_and_nothing_is_written(tmp_path: Path) -> None:
    drawn(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_settings_of_the_user_change_nothing(tmp_path: Path) -> None:
    plain, own = tmp_path / "plain", tmp_path / "own"
    plain.mkdir()
    own.mkdir()
    for place in (own, own / ".config" / "matplotlib"):
        place.mkdir(parents=True, exist_ok=True)
        (place / "matplotlibrc").write_text(
            "axes.linewidth: 9\npatch.linewidth: 7\naxes.facecolor: red\n"
        )
    assert drawn(own, MATPLOTLIBRC=str(own)) == drawn(plain)


def test_a_pack_without_charts_does_not_wait_for_matplotlib(tmp_path: Path) -> None:
    code = """
import sys
from tests.packs.rendering import render
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Pack
visit = sample_visit()
render(visit, visit.get(Pack, "programme"))
assert not {"matplotlib", "numpy", "pandas"} & {*sys.modules}
"""
    environment = {**os.environ, "PYTHONPATH": str(resource("").parent)}
    subprocess.run([sys.executable, "-P", "-c", code], env=environment, cwd=tmp_path, check=True)


def test_a_check_that_finds_no_fault_does_not_wait_for_pandas(tmp_path: Path) -> None:
    code = """
import sys
from lohum_brief.checks.charts import findings
from lohum_brief.store.shipped import sample_visit
assert not list(findings(sample_visit()))
assert not {"matplotlib", "numpy", "pandas"} & {*sys.modules}
"""
    environment = {**os.environ, "PYTHONPATH": str(resource("").parent)}
    subprocess.run([sys.executable, "-P", "-c", code], env=environment, cwd=tmp_path, check=True)


def test_rows_written_out_are_drawn_without_pandas(tmp_path: Path) -> None:
    code = """
import sys
from lohum_brief.charts.data import shaped
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Chart
visit = sample_visit()
assert shaped(visit.get(Chart, "chart:battery-materials"), visit)
assert not {"matplotlib", "numpy", "pandas"} & {*sys.modules}
assert shaped(visit.get(Chart, "chart:lithium-share"), visit)
assert "pandas" in sys.modules
"""
    environment = {**os.environ, "PYTHONPATH": str(resource("").parent)}
    subprocess.run([sys.executable, "-P", "-c", code], env=environment, cwd=tmp_path, check=True)


def test_pandas_takes_no_engine_of_the_machine(tmp_path: Path) -> None:
    for engine in ("pyarrow", "numexpr", "bottleneck", "numba"):
        (tmp_path / f"{engine}.py").write_text("raise SystemExit('an engine was loaded')\n")
    code = """
import lohum_brief.charts.frames, importlib.util, os, sys
assert not {"pyarrow", "numexpr", "bottleneck", "numba"} & {*sys.modules}
assert importlib.util.find_spec("pyarrow")
assert "OPENBLAS_NUM_THREADS" not in os.environ
"""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(resource("").parent), str(tmp_path)]),
    }
    environment.pop("OPENBLAS_NUM_THREADS", None)
    subprocess.run([sys.executable, "-P", "-c", code], env=environment, cwd=tmp_path, check=True)
