"""Commands that make a visit file or show what is in one."""

import datetime as dt
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lohum_brief.cli.failure import tell
from lohum_brief.cli.grammar import Arguments, columns, put
from lohum_brief.errors import BriefError, ForeignFileError, SystemRefusedError, UsageError
from lohum_brief.language.codes import LATIN_FIRST
from lohum_brief.language.interface import listed, say, say_n
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Collection

    from lohum_brief.store.protocol import Store

_NAMED: Final = 5
"""Records that a message names one by one."""


def existing(name: str) -> Path:
    """The path of a file that is there. Raises UsageError where there is none."""
    path = Path(name)
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError(say("There is no file {file}; check its name.", file=name)) from None
    if stat.S_ISDIR(found.st_mode):
        raise SystemRefusedError(say("{file} is a folder; name a file in it.", file=name))
    if not stat.S_ISREG(found.st_mode):
        raise SystemRefusedError(say("{file} is not an ordinary file.", file=name))
    return path


def store_of(name: str) -> "Store":
    """Return the store of a visit that is there. Raises UsageError where there is none."""
    from lohum_brief.store.locate import is_file, store_at

    return store_at(existing(name) if is_file(name) else name)


def written_to(name: str) -> Path:
    """The path that -o names. Raises UsageError for -, which elsewhere is standard output."""
    if name == "-":
        raise UsageError(say("-o - would write a file named -; give the name of a file."))
    return Path(name)


def sample(arguments: Arguments) -> int:
    """`lohum-brief sample FILE`."""
    from lohum_brief.store.shipped import sample_pictures, sample_visit

    _create(arguments, sample_visit(), sample_pictures())
    return 0


def new(arguments: Arguments) -> int:
    """`lohum-brief new FILE`."""
    from lohum_brief.store.shipped import SITE_VISIT, TEMPLATES, new_visit
    from lohum_brief.visit import edit

    name = arguments.get("--template", SITE_VISIT)
    names = [template.key for template in TEMPLATES]
    if name not in names:
        raise UsageError(
            say("There is no template {name}; there are {names}.", name=name, names=listed(names))
        )
    made = new_visit(name, _day(arguments.get("--date", "")))
    if objective := " ".join(arguments.get("--objective", "").split()):
        own = made.particulars
        made = edit.apply(
            made, edit.set_field(made, own.id, f"objective.{own.original}", objective)
        )
    _create(arguments, made)
    return 0


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError:
        raise UsageError(say("“{date}” is not a date such as 2025-07-08.", date=written)) from None


def load(arguments: Arguments) -> int:
    """`lohum-brief load JSON FILE`."""
    from lohum_brief.visit.document import BIGGEST, decode

    name = arguments["JSON"]
    if name != "-" and _is_same(Path(name), Path(arguments["FILE"])):
        raise UsageError(
            say(
                "{file} would take the place of what it is made from; choose another name.",
                file=arguments["FILE"],
            )
        )
    if name == "-":
        data, name = sys.stdin.buffer.read(BIGGEST + 1), say("standard input")
    else:
        with existing(name).open("rb") as file:
            data = file.read(BIGGEST + 1)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ForeignFileError(say("{file}: it is in UTF-16; save it in UTF-8.", file=name))
    # Some editors put a byte order mark in front.
    visit = decode(data.removeprefix(b"\xef\xbb\xbf"), name)
    _create(arguments, visit)
    _tell_misplaced(visit, name)
    _tell_pictures(visit, name)
    tell_newer(visit)
    return 0


def tell_newer(visit: Visit) -> None:
    """Say what of a visit is kept although this version does not know it."""
    from lohum_brief.visit.kept import kept

    if told := kept(visit):
        tell(say(told))


def _tell_pictures(visit: Visit, name: str) -> None:
    """Say how many pictures and photos the new file has no bytes of: a document has only words."""
    from lohum_brief.visit.records import Person, Picture

    lacking = {one.photo for one in visit.of(Person)} | {
        one.image.digest for one in visit.of(Picture)
    }
    lacking.discard("")
    if lacking:
        tell(
            say_n(
                "{file}: {count} picture or photo is not in the document, only its name; add it "
                "again in the window or with the command picture.",
                "{file}: {count} pictures and photos are not in the document, only their names; "
                "add them again in the window or with the command picture.",
                len(lacking),
                file=name,
            )
        )


def _tell_misplaced(visit: Visit, name: str) -> None:
    """A document is taken over as it is, so that nothing of it is lost; what no pack will print for
    whom it claims is said.
    """
    from lohum_brief.visit.audiences import is_misplaced

    if wrong := [record.id for record in visit if is_misplaced(record)]:
        more = (
            [say_n("{count} more", "{count} more", len(wrong) - _NAMED)]
            if len(wrong) > _NAMED
            else []
        )
        tell(
            say_n(
                "{file}: the audience of {count} record is lower than it may be: {ids}; the "
                "check says what to do.",
                "{file}: the audience of {count} records is lower than it may be: {ids}; the "
                "check says what to do.",
                len(wrong),
                file=name,
                ids=listed([*wrong[:_NAMED], *more]),
            )
        )


def _spare_editions(store: "Store", name: str) -> None:
    """A file that remembers what was issued is not replaced by one that does not: numbers would be
    given twice.
    """
    try:
        editions = store.editions()
    except BriefError:
        return  # no visit, or one that cannot be read: there is nothing to be kept
    if editions:
        raise UsageError(
            say(
                "{file} has editions, which a new file would not know; choose another name, or "
                "remove the file yourself.",
                file=name,
            )
        )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _create(arguments: Arguments, visit: Visit, pictures: "Collection[bytes]" = ()) -> None:
    from lohum_brief.store.locate import store_at

    name = arguments["FILE"]
    if name == "-":
        raise UsageError(say("A visit is a file of its own, never standard output: name it."))
    store = store_at(name)
    force = "--force" in arguments
    if force:
        _spare_editions(store, name)
    if not force and store.exists():
        raise UsageError(
            say(
                "{file} exists already; choose another name, or replace it with --force.", file=name
            )
        )
    store.create(visit, overwrite=force, pictures=pictures)


def dump(arguments: Arguments) -> int:
    """`lohum-brief dump FILE`."""
    from lohum_brief.visit.document import encode

    put_bytes(encode(store_of(arguments["FILE"]).read()))
    return 0


def packs(arguments: Arguments) -> int:
    """`lohum-brief packs FILE`."""
    from lohum_brief.language.interface import interface
    from lohum_brief.visit.records import Pack

    store = store_of(arguments["FILE"])
    visit = store.read()
    found = visit.of(Pack)
    marks = _marks(store, visit) if "--marks" in arguments else {}
    if "--json" in arguments:
        put_json(
            [
                {
                    "id": pack.id,
                    "title": dict(pack.title.items()),
                    "audience": pack.audience,
                    "languages": pack.languages,
                    "layout": pack.layout,
                    **({"mark": marks[pack.id]} if marks else {}),
                }
                for pack in found
            ]
        )
    elif found:
        head = [say("Pack"), say("Title"), say("Audience"), say("Languages"), say("Layout")]
        head += [say("Mark of a draft")] if marks else []
        lang = interface()
        rows = [
            (
                pack.id,
                pack.title.first(lang, *LATIN_FIRST),
                pack.audience,
                ",".join(pack.languages),
                pack.layout,
                *((marks[pack.id] or say("–"),) if marks else ()),
            )
            for pack in found
        ]
        put(columns([head, *rows]) + "\n")
    return 0


def _marks(store: "Store", visit: "Visit") -> dict[str, str]:
    """The marks that drafts of the packs bear now."""
    from lohum_brief.release.drafts import mark
    from lohum_brief.release.printed import remember
    from lohum_brief.visit.photos import photos
    from lohum_brief.visit.records import Pack

    packs = visit.of(Pack)
    pictures = store.pictures(photos(visit)) if any(pack.photos for pack in packs) else {}
    found = {pack.id: mark(visit, pack, pictures) for pack in packs}
    remember((pack, found[pack.id]) for pack in packs)
    return found


def put_json(value: object) -> None:
    """Write a value to standard output as JSON, one element of a list a line."""
    import msgspec

    if isinstance(value, list):
        lines = b",\n".join(msgspec.json.encode(item) for item in value)
        put_bytes(b"[\n%s\n]\n" % lines if lines else b"[]\n")
    else:
        put_bytes(msgspec.json.encode(value) + b"\n")


def put_bytes(data: bytes) -> None:
    """Write UTF-8 to standard output, whatever encoding the terminal has."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
