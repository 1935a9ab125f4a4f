"""`lohum-brief export`."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from lohum_brief.cli.failure import tell
from lohum_brief.cli.files import store_of, written_to
from lohum_brief.cli.grammar import Arguments
from lohum_brief.cli.pack_files import changed, form_of, pack_of, progress_of, write_all, wrong
from lohum_brief.errors import ForeignFileError
from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import listed, say

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
    over, grey = "--replace-edition" in arguments, "--grey" in arguments
    if "--all" in arguments:
        return write_all(
            visit,
            out,
            changes,
            lambda pack, file: _one(
                visit, store, pack, file, created, over_edition=over, grey=grey
            ),
            form=form_of(arguments),
        )
    _one(
        visit,
        store,
        changed(pack_of(visit, arguments["--pack"]), changes),
        out,
        created,
        over_edition=over,
        grey=grey,
    )
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
    form_of(arguments)
    if "--issue" not in arguments:
        for option in ("--for", "--accept", "--by"):
            if option in arguments:
                raise wrong(say("{option} goes with --issue only", option=option))
    elif "--grey" in arguments:
        raise wrong(say("--grey makes a proof, and goes without --issue"))
    if "--accept" in arguments:
        _require_answers(arguments)


def _require_answers(arguments: Arguments) -> None:
    """Raise UsageError where nobody answers for what is accepted, or nobody can."""
    if "--all" in arguments:
        # Whoever answers for a place knows in which pack it prints.
        raise wrong(say("--accept goes with --pack only"))
    if not arguments.get("--by", "").strip():
        raise wrong(say("say with --by who answers for what is accepted"))


def _changes(arguments: Arguments) -> dict[str, Any]:
    """The fields of the pack that the command line overrides."""
    from lohum_brief.visit.readers import AUDIENCES
    from lohum_brief.visit.records import Layout

    changes: dict[str, Any] = {}
    if (languages := arguments.get("--languages")) is not None:
        changes["languages"] = _languages(languages)
    if (layout := arguments.get("--layout")) is not None:
        if layout not in (layouts := get_args(Layout)):
            raise wrong(
                say("“{word}” is no layout; there are {known}", word=layout, known=listed(layouts))
            )
        changes["layout"] = layout
    if (audience := arguments.get("--audience")) is not None:
        if audience not in AUDIENCES:
            raise wrong(
                say(
                    "“{word}” is no audience; there are {known}",
                    word=audience,
                    known=listed(AUDIENCES),
                )
            )
        changes["audience"] = audience
    return changes


def _languages(words: str) -> tuple[str, ...]:
    chosen = tuple(word.strip() for word in words.split(","))
    if unknown := [word for word in chosen if word not in LANGS]:
        raise wrong(
            say("“{word}” is no language; there are {known}", word=unknown[0], known=listed(LANGS))
        )
    if len(set(chosen)) < len(chosen):
        raise wrong(say("--languages names a language twice: {languages}", languages=words))
    return chosen


def _created(epoch: str | None) -> int | None:
    """SOURCE_DATE_EPOCH as reproducible-builds.org defines it."""
    if not epoch:
        return None
    if not (epoch.isascii() and epoch.isdecimal() and len(epoch) <= 12 and int(epoch) <= _LATEST):
        raise wrong(
            say("SOURCE_DATE_EPOCH is not a number of seconds since 1970: {value}", value=epoch)
        )
    return int(epoch)


def _one(
    visit: "Visit",
    store: "Store",
    pack: "Pack",
    out: Path,
    created: int | None,
    *,
    over_edition: bool,
    grey: bool,
) -> "Exported":
    from lohum_brief.release.export import export as write_pack
    from lohum_brief.visit.photos import photos

    if out.is_file():
        _spare_edition(store, out, over_edition=over_edition)
    with progress_of(pack.id) as progress:
        exported = write_pack(
            visit,
            pack,
            out,
            created=created,
            over_edition=over_edition,
            grey=grey,
            progress=progress,
            pictures=store.pictures(photos(visit)) if pack.photos else {},
        )
    if not any(visit.by_id[ident].readable(pack.audience) for ident in pack.sections):
        tell(
            say(
                "{pack}: it has no section that its readers may read; nothing but its title is "
                "printed.",
                pack=pack.id,
            )
        )
    return exported


def _spare_edition(store: "Store", out: Path, *, over_edition: bool) -> None:
    """A draft never takes the place of an edition."""
    try:
        held = store.editions()
    except ForeignFileError:
        # a draft is printed from a file with a damaged list of editions too; the check tells of it
        return
    if held:
        from lohum_brief.release.editions import require_new  # with what opens a file to work on it

        require_new(out, held, over_edition=over_edition)
