from PySide6.QtGui import QFont, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lohum_brief.window import fonts
from lohum_brief.window.application import Application


def _face(family: str, weight: QFont.Weight) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(100)
    font.setWeight(weight)
    return QRawFont.fromFont(font)


def test_devanagari_stands_on_the_line_of_latin_and_keeps_its_room_below(
    application: Application,
) -> None:
    del application
    for weight in (QFont.Weight.Normal, QFont.Weight.Bold):
        latin, hindi = _face("Noto Sans", weight), _face("Noto Sans Devanagari", weight)
        assert hindi.familyName() == "Noto Sans Devanagari"
        assert hindi.ascent() == latin.ascent()
        assert hindi.descent() > latin.descent()


def test_every_family_is_there(application: Application, qtbot: QtBot) -> None:
    label = QLabel("हिंदी English 日本語")
    qtbot.addWidget(label)
    assert label.font().families() == list(fonts.FAMILIES)
    assert QFontMetricsF(label.font()).horizontalAdvance(label.text()) > 0
    del application
