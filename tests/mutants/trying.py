"""The process that tries faults in one copy of the program.

It has loaded all that no fault touches, and forks for each. It reads a line of JSON for each fault:
the module, its source with the fault, the tests, the seconds of the processor that they may take.
It answers with one: whether a test failed.
"""

import importlib
import json
import os
import pkgutil
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.mutants import trees
from tests.mutants.measuring import LIMIT

_ARGUMENTS = ("-x", "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "tests.mutants.measuring")
_LOADED = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
"""Pytest warns of plugins that are loaded before it."""
_LIBRARIES = (
    "hypothesis.strategies",
    "icu4py",
    "msgspec",
    "pymupdf",
    "pypdf",
    "reportlab.pdfgen.canvas",
    "uharfbuzz",
)
"""What the tests load, and takes long to load."""


def _load_what_no_fault_touches() -> None:
    for name in _LIBRARIES:
        importlib.import_module(name)
    language = importlib.import_module("lohum_brief.language")
    for found in pkgutil.walk_packages(language.__path__, "lohum_brief.language."):
        if found.name.rpartition(".")[2] not in ("compile", "extract"):
            importlib.import_module(found.name)


def _try(tree: Path, asked: dict[str, Any]) -> bool:
    at = tree / asked["path"]
    sound = at.read_text("utf-8")
    trees.put(at, asked["source"])
    try:
        child = os.fork()
        if not child:
            _run(asked["tests"], asked["seconds"])
        late = threading.Timer(40 * asked["seconds"], os.kill, (child, 9))
        late.start()
        _, status = os.waitpid(child, 0)
        late.cancel()
    finally:
        trees.put(at, sound)
    return status != 0


def _run(tests: list[str], seconds: int) -> None:
    """Run the tests in a process of their own, which ends with pytest's exit code."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(nowhere, handle)
    os.environ[LIMIT] = str(seconds)
    code = 1
    try:
        code = pytest.main([*_ARGUMENTS, *_LOADED, *tests])
    finally:
        os._exit(code)


def main() -> None:
    """Answer until nobody asks any more."""
    tree = Path.cwd()
    _load_what_no_fault_touches()
    for line in sys.stdin:
        print(json.dumps(_try(tree, json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
