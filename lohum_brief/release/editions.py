"""A pack issued: set as the next edition, noted in the visit file, put in its place.

The file is set before anything is noted. Then its number is reserved with the digest of the file,
the file is written, and the edition is issued. Whatever ends the program in between, no file with a
number is without its entry and no number is given twice; an entry without a file says so, and
becomes an edition when the file is found after all.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from time import perf_counter
from types import MappingProxyType
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.checks.finding import Finding
from lohum_brief.errors import BriefError, SystemRefusedError
from lohum_brief.message import msg
from lohum_brief.packs.issue import Issue, day_of
from lohum_brief.release.blockers import written_for
from lohum_brief.release.export import Exported
from lohum_brief.release.gate import explained, require_issuable, require_printable
from lohum_brief.release.output import output_of, suffixes
from lohum_brief.release.since import trace
from lohum_brief.release.writing import check_target, write
from lohum_brief.store.editions import Accepted, Edition, Imprint, next_number
from lohum_brief.store.protocol import Editions, OpenVisit
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit

_LARGEST: Final = 500_000_000
"""Bytes of a file that is looked at."""


class Prepared(NamedTuple):
    """An edition that is set and not noted yet."""

    data: bytes
    imprint: Imprint


class Issued(NamedTuple):
    """An edition and its file."""

    edition: Edition
    file: Exported


def prepare(
    visit: Visit,
    pack: Pack,
    issue: Issue,
    file: str,
    *,
    recipients: str = "",
    answers: Sequence[Accepted] = (),
    listing: Callable[[Sequence[Finding]], object] = lambda _: None,
    progress: Callable[[float], None] | None = None,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> Prepared:
    """Set a pack as an edition; equal visits, numbers and times give equal bytes.

    `answers` are given for places that may be printed as they are. `listing` gets the mere warnings
    about the pack before it is set. Raises HeldBackError while anything else keeps it back, and
    what an export raises.
    """
    from lohum_brief.packs.admit import admit
    from lohum_brief.release.rendering import render

    require_printable(visit, pack)
    whom = written_for(recipients)
    cleared = require_issuable(visit, pack, answers, day_of(visit, issue.time))
    listing(cleared.warnings)
    issue = issue._replace(lacking=cleared.lacking, withheld=cleared.withheld)
    kind = output_of(PurePosixPath(file))
    try:
        rendered = render(
            visit,
            pack,
            kind.render,
            created=issue.time,
            progress=progress,
            pictures=pictures,
            issue=issue,
        )
    except BriefError as error:
        raise explained(admit(visit, pack.audience), pack, error) from None
    imprint = Imprint(
        pack=pack.id,
        number=issue.number,
        title=pack.title,
        languages=pack.languages,
        layout=pack.layout,
        audience=pack.audience,
        pages=rendered.pages,
        size=len(rendered.data),
        sha256=kind.digest(rendered.data),
        file=file,
        trace=trace(visit, pack),
        recipients=whom,
        accepted=cleared.accepted,
    )
    return Prepared(rendered.data, imprint)


def issue(
    opened: OpenVisit,
    pack: Pack,
    out: Path,
    *,
    time: int,
    over_edition: bool = False,
    recipients: str = "",
    answers: Sequence[Accepted] = (),
    listing: Callable[[Sequence[Finding]], object] = lambda _: None,
    progress: Callable[[float], None] | None = None,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> Issued:
    """Issue the pack as its next edition at `out`.

    It may differ from the visit's record as an exported one may. `time` is that of the edition, in
    seconds since 1970. Raises BriefError; nothing is noted then and nothing written.
    """
    started = perf_counter()
    if opened.read_only:
        raise SystemRefusedError(opened.reason)
    held = opened.editions.listed()
    folder = Path(opened.store.folder)
    settle(opened.editions, held, [folder, out.parent])
    require_new(out, held, over_edition=over_edition)
    number = Issue(next_number(held, pack.id, pack.audience), time)
    prepared = prepare(
        opened.visit,
        pack,
        number,
        file_of(out, folder),
        recipients=recipients,
        answers=answers,
        listing=listing,
        progress=progress,
        pictures=pictures,
    )
    edition = put(opened.editions, prepared, out, time, over_edition=over_edition)
    return Issued(edition, Exported(out, prepared.imprint.pages, perf_counter() - started))


def put(
    editions: Editions, prepared: Prepared, out: Path, time: int, *, over_edition: bool = False
) -> Edition:
    """Note an edition and write its file.

    Raises BriefError; the number is free again then, unless the file is there.
    """
    edition = editions.reserve(prepared.imprint, time)
    try:
        write(out, prepared.data, over_edition=over_edition)
    except BaseException:
        end(editions, edition, out)
        raise
    editions.mark_issued(edition.serial)
    return edition._replace(imprint=structs.replace(edition.imprint, issued=True))


def end(editions: Editions, edition: Edition, out: Path) -> bool:
    """Return whether the file is there after writing it went wrong.

    What was noted says so then, or is gone.
    """
    there = is_file_of(out, edition.imprint)
    if there:
        editions.mark_issued(edition.serial)
    else:
        editions.withdraw(edition.serial)
    return there


def settle(editions: Editions, held: Iterable[Edition], folders: Sequence[Path]) -> None:
    """Issue what was reserved when the program was ended and whose file is there.

    Numbers without a file stay given.
    """
    for edition in held:
        if not edition.imprint.issued and find(edition.imprint, folders):
            editions.mark_issued(edition.serial)


def require_new(out: Path, held: Iterable[Edition], *, over_edition: bool = False) -> None:
    """Raise SystemRefusedError where no file can be written or an edition would be overwritten.

    `over_edition` lets one be replaced that is none of these, as of another visit.
    """
    for edition in held:
        if is_file_of(out, edition.imprint):
            raise SystemRefusedError(
                msg(
                    "Cannot write {file}: it is edition {number} of {pack}; choose another name.",
                    file=str(out),
                    number=edition.imprint.number,
                    pack=edition.imprint.pack,
                )
            )
    check_target(out, over_edition=over_edition)


_PLAIN: Final = re.compile(r'[^\x00-\x1f\x7f<>:"|?*\\]+')


def file_of(out: Path, folder: Path) -> str:
    """Return how an edition names its file: from the visit's folder if it lies there, or bare."""
    try:
        return out.resolve().relative_to(folder.resolve()).as_posix()
    except (ValueError, OSError):
        return out.name


def find(imprint: Imprint, folders: Iterable[Path]) -> Path | None:
    """Return the file of an edition, byte by byte, in one of these folders.

    The first is that of the visit. The name may come from a file that somebody else made: it leads
    into these folders only, and to an output.
    """
    name = PurePosixPath(imprint.file)
    if not _PLAIN.fullmatch(imprint.file) or name.is_absolute() or ".." in name.parts:
        return None
    if name.suffix.lower() not in suffixes():
        return None
    for at, folder in enumerate(folders):
        path = folder / (name if at == 0 else name.name)
        if is_file_of(path, imprint):
            return path
    return None


def is_file_of(path: Path, imprint: Imprint) -> bool:
    """Return whether a file is the one that was issued."""
    return bytes_of(path, imprint) is not None


def bytes_of(path: Path, imprint: Imprint) -> bytes | None:
    """Return what is in the file of an edition; None where it is not the one that was issued."""
    try:
        # The size is compared first: a large file of another kind is not read.
        if not path.is_file() or path.stat().st_size != imprint.size or imprint.size > _LARGEST:
            return None
        data = path.read_bytes()
    except (OSError, ValueError):
        return None
    return data if output_of(PurePosixPath(imprint.file)).digest(data) == imprint.sha256 else None
