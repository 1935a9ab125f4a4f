"""What drafts and editions have in common: which packs are written, where, and what is told
meanwhile.
"""

import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lohum_brief.cli.failure import one_line, tell, with_places
from lohum_brief.cli.grammar import PROGRAM, Arguments, columns, put
from lohum_brief.errors import BriefError, SystemRefusedError, UsageError
from lohum_brief.language.interface import listed, say

if TYPE_CHECKING:
    from lohum_brief.release.export import Exported
    from lohum_brief.visit.records import Pack
    from lohum_brief.visit.visit import Visit


def wrong(what: str) -> UsageError:
    """The error for a command line that makes no sense."""
    return UsageError(
        say(
            "{command}: {what}; see {help}.",
            command="export",
            what=what,
            help=f"{PROGRAM} export --help",
        )
    )


def changed(pack: "Pack", changes: dict[str, Any]) -> "Pack":
    """The pack with the fields that the command line overrides."""
    from msgspec.structs import replace

    return replace(pack, **changes)


def pack_of(visit: "Visit", ident: str) -> "Pack":
    """The pack with an id. Raises UsageError that names those there are."""
    from lohum_brief.visit.records import Pack

    if found := visit.get(Pack, ident):
        return found
    known = listed(pack.id for pack in visit.of(Pack))
    if not known:
        raise UsageError(
            say(
                "There is no pack {id}: the visit has no packs yet; make one in the window, or "
                "with apply.",
                id=ident,
            )
        )
    raise UsageError(say("There is no pack {id}; there are: {known}.", id=ident, known=known))


def form_of(arguments: Arguments) -> str:
    """The suffix of the kind of file that all packs become; empty where none is said.
    Raises UsageError for another than there are.
    """
    said = arguments.get("--format")
    if said is None:
        return ""
    if "--all" not in arguments:
        raise wrong(say("--format goes with --all; of one pack the name of the file says it"))
    from lohum_brief.release.output import suffixes

    known, suffix = suffixes(), f".{said.lower().removeprefix('.')}"
    if suffix not in known:
        forms = listed(one.removeprefix(".") for one in known)
        raise wrong(say("“{word}” is no kind of file; there are {known}", word=said, known=forms))
    return suffix


@contextmanager
def progress_of(title: str) -> Iterator[Callable[[float], None] | None]:
    """Shows the share that is done, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        percent = min(100, max(0, int(share * 100)))
        if percent != shown:
            shown = percent
            sys.stderr.write(f"\r{title}: {percent} %")
            sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")


def write_all(
    visit: "Visit",
    folder: Path,
    changes: dict[str, Any],
    write_one: "Callable[[Pack, Path], Exported]",
    editions: "Callable[[Pack], int]" = lambda _: 0,
    form: str = "",
) -> int:
    """Write every pack into a folder; 1 when one was refused for its content. `editions` gives
    numbers for the names, `form` is the suffix that is asked for.
    """
    from lohum_brief.release.naming import file_names
    from lohum_brief.release.output import USUAL
    from lohum_brief.visit.records import Pack

    packs = [changed(pack, changes) for pack in visit.of(Pack)]
    if not packs:
        raise UsageError(say("The visit has no packs yet; make one in the window, or with apply."))
    names = file_names(packs, {pack.id: editions(pack) for pack in packs}, form or USUAL)
    _make_folder(folder)
    done: list[tuple[Pack, Exported]] = []
    code = 0
    try:
        for pack, name in zip(packs, names, strict=True):
            try:
                done.append((pack, write_one(pack, folder / name)))
            except BriefError as error:
                if error.exit_code != 1:
                    raise
                tell(with_places(error))
                code = 1
    finally:
        if done:
            put(_table(done))
    return code


def _table(done: "list[tuple[Pack, Exported]]") -> str:
    head = (say("File"), say("Languages"), say("Audience"), say("Number of pages"), say("Seconds"))
    rows = [
        (
            one_line(str(file.path)),
            ",".join(pack.languages),
            pack.audience,
            str(file.pages),
            f"{file.seconds:.2f}",
        )
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
        raise SystemRefusedError(
            say("{file} is a file; with --all, -o names a folder.", file=folder)
        )
