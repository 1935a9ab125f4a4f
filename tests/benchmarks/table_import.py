"""A list of 10,000 rows and 20 columns, previewed by a whole process: `python -m
tests.benchmarks.table_import [--rounds 5]`.

Memory is the larger of the program's and the child's that reads the workbook, and both together can
be no more than twice it. Nothing is asserted: read the medians against the targets of 3 s and 300
MiB.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.processes import run

PYTHON = sys.executable
OURS = str(Path(PYTHON).with_name("lohum-brief"))
ROWS = 10_000
HEADING = [
    "No.",
    "氏名",
    "フリガナ",
    "Name",
    "नाम",
    "所属",
    "役職",
    "Designation",
    "पदनाम",
    "班",
    "側",
    "役割",
    "配慮事項",
    "E-mail",
    "電話",
    "備考1",
    "備考2",
    "備考3",
    "備考4",
    "備考5",
]


def workbook(path: Path) -> None:
    """Delegates of fifty organisations, each with a name of their own in three scripts."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Delegates")
        sheet.write_row(0, 0, HEADING)
        for row in range(1, ROWS + 1):
            kanji = "".join("零一二三四五六七八九"[int(digit)] for digit in str(row))
            latin = "".join(chr(97 + int(digit)) for digit in str(row))
            own = [
                row,
                f"見本 {kanji}",
                "みほん たろう",
                f"MIHON Taro{latin}",
                f"श्री मिहोन तारो{row}",
                f"機関{row % 50}",
            ]
            post = ["課長", "Director", "निदेशक", f"{'ABCD'[row % 4]}班", "guest", "member", "なし"]
            sheet.write_row(
                row, 0, [*own, *post, "a@example.jp", "03-1234-5678", row * 1.5, "x", "y", "z", row]
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table, visit, log = folder / "delegates.xlsx", str(folder / "visit.lbrief"), folder / "log"
        workbook(table)
        run([OURS, "new", visit], log)
        preview = [OURS, "import", visit, "people", str(table), "--dry-run"]
        runs = [run(preview, log) for _ in range(rounds + 1)][1:]
    seconds, memory = median(one.seconds for one in runs), max(one.memory for one in runs)
    print(
        f"preview of {ROWS:,} rows × {len(HEADING)} columns: {seconds:.2f} s (target 3), "
        f"{memory:.0f} MiB (target 300)"
    )


if __name__ == "__main__":
    main()
