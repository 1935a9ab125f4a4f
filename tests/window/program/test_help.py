"""The help and what is said about the program: complete in three languages, and without a network."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.window.application import Application
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from lohum_brief.window.program.about import About, libraries, licence_texts
from lohum_brief.window.program.help import Help, chapters
from tests.window.conftest import go


def test_every_language_has_the_same_chapters_and_every_place_its_own() -> None:
    keys = [one.key for one in chapters("en")]
    assert {place.key for place in PLACES} <= set(keys)
    for lang in LANGS:
        found = chapters(lang)
        assert [one.key for one in found] == keys
        links = {link for one in found for link in re.findall(r"\]\(#([a-z]+)\)", one.text)}
        assert links <= set(keys)
        assert all(one.text for one in found)


def test_the_help_opens_at_the_place_and_its_links_lead_on(
    window: VisitWindow, application: Application
) -> None:
    go(window, "packs")
    window.help_here()
    shown = application.helping
    assert shown is not None
    assert shown.list.currentItem().text() == "Packs"
    shown.page.anchorClicked.emit(QUrl("#import"))
    assert shown.list.currentItem().text() == "Import"
    window.help("shortcuts")
    assert application.helping is not None
    text = application.helping.page.toPlainText()
    assert all(command.name in text for command in window.menus.commands if command.keys)
    assert "Ctrl+K" in text
    application.helping.close()


def test_what_is_searched_for_is_found_in_every_chapter_that_says_it(
    application: Application, qtbot: QtBot
) -> None:
    del application
    shown = Help([])
    qtbot.addWidget(shown)
    shown.search.setText("kana reading")
    assert [shown.list.item(row).text() for row in range(shown.list.count())] == [
        "People and organisations"
    ]
    assert shown.page.extraSelections()
    shown.search.setText("no such word anywhere")
    assert shown.list.count() == 0
    assert shown.page.toPlainText() == "Nothing was found."


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_the_help_is_in_the_language_of_the_interface(
    application: Application, qtbot: QtBot, lang: Lang
) -> None:
    application.set_language(lang)
    shown = Help([])
    qtbot.addWidget(shown)
    assert shown.list.item(0).text() == chapters(lang)[0].title
    assert not shown.list.item(0).text().isascii()


def test_every_licence_can_be_read_and_copied(application: Application, qtbot: QtBot) -> None:
    del application
    about = About()
    qtbot.addWidget(about)
    texts = {}
    for row in range(about.list.count()):
        about.list.setCurrentRow(row)
        texts[about.list.item(row).text()] = about.text.toPlainText()
    assert all(texts.values())
    everything = "\n".join(texts.values())
    for named in (
        "Apache License",
        "SIL OPEN FONT LICENSE",
        "IPA Font License",
        "ISC License",
        "Lesser General Public",
    ):
        assert named in everything, named
    about.list.setCurrentRow(0)
    next(
        button for button in about.findChildren(QPushButton) if button.text() == "Copy the text"
    ).click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Lohum Brief ")
    for name in ("pyside6", "reportlab", "msgspec", "babel", "uharfbuzz"):
        assert name in copied.lower()


def test_only_what_the_program_needs_is_listed() -> None:
    names = {one.name.lower() for one in libraries()}
    assert {"reportlab", "matplotlib", "numpy"} <= names
    assert not names & {"pytest", "mypy", "lohum-brief"}
    assert "Redistribution" in licence_texts("reportlab")
