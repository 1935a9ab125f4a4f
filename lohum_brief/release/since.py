"""What has changed of a pack since it was issued, told from a trace of what it printed.

A trace has 12 bytes for each record: 6 tell the record, 6 what of it the pack prints. It says which
records are new or other than they were and how many are gone, and holds nothing of what they said.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.lean_imports import blake2b
from lohum_brief.message import Value, listed, msg, msg_n
from lohum_brief.packs.extent import extent
from lohum_brief.store.editions import Imprint
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit

_PART: Final = 6


class Since(NamedTuple):
    """What differs: records new or changed, how many are gone, whether others moved."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: int
    moved: bool


def trace(visit: Visit, pack: Pack) -> bytes:
    """Return the trace of what a pack prints, for `since`."""
    return b"".join(_short(ident.encode()) + _short(said) for ident, said in extent(visit, pack))


def since(visit: Visit, imprint: Imprint) -> Since | None:
    """Return what differs from an edition; None without a trace, or where the pack is gone."""
    return next(all_since(visit, (imprint,)))


def all_since(visit: Visit, imprints: Iterable[Imprint]) -> Iterator[Since | None]:
    """Return the same for several editions.

    What a pack prints now is gone through once for those of the same readers.
    """
    known: dict[tuple[object, ...], list[tuple[str, bytes, bytes]]] = {}
    former: dict[tuple[object, ...], dict[str, bytes]] = {}
    for imprint in imprints:
        pack = visit.get(Pack, imprint.pack)
        if pack is None or not imprint.trace or len(imprint.trace) % (2 * _PART):
            yield None
            continue
        key = (imprint.pack, imprint.languages, imprint.audience)
        readers = structs.replace(pack, languages=imprint.languages, audience=imprint.audience)
        if key not in known:
            known[key] = [
                (ident, _short(ident.encode()), _short(said))
                for ident, said in extent(visit, readers)
            ]
        then = dict(_pairs(imprint.trace))
        found = _differs(known[key], then)
        if found.changed:
            # An edition of an earlier build has in its trace what no pack prints as well.
            if key not in former:
                former[key] = {
                    ident: _short(said) for ident, said in extent(visit, readers, former=True)
                }
            found = found._replace(
                changed=tuple(
                    ident
                    for ident in found.changed
                    if then[_short(ident.encode())] != former[key][ident]
                )
            )
        yield found


def between(now: Visit, then: Visit, pack: Pack) -> Since:
    """Return what of a pack is other now than it was then."""
    held = [(ident, _short(ident.encode()), _short(said)) for ident, said in extent(now, pack)]
    return _differs(held, dict(_pairs(trace(then, pack))))


def _differs(now: Iterable[tuple[str, bytes, bytes]], then: Mapping[bytes, bytes]) -> Since:
    added, changed, order = [], [], []
    for ident, key, said in now:
        if key not in then:
            added.append(ident)
            continue
        order.append(key)
        if then[key] != said:
            changed.append(ident)
    stayed = set(order)
    moved = order != [key for key in then if key in stayed]
    return Since(tuple(added), tuple(changed), len(then) - len(stayed), moved)


def summary(differs: Since | None) -> Value:
    """Return how many records are other than in the edition; nothing where that is not known."""
    if differs is None:
        return ""
    parts = []
    if differs.changed:
        parts.append(msg_n("{count} changed", "{count} changed", len(differs.changed)))
    if differs.added:
        parts.append(msg_n("{count} added", "{count} added", len(differs.added)))
    if differs.removed:
        parts.append(msg_n("{count} removed", "{count} removed", differs.removed))
    if not parts:
        return msg("another order") if differs.moved else msg("nothing changed")
    return listed(parts)


def _pairs(trace: bytes) -> Iterator[tuple[bytes, bytes]]:
    for at in range(0, len(trace), 2 * _PART):
        yield trace[at : at + _PART], trace[at + _PART : at + 2 * _PART]


def _short(data: bytes) -> bytes:
    return blake2b(data, digest_size=_PART).digest()
