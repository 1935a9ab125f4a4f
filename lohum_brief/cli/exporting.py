"""`lohum-brief export`."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from lohum_brief.cli.failure import one_line, tell
from lohum_brief.cli.files import existing
from lohum_brief.cli.grammar import PROGRAM, Arguments, columns, put
from lohum_brief.errors import BriefError, SystemRefusedError, UsageError
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS

if TYPE_CHECKING:
    from lohum_brief.release.export import Exported
    from lohum_brief.visit.records import Pack
    from lohum_brief.visit.visit import Visit

_LATEST: Final = 253_402_300_799
"""The last second of the year 9999, the last that a PDF can state."""


def export(arguments: Arguments) -> int:
    """One pack to a file, or all packs to a folder."""
    changes = _changes(arguments)
    created = _created(os.environ.get("SOURCE_DATE_EPOCH"))
    if "--output" not in arguments:
        raise _wrong(say("say with -o where to write"))
    if ("--all" in arguments) == ("--pack" in arguments):
        raise _wrong(say("say which pack with --pack ID, or --all"))
    if "--all" in arguments and "audience" in changes:
        # One word would else put the hosts' notes into every guest's hands.
        raise _wrong(say("--audience goes with --pack only"))
    out = Path(arguments["--output"])

    from lohum_brief.store.reading import read

    path = existing(arguments["FILE"])
    visit = read(path)
    if "--all" in arguments:
        return _all(visit, path, out, changes, created)
    _one(visit, path, _changed(_pack(visit, arguments["--pack"]), changes), out, created)
    return 0


def _wrong(what: str) -> UsageError:
    return UsageError(
        say("{command}: {what}; see {help}.", command="export", what=what, help=f"{PROGRAM} export --help")
    )


def _changes(arguments: Arguments) -> dict[str, Any]:
    """The fields of the pack that the command line overrides."""
    from lohum_brief.visit.records import AUDIENCES, Layout

    changes: dict[str, Any] = {}
    if (languages := arguments.get("--languages")) is not None:
        chosen = tuple(word.strip() for word in languages.split(","))
        if unknown := [word for word in chosen if word not in LANGS]:
            raise _wrong(say("“{word}” is no language; there are {known}", word=unknown[0], known=", ".join(LANGS)))
        if len(set(chosen)) < len(chosen):
            raise _wrong(say("--languages names a language twice: {languages}", languages=languages))
        changes["languages"] = chosen
    if (layout := arguments.get("--layout")) is not None:
        if layout not in (layouts := get_args(Layout)):
            raise _wrong(say("“{word}” is no layout; there are {known}", word=layout, known=", ".join(layouts)))
        changes["layout"] = layout
    if (audience := arguments.get("--audience")) is not None:
        if audience not in AUDIENCES:
            raise _wrong(say("“{word}” is no audience; there are {known}", word=audience, known=", ".join(AUDIENCES)))
        changes["audience"] = audience
    return changes


def _changed(pack: "Pack", changes: dict[str, Any]) -> "Pack":
    from msgspec.structs import replace

    return replace(pack, **changes)


def _created(epoch: str | None) -> int | None:
    """SOURCE_DATE_EPOCH as reproducible-builds.org defines it."""
    if not epoch:
        return None
    if not (epoch.isascii() and epoch.isdecimal() and len(epoch) <= 12 and int(epoch) <= _LATEST):
        raise _wrong(say("SOURCE_DATE_EPOCH is not a number of seconds since 1970: {value}", value=epoch))
    return int(epoch)


def _pack(visit: "Visit", ident: str) -> "Pack":
    from lohum_brief.visit.records import Pack

    if found := visit.get(Pack, ident):
        return found
    known = ", ".join(pack.id for pack in visit.of(Pack)) or "–"
    raise UsageError(say("There is no pack {id}; there are: {known}.", id=ident, known=known))


def _one(visit: "Visit", path: Path, pack: "Pack", out: Path, created: int | None) -> "Exported":
    from lohum_brief.release.export import export as write_pack
    from lohum_brief.store.reading import read_pictures

    progress = _progress(pack.id)
    try:
        return write_pack(
            visit,
            pack,
            out,
            created=created,
            progress=progress,
            pictures=read_pictures(path) if pack.photos else {},
        )
    finally:
        if progress is not None:
            sys.stderr.write("\r\x1b[K")


def _progress(title: str) -> Callable[[float], None] | None:
    """Show the share that is done, on a terminal only."""
    if not sys.stderr.isatty():
        return None
    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        percent = min(100, max(0, int(share * 100)))
        if percent != shown:
            shown = percent
            sys.stderr.write(f"\r{title}: {percent} %")
            sys.stderr.flush()

    return show


def _all(visit: "Visit", path: Path, folder: Path, changes: dict[str, Any], created: int | None) -> int:
    """Write what can be written; 1 when a pack was refused for its content."""
    from lohum_brief.release.naming import file_names
    from lohum_brief.visit.records import Pack

    packs = [_changed(pack, changes) for pack in visit.of(Pack)]
    if not packs:
        raise UsageError(say("The visit has no packs to export."))
    _make_folder(folder)
    done: list[tuple[Pack, Exported]] = []
    code = 0
    try:
        for pack, name in zip(packs, file_names(packs), strict=True):
            try:
                done.append((pack, _one(visit, path, pack, folder / name, created)))
            except BriefError as error:
                if error.exit_code != 1:
                    raise
                tell(str(error))
                code = 1
    finally:
        if done:
            put(_table(done))
    return code


def _table(done: "list[tuple[Pack, Exported]]") -> str:
    head = (say("File"), say("Languages"), say("Audience"), say("Number of pages"), say("Seconds"))
    rows = [
        (one_line(str(file.path)), ",".join(pack.languages), pack.audience, str(file.pages), f"{file.seconds:.2f}")
        for pack, file in done
    ]
    return columns([head, *rows], right=frozenset({3, 4})) + "\n"


def _make_folder(folder: Path) -> None:
    """The folder may be new, but not the one it is in: a slip of the key makes no tree."""
    try:
        found = folder.stat()
    except FileNotFoundError:
        if not folder.parent.is_dir():
            raise SystemRefusedError(
                say("Cannot write {file}: its folder does not exist; make it first.", file=folder)
            ) from None
        folder.mkdir()
        return
    if not stat.S_ISDIR(found.st_mode):
        raise SystemRefusedError(say("{file} is a file; with --all, -o names a folder.", file=folder))
