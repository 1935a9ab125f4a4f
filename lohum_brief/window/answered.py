"""What somebody answers for before an edition is issued: kept while the file is open, so that
looking at a place loses nothing.
"""

from collections.abc import Sequence

from lohum_brief.store.editions import Accepted
from lohum_brief.visit.edit import Edit


class Answered:
    """Answers by pack and by place, which is a record and a field. They end with the edition, or
    when their record changes.
    """

    def __init__(self) -> None:
        self._held: dict[str, dict[tuple[str, str], Accepted]] = {}

    def of(self, packs: Sequence[str]) -> dict[tuple[str, str], Accepted]:
        """Return the answers that were given for all of these packs."""
        first, *others = [self._held.get(pack, {}) for pack in packs] or [{}]
        return {
            place: given
            for place, given in first.items()
            if all(place in other for other in others)
        }

    def keep(self, packs: Sequence[str], answers: Sequence[Accepted]) -> None:
        """Keep answers for each of these packs."""
        for pack in packs:
            self._held.setdefault(pack, {}).update(
                {(one.record, one.field): one for one in answers}
            )

    def end(self, pack: str) -> None:
        """The pack is issued: its answers stand in the edition."""
        self._held.pop(pack, None)

    def forget(self, made: Edit) -> None:
        """What was answered for of these records is no more what it was."""
        touched = {change.id for change in made.changes}
        for held in self._held.values():
            for place in [place for place in held if place[0] in touched]:
                del held[place]
