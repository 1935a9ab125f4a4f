"""`lohum-brief export`."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from lohum_brief.cli.failure import one_line, tell, with_places
from lohum_brief.cli.files import store_of, written_to
from lohum_brief.cli.grammar import PROGRAM, Arguments, columns, put
from lohum_brief.errors import BriefError, ForeignFileError, SystemRefusedError, UsageError
from lohum_brief.language.catalogue import listed, say
from lohum_brief.language.codes import LANGS

if TYPE_CHECKING:
    from lohum_brief.release.export import Exported
    from lohum_brief.store.protocol import Store
    from lohum_brief.visit.records import Pack
    from lohum_brief.visit.visit import Visit

_LATEST: Final = 253_402_300_799
"""The last second of the year 9999, the last that a PDF can state."""


def export(arguments: Arguments) -> int:
    """One pack to a file, or all packs to a folder."""
    changes = _changes(arguments)
    created = _created(os.environ.get("SOURCE_DATE_EPOCH"))
    _require_sense(arguments, changes)
    out = written_to(arguments["--output"])
    store = store_of(arguments["FILE"])
    if "--issue" in arguments:
        from lohum_brief.cli.issuing import issue

        return issue(arguments, store, out, changes, created)

    visit = store.read()
    over = "--replace-edition" in arguments
    if "--all" in arguments:
        return write_all(
            visit, out, changes, lambda pack, file: _one(visit, store, pack, file, created, over_edition=over)
        )
    _one(visit, store, changed(pack_of(visit, arguments["--pack"]), changes), out, created, over_edition=over)
    return 0


def _require_sense(arguments: Arguments, changes: dict[str, Any]) -> None:
    """Raise UsageError for options that are missing or do not go together."""
    if "--output" not in arguments:
        raise wrong(say("say with -o where to write"))
    if ("--all" in arguments) == ("--pack" in arguments):
        raise wrong(say("say which pack with --pack ID, or --all"))
    if "--all" in arguments and "audience" in changes:
        # One word would else put the hosts' notes into every guest's hands.
        raise wrong(say("--audience goes with --pack only"))
    if "--issue" not in arguments:
        for option in ("--for", "--accept", "--by"):
            if option in arguments:
                raise wrong(say("{option} goes with --issue only", option=option))
    if "--all" in arguments and "--accept" in arguments:
        raise wrong(say("--accept goes with --pack only"))  # whoever answers for a place knows in which pack it prints
    if "--accept" in arguments and not arguments.get("--by", "").strip():
        raise wrong(say("say with --by who answers for what is accepted"))


def wrong(what: str) -> UsageError:
    """The error for a command line that makes no sense."""
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
            raise wrong(say("“{word}” is no language; there are {known}", word=unknown[0], known=listed(LANGS)))
        if len(set(chosen)) < len(chosen):
            raise wrong(say("--languages names a language twice: {languages}", languages=languages))
        changes["languages"] = chosen
    if (layout := arguments.get("--layout")) is not None:
        if layout not in (layouts := get_args(Layout)):
            raise wrong(say("“{word}” is no layout; there are {known}", word=layout, known=listed(layouts)))
        changes["layout"] = layout
    if (audience := arguments.get("--audience")) is not None:
        if audience not in AUDIENCES:
            raise wrong(say("“{word}” is no audience; there are {known}", word=audience, known=listed(AUDIENCES)))
        changes["audience"] = audience
    return changes


def changed(pack: "Pack", changes: dict[str, Any]) -> "Pack":
    """The pack with the fields that the command line overrides."""
    from msgspec.structs import replace

    return replace(pack, **changes)


def _created(epoch: str | None) -> int | None:
    """SOURCE_DATE_EPOCH as reproducible-builds.org defines it."""
    if not epoch:
        return None
    if not (epoch.isascii() and epoch.isdecimal() and len(epoch) <= 12 and int(epoch) <= _LATEST):
        raise wrong(say("SOURCE_DATE_EPOCH is not a number of seconds since 1970: {value}", value=epoch))
    return int(epoch)


def pack_of(visit: "Visit", ident: str) -> "Pack":
    """The pack with an id. Raises UsageError that names those there are."""
    from lohum_brief.visit.records import Pack

    if found := visit.get(Pack, ident):
        return found
    known = listed(pack.id for pack in visit.of(Pack))
    if not known:
        raise UsageError(
            say("There is no pack {id}: the visit has no packs yet; make one in the window, or with apply.", id=ident)
        )
    raise UsageError(say("There is no pack {id}; there are: {known}.", id=ident, known=known))


def _one(
    visit: "Visit", store: "Store", pack: "Pack", out: Path, created: int | None, *, over_edition: bool
) -> "Exported":
    from lohum_brief.release.export import export as write_pack

    if out.is_file():
        _spare_edition(store, out, over_edition=over_edition)
    with progress_of(pack.id) as progress:
        exported = write_pack(
            visit,
            pack,
            out,
            created=created,
            over_edition=over_edition,
            progress=progress,
            pictures=store.pictures() if pack.photos else {},
        )
    if not any(visit.by_id[ident].readable(pack.audience) for ident in pack.sections):
        tell(
            say("{pack}: it has no section that its readers may read; nothing but its title is printed.", pack=pack.id)
        )
    return exported


def _spare_edition(store: "Store", out: Path, *, over_edition: bool) -> None:
    """A draft never takes the place of an edition."""
    try:
        held = store.editions()
    except ForeignFileError:
        return  # a draft is printed from a file with a damaged list of editions too; the check tells of it
    if held:
        from lohum_brief.release.editions import require_new  # with what opens a file to work on it

        require_new(out, held, over_edition=over_edition)


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
) -> int:
    """Write every pack into a folder; 1 when one was refused for its content. `editions` gives numbers for the names."""
    from lohum_brief.release.naming import file_names
    from lohum_brief.visit.records import Pack

    packs = [changed(pack, changes) for pack in visit.of(Pack)]
    if not packs:
        raise UsageError(say("The visit has no packs yet; make one in the window, or with apply."))
    names = file_names(packs, {pack.id: editions(pack) for pack in packs})
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
