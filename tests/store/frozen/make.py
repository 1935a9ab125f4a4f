"""Made the files of version 1 in this folder: `python -m tests.store.frozen.make FOLDER`.

It ran once, with the last program that wrote version 1, and tells what the files hold. They stay as
they are: what a later program writes is no file of version 1.
"""

import lzma
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from lohum_brief.store.sqlite.backup import folder_of
from lohum_brief.store.sqlite.open_file import OpenFile
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.records import Group, Term
from lohum_brief.visit.text import Text

HERE: Final = Path(__file__).parent
HAND: Final = HERE / "1" / "hand.json"


def command(*words: object) -> bytes:
    """Run a command of the program."""
    return subprocess.run(
        [sys.executable, "-m", "lohum_brief", *map(str, words)], check=True, stdout=subprocess.PIPE
    ).stdout


def compact(path: Path) -> None:
    """Leave no room in a file that is not used."""
    connection = sqlite3.connect(path)
    connection.execute("VACUUM")
    connection.close()


def freeze(path: Path, target: Path) -> None:
    """Write a file compressed."""
    target.write_bytes(lzma.compress(path.read_bytes(), preset=9 | lzma.PRESET_EXTREME))


def sample(folder: Path) -> Path:
    """Make the sample, and its dump beside it."""
    path = folder / "sample.lbrief"
    command("sample", path)
    (folder / "sample.json").write_bytes(command("dump", path))
    return path


def journal(folder: Path) -> Path:
    """Make a file with edits of every sort, some undone, some undone and overtaken."""
    store = FileStore(folder / "journal.lbrief", folder / "aside")
    store.create(decode(HAND.read_bytes(), "hand.json"))
    with store.open(who="asha") as opened:
        for turn in range(24):
            opened.commit(edit.set_field(opened.visit, "i-1", "minutes", 30 + turn))
            opened.commit(
                edit.set_field(opened.visit, "n-1", "text.en", f"Ask for {turn} samples.")
            )
        opened.undo()
        opened.undo()
    with store.open(who="kenji") as opened:
        overtaking(opened)
        for _ in range(5):
            opened.undo()
        opened.redo()
    return store.path


def overtaking(opened: OpenFile) -> None:
    """Add, move, remove, merge and replace, once what was undone is overtaken."""
    added = Term(id="t-2", audience="public", name=Text(en="cathode", hi="कैथोड", ja="正極"))
    opened.commit(edit.add(opened.visit, added, "t-1"))
    opened.commit(edit.move(opened.visit, "n-3", "n-1"))
    opened.commit(edit.remove(opened.visit, "st-1"))
    opened.commit(edit.set_field(opened.visit, "pa-1", "text.en", "{figure:f-1} of it."))
    opened.commit(edit.set_field(opened.visit, "ta-1", "rows.0.1", "2025"))
    opened.commit(edit.set_field(opened.visit, "ch-1", "rows.0.values", ["100", None]))
    groups = [
        Group(id=f"g-{number}", audience="guest", name=Text(en=f"Group {number}"))
        for number in range(1, 4)
    ]
    opened.commit(edit.merge(opened.visit, groups, "Import groups.xlsx"))
    then = decode(HAND.read_bytes(), "hand.json")
    opened.commit(edit.replacement(opened.visit, then, "Restore 2025-07-01"))


def editions(folder: Path) -> Path:
    """Make a file with editions: for somebody, with accepted places, changed since, unfinished."""
    path = folder / "editions.lbrief"
    command("load", HAND, path)
    accept = "--accept", "pa-1.text.ja=agreed with the embassy", "--by", "A. Rao"
    os.environ["SOURCE_DATE_EPOCH"] = "1751871600"
    command(
        "export",
        path,
        "--pack",
        "guests",
        "--issue",
        "--for",
        "Embassy",
        *accept,
        "-o",
        folder / "guests-1.pdf",
    )
    command("export", path, "--pack", "hosts", "--issue", "-o", folder / "hosts-1.pdf")
    with FileStore(path).open(who="asha") as opened:
        opened.commit(edit.set_field(opened.visit, "i-2", "minutes", 75))
        opened.commit(edit.set_field(opened.visit, "p-1", "post.hi", "प्रबंध निदेशक"))
    os.environ["SOURCE_DATE_EPOCH"] = "1751958000"
    command(
        "export",
        path,
        "--pack",
        "guests",
        "--issue",
        "--for",
        "Ministry",
        *accept,
        "-o",
        folder / "guests-2.pdf",
    )
    with FileStore(path).open(who="asha") as opened:  # as if ended while it wrote the third
        last = opened.editions.listed()[-1].imprint
        again = type(last)(
            **{name: getattr(last, name) for name in last.__struct_fields__} | {"number": 3}
        )
        opened.editions.reserve(again, 1_751_961_600)
    del os.environ["SOURCE_DATE_EPOCH"]
    return path


def backups(folder: Path) -> Path:
    """Make a file and a folder of its backups, as they lie in a user's own folder."""
    root = folder / "backups"
    store = FileStore(folder / "kept.lbrief", root)
    store.create(decode(HAND.read_bytes(), "hand.json"))
    for minutes in (40, 50):
        with store.open(who="asha") as opened:
            opened.commit(edit.set_field(opened.visit, "i-1", "minutes", minutes))
        own = folder_of(store.path, root)
        [fresh] = own.glob(f"{time.strftime('%Y-%m-%d')}*")
        fresh.rename(own / f"2025-07-0{minutes // 10}T090000-daily.lbrief")
    for kept in folder_of(store.path, root).glob("*.lbrief"):
        freeze(kept, folder / f"{kept.name}.xz")
    return store.path


def damaged(folder: Path, whole: Path) -> Path:
    """Make a file in which a record and an entry of the journal are not what was written."""
    path = folder / "damaged.lbrief"
    path.write_bytes(whole.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE records SET body = replace(body, 'Welcome', 'Welcame')")
    connection.execute(
        "UPDATE journal SET changes = replace(changes, 'samples', 'simples') WHERE number = 2"
    )
    connection.commit()
    connection.close()
    return path


def main() -> None:
    target = Path(sys.argv[1])
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        journalled = journal(folder)
        for path in (
            sample(folder), journalled, editions(folder), backups(folder), damaged(folder, journalled),
        ):  # fmt: skip
            compact(path)
            freeze(path, target / f"{path.name}.xz")
            if path.stem != "damaged":
                (target / f"{path.stem}.json").write_bytes(encode(FileStore(path).read()))
        for kept in folder.glob("*.xz"):
            (target / kept.name).write_bytes(kept.read_bytes())
        freeze(folder / "sample.json", target / "sample.json.xz")
        (target / "sample.json").unlink()
        (target / "backups.json").write_bytes(
            next((folder / "backups").glob("*/visit.json")).read_bytes()
        )


if __name__ == "__main__":
    main()
