"""Rows brought up to date after an edit, at the cost of what it touches."""

import sqlite3

from lohum_brief.store.sqlite import rows
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.visit import Visit


def update(
    connection: sqlite3.Connection,
    visit: Visit,
    edit: Edit,
    places: rows.Places,
    digests: bytes,
) -> bytes:
    """Write the rows that an edit touches, update `places`, and return the digests of all rows.

    `visit` is what the edit made; `digests` are those before it. The caller holds the transaction.
    """
    touched = {change.id for change in edit.changes}
    moved = {change.id for change in edit.changes if _moves(change)}
    if moved:
        digests = _update_moved(connection, visit, touched, moved, places)
    else:  # most edits: of all the other rows nothing needs to be asked
        for ident in touched:
            record, place = visit.by_id[ident], places[ident]
            places[ident] = rows.write(connection, record, place.position)
        others = {visit.rows[ident]: places[ident] for ident in touched}
        digests = rows.replaced_digests(digests, others)
    rows.write_seal(connection, digests)
    return digests


def _moves(change: Change) -> bool:
    """Return whether a change adds, removes or moves a record."""
    stays = change.before is not None and change.after is not None
    return not stays or change.next_before != change.next_after


def _update_moved(
    connection: sqlite3.Connection,
    visit: Visit,
    touched: set[str],
    moved: set[str],
    places: rows.Places,
) -> bytes:
    order = [record.id for record in visit]
    for ident in places.keys() & touched - visit.by_id.keys():
        rows.erase(connection, ident)
        del places[ident]
    fixed = {ident: place.position for ident, place in places.items() if ident not in moved}
    positions = rows.positions(order, fixed)
    for ident in touched & visit.by_id.keys() | positions.keys():
        position = positions[ident] if ident in positions else fixed[ident]
        places[ident] = rows.write(connection, visit.by_id[ident], position)
    return rows.digests(places, order)
