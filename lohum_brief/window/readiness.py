"""How far the texts of a visit are: for each kind of record and each language, how many are
missing, drafts, checked …
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal, get_args, get_type_hints

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import AnyRecord, Record, is_quotation
from lohum_brief.visit.text import State, Text
from lohum_brief.visit.visit import Visit

Stage = Literal["missing"] | State
STAGES: Final[tuple[Stage, ...]] = ("missing", *get_args(State))


class Readiness:
    """Counted once, then kept up to date edit by edit: a large visit is not gone through after
    every key.
    """

    def __init__(self, visit: Visit) -> None:
        self._counts: Counter[tuple[type[Record], Lang, Stage]] = Counter()
        for record in visit:
            self._count(record, 1)

    def change(self, edit: Edit) -> None:
        """Follow an edit."""
        for change in edit.changes:
            if change.before is not None:
                self._count(change.before, -1)
            if change.after is not None:
                self._count(change.after, 1)

    def _count(self, record: AnyRecord, by: int) -> None:
        if is_quotation(record):
            return  # a quotation stands in its one language
        kind = type(record)
        for name in _texts(kind):
            text: Text = getattr(record, name)
            if text:
                for lang in LANGS:
                    self._counts[kind, lang, text.state[lang] if text[lang] else "missing"] += by

    def stages(self, lang: Lang, kinds: Iterable[type[Record]] | None = None) -> dict[Stage, int]:
        """How many texts of these kinds, or of all, stand at each stage in a language."""
        chosen = None if kinds is None else set(kinds)
        found = dict.fromkeys(STAGES, 0)
        for (kind, one, stage), count in self._counts.items():
            if one == lang and (chosen is None or kind in chosen):
                found[stage] += count
        return found

    def share(self, kinds: Iterable[type[Record]] | None = None) -> int | None:
        """Per cent of the texts that are there and not old, in all languages; None where there are
        no texts.

        It is 100 only when nothing is left to do.
        """
        chosen = None if kinds is None else tuple(kinds)
        total = done = 0
        for lang in LANGS:
            stages = self.stages(lang, chosen)
            total += sum(stages.values())
            done += sum(stages.values()) - stages["missing"] - stages["old"]
        return 100 * done // total if total else None


@cache
def _texts(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, hint in get_type_hints(kind).items() if hint is Text)
