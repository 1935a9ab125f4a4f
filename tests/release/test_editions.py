"""Packs issued: refusals, the order of note and file, and what is left when the program ends in
between.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.errors import BriefError, SystemRefusedError, UsageError
from lohum_brief.packs.issue import edition_of
from lohum_brief.release import editions as release
from lohum_brief.release.editions import find, is_file_of, issue
from lohum_brief.release.export import export
from lohum_brief.release.gate import HeldBackError, UnprintableError
from lohum_brief.release.outputs.pdf import OUTPUT
from lohum_brief.release.writing import write
from lohum_brief.store.editions import Edition
from lohum_brief.store.locate import store_at
from lohum_brief.visit import edit
from lohum_brief.visit.records import Pack, Section
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small
from tests.store.visits import imprint

TIME = 1_753_375_200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "visit.lbrief"
    store_at(found).create(small())
    return found


def issued(path: Path, out: Path, **more: Any) -> Edition:
    with store_at(path).open() as opened:
        found = opened.visit.get(Pack, pack().id)
        assert found
        return issue(opened, found, out, **({"time": TIME} | more)).edition


def test_the_next_number_is_noted_with_the_file_that_is_written(path: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        out = tmp_path / f"{number}.pdf"
        issued(path, out, recipients=" The\nEmbassy ")
        edition = store_at(path).editions()[-1]
        noted = edition.imprint
        assert (noted.number, noted.pack, noted.title, noted.issued) == (
            number,
            pack().id,
            pack().title,
            True,
        )
        assert (noted.languages, noted.layout, noted.audience) == (
            pack().languages,
            pack().layout,
            pack().audience,
        )
        assert (noted.recipients, noted.file, edition.time) == (
            "The Embassy",
            out.name,
            "2025-07-24T16:40:00Z",
        )
        assert is_file_of(out, noted)


def test_equal_visits_numbers_and_times_give_equal_bytes(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.lbrief"
    store_at(other).create(small())
    issued(path, tmp_path / "one.pdf")
    issued(other, tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def changed(make: Callable[[Visit], edit.Edit]) -> Visit:
    visit = small()
    return edit.apply(visit, make(visit))


@pytest.mark.parametrize(
    ("make", "error", "why"),
    [
        (
            lambda visit: edit.set_field(visit, "visit", "place_zone", "Asia/Tokio"),
            UnprintableError,
            "Asia/Tokio",
        ),
        (
            lambda visit: edit.set_field(visit, "visit", "title.hi", "\ue000"),
            UnprintableError,
            "cannot be issued: .*No font",
        ),
        (
            lambda visit: edit.set_field(
                visit, visit.get(Section, pack().sections[0]).id, "title.ja", ""
            ),
            HeldBackError,
            "The Japanese text is missing",
        ),
    ],
)
def test_what_a_draft_may_have_keeps_an_edition_back(
    tmp_path: Path, make: Callable[[Visit], edit.Edit], error: type[BriefError], why: str
) -> None:
    path, out = tmp_path / "visit.lbrief", tmp_path / "out.pdf"
    store_at(path).create(changed(make))
    with pytest.raises(error, match=why):
        issued(path, out)
    assert (store_at(path).editions(), out.exists()) == ([], False)


def test_mere_warnings_are_handed_over_before_it_goes_on(tmp_path: Path) -> None:
    path, heard = tmp_path / "visit.lbrief", list[str]()
    section = pack().sections[0]
    store_at(path).create(
        changed(lambda visit: edit.set_field(visit, section, "title.hi", "विषय ("))
    )
    with store_at(path).open() as opened:
        for number, languages in enumerate((("en", "ja"), ("hi", "ja"))):
            shown = structs.replace(pack(), languages=languages)
            out = tmp_path / f"{number}.pdf"
            issue(
                opened,
                shown,
                out,
                time=TIME,
                listing=lambda found: heard.extend(f.field for f in found),
            )
            assert heard == ([] if number == 0 else ["title.hi"]), "nobody reads Hindi in the first"


def test_the_file_of_an_edition_is_never_overwritten(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    issued(path, out)
    before = out.read_bytes()
    with pytest.raises(SystemRefusedError, match=f"it is edition 1 of {pack().id}"):
        issued(path, out)
    assert (out.read_bytes(), len(store_at(path).editions())) == (before, 1)


def test_where_nothing_can_be_written_no_number_is_given(path: Path, tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "nowhere" / "out.pdf", path):
        with pytest.raises(SystemRefusedError):
            issued(path, out)
    assert store_at(path).editions() == []


def test_a_write_that_fails_gives_the_number_back(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_out: Path, _data: bytes, **_how: object) -> None:
        raise SystemRefusedError("the disk is full")

    monkeypatch.setattr(release, "write", full)
    with pytest.raises(SystemRefusedError, match="full"):
        issued(path, tmp_path / "out.pdf")
    assert store_at(path).editions() == []


def test_a_visit_that_is_open_elsewhere_cannot_be_issued_from(path: Path, tmp_path: Path) -> None:
    with store_at(path).open(), pytest.raises(SystemRefusedError):
        issued(path, tmp_path / "out.pdf")


KILLED = """
import os, sys
from pathlib import Path
from lohum_brief.release import editions
from tests.release.test_editions import issued
write = editions.write
def ending(out, data, **how):
    if sys.argv[3] == "after":
        write(out, data, **how)
    os._exit(9)
editions.write = ending
issued(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def killed(path: Path, out: Path, when: str) -> None:
    code = subprocess.run([sys.executable, "-c", KILLED, str(path), str(out), when], check=False)
    assert code.returncode == 9


def test_killed_before_the_file_is_written_the_number_is_used_up_and_said_to_be(
    path: Path, tmp_path: Path
) -> None:
    killed(path, tmp_path / "out.pdf", "before")
    assert [(one.imprint.number, one.imprint.issued) for one in store_at(path).editions()] == [
        (1, False)
    ]
    issued(path, tmp_path / "out.pdf")
    assert [(one.imprint.number, one.imprint.issued) for one in store_at(path).editions()] == [
        (1, False),
        (2, True),
    ]


def test_killed_after_the_file_is_written_it_is_issued_when_it_is_found(
    path: Path, tmp_path: Path
) -> None:
    killed(path, tmp_path / "1.pdf", "after")
    assert [one.imprint.issued for one in store_at(path).editions()] == [False]
    issued(path, tmp_path / "2.pdf")
    assert [one.imprint.issued for one in store_at(path).editions()] == [True, True]


@pytest.mark.parametrize(
    "name",
    [
        "../out.pdf",
        "/etc/out.pdf",
        "C:\\out.pdf",
        "\\\\server\\out.pdf",
        "out.exe",
        "a\nb.pdf",
        "",
        "x\0.pdf",
        "sub/../../out.pdf",
    ],
)
def test_a_foreign_name_leads_nowhere(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "visit"
    folder.mkdir()
    for place in (tmp_path / "out.pdf", folder / "out.exe"):
        place.write_bytes(b"x" * 1000)
    made = structs.replace(imprint(), file=name, size=1000, sha256=sha256(b"x" * 1000))
    assert find(made, [folder]) is None
    assert find(structs.replace(made, file="out.pdf"), [folder, tmp_path]) == tmp_path / "out.pdf"


def sha256(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def test_a_file_that_is_no_longer_the_same_is_not_found(path: Path, tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    out = tmp_path / "packs" / "out.pdf"
    edition = issued(path, out)
    assert edition.imprint.file == "packs/out.pdf"
    assert find(edition.imprint, [tmp_path]) == out
    out.write_bytes(out.read_bytes() + b"\n")
    assert find(edition.imprint, [tmp_path]) is None


def test_no_file_that_says_it_is_an_edition_is_overwritten_but_where_that_is_asked_for(
    path: Path, tmp_path: Path
) -> None:
    """Of another visit too, and of the same one in another file, which knows of no editions."""
    out = tmp_path / "one.pdf"
    issued(path, out)
    held = out.read_bytes()
    assert edition_of(OUTPUT.creator(held)) == 1
    other = tmp_path / "other.lbrief"
    store_at(other).create(small())
    linked = tmp_path / "linked.pdf"
    linked.symlink_to(out)
    for target in (out, linked):
        with pytest.raises(SystemRefusedError, match="it says that it is edition 1"):
            issued(other, target)
        with pytest.raises(SystemRefusedError, match="it says that it is edition 1"):
            export(small(), pack(), target)
        with pytest.raises(SystemRefusedError, match="it says that it is edition 1"):
            write(target, b"a table")
    assert out.read_bytes() == held
    assert store_at(other).editions() == []
    with (
        store_at(path).open() as opened,
        pytest.raises(SystemRefusedError, match="it is edition 1 of"),
    ):
        issue(opened, pack(), out, time=TIME, over_edition=True)  # its own never
    export(small(), pack(), out, over_edition=True)
    assert edition_of(OUTPUT.creator(out.read_bytes())) is None
    export(small(), pack(), out)  # a draft is replaced as ever


def test_for_whom_it_is_is_no_stand_in(path: Path, tmp_path: Path) -> None:
    with store_at(path).open() as opened:
        for whom in ("TBD", "未定", "???"):
            with pytest.raises(UsageError, match="say for whom"):
                issue(opened, pack(), tmp_path / "out.pdf", time=TIME, recipients=whom)
        assert not opened.editions.listed()
        assert (
            issue(
                opened, pack(), tmp_path / "out.pdf", time=TIME, recipients=""
            ).edition.imprint.number
            == 1
        )
