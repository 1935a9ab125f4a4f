"""Figures are offered on a brace and terms while a word is typed; the keyboard alone does it all."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.visit.edit import add
from lohum_brief.visit.records import Figure, Forbidden, Observation, Term
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.offering import Offering
from lohum_brief.window.fields.offers import figure_offers, term_offers
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.main import VisitWindow
from tests.packs.conftest import small
from tests.window.test_window import browser, texts

VISIT = Visit(list(small()))


@pytest.mark.parametrize(
    ("query", "lang", "printed", "token"),
    [
        ("capacity", "en", "10,000 t/year", "{metric:m1}"),
        ("", "hi", "10,000 टन/वर्ष", "{metric:m1}"),
        ("m1", "ja", "10,000トン/年", "{metric:m1}"),
        ("chile", "en", "49,000 t", "{series:ser1/CL/2024}"),
        ("चिली", "ja", "49,000トン", "{series:ser1/CL/2024}"),
        ("チリ 2024", "hi", "49,000 टन", "{series:ser1/CL/2024}"),
        ("visit begins", "ja", "2025年7月8日", "{date:visit.start}"),
        ("members", "en", "1 member", "{count:delegates}"),
        ("page people", "en", "see page …", "{page:sec:people}"),
        ("i1 ends", "en", "10:30 IST (14:00 JST)", "{date:i1.end|form=clocks}"),
    ],
)
def test_figures_are_found_by_any_name_and_shown_as_they_print(
    query: str, lang: Lang, printed: str, token: str
) -> None:
    found = {offer.text: offer for offer in figure_offers(query, lang, VISIT)}
    assert token in found
    assert found[token].beside.replace("\u00a0", " ") == printed
    assert found[token].back == len(query) + 1


def test_older_readings_of_a_metric_are_offered_by_their_dates() -> None:
    older = [
        Observation(
            id=ident, audience="guest", metric="m1", value=Decimal(value), as_of=date, chosen=False
        )
        for ident, value, date in (
            ("old", "9000", "2023-04"),
            ("one", "7000", "2021"),
            ("other", "8000", "2021"),
        )
    ]
    found = {
        offer.text: offer for offer in figure_offers("capacity", "en", Visit([*VISIT, *older]))
    }
    assert [*found] == [
        "{metric:m1}",
        "{metric:m1|as_of=2023-04}",
    ]  # of 2021 nobody knows which is meant
    dated = found["{metric:m1|as_of=2023-04}"]
    assert (dated.name, dated.beside.replace("\u00a0", " ")) == (
        "capacity English · April 2023",
        "9,000 t/year",
    )


def test_nothing_that_prints_nothing_is_offered() -> None:
    assert figure_offers("no such figure", "en", VISIT) == []
    assert all("reserves" not in offer.text for offer in figure_offers("", "en", VISIT))


def test_figures_that_the_readers_may_not_see_come_last_and_say_so() -> None:
    kept = Figure(
        id="figure:a-kept",
        audience="host",
        name=Text(en="capacity kept back"),
        value=Decimal(7),
        unit="t",
    )
    offers = figure_offers("capacity", "en", Visit([kept, *VISIT]), "guest")
    assert offers[0].text == "{metric:m1}"
    assert offers[-1].text == "{figure:a-kept}"
    assert offers[-1].beside.endswith("For hosts")
    assert "For hosts" not in figure_offers("kept", "en", Visit([kept, *VISIT]), "host")[0].beside


@pytest.mark.parametrize(
    ("before", "lang", "text", "back"),
    [
        ("of lit", "en", "lithium", 3),
        ("Lit", "en", "Lithium", 3),
        ("का लिथि", "hi", "लिथियम", 4),
        ("中国のリチ", "ja", "リチウム", 2),
        ("中国のりち", "ja", "リチウム", 2),
    ],
)
def test_terms_are_offered_for_what_was_begun(
    before: str, lang: Lang, text: str, back: int
) -> None:
    [offer] = term_offers(before, lang, VISIT)
    assert (offer.text, offer.back) == (text, back)


@pytest.mark.parametrize(
    ("before", "lang"),
    [("li", "en"), ("split", "en"), ("lit ", "en"), ("lithium", "en"), ("の", "ja")],
)
def test_no_terms_are_offered_for_less_or_within_words(before: str, lang: Lang) -> None:
    assert term_offers(before, lang, VISIT) == []


def offered(window: VisitWindow, qtbot: QtBot, lang: Lang = "en") -> tuple[TextArea, Offering]:
    place = browser(window, "texts")
    place.show_record("p1")
    area = texts(place, "text").areas[lang]
    window.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    area.selectAll()
    qtbot.keyClick(area, Qt.Key.Key_Backspace)
    [offering] = area.findChildren(Offering)
    return area, offering


def test_a_figure_is_put_in_by_the_keyboard_alone(window: VisitWindow, qtbot: QtBot) -> None:
    area, offering = offered(window, qtbot)
    qtbot.keyClicks(area, "Up to {")
    assert offering.is_shown()
    qtbot.keyClicks(area, "capac")
    assert offering.list.count() == 1
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert not offering.is_shown()
    assert area.text() == "Up to {metric:m1}"
    assert "{" not in area.document().toRawText()
    qtbot.keyClicks(area, " now")
    assert area.text() == "Up to {metric:m1} now"


def test_up_and_down_choose_among_figures(window: VisitWindow, qtbot: QtBot) -> None:
    area, offering = offered(window, qtbot)
    qtbot.keyClicks(area, "{2024")
    wanted = offering.list.item(2).data(Qt.ItemDataRole.UserRole).text
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(area, key)
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert area.text() == wanted
    assert area.hasFocus()


def test_escape_closes_the_offers_and_leaves_what_was_typed(
    window: VisitWindow, qtbot: QtBot
) -> None:
    area, offering = offered(window, qtbot)
    qtbot.keyClicks(area, "{ca")
    qtbot.keyClick(area, Qt.Key.Key_Escape)
    assert not offering.is_shown()
    qtbot.keyClicks(area, "p")
    assert not offering.is_shown()
    assert area.text() == "{cap"
    qtbot.keyClick(area, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert offering.is_shown()
    area.clearFocus()
    assert not offering.is_shown()


def test_terms_come_by_themselves_and_do_not_take_the_enter_key(
    window: VisitWindow, qtbot: QtBot
) -> None:
    area, offering = offered(window, qtbot)
    qtbot.keyClicks(area, "Lit")
    assert offering.is_shown()
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.text() == "Lit\n"
    assert not offering.is_shown()
    qtbot.keyClicks(area, "lit")
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert area.text() == "Lit\nlithium"


def test_nothing_is_offered_while_something_is_composed(window: VisitWindow, qtbot: QtBot) -> None:
    area, offering = offered(window, qtbot, "ja")
    for preedit in ("り", "りち"):
        QApplication.sendEvent(area, QInputMethodEvent(preedit, []))
        assert not offering.is_shown()
    end = QInputMethodEvent("", [])
    end.setCommitString("りち")
    QApplication.sendEvent(area, end)
    assert offering.is_shown()
    QApplication.sendEvent(area, QInputMethodEvent("う", []))
    assert not offering.is_shown()


def test_a_brace_of_an_input_method_asks_for_figures_too(window: VisitWindow, qtbot: QtBot) -> None:
    area, offering = offered(window, qtbot, "ja")
    end = QInputMethodEvent("", [])
    end.setCommitString("約｛capacity")
    QApplication.sendEvent(area, end)
    assert offering.is_shown()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert area.text() == "約{metric:m1}"


def editor(window: VisitWindow, original: str) -> TextsEditor:
    term = Term(
        id="term:ore", audience="public", name=Text(en="iron ore", hi="लौह अयस्क", ja="鉄鉱石"),
        forbidden=Forbidden(ja=("鉄の石",)),
    )  # fmt: skip
    window.session.commit(lambda visit: add(visit, term))
    window.session.set_field("p1", "text.en", original)
    place = browser(window, "texts")
    place.show_record("p1")
    found = texts(place, "text")
    found.areas["ja"].setFocus()
    found._enter("ja")
    return found


def test_terms_of_the_original_are_offered_until_they_are_used(
    window: VisitWindow, qtbot: QtBot
) -> None:
    found = editor(window, "Iron ores and lithium")
    assert [pair.here for pair in found.terms.pairs] == ["鉄鉱石"], "lithium stands there already"
    qtbot.keyClick(found.areas["ja"], Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "鉄鉱石" in found.areas["ja"].text()
    assert found.terms.pairs == ()


def test_a_forbidden_word_is_underlined_and_put_right(window: VisitWindow) -> None:
    found = editor(window, "Iron ore")
    area = found.areas["ja"]
    area.show_text("𠮷の鉄の石です")
    area.mark()
    [mark] = area.marks
    assert mark.sort == "forbidden"
    assert "鉄鉱石" in mark.why
    caret = QTextCursor(area.document())
    caret.setPosition(5)
    assert "鉄鉱石" in area.told_at(area.cursorRect(caret).center())
    area.put_right(mark, mark.right)
    assert area.text() == "𠮷の鉄鉱石です"
    assert area.marks == []
