"""A small visit, and the command line run in this process."""

import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from lohum_brief.cli import main
from lohum_brief.language.interface import use
from lohum_brief.packs.issue import Issue
from lohum_brief.release.output import Rendered
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit


class Ran(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]

RECORDS: list[dict[str, Any]] = [
    {
        "kind": "visit",
        "id": "visit",
        "audience": "public",
        "title": {"hi": "यात्रा", "en": "Visit", "ja": "視察"},
        "purpose": {"hi": "उद्देश्य", "en": "Purpose", "ja": "目的"},
    },
    {
        "kind": "section",
        "id": "aims",
        "audience": "public",
        "title": {"hi": "लक्ष्य", "en": "Aims", "ja": "目的"},
    },
    {
        "kind": "paragraph",
        "id": "p1",
        "audience": "guest",
        "section": "aims",
        "text": {
            "hi": "नमस्ते",
            "en": "Welcome <b>&amp; $x_1$ %s {{count:guests}}",
            "ja": "ようこそ",
        },
    },
    {
        "kind": "paragraph",
        "id": "p2",
        "audience": "host",
        "section": "aims",
        "text": {"hi": "गुप्त", "en": "Confidential", "ja": "内密"},
    },
    {
        "kind": "pack",
        "id": "guests",
        "audience": "guest",
        "title": {"hi": "अतिथि", "en": "Guests", "ja": "来賓"},
        "sections": ["aims"],
    },
    {
        "kind": "pack",
        "id": "hosts",
        "audience": "host",
        "title": {"hi": "मेज़बान", "en": "Hosts", "ja": "受入側"},
        "languages": ["hi", "en"],
        "layout": "stacked",
        "sections": ["aims"],
    },
]


def document(*more: dict[str, Any], without: str = "", **changes: dict[str, Any]) -> bytes:
    """The small visit as JSON, with records added, left out, or changed by their id."""
    records = [
        record | changes.get(record["id"], {}) for record in RECORDS if record["id"] != without
    ]
    return json.dumps(
        {"format": "lohum-brief", "version": 2, "records": [*records, *more]}
    ).encode()


@pytest.fixture(autouse=True)
def english() -> Any:
    use("en")
    yield
    use(None)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; whatever happens, it tells it in lines of its own and never with a traceback."""

    def running(*words: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert all(line.startswith("lohum-brief: ") for line in err.splitlines()), err
        assert "Traceback" not in out
        return Ran(code, out, err)

    return running


@pytest.fixture
def visit_file(tmp_path: Path, run: Run) -> Path:
    """The small visit."""
    path = tmp_path / "visit.lbrief"
    assert run("load", "-", path, stdin=document()).code == 0
    return path


@pytest.fixture
def renderings(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Visit, Pack, int | None]]:
    """Replace the rendering, which has its own tests; the list says what was asked of it."""
    asked: list[tuple[Visit, Pack, int | None]] = []

    def render(
        visit: Visit,
        pack: Pack,
        make: object,
        *,
        created: int | None,
        progress: Callable[[float], None] | None,
        pictures: Mapping[str, bytes],
        issue: Issue | None = None,
    ) -> Rendered:
        del make
        assert not pictures
        asked.append((visit, pack, created))
        if progress:
            progress(0.5)
        number = f" {issue.number}" if issue else ""
        return Rendered(f"%PDF {pack.id} {pack.audience}{number}".encode(), 3)

    module = ModuleType("lohum_brief.release.rendering")
    module.render = render  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return asked
