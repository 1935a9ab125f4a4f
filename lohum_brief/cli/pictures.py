"""`lohum-brief picture`: a picture brought into a visit, or written out as a file."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import msgspec

from lohum_brief.cli.failure import one_line, tell
from lohum_brief.cli.files import existing, store_of, written_to
from lohum_brief.cli.grammar import Arguments, put
from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.language.interface import listed, say, spoken
from lohum_brief.visit import edit
from lohum_brief.visit.audiences import begins
from lohum_brief.visit.records import Image, Picture, PictureSort, Record
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.document.picture_files import Kept
    from lohum_brief.store.protocol import OpenVisit


def picture(arguments: Arguments) -> int:
    """`lohum-brief picture FILE --add PICTURE`, or `--extract ID -o OUT`."""
    added, extracted = arguments.get("--add"), arguments.get("--extract")
    if added is not None and extracted is None:
        return _add(arguments, existing(added))
    if extracted is not None and added is None:
        return _extract(arguments, extracted)
    raise UsageError(say("Say what to do: --add PICTURE, or --extract ID -o OUT."))


def _add(arguments: Arguments, source: Path) -> int:
    from lohum_brief.document.picture_files import media_type
    from lohum_brief.store import pictures

    sort, ident = _sort(arguments.get("--sort")), arguments.get("--id")
    found = _read(source)
    with store_of(arguments["FILE"]).open() as opened:
        if opened.read_only:
            raise SystemRefusedError(opened.reason)
        if opened.warning:
            tell(spoken(opened.warning))
        before = _before(opened.visit, ident)

        def keep(data: bytes) -> str:
            return opened.put_asset(data, media_type(data))

        image = pictures.put(keep, found, source.name)
        made = _record(before, image, ident, sort)
        opened.commit((edit.add if before is None else edit.put)(opened.visit, made))
    put(f"{made.id}  {image.file}  {image.width} × {image.height}\n")
    return 0


def bring_named(opened: "OpenVisit", folder: Path) -> bool:
    """Bring in the files that pictures name and the visit has not, as far as they lie in a folder:
    as a table of pictures names them that stands beside them. What is not there or cannot be kept
    is told; return whether there was any of that.
    """
    from lohum_brief.document.picture_files import media_type
    from lohum_brief.store import pictures

    def keep(data: bytes) -> str:
        return opened.put_asset(data, media_type(data))

    failed = False
    for record in opened.visit.of(Picture):
        source = _named(record, folder)
        if source is None:
            continue
        found = _found(source)
        if found is None:
            failed = True
            continue
        image = pictures.put(keep, found, source.name)
        opened.commit(edit.put(opened.visit, msgspec.structs.replace(record, image=image)))
    return failed


def foretell_named(records: Iterable[Record], folder: Path) -> bool:
    """Tell what `bring_named` would tell of records that an import would bring; return whether
    there was any of that.
    """
    sources = (_named(record, folder) for record in records if isinstance(record, Picture))
    return None in [_found(source) for source in sources if source is not None]


def _named(record: Picture, folder: Path) -> Path | None:
    """The file that a picture names and the visit has not."""
    from lohum_brief.document.picture_files import file_name

    if record.image.digest or not record.image.file:
        return None
    return folder / file_name(record.image.file)


def _found(source: Path) -> "Kept | None":
    """A picture as it would be kept; what is not there or cannot be kept is told."""
    if not source.is_file():
        name = one_line(source.name)
        tell(say("{file} is not beside the table: the picture has no file yet.", file=name))
        return None
    try:
        return _read(source)
    except UsageError as error:
        tell(spoken(error.message))
        return None


def _sort(name: str | None) -> PictureSort | None:
    """What sort of picture is said to be added."""
    sorts: tuple[PictureSort, ...] = get_args(PictureSort)
    if name is None:
        return None
    for sort in sorts:
        if sort == name:
            return sort
    raise UsageError(
        say(
            "There is no sort of picture {name}; there are: {sorts}.",
            name=one_line(name),
            sorts=listed(sorts),
        )
    )


def _read(source: Path) -> "Kept":
    from lohum_brief.document.picture_files import BIGGEST, kept

    with source.open("rb") as file:
        data = file.read(BIGGEST + 1)
    try:
        return kept(data)
    except UsageError as error:
        name = one_line(source.name)
        raise UsageError(say("{file}: {why}", file=name, why=spoken(error.message))) from None


def _before(visit: Visit, ident: str | None) -> Picture | None:
    """The record that gets another file; None where one is added."""
    found = visit.by_id.get(ident or "")
    if found is not None and not isinstance(found, Picture):
        raise UsageError(say("{id} is not a picture.", id=found.id))
    return found


def _record(
    before: Picture | None, image: Image, ident: str | None, sort: PictureSort | None
) -> Picture:
    record = before or Picture(id=ident or f"picture:{image.digest[:8]}", audience=begins(Picture))
    return msgspec.structs.replace(record, image=image, **({"sort": sort} if sort else {}))


def _extract(arguments: Arguments, ident: str) -> int:
    from lohum_brief.release.writing import check_target, write

    if "--output" not in arguments:
        raise UsageError(say("Say with -o which file to write."))
    out = written_to(arguments["--output"])
    check_target(out)
    store = store_of(arguments["FILE"])
    found = store.read().get(Picture, ident)
    if found is None:
        raise UsageError(say("There is no picture {id} in this visit.", id=one_line(ident)))
    data = store.pictures({found.image.digest}).get(found.image.digest)
    if data is None:
        raise UsageError(
            say("The file of {id} is not in this visit; choose it again.", id=found.id)
        )
    write(out, data)
    return 0
