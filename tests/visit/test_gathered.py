"""What is found out about a visit is found out once, and again when an edit may have changed it."""

from lohum_brief.visit import edit
from lohum_brief.visit.records import Metric, Particulars, Term
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

VISIT = Visit(
    [
        Particulars(id="visit", audience="public", title=Text(en="Visit")),
        Term(id="term:mass", audience="public", name=Text(en="black mass")),
        Term(id="term:cell", audience="public", name=Text(en="cell")),
        Metric(id="metric:capacity", audience="public", name=Text(en="Capacity"), unit="t"),
    ]
)


def terms(visit: Visit) -> list[str]:
    return [term.name["en"] for term in visit.of(Term)]


def titles(visit: Visit) -> list[str]:
    return [*terms(visit), visit.particulars.title["en"]]


def test_a_visit_is_asked_once() -> None:
    assert VISIT.gathered(terms) == ["black mass", "cell"]
    assert VISIT.gathered(terms) is VISIT.gathered(terms)
    assert VISIT.gathered(titles) == ["black mass", "cell", "Visit"], (
        "another question has another answer"
    )


def test_an_edit_of_other_kinds_leaves_the_answer() -> None:
    found = VISIT.gathered(terms, Term)
    later = edit.apply(VISIT, edit.set_field(VISIT, "metric:capacity", "unit", "kg"))
    assert later.gathered(terms, Term) is found
    much_later = edit.apply(later, edit.set_field(later, "visit", "title.en", "Journey"))
    assert much_later.gathered(terms, Term) is found


def test_after_an_edit_of_a_kind_that_it_reads_it_is_asked_again() -> None:
    assert VISIT.gathered(terms, Term)
    renamed = edit.apply(VISIT, edit.set_field(VISIT, "term:cell", "name.en", "pack"))
    assert renamed.gathered(terms, Term) == ["black mass", "pack"]
    assert edit.apply(VISIT, edit.remove(VISIT, "term:cell")).gathered(terms, Term) == [
        "black mass"
    ]
    assert edit.apply(VISIT, edit.move(VISIT, "term:cell", "term:mass")).gathered(terms, Term) == [
        "cell",
        "black mass",
    ]


def test_where_nobody_says_what_is_read_any_edit_asks_again() -> None:
    assert VISIT.gathered(titles)
    later = edit.apply(VISIT, edit.set_field(VISIT, "visit", "title.en", "Journey"))
    assert later.gathered(titles) == ["black mass", "cell", "Journey"]
