"""The process beside the window, asked over pipes as the window does."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from msgspec import structs

from lohum_brief.language.interface import say
from lohum_brief.processes import own
from lohum_brief.release.editions import is_file_of
from lohum_brief.service.context import Context
from lohum_brief.service.framing import framed, take_answers
from lohum_brief.service.handlers import review
from lohum_brief.service.messages.files import Exported, Prepare, Prepared, Put
from lohum_brief.service.messages.message import Answer, Failed, Message, Progress
from lohum_brief.service.messages.notifications import Change, Changed, Issued, Load
from lohum_brief.service.messages.pages import Render, Rendered
from lohum_brief.service.messages.review import (
    Check,
    CompareEditions,
    DraftFound,
    EditionsCompared,
    FindDraft,
    Found,
    SinceEdition,
)
from lohum_brief.service.messages.tables import ShowLines
from lohum_brief.store.editions import decode
from lohum_brief.store.locate import store_at
from lohum_brief.visit.document import encode, encode_record
from lohum_brief.visit.edit import set_field
from lohum_brief.visit.records import Note, Pack, Table
from tests.packs.conftest import pack, sample, small, text

ROOT = Path(__file__).parents[2]


class Worker:
    """One process; `said` are its answers up to the one that is waited for."""

    def __init__(self, command: Sequence[str] = (), env: Mapping[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            command or own("--worker"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
        )
        self._buffer = bytearray()

    def ask(self, *requests: Message) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"".join(framed(request) for request in requests))
        self.process.stdin.flush()

    def until(self, number: int) -> list[Answer]:
        """The answers, but for progress, up to the one with a number."""
        assert self.process.stdout is not None
        said: list[Answer] = []
        while not said or said[-1].number != number:
            data = os.read(self.process.stdout.fileno(), 1 << 20)
            assert data, "it ended"
            self._buffer += data
            said += [
                answer for answer in take_answers(self._buffer) if not isinstance(answer, Progress)
            ]
        return said

    def end(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        code = self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    if made.process.poll() is None:
        made.end()


def test_an_edit_is_on_the_pages_and_the_process_ends_with_its_input(worker: Worker) -> None:
    visit, record = small(), encode_record(pack())
    worker.ask(Load(encode(visit)), Render(1, record))
    [first] = worker.until(1)
    assert isinstance(first, Rendered)
    assert first.pages > 1
    assert first.size[0] < first.size[1]
    made = set_field(visit, "p1", "text.ja", "長い文です。" * 200)
    [change] = made.changes
    assert change.after is not None
    changed = Changed(change.id, encode_record(change.after), change.next_before, change.next_after)
    worker.ask(Change((changed,)), Render(2, record))
    [second] = worker.until(2)
    assert isinstance(second, Rendered)
    heights = [
        sum(place.height for place in one.places if place.record == "p1") for one in (first, second)
    ]
    assert heights[1] > 5 * heights[0]
    assert worker.end() == 0


def test_pages_need_not_wait_until_all_faults_are_found(worker: Worker) -> None:
    visit = sample()
    record = encode_record(visit.of(Pack)[3])
    worker.ask(Load(encode(visit)), Render(1, record))
    worker.until(1)
    worker.ask(Check(2), Render(3, record), Check(4))
    said = worker.until(4)
    assert [answer.number for answer in said] == [3, 2, 4]
    assert [type(answer) for answer in said] == [Rendered, Found, Found]


def test_a_pack_that_cannot_be_set_is_told_and_the_next_one_is_set(worker: Worker) -> None:
    worker.ask(Load(encode(small())))
    worker.ask(
        Render(1, encode_record(pack(sections=("sec:nowhere",)))), Render(2, encode_record(pack()))
    )
    failed, rendered = worker.until(2)
    assert isinstance(failed, Failed)
    assert "sec:nowhere" in say(failed.why)
    assert isinstance(rendered, Rendered)


def test_pages_that_would_show_what_is_not_for_their_readers_are_not_set(worker: Worker) -> None:
    note = Note(id="never", audience="guest", sort="red_line", text=text("NEVERSAY"))
    worker.ask(Load(encode(small(note))), Render(1, encode_record(pack())))
    [failed] = worker.until(1)
    assert isinstance(failed, Failed)
    assert (failed.record, failed.field) == ("never", "audience")
    assert say(failed.reason).startswith("The audience of a record of the sort “Red line”")


def test_it_ends_when_whoever_asked_was_killed_in_the_middle_of_a_request(worker: Worker) -> None:
    assert worker.process.stdin is not None
    worker.process.stdin.write(framed(Load(encode(small())))[:1000])
    assert worker.end() == 0


def test_it_does_not_go_on_for_nobody(worker: Worker) -> None:
    visit = sample()
    worker.ask(Load(encode(visit)), Render(1, encode_record(visit.of(Pack)[3])))
    worker.until(1)
    worker.ask(*(Check(number) for number in range(2, 200)))
    assert worker.end() == 0


def test_an_edition_is_set_then_put_and_what_changes_since_is_found(
    worker: Worker, tmp_path: Path
) -> None:
    visit, out = small(), tmp_path / "out.pdf"
    worker.ask(
        Load(encode(visit)),
        Prepare(1, encode_record(pack()), 2, 1_753_375_200, "out.pdf", "Ms Sato"),
    )
    [prepared] = worker.until(1)
    assert isinstance(prepared, Prepared)
    imprint = decode(prepared.imprint)
    assert (imprint.number, imprint.recipients, out.exists()) == (2, "Ms Sato", False)
    worker.ask(Put(2, str(out)), Put(3, str(out)))
    exported, failed = worker.until(3)
    assert isinstance(exported, Exported)
    assert isinstance(failed, Failed), "it is written once"
    assert is_file_of(out, imprint)
    [change] = set_field(visit, "p1", "text.ja", "別").changes
    assert change.after is not None
    changed = Changed(change.id, encode_record(change.after), change.next_before, change.next_after)
    worker.ask(
        Issued(7, prepared.imprint),
        CompareEditions(4, (7,), (str(tmp_path),)),
        Change((changed,)),
        CompareEditions(5, (7,), ("/nowhere",)),
    )
    before, after = worker.until(5)
    assert isinstance(before, EditionsCompared)
    assert isinstance(after, EditionsCompared)
    assert before.since == (SinceEdition(True, (), (), 0, False, str(out)),)
    assert after.since == (SinceEdition(True, (), ("p1",), 0, False, ""),)


def test_what_it_runs_can_be_measured(tmp_path: Path) -> None:
    """It ends by `os._exit`, which would leave nothing of what coverage has seen."""
    coverage = pytest.importorskip("coverage")
    command = [sys.executable, "-m", "coverage", "run", "--rcfile", str(ROOT / "pyproject.toml")]
    worker = Worker(
        [*command, "-m", "lohum_brief", "--worker"],
        os.environ | {"COVERAGE_FILE": str(tmp_path / "measured"), "PYTHONPATH": str(ROOT)},
    )
    worker.ask(Load(encode(small())), ShowLines(1, "", "", 0, 1))
    worker.until(1)
    assert worker.end() == 0
    [file] = tmp_path.glob("measured*")
    found = coverage.CoverageData(str(file))
    found.read()
    assert any(name.endswith("service/handlers/tables.py") for name in found.measured_files())


def test_what_no_page_has_room_for_is_among_the_findings(worker: Worker) -> None:
    wide = structs.replace(
        small().of(Table)[0], columns=(text("Head"),) * 30, rows=(("11,111,103",) * 30,)
    )
    worker.ask(Load(encode(small(changed={wide.id: wide}))), Check(2))
    found = worker.until(2)[-1]
    assert isinstance(found, Found)
    assert [one.record for one in found.findings if one.rule == "setting"] == [wide.id]


def test_nobody_waits_for_ever_for_a_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "visit.lbrief"
    store_at(path).create(small())
    with store_at(path).open() as opened:
        opened.commit(set_field(opened.visit, "p1", "text.ja", "長い文です。"))
        visit = opened.visit
    given_way: list[int] = []
    context = Context(lambda _: None, lambda: given_way.append(1))
    context.visit = visit
    asked = FindDraft(1, "000000", str(path))
    assert review.find_draft(context, asked) == DraftFound(1, "000000")
    assert given_way, "what is asked meanwhile goes first"
    monkeypatch.setattr(review, "_PATIENCE", -1.0)
    assert review.find_draft(context, asked) == DraftFound(1, "000000", given_up=True)
