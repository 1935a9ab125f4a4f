"""The form of a person: names as they print, the photo and its frame; who belongs to an
organisation.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from lohum_brief.errors import UsageError
from lohum_brief.store.locate import store_at
from lohum_brief.visit.records import Organisation, Pack, Person
from lohum_brief.window.fields import pictures
from lohum_brief.window.fields.choosing import ListEditor
from lohum_brief.window.fields.cropping import CropArea, CropDialog
from lohum_brief.window.fields.editors import FlagEditor
from lohum_brief.window.fields.form import RecordForm
from lohum_brief.window.fields.portrait import Portrait
from lohum_brief.window.fields.ticks import TicksEditor
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.people.members import Members
from lohum_brief.window.people.person import PersonPanel
from lohum_brief.window.timetable.programme import Programme
from tests.window.conftest import LONG, go


def encoded(width: int, height: int, **texts: str) -> bytes:
    """A picture whose left half is red, with texts that a camera or program may have put into it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    for key, text in texts.items():
        image.setText(key, text)
    return pictures.encoded(image, "jpeg")


def form(window: VisitWindow, ident: str) -> RecordForm:
    window.open_record(ident)
    found = window.shown
    assert isinstance(found, Browser)
    assert found.form.editors  # it is made in steps; who asks for these has it whole
    return found.form


def portrait(window: VisitWindow) -> Portrait:
    found = form(window, "per1").editors["photo"]
    assert isinstance(found, Portrait)
    return found


def person(window: VisitWindow) -> Person:
    found = window.session.visit.get(Person, "per1")
    assert found is not None
    return found


@pytest.fixture
def _cutting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CropDialog, "exec", lambda _: 1)


def test_the_name_is_shown_as_each_language_prints_it(window: VisitWindow, qtbot: QtBot) -> None:
    shown = form(window, "per1")
    panel = shown.findChild(PersonPanel)
    assert isinstance(panel, PersonPanel)
    lines = {lang: line.text().replace("\u00a0", " ") for lang, line in panel.printed.items()}
    assert lines == {"hi": "मिहोन तारो", "en": "MIHON Taro", "ja": "見本 太郎 様（みほん たろう）"}
    window.session.set_field("per1", "dignity", "excellency")
    window.session.set_field("per1", "honorific", "mr")
    assert panel.addressed.text().replace("\u00a0", " ") == (
        "महामहिम श्री मिहोन तारो · H.E. Mr MIHON Taro · 見本 太郎 様"
    )
    window.session.set_field("per1", "suffix", "dono")
    assert panel.printed["ja"].text().startswith("見本 太郎\u00a0殿")
    window.session.set_field("per1", "dignity", "")
    window.session.set_field("per1", "side", "host")
    window.session.set_field("per1", "honorific", "ms")
    lines = {lang: line.text().replace("\u00a0", " ") for lang, line in panel.printed.items()}
    assert lines == {
        "hi": "सुश्री मिहोन तारो",
        "en": "Ms MIHON Taro",
        "ja": "見本 太郎（みほん たろう）",
    }
    window.session.set_field("per1", "given.reading", "")
    window.session.set_field("per1", "family.hi", "")
    assert panel.printed["ja"].text().endswith("the reading is missing")
    assert panel.printed["hi"].text().strip().endswith("a pack prints a mark in its place")
    shown.focus_field("family.en")
    assert window.focusWidget() is shown.editors["family"].areas["en"]
    del qtbot


def test_the_order_that_the_country_tells_is_said_and_turned(window: VisitWindow) -> None:
    session = window.session
    panel = form(window, "per1").findChild(PersonPanel)
    assert isinstance(panel, PersonPanel)
    assert panel.ordered.isHidden()
    session.set_field("per1", "native", "en")
    session.set_field(str(person(window).organisation), "country", "KR")
    assert not panel.ordered.isHidden()
    assert panel.printed["en"].text() == "MIHON Taro"
    session.set_field("per1", "name_order", "given_first")
    assert panel.ordered.isHidden()
    assert panel.printed["en"].text() == "Taro MIHON"


@pytest.mark.usefixtures("_cutting")
def test_a_photo_is_kept_in_the_file_and_undone(window: VisitWindow, visit_file: Path) -> None:
    portrait(window).take(encoded(400, 300, Description="SECRET PLACE", Comment="51.5 N"))
    digest = person(window).photo
    data = window.session.picture(digest)
    assert (data[:3], b"SECRET" in data, b"51.5" in data, b"Exif" in data) == (
        b"\xff\xd8\xff",
        False,
        False,
        False,
    )
    image = QImage.fromData(data)
    assert (image.width(), image.height()) == (pictures.WIDTH, pictures.HEIGHT)
    window.session.undo()
    assert person(window).photo == ""
    window.session.redo()
    window.close()
    with store_at(visit_file).open() as stored:
        assert stored.asset(digest) == data


@pytest.mark.usefixtures("_cutting")
def test_a_picture_that_was_turned_stands_upright(window: VisitWindow) -> None:
    jpeg = encoded(60, 40)
    # turned by 90 degrees
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
    turned = jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]
    image = pictures.read(turned)
    assert (image.width(), image.height()) == (40, 60)
    assert image.pixelColor(20, 5).red() > 200
    data = pictures.portrait(image, QRect(0, 0, 40, 53))
    assert b"Exif" not in data
    del window


@pytest.mark.parametrize(
    "data",
    [
        b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
        b"\xff\xd8\xff\xe0 no picture", b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\x02\0\0\0" + bytes.fromhex("e3e6a7b4"),
    ],
    ids=["empty", "gif", "svg", "cut off", "pdf", "4 gigapixels"],
)  # fmt: skip
def test_what_is_no_photo_is_refused_in_words(
    window: VisitWindow, data: bytes, tmp_path: Path
) -> None:
    found = portrait(window)
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)
    found.load(path)
    assert not found.told.isHidden()
    assert found.told.text()
    assert person(window).photo == ""
    found.load(tmp_path)
    assert found.told.text() == f"{tmp_path.name}: it is not a file."


def test_a_heavy_file_is_refused() -> None:
    with pytest.raises(UsageError):
        pictures.read(b"\0" * (pictures.HEAVIEST + 1))


@pytest.mark.usefixtures("_cutting")
def test_a_photo_is_pasted(window: VisitWindow) -> None:
    found = portrait(window)
    mime = QMimeData()
    mime.setText("no picture")
    QGuiApplication.clipboard().setMimeData(mime)
    found.paste()
    assert found.told.text() == "There is no picture on the clipboard."
    QGuiApplication.clipboard().setImage(QImage.fromData(encoded(60, 80)))
    found.paste()
    assert person(window).photo


def test_the_frame_is_moved_and_sized_by_keys(qtbot: QtBot) -> None:
    area = CropArea(QImage.fromData(encoded(400, 300)))
    qtbot.addWidget(area)
    assert (area.cut.size(), area.cut.center().x()) == (QSize(225, 300), 199)
    qtbot.keyClick(area, Qt.Key.Key_Left)
    assert area.cut.center().x() < 199
    for _ in range(100):
        qtbot.keyClick(area, Qt.Key.Key_Left)
        qtbot.keyClick(area, Qt.Key.Key_Down)
    assert area.cut == QRect(0, 0, 225, 300)
    qtbot.keyClicks(area, "---")
    assert area.cut.width() < 225
    assert abs(area.cut.height() / area.cut.width() - 4 / 3) < 0.02
    for _ in range(60):
        qtbot.keyClicks(area, "+")
    assert area.cut.size() == QSize(225, 300)


def test_members_of_an_organisation_are_listed_and_opened(window: VisitWindow) -> None:
    members = form(window, "org:guest").findChild(Members)
    assert isinstance(members, Members)
    assert [members.list.item(row).text() for row in range(members.list.count())] == [
        "MIHON Taro  ·  post English"
    ]
    members.list.itemDoubleClicked.emit(members.list.item(0))
    found = window.shown
    assert isinstance(found, Browser)
    assert found.current() == "per1"
    window.session.set_field("per1", "organisation", "org:host")
    members = form(window, "org:guest").findChild(Members)
    assert isinstance(members, Members)
    assert members.list.count() == 0
    assert window.session.visit.get(Organisation, "org:guest")
    go(window, "people")


@pytest.mark.usefixtures("_cutting")
def test_a_photo_is_on_the_page_when_the_person_agreed(window: VisitWindow, qtbot: QtBot) -> None:
    portrait(window).take(encoded(60, 80))
    [wanted] = window.session.visit.of(Pack)
    window.session.set_field(wanted.id, "photos", value=True)
    rendered = window.service.rendered
    with qtbot.waitSignal(
        rendered, timeout=LONG, check_params_cb=lambda found: b"/DCTDecode" in found.pdf
    ):
        window.session.set_field("per1", "consent_print", "given")
    with qtbot.waitSignal(
        rendered, timeout=LONG, check_params_cb=lambda found: b"/DCTDecode" not in found.pdf
    ):
        window.session.set_field("per1", "consent_print", "refused")


def test_allergies_are_ticked(window: VisitWindow) -> None:
    ticks = form(window, "per1").editors["allergies"]
    assert isinstance(ticks, TicksEditor)
    ticks.boxes["nuts"].click()
    ticks.boxes["milk"].click()
    assert person(window).allergies == ("milk", "nuts")
    window.session.undo()
    assert [word for word, box in ticks.boxes.items() if box.isChecked()] == ["nuts"]


def test_who_has_left_the_forces_is_ticked_and_undone(window: VisitWindow) -> None:
    assert window.session.set_field("per1", "forces", "colonel") == ""
    tick = form(window, "per1").editors["retired"]
    assert isinstance(tick, FlagEditor)
    tick.click()
    assert person(window).retired
    window.session.undo()
    assert not person(window).retired
    assert not tick.isChecked()
    assert person(window).forces == "colonel"
    window.session.redo()
    assert tick.isChecked()


def test_a_list_shows_what_the_next_record_holds(window: VisitWindow) -> None:
    window.session.set_field("i1", "groups", ["g1"])
    window.session.set_field("i2", "groups", [])
    editor = form_of_item(window, "i2")
    assert editor.list.count() == 0
    rectangle = form_of_item(window, "i1").list.visualItemRect(editor.list.item(0))
    assert rectangle.height() > 0


def form_of_item(window: VisitWindow, ident: str) -> ListEditor:
    window.open_record(ident)
    found = window.shown
    assert isinstance(found, Programme)
    editor = found.form.editors["groups"]
    assert isinstance(editor, ListEditor)
    return editor
