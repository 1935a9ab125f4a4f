"""Put 300 faults into the program, one at a time, and say which of them no test notices.

`make mutants`. What is known already is kept in out/mutants, so that a run may be broken off and
taken up again; `--again` tries those once more that nobody noticed, with the tests as they are now.
Which tests run which lines is measured once; delete the folder to have it measured again.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from hashlib import blake2b
from pathlib import Path
from queue import SimpleQueue
from typing import Final, NamedTuple

from tests.mutants import trees
from tests.mutants.faults import Fault, faults, faulty
from tests.mutants.mapping import TESTED, Map, environment, measure
from tests.mutants.measuring import test_of

SEED: Final = 12
COUNT: Final = 300
KILLED: Final = 90
"""Of a hundred faults, how many the tests must notice."""
_SECONDS: Final = 60
"""How long the tests of one fault may take when nothing is wrong; slower ones are left out."""
_PROCESSES: Final = 2
_EXCUSED: Final = Path(__file__).with_name("survivors.tsv")


class Mutant(NamedTuple):
    """A fault in a module, in words that still find it when other lines have changed."""

    path: str
    line: int
    fault: Fault
    before: str
    after: str

    @property
    def key(self) -> str:
        """What it is known by: its module and kind, and the line without and with it."""
        return f"{self.path}\t{self.fault.kind}\t{self.before}\t{self.after}"


def chosen(root: Path, count: int = COUNT, seed: int = SEED) -> list[Mutant]:
    """Return the faults that are tried, so many; nearly the same ones when the program changes."""
    every = {
        mutant.key: mutant
        for path in _modules(root)
        for source in [(root / path).read_text("utf-8")]
        for mutant in (_mutant(path, source, fault) for fault in faults(source))
    }
    drawn = sorted(every, key=lambda key: blake2b(f"{seed}\t{key}".encode()).digest())
    return sorted(every[key] for key in drawn[:count])


def of_module(root: Path, path: str) -> list[Mutant]:
    """Return every fault that a module can have."""
    source = (root / path).read_text("utf-8")
    return sorted(_mutant(path, source, fault) for fault in faults(source))


def _modules(root: Path) -> Iterator[str]:
    for prefix in TESTED:
        found = (root / prefix).rglob("*.py") if prefix.endswith("/") else [root / prefix]
        yield from (path.relative_to(root).as_posix() for path in found)


def _mutant(path: str, source: str, fault: Fault) -> Mutant:
    start = source.rfind("\n", 0, fault.start) + 1
    stop = source.find("\n", fault.stop) % (len(source) + 1)
    before = source[start:stop]
    after = source[start : fault.start] + fault.instead + source[fault.stop : stop]
    return Mutant(
        path,
        source.count("\n", 0, fault.start) + 1,
        fault,
        *(" ".join(one.split()) for one in (before, after)),
    )


class _Tree:
    """A copy of the program, and the process that tries faults in it."""

    def __init__(self, tree: Path, known: Map) -> None:
        self._tree = trees.copy_to(tree)
        self._known = known
        self._there = _collected(tree)
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.mutants.trying"],
            cwd=tree,
            env=environment(tree) | {"PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        # A sound program must pass here too, or every fault would seem to be noticed.
        path = min(_modules(tree))
        quick = sorted(self._there, key=lambda test: known.seconds.get(test, 1.0))[:200:4]
        assert not self._fails(path, (tree / path).read_text("utf-8"), quick)

    def notices(self, mutant: Mutant) -> bool:
        """Return whether a test of its package fails, or does not end, with a fault."""
        source = (self._tree / mutant.path).read_text("utf-8")
        # Nobody may have changed the program since the faults were chosen.
        assert _mutant(mutant.path, source, mutant.fault) == mutant
        tests = _affordable(
            self._known.tests_of(mutant.path, mutant.line, self._there), self._known
        )
        return self._fails(mutant.path, faulty(source, mutant.fault), [*tests])

    def _fails(self, path: str, source: str, tests: Sequence[str]) -> bool:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        seconds = 60 + int(6 * sum(self._known.seconds.get(test, 1.0) for test in tests))
        asked = {"path": path, "source": source, "tests": tests, "seconds": seconds}
        self._child.stdin.write(json.dumps(asked) + "\n")
        self._child.stdin.flush()
        fails: bool = json.loads(self._child.stdout.readline())
        return fails

    def close(self) -> None:
        """End the process."""
        assert self._child.stdin is not None
        self._child.stdin.close()
        self._child.wait()


def _collected(tree: Path) -> list[str]:
    """Return the tests there are. Pytest compiles them meanwhile; runs with a fault write none."""
    folders = sorted({folder for found in TESTED.values() for folder in found})
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--collect-only",
        "-p",
        "no:cacheprovider",
        *folders,
    ]
    ran = subprocess.run(
        command,
        cwd=tree,
        env=environment(tree),
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return [*dict.fromkeys(test_of(line) for line in ran.stdout.splitlines() if "::" in line)]


def _affordable(tests: Iterable[str], known: Map) -> Iterator[str]:
    left = float(_SECONDS)
    for test in tests:
        if (left := left - known.seconds.get(test, 1.0)) < 0:
            return
        yield test


def tried(mutants: Sequence[Mutant], out: Path, *, again: bool) -> dict[str, bool]:
    """Try each on one of several copies and return which were noticed.

    Each is written down as soon as it is known.
    """
    log = out / "tried.jsonl"
    noticed = dict(map(json.loads, log.read_text("utf-8").splitlines())) if log.exists() else {}
    waiting = [
        one
        for one in mutants
        if not noticed.get(one.key, False) and (again or one.key not in noticed)
    ]
    known = measure(out)
    free: SimpleQueue[_Tree] = SimpleQueue()
    for number in range(_PROCESSES if waiting else 0):
        free.put(_Tree(out / f"copy{number}", known))

    def attempt(mutant: Mutant) -> tuple[Mutant, bool]:
        tree = free.get()
        try:
            return mutant, tree.notices(mutant)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(_PROCESSES) as pool, log.open("a", encoding="utf-8") as written:
        done = as_completed([pool.submit(attempt, mutant) for mutant in waiting])
        for count, one in enumerate(done, 1):
            mutant, found = one.result()
            noticed[mutant.key] = found
            written.write(json.dumps([mutant.key, found], ensure_ascii=False) + "\n")
            written.flush()
            verdict = "noticed " if found else "SURVIVED"
            print(f"{count}/{len(waiting)} {verdict} {mutant.path}:{mutant.line} {mutant.after}")
    while not free.empty():
        free.get().close()
    return noticed


def excused() -> dict[str, str]:
    """Return the survivors that nobody can notice, with the reason."""
    rows = [
        line.split("\t")
        for line in _EXCUSED.read_text("utf-8").splitlines()
        if line and line[0] != "#"
    ]
    return {"\t".join(row[:-1]): row[-1] for row in rows}


def report(mutants: Sequence[Mutant], noticed: dict[str, bool]) -> int:
    """Print what survived and the share that was noticed; return 1 where that is too small."""
    reasons = excused()
    for mutant in mutants:
        if not noticed[mutant.key]:
            print(f"\n{mutant.path}:{mutant.line} ({mutant.fault.kind})")
            print(f"- {mutant.before}\n+ {mutant.after}")
            print(f"  {reasons.get(mutant.key, 'no test notices it')}")
    packages = Counter(mutant.path.split("/")[1] for mutant in mutants)
    killed = Counter(mutant.path.split("/")[1] for mutant in mutants if noticed[mutant.key])
    print(
        "".join(
            f"\n{name:9} {killed[name]:3} of {count:3}" for name, count in sorted(packages.items())
        )
    )
    share = 100 * killed.total() / len(mutants)
    print(f"{killed.total()} of {len(mutants)} faults noticed: {share:.1f} % (at least {KILLED} %)")
    return 0 if share >= KILLED else 1


def main() -> int:
    """Try them, and say what was found."""
    asked = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    asked.add_argument(
        "--again", action="store_true", help="try once more what survived, with the tests of now"
    )
    asked.add_argument("--count", type=int, default=COUNT)
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--module", help="every fault of this module, lohum_brief/visit/schedule.py")
    chose = asked.parse_args()
    out = trees.ROOT / "out/mutants"
    mutants = (
        chosen(trees.ROOT, chose.count, chose.seed)
        if not chose.module
        else of_module(trees.ROOT, chose.module)
    )
    return report(mutants, tried(mutants, out, again=chose.again))


if __name__ == "__main__":
    sys.exit(main())
