"""`lohum-brief export --issue`, and `lohum-brief editions`."""

import datetime as dt
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lohum_brief.cli.failure import one_line, tell
from lohum_brief.cli.files import put_json, store_of
from lohum_brief.cli.grammar import Arguments, columns, put
from lohum_brief.cli.pack_files import changed, form_of, pack_of, progress_of, write_all, wrong
from lohum_brief.language.interface import interface, say, say_n, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lohum_brief.checks.finding import Finding
    from lohum_brief.release.drafts import Draft
    from lohum_brief.release.export import Exported
    from lohum_brief.release.gate import HeldBackError
    from lohum_brief.release.since import Since
    from lohum_brief.store.editions import Accepted, Edition
    from lohum_brief.store.protocol import OpenVisit, Store
    from lohum_brief.visit.records import Pack
    from lohum_brief.visit.visit import Visit


def issue(
    arguments: Arguments, store: "Store", out: Path, changes: dict[str, Any], created: int | None
) -> int:
    """One pack issued to a file, or all packs to a folder. `created` is the time instead of now."""
    from lohum_brief.store.editions import next_number

    with store.open() as opened:
        answers = [
            _answer(opened.visit, line, arguments["--by"])
            for line in arguments.get("--accept", "").splitlines()
            if line
        ]
        put_out = partial(
            _one,
            opened,
            recipients=arguments.get("--for", ""),
            answers=answers,
            created=created,
            over_edition="--replace-edition" in arguments,
        )
        if "--all" in arguments:
            held = opened.editions.listed()
            return write_all(
                opened.visit,
                out,
                changes,
                put_out,
                lambda pack: next_number(held, pack.id, pack.audience),
                form_of(arguments),
            )
        put_out(changed(pack_of(opened.visit, arguments["--pack"]), changes), out)
    return 0


def _answer(visit: "Visit", written: str, who: str) -> "Accepted":
    """What `--accept` says: a place, which begins with the id of a record, and why it is printed as
    it is.
    """
    from lohum_brief.release.blockers import answer

    place, _, reason = written.partition("=")
    for at in range(len(place) - 1, 0, -1):
        if place[at] == "." and place[:at] in visit.by_id:
            return answer(place[:at], place[at + 1 :], reason, who)
    raise wrong(
        say(
            "--accept: {place} is no place; write RECORD.FIELD=REASON, as the list of reasons does",
            place=place,
        )
    )


def _one(
    opened: "OpenVisit",
    pack: "Pack",
    out: Path,
    *,
    recipients: str,
    answers: "Sequence[Accepted]",
    created: int | None,
    over_edition: bool,
) -> "Exported":
    from lohum_brief.release.editions import issue as issue_pack
    from lohum_brief.release.gate import HeldBackError
    from lohum_brief.visit.photos import photos

    try:
        with progress_of(pack.id) as progress:
            issued = issue_pack(
                opened,
                pack,
                out,
                time=int(time.time()) if created is None else created,
                over_edition=over_edition,
                recipients=recipients,
                answers=answers,
                listing=_list,
                progress=progress,
                pictures=opened.store.pictures(photos(opened.visit)) if pack.photos else {},
            )
    except HeldBackError as error:
        _list_reasons(error)
        raise
    put(
        say(
            "{pack}: edition {number}, issued {time}.",
            pack=pack.id,
            number=issued.edition.imprint.number,
            time=_moment(issued.edition, opened.visit.particulars.place_zone),
        )
        + "\n"
    )
    return issued.file


def _list_reasons(error: "HeldBackError") -> None:
    """What keeps the pack back, by its cause: first what must be put right, then what somebody may
    answer for.
    """
    from lohum_brief.release.blockers import grouped

    groups = grouped(error.blockers)
    heads = {
        False: say("Must be put right:"),
        True: say("Can be printed as it is, each place with --accept PLACE=REASON and --by NAME:"),
    }
    lines = []
    for waits, head in heads.items():
        own = [group for group in groups if group.waits is waits]
        lines += [head] if own else []
        for group in own:
            lines.append(f"  {say(group.title)}")
            rows = [
                (f"    {one_line('.'.join(filter(None, one.place)))}", one_line(say(one.why)))
                for one in group.blockers
            ]
            lines += columns(rows).splitlines()
    if count := len(error.warnings):
        lines.append(
            say_n(
                "{count} warning does not keep it back; the command check lists it.",
                "{count} warnings do not keep it back; the command check lists them.",
                count,
            )
        )
    put("\n".join(lines) + "\n\n")


def _list(warnings: "Sequence[Finding]") -> None:
    for finding in warnings:
        place = f"{finding.record} {finding.field}".strip()
        tell(say("warning: {place}: {why}", place=place, why=finding.message))


def _moment(edition: "Edition", zone: str) -> str:
    """When it was issued, as its pages say it."""
    from lohum_brief.language.dates import moment, moment_at
    from lohum_brief.store.editions import seconds

    return moment(moment_at(seconds(edition), zone), interface())


def editions(arguments: Arguments) -> int:
    """`lohum-brief editions FILE`."""
    from lohum_brief.release.since import all_since

    store = store_of(arguments["FILE"])
    visit = store.read()
    wanted = arguments.get("--pack")
    if "--mark" in arguments:
        return _draft(store, visit, arguments)
    held = list(store.editions()) if wanted is None else _of_pack(store, visit, wanted)
    found = list(zip(held, all_since(visit, [one.imprint for one in held]), strict=True))
    if "--json" in arguments:
        put_json([_as_json(one, differs) for one, differs in found])
        return 0
    if not found:
        put(say("Nothing was issued yet.") + "\n")
        return 0
    put(_table(found, visit.particulars.place_zone) + "\n")
    for one in held:
        _put_accepted(one)
    return 0


def _of_pack(store: "Store", visit: "Visit", pack: str) -> "list[Edition]":
    held = [one for one in store.editions() if one.imprint.pack == pack]
    if not held:
        pack_of(visit, pack)  # a slip of the key is told
    return held


def _table(found: "Sequence[tuple[Edition, Since | None]]", zone: str) -> str:
    """The editions with what changed since each of them."""
    from lohum_brief.release.since import summary

    head = (
        say("Pack"),
        say("Edition"),
        say("Issued"),
        say("For whom"),
        say("Languages"),
        say("Audience"),
        say("Number of pages"),
        say("Since then"),
    )
    rows = [
        (
            one.imprint.pack,
            str(one.imprint.number),
            _moment(one, zone),
            one_line(one.imprint.recipients) or say("–"),
            ",".join(one.imprint.languages),
            one.imprint.audience,
            str(one.imprint.pages),
            spoken(summary(differs)) if one.imprint.issued else say("its file was not finished"),
        )
        for one, differs in found
    ]
    return columns([head, *rows], right=frozenset({1, 6}))


def _draft(store: "Store", visit: "Visit", arguments: Arguments) -> int:
    """Of which draft a mark is; 1 where none of the last ones has it."""
    from lohum_brief.language.dates import moment, moment_at
    from lohum_brief.release.drafts import find
    from lohum_brief.release.since import summary
    from lohum_brief.visit.records import Pack

    mark = arguments["--mark"].strip().lower()
    packs = [pack_of(visit, arguments["--pack"])] if "--pack" in arguments else visit.of(Pack)
    found = find(store, visit, packs, mark, store.pictures)
    if "--json" in arguments:
        put_json(
            []
            if found is None
            else [
                {
                    "pack": found.pack,
                    "until": found.until or None,
                    "since": found.since and found.since._asdict(),
                }
            ]
        )
    elif found is None:
        put(
            say(
                "{mark}: no draft of the packs as they are now, or as they were before any edit "
                "that the file remembers.",
                mark=mark,
            )
            + "\n"
        )
    elif not found.until:
        put(say("{mark}: a draft of {pack} as it is now.", mark=mark, pack=found.pack) + "\n")
    else:
        when = dt.datetime.fromisoformat(found.until).timestamp()
        until = moment(moment_at(int(when), visit.particulars.place_zone), interface())
        put(
            say(
                "{mark}: a draft of {pack} as it was until {time}; since then: {changes}.",
                mark=mark,
                pack=found.pack,
                time=until,
                changes=summary(found.since),
            )
            + "\n"
        )
        put(_changes(visit, found))
    return 0 if found else 1


def _changes(visit: "Visit", found: "Draft") -> str:
    """Which records of a draft are other now, in lines: what became of it, its kind, its title."""
    from lohum_brief.visit.called import title
    from lohum_brief.visit.kinds import OF

    if found.since is None or found.then is None:
        return ""
    fates = (
        (say("Changed"), visit, found.since.changed),
        (say("Added since"), visit, found.since.added),
        (say("Removed since"), found.then, found.gone(visit)),
    )
    rows = [
        (f"  {fate}", say(OF[type(record)].one), one_line(say(title(record, held))))
        for fate, held, idents in fates
        for ident in idents
        if (record := held.by_id.get(ident)) is not None
    ]
    return columns(rows) + "\n" if rows else ""


def _put_accepted(edition: "Edition") -> None:
    """What an edition prints as it is, and who answers for it."""
    from lohum_brief.release.blockers import cause_title

    accepted = edition.imprint.accepted
    if not accepted:
        return
    rows = [
        (
            f"  {one_line('.'.join(filter(None, (one.record, one.field))))}",
            say(cause_title(one.cause)),
            one_line(say("{who}: {reason}", who=one.who, reason=one.reason)),
        )
        for one in accepted
    ]
    head = say(
        "{pack}, edition {number}: printed as it is",
        pack=edition.imprint.pack,
        number=edition.imprint.number,
    )
    put(f"\n{head}\n{columns(rows)}\n")


def _as_json(edition: "Edition", differs: "Since | None") -> dict[str, Any]:
    import msgspec

    from lohum_brief.visit.rest import bare

    imprint = bare(edition.imprint)
    data: dict[str, Any] = msgspec.to_builtins(imprint)
    data.pop("trace", None)
    since = None
    if differs is not None:
        since = {
            "changed": differs.changed,
            "added": differs.added,
            "removed": differs.removed,
            "moved": differs.moved,
        }
    return {
        **data,
        "title": dict(imprint.title.items()),
        "recipients": imprint.recipients,
        "issued": imprint.issued,
        "accepted": msgspec.to_builtins(imprint.accepted),
        "time": edition.time,
        "who": edition.who,
        "since": since,
    }
