"""What the page for contributors names is there."""

import re

import pytest

from tests.house.changes import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PATHS = sorted(
    path
    for path in set(re.findall(r"`((?:[\w.-]+/)+[\w.-]+)`", PAGE))
    if not re.search(r"NAME|KIND|CODE", path)
)


@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_it_names_exists(path: str) -> None:
    assert any((folder / path).exists() for folder in (ROOT, ROOT / "lohum_brief"))


def test_it_names_every_target_of_make_as_it_is() -> None:
    targets = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert {
        word for line in re.findall(r"\bmake ([a-z][a-z -]*)", PAGE) for word in line.split()[:1]
    } <= targets
