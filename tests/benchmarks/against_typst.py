"""Our packs beside Typst's on the same content: `make bench`, or `python -m
tests.benchmarks.against_typst`.

Charts aside; then with charts, which Typst takes as SVG from matplotlib.

Whole processes run in turn. Nothing is asserted: machines drift by a third within the hour, so read
the ratios, and read them twice. Typst prints with three of our fonts; ours also tags, and marks
every line with its text.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks import with_charts
from tests.benchmarks.processes import Run, in_turn, ratio, run

PYTHON = sys.executable
OURS = str(Path(PYTHON).with_name("lohum-brief"))
SIZES = (1, 10)
PACK_ID = "standard"  # convert.PACK_ID, whose module would make this process larger


class Row(NamedTuple):
    """One line of the table; `limit` is the most that `value` should be."""

    what: str
    ours: str
    theirs: str
    value: float
    limit: float
    unit: str = ""


def measure(size: int, folder: Path, rounds: int) -> tuple[list[Row], float]:
    """The rows of one size, and our seconds per page."""
    log = folder / "log"
    for name in (f"{size}", f"{size}unique"):
        run([OURS, "load", str(folder / f"{name}.json"), str(folder / f"{name}.lbrief")], log)
    pdf = {side: folder / f"{side}{size}.pdf" for side in ("ours", "theirs", "unique")}

    def export(name: str, out: Path) -> list[str]:
        return [OURS, "export", str(folder / f"{name}.lbrief"), "--pack", PACK_ID, "-o", str(out)]

    typst = [
        PYTHON,
        str(Path(__file__).with_name("typst_pack.py")),
        str(folder / str(size)),
        str(folder / "fonts"),
    ]
    cold = in_turn(
        {
            "ours": export(str(size), pdf["ours"]),
            "theirs": [*typst, str(pdf["theirs"])],
            "unique": export(f"{size}unique", pdf["unique"]),
        },
        rounds,
        log,
    )
    warm: dict[str, list[float]] = {"ours": [], "theirs": []}
    for _ in range(2):  # in turn here too, many changes each time
        resident = [
            PYTHON,
            "-m",
            "tests.benchmarks.resident",
            str(folder / f"{size}.json"),
            str(pdf["ours"]),
        ]
        for side, command in (("ours", resident), ("theirs", [*typst, str(pdf["theirs"])])):
            run([*command, str(rounds)], log)
            warm[side] += json.loads(log.read_text())
    return rows(size, cold, warm, pdf)


def rows(
    size: int, cold: dict[str, list[Run]], warm: dict[str, list[float]], pdf: dict[str, Path]
) -> tuple[list[Row], float]:
    """Medians and ratios of what was measured."""
    seconds = {side: [one.seconds for one in runs] for side, runs in cold.items()}
    memory = {side: median(one.memory for one in runs) for side, runs in cold.items()}
    length = {side: path.stat().st_size for side, path in pdf.items()}
    pages = {side: count_pages(path) for side, path in pdf.items()}

    def row(what: str, values: dict[str, float], value: float, limit: float, form: str) -> Row:
        return Row(
            f"×{size} {what}",
            form.format(values["ours"]),
            form.format(values["theirs"]),
            value,
            limit,
        )

    middle = {side: median(values) for side, values in seconds.items()}
    resident = {side: median(values) for side, values in warm.items()}
    own = {"ours": middle["unique"], "theirs": middle["ours"]}
    table = [
        Row(
            f"×{size} pages",
            str(pages["ours"]),
            str(pages["theirs"]),
            pages["ours"] / pages["theirs"],
            float("inf"),
        ),
        row(
            "cold process",
            middle,
            ratio(seconds["ours"], seconds["theirs"]),
            {1: 0.9, 10: 0.35}[size],
            "{:.3f} s",
        ),
        row(
            "warm, a paragraph changed",
            resident,
            resident["ours"] / resident["theirs"],
            0.5,
            "{:.3f} s",
        ),
        row("peak memory", memory, memory["ours"] / memory["theirs"], float("inf"), "{:.0f} MiB"),
        row(
            "file",
            {side: n / 1e6 for side, n in length.items()},
            length["ours"] / length["theirs"],
            0.5,
            "{:.3f} MB",
        ),
        row(
            "no Hindi word twice (beside our usual)",
            own,
            ratio(seconds["unique"], seconds["ours"]),
            2,
            "{:.3f} s",
        ),
    ]
    if size == max(SIZES):
        ours = f"{memory['ours']:.0f} MiB"
        table.append(Row(f"×{size} peak memory, ours", ours, "", memory["ours"], 130, " MiB"))
    return table, middle["ours"] / pages["ours"]


def count_pages(path: Path) -> int:
    """Asked of poppler, so that no PDF library makes this process larger."""
    told = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def show(table: list[Row]) -> None:
    """The table, each ratio with its target beside it."""
    print(f"{'':42} {'ours':>12} {'Typst':>12} {'ratio':>9}  target")
    for row in table:
        value = f"{row.value:.0f}{row.unit}" if row.unit else f"{row.value:.2f}"
        verdict = "met" if row.value <= row.limit else "MISSED"
        target = "" if row.limit == float("inf") else f"≤ {row.limit:g}{row.unit}  {verdict}"
        print(f"{row.what:42} {row.ours:>12} {row.theirs:>12} {value:>9}  {target}".rstrip())


def main() -> None:
    """Measure all sizes and show the table."""
    parser = argparse.ArgumentParser(description="Our packs beside Typst's on the same content.")
    parser.add_argument(
        "--rounds", type=int, default=7, help="counted runs of each process (default: 7)"
    )
    parser.add_argument("--keep", type=Path, help="a new folder to keep the PDF files in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        run([PYTHON, "-m", "tests.benchmarks.prepare", str(folder)], folder / "log")
        table: list[Row] = []
        per_page = []
        for size in SIZES:
            measured, seconds = measure(size, folder, options.rounds)
            table += measured
            per_page.append(seconds)
        table += [
            Row(row.what, f"{row.ours:.3f} s", f"{row.theirs:.3f} s", row.value, row.limit)
            for row in with_charts.measure(OURS, folder, options.rounds)
        ]
        first, last = (f"{seconds * 1000:.1f} ms" for seconds in per_page)
        table.append(
            Row(
                "time per page, ×10 (beside ours at ×1)",
                last,
                first,
                per_page[1] / per_page[0],
                1.1,
            )
        )
        show(table)


if __name__ == "__main__":
    main()
