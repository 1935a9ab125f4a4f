"""Short texts are measured as they print."""

import pytest

from lohum_brief.language.codes import Lang
from lohum_brief.packs.fitting import Fit, Fitter
from lohum_brief.typeset.ruler import FontRuler


@pytest.mark.parametrize(
    ("lang", "word"),
    [("en", "Recycling capacity "), ("hi", "पुनर्चक्रण क्षमता "), ("ja", "再資源化の処理能力")],
)
def test_a_longer_title_takes_more_lines(lang: Lang, word: str) -> None:
    fitter = Fitter(FontRuler())
    short = fitter.fit("section", "title", lang, word)
    long = fitter.fit("section", "title", lang, word * 14)
    assert short.lines == 1
    assert long.lines > short.most == long.most


def test_nothing_is_said_of_what_has_no_usual_place() -> None:
    assert Fitter(FontRuler()).fit("source", "title", "en", "x") == Fit(0, 0)
    assert Fitter(FontRuler()).fit("section", "title", "en", "") == Fit(0, 0)


def test_a_character_without_a_font_does_not_hinder() -> None:
    assert Fitter(FontRuler()).fit("section", "title", "en", "\U0001f600").lines == 1
