"""Which tests run which lines, and how long each takes: a plugin for pytest.

It tells coverage which test is running.
"""

import json
import os
import resource
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

OUT = "LOHUM_MUTANTS_OUT"
"""Names the file that the seconds of each test are written to."""
LIMIT = "LOHUM_MUTANTS_SECONDS"
"""Names the seconds of the processor after which a run that does not end is ended."""

_seconds: dict[str, float] = defaultdict(float)
_failed: set[str] = set()


def test_of(nodeid: str) -> str:
    """Return the test function of a test, whatever its parameters are."""
    return nodeid.partition("[")[0]


def pytest_configure() -> None:
    """Bound what a fault may use up: one that loops for ever has been noticed too."""
    if seconds := os.environ.get(LIMIT):
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Tell coverage whose lines follow, from the test's fixtures to their end."""
    if measured := Coverage.current():
        measured.switch_context(test_of(item.nodeid))
    found = yield
    if measured:
        measured.switch_context("")
    return found


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note the time, and who failed without any fault: nobody can be noticed by them."""
    _seconds[test_of(report.nodeid)] += report.duration
    if report.failed:
        _failed.add(test_of(report.nodeid))


def pytest_sessionfinish() -> None:
    """Write down what was measured."""
    if out := os.environ.get(OUT):
        passed = {
            test: round(seconds, 3) for test, seconds in _seconds.items() if test not in _failed
        }
        Path(out).write_text(json.dumps(passed, ensure_ascii=False), "utf-8")
