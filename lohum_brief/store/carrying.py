"""Copies from one kind of store to another, by what all of them can do."""

from collections.abc import Sequence

from msgspec import structs

from lohum_brief.document.picture_files import media_type
from lohum_brief.store.editions import bare, seconds
from lohum_brief.store.protocol import OpenVisit, Store
from lohum_brief.visit.edit import Edit


def carry(
    opened: OpenVisit,
    target: Store,
    *,
    overwrite: bool = False,
    history: bool = True,
    edits: Sequence[Edit] = (),
) -> None:
    """Copy an open visit to another store, with pictures and editions; make `edits` in the copy.

    Its earlier states stay where they are. Without `history` only the numbers of editions go along.
    """
    target.create(opened.visit, overwrite=overwrite)
    with target.open() as copy:
        for digest in sorted(opened.asset_names()):
            data = opened.asset(digest)
            copy.put_asset(data, media_type(data))
        for edition in opened.editions.listed():
            imprint = edition.imprint if history else bare(edition.imprint)
            kept = copy.editions.reserve(structs.replace(imprint, issued=False), seconds(edition))
            if edition.imprint.issued:
                copy.editions.mark_issued(kept.serial)
        for edit in edits:
            copy.commit(edit)
