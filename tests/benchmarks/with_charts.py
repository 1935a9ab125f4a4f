"""Charts beside matplotlib's SVG, and a pack with them beside those and Typst; rows of
`against_typst`.
"""

import json
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.processes import in_turn, ratio, run

PYTHON = sys.executable
PACK_ID = "standard"


class Measured(NamedTuple):
    """A line of the table, in seconds; `limit` is the most that `value` should be."""

    what: str
    ours: float
    theirs: float
    value: float
    limit: float


def measure(ours: str, folder: Path, rounds: int) -> list[Measured]:
    """Drawing alone, by the processor's work, and whole processes: ours, and matplotlib followed by
    Typst.
    """
    log = folder / "log"
    pack, fonts = folder / "charts", folder / "fonts"
    here = Path(__file__).parent
    svg = [
        PYTHON,
        str(here / "matplotlib_svg.py"),
        str(pack / "pack.json"),
        str(fonts),
        str(pack / "charts"),
    ]
    typst = [
        PYTHON,
        str(here / "typst_pack.py"),
        str(pack),
        str(fonts),
        str(folder / "theirs-charts.pdf"),
    ]
    run([ours, "load", str(folder / "charts.json"), str(folder / "charts.lbrief")], log)
    export = [
        ours,
        "export",
        str(folder / "charts.lbrief"),
        "--pack",
        PACK_ID,
        "-o",
        str(folder / "ours-charts.pdf"),
    ]
    runs = in_turn({"ours": export, "svg": svg, "typst": typst}, rounds, log)
    theirs = list(zip(runs["svg"], runs["typst"], strict=True))
    table = []
    for what, mine, other in (
        (
            "cold process",
            [one.seconds for one in runs["ours"]],
            [one.seconds + two.seconds for one, two in theirs],
        ),
        (
            "cold process, work",
            [one.work for one in runs["ours"]],
            [one.work + two.work for one, two in theirs],
        ),
    ):
        table.append(
            Measured(f"with charts, {what}", median(mine), median(other), ratio(mine, other), 0.6)
        )
    resident = [PYTHON, "-m", "tests.benchmarks.charts_resident", str(folder / "charts.json")]
    first: dict[str, list[float]] = {"ours": [], "theirs": []}
    again: dict[str, list[float]] = {"ours": [], "theirs": []}
    imports: dict[str, list[float]] = {"ours": [], "theirs": []}
    for _ in range(3):
        for side, command in (("ours", resident), ("theirs", svg)):
            run([*command, str(rounds)], log)
            told = json.loads(log.read_text())
            imports[side].append(told["import"])
            first[side].append(told["all"][0])
            again[side] += told["all"][1:]
    for what, times, limit in (
        ("import", imports, float("inf")),
        ("first", first, 0.5),
        ("again", again, 0.5),
    ):
        own, their = median(times["ours"]), median(times["theirs"])
        table.append(Measured(f"eight charts, {what}, work", own, their, own / their, limit))
    return table
