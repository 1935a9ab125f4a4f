"""What a process has looked at and let go of is no longer in its memory.

No module keeps a visit or a record of it.
"""

import gc
from collections.abc import Callable, Iterable
from weakref import ref

import msgspec
import pytest

from lohum_brief.checks.run import check
from lohum_brief.packs.readiness import gaps, printed
from lohum_brief.release.since import between, trace
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import AnyRecord, Pack
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.shown import shown
from lohum_brief.visit.text import Text
from lohum_brief.visit.tokens import tokens
from lohum_brief.visit.visit import Visit
from lohum_brief.visit.vocabulary import vocabulary
from lohum_brief.window.fields.offers import figure_offers, glossary, term_offers
from tests.packs.rendering import render


def seen_by_nobody() -> Visit:
    """The sample in words of its own, so that nothing equal is known from other tests."""

    def reworded(record: AnyRecord) -> AnyRecord:
        texts = {name: getattr(record, name) for name in fields_of(type(record))}
        return msgspec.structs.replace(
            record,
            **{name: msgspec.structs.replace(text, en=f"{text['en']} anew") for name, text in texts.items()
               if isinstance(text, Text) and text["en"]},
        )  # fmt: skip

    return Visit(map(reworded, sample_visit()))


def is_shown(visit: Visit) -> None:
    [token] = tokens("{count:delegates}")
    assert shown(token, "en", visit).text


def is_offered(visit: Visit) -> None:
    assert figure_offers("", "en", visit)
    assert term_offers("bla", "en", visit)
    assert glossary(visit).terms
    assert visit.gathered(vocabulary)


def is_exported(visit: Visit) -> None:
    assert render(visit, visit.of(Pack)[0]).pages


def is_weighed(visit: Visit) -> None:
    pack = visit.of(Pack)[0]
    assert printed(visit, pack)
    assert [*gaps(visit, pack)]
    assert trace(visit, pack)
    assert between(visit, sample_visit(), pack)


def watched(things: Iterable[object]) -> list[ref[object]]:
    return [ref(one) for one in things]


@pytest.mark.parametrize("look", [check, is_shown, is_offered, is_exported, is_weighed])
def test_a_visit_and_its_records_are_freed_after_use(look: Callable[[Visit], object]) -> None:
    visit = seen_by_nobody()
    held = [*watched([visit]), *watched(visit)]
    look(visit)
    del visit
    gc.collect()
    assert not [found for one in held if (found := one()) is not None]
