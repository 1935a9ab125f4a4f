"""A message travels as a value and becomes a sentence where a person reads it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say, use
from lohum_brief.message import (
    Group,
    Message,
    Value,
    capital,
    clause,
    either,
    forms,
    lines,
    listed,
    msg,
    msg_n,
    sentences,
    small,
)

PLACES = listed(("A", msg("Contents"), 3))
"""A row in which one part is a word of the program's."""


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "A, Contents, 3"), ("ja", "A、目次、3"), ("hi", "A, विषय-सूची, 3")],
)
def test_a_message_within_a_message_is_said_in_the_language_of_the_reader(
    lang: Lang, said: str
) -> None:
    use(lang)
    assert say(PLACES) == said
    assert said in say(msg("The file is damaged: {what}.", what=PLACES))


@pytest.mark.parametrize("lang", ["en", "hi", "ja"])
def test_nothing_says_nothing(lang: Lang) -> None:
    use(lang)
    assert say("") == say(msg("")) == say(capital("")) == say(sentences(())) == ""


def test_for_logs_it_is_english_whatever_the_interface_speaks() -> None:
    use("ja")
    error = BriefError(msg("The file is damaged: {what}.", what=PLACES))
    assert str(error) == "The file is damaged: A, Contents, 3."
    assert say(error.message).startswith("ファイル")


def test_what_is_typed_is_never_taken_for_a_place() -> None:
    odd = msg("The file is damaged: {what}.", what="{x} 100 % {")
    assert str(odd) == say(odd) == "The file is damaged: {x} 100 % {."
    assert say(msg("100 % {")) == str(msg("100 % {")) == "100 % {"


@pytest.mark.parametrize(("count", "said"), [(1, "1 more error"), (2, "2 more errors")])
def test_a_number_chooses_its_form(count: int, said: str) -> None:
    found = msg_n("{count} more error like this.", "{count} more errors like this.", count)
    assert say(found) == str(found) == f"{said} like this."


def test_what_each_language_has_its_own_form_of() -> None:
    title = forms({"en": "Visit", "ja": "訪問"})
    assert (str(title), say(title)) == ("Visit", "Visit")
    use("ja")
    assert say(title) == "訪問"
    use("hi")
    assert say(title) == "Visit"
    assert say(forms({"ja": "訪問"})) == "訪問"


def test_groups() -> None:
    assert say(sentences(("One.", "", "Two."))) == "One. Two."
    assert say(lines(("one", "two"))) == "one\ntwo"
    assert say(either(("one", msg("Contents")))) == "one / Contents"
    assert say(msg("Nothing: {why}", why=clause("it is a folder."))) == "Nothing: it is a folder"
    assert say(capital(msg("it is a folder"))) == "It is a folder"
    assert say(small(msg("It is a folder."))) == "it is a folder."
    use("ja")
    assert say(sentences(("甲。", "乙。"))) == "甲。乙。"


def test_the_rest_of_an_error_is_told_after_it() -> None:
    error = BriefError(msg("First.")).before(msg("2 more."))
    assert str(error) == "First. 2 more."
    assert error.first == msg("First.")


VALUES = st.recursive(
    st.text() | st.integers(-(2**62), 2**62),
    lambda inner: (
        st.builds(lambda parts: Group("listed", tuple(parts)), st.lists(inner))
        | st.builds(lambda one: msg("The file is damaged: {what}.", what=one), inner)
        | st.dictionaries(st.sampled_from(("en", "hi", "ja")), st.text(), min_size=1).map(forms)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_it_comes_back_from_json_and_says_the_same(value: Value) -> None:
    message = msg("Contents {one}", one=value)
    again = msgspec.json.decode(msgspec.json.encode(message), type=Message)
    assert again == message
    assert say(again) == say(message)
    assert hash(again) == hash(message)
