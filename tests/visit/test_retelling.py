"""Steps are called in the language of the interface, in whichever they were made."""

from collections.abc import Iterator

import pytest

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say, say_n, use
from lohum_brief.message import msg
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import KINDS
from lohum_brief.visit.retelling import retold


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    use(None)


@pytest.mark.parametrize("made_in", LANGS)
@pytest.mark.parametrize("read_in", LANGS)
def test_a_step_about_a_record_is_told_in_each_language(made_in: Lang, read_in: Lang) -> None:
    def steps() -> list[str]:
        return [
            say(step, kind=kind_title(kind))
            for step in ("Add {kind}", "Change {kind}")
            for kind in sorted(KINDS)
        ]

    use(made_in)
    made = steps()
    use(read_in)
    assert [retold(step, read_in) for step in made] == steps()


@pytest.mark.parametrize("read_in", ["hi", "ja"])
def test_names_and_numbers_stay_and_the_words_around_them_are_told(read_in: Lang) -> None:
    use(read_in)
    assert retold("Change person: 試作 Rao: {x}", read_in) == say(
        "{step}: {record}",
        step=say("Change {kind}", kind=kind_title("person")),
        record="試作 Rao: {x}",
    )
    counted = say_n("Remove {count} entry", "Remove {count} entries", 5)
    assert retold("Remove 5 entries", read_in) == counted
    assert retold("Change a duration", read_in) == say("Change a duration") != "Change a duration"
    nobodys = "Something that nobody says {kind}"
    assert retold(nobodys, read_in) == nobodys
    assert retold("", read_in) == ""


@pytest.mark.parametrize("read_in", LANGS)
def test_a_step_that_is_a_message_is_told_as_it_is(read_in: Lang) -> None:
    use(read_in)
    step = msg("Change {kind}", kind=kind_title("person"))
    assert retold(step, read_in) == say(step)
