"""The order of records as a chain, beside a list on which the same is done."""

from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.visit.chain import Chain
from lohum_brief.visit.records import AnyRecord, Group, Particulars, Source
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_COUNT = 7


def _record(number: int, title: str = "") -> AnyRecord:
    ident = f"r{number}"
    if number % 2:
        return Source(id=ident, audience="public", title=title or ident)
    return Group(id=ident, audience="guest", name=Text(en=title or ident))


def _visit() -> Visit:
    first: AnyRecord = Particulars(id="visit", audience="public", title=Text(en="Visit"))
    return Visit([first, *(_record(number) for number in range(_COUNT))])


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(("take", "put", "replace")), st.integers(0, _COUNT + 3), st.integers(0, 99)
    ),
    max_size=12,
)


@given(_STEPS)
def test_whatever_is_done_the_order_is_that_of_a_list(steps: list[tuple[str, int, int]]) -> None:
    visit = _visit()
    chain, listed = Chain(visit), list(visit)
    for number, (what, at, where) in enumerate(steps):
        idents = [record.id for record in listed]
        here = f"r{at}" in idents
        if what == "take" and here:
            assert chain.take(f"r{at}") == listed.pop(idents.index(f"r{at}"))
        elif what == "put" and not here:
            before = [*idents, None][where % (len(idents) + 1)]
            record = _record(at, f"{number}")
            chain.put(record, before)
            listed.insert(idents.index(before) if before else len(listed), record)
        elif what == "replace" and here:
            record = _record(at, f"{number}")
            chain.replace(record)
            listed[idents.index(record.id)] = record
    assert chain.records() == listed
    assert [chain.after(one.id) for one in listed] == [*(one.id for one in listed[1:]), None]
    made, fresh = (
        visit.becoming(chain.records(), chain.differing, in_order=chain.in_order),
        Visit(listed),
    )
    assert made == fresh
    assert (made.by_id, made.rows) == (fresh.by_id, fresh.rows)
    for kind in (Source, Group, Particulars):
        assert made.of(kind) == fresh.of(kind)
