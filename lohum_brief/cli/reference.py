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
    _tell(lacking, differing, renewed)
    return 0


def _tell(lacking: list[AnyRecord], differing: list[AnyRecord], renewed: list[AnyRecord]) -> None:
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


def _of_minerals(records: list[AnyRecord], names: str) -> list[AnyRecord]:
    """The records of some minerals, by what follows `mineral:` in their ids; of all by default.

    With them come the figures that their texts print, and the sources of all these.
    """
    kept = _chosen(records, names)
    facts = [record for record in records if _mineral_of(record) in kept]
    figures = Figures(Visit(records))
    printed = {figures.find(use.token).record for record in facts for use in uses(record)}
    facts += _named(records, Figure, printed)
    cited = {ident for record in facts for ident in getattr(record, "sources", ())}
    return [*facts, *_named(records, Source, cited)]


def _chosen(records: list[AnyRecord], names: str) -> set[str]:
    """The ids of the minerals that are wanted. Raises UsageError for one that is not there."""
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
    return {minerals[name] for name in chosen}


def _mineral_of(record: AnyRecord) -> str:
    """Return the mineral that a record is, or that it is a series of."""
    if isinstance(record, Series):
        return record.mineral
    return record.id if isinstance(record, Mineral) else ""


def _named(
    records: list[AnyRecord], kind: type[Figure | Source], idents: set[str]
) -> list[AnyRecord]:
    return [record for record in records if isinstance(record, kind) and record.id in idents]
