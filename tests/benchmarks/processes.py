"""Whole processes, measured from outside: what a user waits for and what the machine must hold.
POSIX only.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Run(NamedTuple):
    """One process: seconds from start to exit, the most memory it held, in MiB, and what the
    processor worked for it.
    """

    seconds: float
    memory: float
    work: float


def environment() -> dict[str, str]:
    """Ours without what would slow Python's start on one side only."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "SOURCE_DATE_EPOCH")
    return {name: value for name, value in os.environ.items() if name not in dropped}


def run(command: Sequence[str], log: Path) -> Run:
    """Run one process to its end; its words go to `log` and are shown when it fails."""
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(
            f"{' '.join(command)}\n{log.read_text(errors='replace')}\nended with "
            f"{process.returncode}."
        )
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return Run(seconds, usage.ru_maxrss * unit / 2**20, usage.ru_utime + usage.ru_stime)


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int, log: Path) -> dict[str, list[Run]]:
    """A B A B …, so that a machine that grows slow is slow for both; one round before them is not
    counted.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            measured = run(command, log)
            if number:
                runs[name].append(measured)
    return runs


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of neighbours in time."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))
