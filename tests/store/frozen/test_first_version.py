"""Files and documents of version 1 open, print and undo as they did, in every later version."""

from pathlib import Path
from shutil import copyfile

import pytest

from lohum_brief.errors import ForeignFileError
from lohum_brief.language.codes import LANGS
from lohum_brief.language.names import name as printed_name
from lohum_brief.release.since import since
from lohum_brief.store.entries import DONE, DROPPED, UNDONE
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.records import Chart, Person
from lohum_brief.visit.visit import Visit
from tests.store.frozen.conftest import FOLDER, Thaw, thawed
from tests.store.frozen.printed import digests

WHOLE = ["first", "sample", "journal", "editions", "kept"]


def document(name: str) -> bytes:
    """Return the document that the program of version 1 wrote of a file."""
    path = FOLDER / f"{name}.json"
    return path.read_bytes() if path.exists() else thawed(path.name)


OTHERWISE = {
    b'"honorific":"he_mr"': b'"dignity":"excellency","honorific":"mr"',
    b'"honorific":"he_ms"': b'"dignity":"excellency","honorific":"ms"',
}
"""What version 2 says otherwise."""


def said_now(data: bytes) -> bytes:
    """Return a document of version 1 in the words of version 2."""
    for old, new in OTHERWISE.items():
        data = data.replace(old, new)
    return data


def records(visit: Visit | bytes) -> list[bytes]:
    """Return the records of a document, each as it is written."""
    return (visit if isinstance(visit, bytes) else encode(visit)).split(b"\n")[1:]


@pytest.mark.parametrize("name", WHOLE)
def test_it_is_read_as_it_was_and_reading_leaves_it_alone(name: str, thaw: Thaw) -> None:
    store = thaw(f"{name}.lbrief")
    before = store.path.read_bytes()
    assert records(store.read()) == records(said_now(document(name)))
    assert store.damage() == []
    store.editions()
    store.pictures()
    assert store.path.read_bytes() == before
    assert [file.name for file in store.path.parent.iterdir()] == [store.path.name]


@pytest.mark.parametrize("name", WHOLE)
def test_opened_and_edited_it_holds_what_it_held(name: str, thaw: Thaw) -> None:
    store = thaw(f"{name}.lbrief")
    with store.open() as opened:
        assert records(opened.visit) == records(said_now(document(name)))
        opened.commit(edit.set_field(opened.visit, opened.visit.particulars.id, "title.en", "New"))
        opened.undo()
    assert records(store.read()) == records(said_now(document(name)))
    assert store.damage() == []


@pytest.mark.parametrize("name", WHOLE)
def test_its_document_gives_the_same_visit(name: str, thaw: Thaw) -> None:
    assert decode(document(name), "v.json") == thaw(f"{name}.lbrief").read()


@pytest.mark.parametrize("name", ["sample", "journal", "editions", "kept"])
def test_its_packs_print_what_the_same_visit_prints_in_a_new_file(
    name: str, thaw: Thaw, tmp_path: Path
) -> None:
    """What that is changes with the packs, so that no digest of it can be frozen."""
    new = FileStore(tmp_path / "new.lbrief", tmp_path / "aside")
    new.create(decode(document(name), "v.json"))
    expected = digests(new.read())
    store = thaw(f"{name}.lbrief")
    assert digests(store.read()) == expected
    with store.open() as opened:
        assert digests(opened.visit) == expected


def test_a_document_written_by_hand_is_read(thaw: Thaw) -> None:
    visit = decode(document("hand"), "hand.json")
    store = thaw("journal.lbrief")
    with store.open() as opened:
        while opened.undo():
            pass
        assert opened.visit == visit


def test_excellencies_print_as_they_did(thaw: Thaw) -> None:
    visit = thaw("sample.lbrief").read()
    assert b"he_mr" in document("sample")
    printed = [
        [
            printed_name(one.family, one.given, lang, native=one.native, address=one.address)
            for lang in LANGS
        ]
        for one in visit.of(Person)
        if one.dignity
    ]
    assert [[form.replace("\u00a0", " ") for form in forms] for forms in printed] == [
        ["महामहिम श्री मिहोन तारो", "H.E. Mr MIHON Tarō", "見本 太郎 様"],
        ["महामहिम सुश्री जेन स्पेसिमेन", "H.E. Ms Jane SPECIMEN", "ジェーン・スペシメン 閣下"],
    ]


@pytest.mark.parametrize(
    ("said", "by_language"),
    [(b"", False), (b',"wide":true', False), (b',"wide":false', True)],
)
def test_a_chart_is_drawn_once_in_each_language_only_where_it_said_so(
    said: bytes, by_language: bool
) -> None:
    """Who said nothing gets what is usual now; who wanted one drawing has it."""
    chart = b'{"id":"ch","kind":"chart","audience":"guest","section":"s","form":"bar","title":{}%s}'
    head = b'{"format":"lohum-brief","version":1,"records":['
    visit = b'{"id":"v","kind":"visit","audience":"public","title":{}},'
    found = decode(head + visit + chart % said + b"]}", "v.json").get(Chart, "ch")
    assert found is not None
    assert found.by_language is by_language
    assert b"wide" not in encode(Visit([found]))


def test_its_journal_is_listed_undone_and_redone(thaw: Thaw) -> None:
    store = thaw("journal.lbrief")
    with store.open(who="usha") as opened:
        entries = opened.journal(1000)
        assert [entry.who for entry in entries] == ["kenji"] * 8 + ["asha"] * 48
        states = [UNDONE] * 4 + [DONE] * 4 + [DROPPED] * 2 + [DONE] * 46
        assert [entry.state for entry in entries] == states
        assert [entry.label for entry in entries[:9]] == [
            "Restore 2025-07-01", "Import groups.xlsx", "Change chart", "Change table",
            "Change paragraph", "Remove statement", "Move note", "Add term", "Change note",
        ]  # fmt: skip
        assert (opened.undo_label, opened.redo_label) == ("Change paragraph", "Change table")
        held = records(opened.visit)
        redone = 0
        while opened.redo():
            redone += 1
        assert redone == 4
        assert opened.visit == decode(document("hand"), "hand.json")
        for _ in range(4):
            opened.undo()
        assert records(opened.visit) == held


def test_its_earlier_states_and_the_history_of_a_record_are_found(thaw: Thaw) -> None:
    store = thaw("journal.lbrief")
    now = store.read()
    assert store.visit_after(now, 0) == decode(document("hand"), "hand.json")
    assert len(list(store.states_before(now))) == 50
    with store.open() as opened:
        told = [moment.after for moment in opened.history("n-1")]
    assert [note.text["en"] for note in told if note][:2] == [  # type: ignore[union-attr]
        "Ask for 22 samples.", "Ask for 21 samples.",
    ]  # fmt: skip


def test_its_editions_are_listed_and_compared(thaw: Thaw) -> None:
    store = thaw("editions.lbrief")
    for found in (store.editions(), _editions_of_opened(store)):
        assert [(one.imprint.pack, one.imprint.number, one.imprint.issued) for one in found] == [
            ("guests", 1, True), ("hosts", 1, True), ("guests", 2, True), ("guests", 3, False),
        ]  # fmt: skip
        assert found[0].imprint.recipients == "Embassy"
        [accepted] = found[0].imprint.accepted
        assert (accepted.record, accepted.who) == ("pa-1", "A. Rao")
        visit = store.read()
        told = [since(visit, one.imprint) for one in found[:3]]
        assert [one.changed for one in told if one] == [("p-1",), (), ()]


def _editions_of_opened(store: FileStore) -> list:  # type: ignore[type-arg]
    with store.open() as opened:
        return opened.editions.listed()


def test_its_backups_are_found_although_the_file_lies_elsewhere_now(
    thaw: Thaw, tmp_path: Path
) -> None:
    store = thaw("kept.lbrief")
    old = tmp_path / "backups" / "kept-0123456789ab"
    old.mkdir(parents=True)
    copyfile(FOLDER / "backups.json", old / "visit.json")
    for name in ("2025-07-04T090000-daily.lbrief", "2025-07-05T090000-daily.lbrief"):
        (old / name).write_bytes(thawed(name))
    with store.open() as opened:
        found = opened.backups()
    assert [backup.time for backup in found[-2:]] == ["2025-07-05T09:00:00", "2025-07-04T09:00:00"]
    minutes = [FileStore(Path(backup.address)).read().by_id["i-1"] for backup in found[-2:]]
    assert [item.minutes for item in minutes] == [40, 30]  # type: ignore[union-attr]


def test_what_is_damaged_in_it_is_named_and_nothing_is_written(thaw: Thaw) -> None:
    store = thaw("damaged.lbrief")
    before = store.path.read_bytes()
    assert [(one.id, one.kind) for one in store.damage()] == [("i-1", "item"), ("2", "journal")]
    with pytest.raises(ForeignFileError, match="the record i-1 cannot be read"):
        store.read()
    with pytest.raises(ForeignFileError, match="the record i-1 cannot be read"), store.open():
        pass
    assert store.path.read_bytes() == before


def test_what_somebody_else_has_open_is_read_as_it_was(thaw: Thaw) -> None:
    store = thaw("journal.lbrief")
    with store.open(who="asha"), store.open(who="kenji") as second:
        assert second.read_only
        assert records(second.visit) == records(document("journal"))
