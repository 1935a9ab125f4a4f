"""The map from lines of the program to the tests that run them, measured once."""

import json
import os
import subprocess
import sys
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from coverage import CoverageData

from tests.mutants import trees
from tests.mutants.measuring import OUT

TESTED: Final = {
    "lohum_brief/store/": ("tests/store",),
    "lohum_brief/visit/": ("tests/visit",),
    "lohum_brief/checks/": ("tests/checks",),
    "lohum_brief/packs/": ("tests/packs",),
    "lohum_brief/typeset/pagination.py": ("tests/typeset", "tests/packs"),
    "lohum_brief/typeset/tables.py": ("tests/typeset", "tests/packs"),
}
"""What is tried, and the tests of it."""


class Map(NamedTuple):
    """`lines` has the tests of each line of each module, `seconds` how long each test takes."""

    lines: Mapping[str, Mapping[int, list[str]]]
    seconds: Mapping[str, float]

    def tests_of(self, path: str, line: int, there: Collection[str]) -> list[str]:
        """Return the tests of a line among those that there are, the likeliest first.

        These are the ones that nobody has measured yet, that run the line, that are named after
        the module; then come the others of the module, quick ones before slow ones. What runs when
        a module is loaded is told apart by no test: there it is those of the whole package.
        """
        by_line = self.lines.get(path, {})
        own = set(by_line.get(line, ()))
        module = {test for tests in by_line.values() for test in tests}
        folders = tuple(
            f"{folder}/"
            for prefix, folders in TESTED.items()
            if path.startswith(prefix)
            for folder in folders
        )
        found = [test for test in there if test.startswith(folders)]
        found = [test for test in found if test in module or not module or test not in self.seconds]
        named = f"/test_{Path(path).stem}.py::"
        return sorted(
            found,
            key=lambda test: (
                test in self.seconds, test not in own, named not in test, self.seconds.get(test, 0.0),
            ),
        )  # fmt: skip


def measure(out: Path) -> Map:
    """Run the tests in a copy of the program; what has been measured already is read from `out`."""
    kept = out / "map.json"
    if not kept.exists():
        tree = trees.copy_to(out / "measured")
        folders = sorted({folder for found in TESTED.values() for folder in found})
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda folder: _run(tree, out, folder), folders))
        kept.write_text(json.dumps(_read(tree, out, folders), ensure_ascii=False), "utf-8")
    lines, seconds = json.loads(kept.read_text("utf-8"))
    return Map(
        {path: {int(line): tests for line, tests in by.items()} for path, by in lines.items()},
        seconds,
    )


def _run(tree: Path, out: Path, folder: str) -> None:
    name = folder.replace("/", "-")
    settings = out / f"{name}.ini"
    included = "".join(f"\n  {prefix}{'*' if prefix.endswith('/') else ''}" for prefix in TESTED)
    settings.write_text(
        f"[run]\nrelative_files = true\ndata_file = {out / name}.coverage\ninclude ={included}\n"
    )
    command = [
        sys.executable,
        "-m",
        "coverage",
        "run",
        f"--rcfile={settings}",
        "-m",
        "pytest",
        "-q",
        "--no-header",
    ]
    subprocess.run(
        [*command, "-p", "no:cacheprovider", "-p", "tests.mutants.measuring", folder],
        cwd=tree,
        env=environment(tree) | {OUT: str(out / f"{name}.json")},
        stdout=(out / f"{name}.log").open("w"),
        stderr=subprocess.STDOUT,
        check=False,
    )


def environment(tree: Path) -> dict[str, str]:
    """Return the environment in which a copy is what is imported, and examples are the same."""
    return os.environ | {"PYTHONPATH": str(tree), "CI": "1", "QT_QPA_PLATFORM": "offscreen"}


def _read(
    tree: Path, out: Path, folders: list[str]
) -> tuple[dict[str, dict[int, list[str]]], dict[str, float]]:
    lines: dict[str, dict[int, list[str]]] = {}
    seconds: dict[str, float] = {}
    for folder in folders:
        name = folder.replace("/", "-")
        seconds |= json.loads((out / f"{name}.json").read_text("utf-8"))
        data = CoverageData(str(out / f"{name}.coverage"))
        data.read()
        for path in data.measured_files():
            by_line = lines.setdefault(
                str(Path(path).relative_to(tree) if Path(path).is_absolute() else path), {}
            )
            for line, tests in data.contexts_by_lineno(path).items():
                by_line.setdefault(line, []).extend(test for test in tests if test)
    return lines, seconds
