"""`lohum-brief reference`: the reference data on minerals, into a visit."""

from lohum_brief.cli.files import store_of
from lohum_brief.cli.grammar import Arguments, put
from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.language.interface import listed, say, say_n
from lohum_brief.message import msg
from lohum_brief.visit import edit
from lohum_brief.visit.document import encode_record
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.records import AnyRecord, Figure, Mineral, Series, Source
from lohum_brief.visit.uses import uses
from lohum_brief.visit.visit import Visit


def reference(arguments: Arguments) -> int:
    """Add what the visit lacks. What it has and what differs stays as it is, unless it is to be
    renewed.
    """
    from lohum_brief.store.shipped import reference_data

    wanted = _of_minerals(reference_data(), arguments.get("--minerals", ""))
    with store_of(arguments["FILE"]).open() as store:
        if store.read_only:
            raise SystemRefusedError(store.reason)
        held = store.visit.by_id
        lacking = [record for record in wanted if record.id not in held]
        differing = [
            record
            for record in wanted
            if record.id in held and encode_record(held[record.id]) != encode_record(record)
        ]
        renewed = differing if "--renew" in arguments else []
        if lacking or renewed:
            store.commit(edit.merge(store.visit, [*lacking, *renewed], msg("Add reference data")))
    put(say_n("{count} record added.", "{count} records added.", len(lacking)) + "\n")
    if renewed:
        put(say_n("{count} record renewed.", "{count} records renewed.", len(renewed)) + "\n")
    elif differing:
        put(
            say(
                "Left as they are, because they differ from the reference data: {ids}. With "
                "{option} they are replaced.",
                ids=listed(record.id for record in differing),
                option="--renew",
            )
            + "\n"
        )
    return 0


def _of_minerals(records: list[AnyRecord], names: str) -> list[AnyRecord]:
    """The records of some minerals, by what follows `mineral:` in their ids; of all by default.

    With them come the figures that their texts print, and the sources of all these.
    """
    minerals = {
        record.id.removeprefix("mineral:"): record.id
        for record in records
        if isinstance(record, Mineral)
    }
    chosen = [name.strip() for name in names.split(",")] if names else list(minerals)
    for name in chosen:
        if name not in minerals:
            raise UsageError(
                say(
                    "The reference data has no mineral “{name}”; it has: {known}.",
                    name=name,
                    known=listed(minerals),
                )
            )
    kept = {minerals[name] for name in chosen}
    facts = [
        record
        for record in records
        if record.id in kept or (isinstance(record, Series) and record.mineral in kept)
    ]
    figures = Figures(Visit(records))
    named = {figures.find(use.token).record for record in facts for use in uses(record)}
    facts += [record for record in records if isinstance(record, Figure) and record.id in named]
    cited = {
        ident
        for record in facts
        if isinstance(record, Mineral | Series | Figure)
        for ident in record.sources
    }
    return [
        *facts,
        *(record for record in records if isinstance(record, Source) and record.id in cited),
    ]
