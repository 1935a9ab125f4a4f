"""The file of a picture in its form: dropped, chosen, pasted, replaced, taken off, refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from lohum_brief.visit import edit
from lohum_brief.visit.records import Image, Picture
from lohum_brief.visit.text import Text
from lohum_brief.window.fields import pictures
from lohum_brief.window.fields.illustration import Illustration
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.search.searching import Index

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="#f00"/></svg>'


@pytest.fixture
def field(window: VisitWindow) -> Illustration:
    caption = Text(hi="योजना", en="Site plan", ja="配置図")
    plan = Picture(id="plan", audience="guest", caption=caption, sort="plan")
    window.session.commit(lambda visit: edit.add(visit, plan))
    window.open_record("plan")
    found = window.shown
    assert isinstance(found, Browser)
    made = found.form.editors["image"]
    assert isinstance(made, Illustration)
    return made


def image(window: VisitWindow) -> Image:
    found = window.session.visit.get(Picture, "plan")
    assert found is not None
    return found.image


def drop(field: Illustration, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    field.dropEvent(event)


def colour(field: Illustration) -> QColor:
    shown = field.frame.pixmap().toImage()
    return shown.pixelColor(shown.width() // 2, shown.height() // 2)


def test_a_drawing_that_is_dropped_is_kept_shown_and_undone(
    field: Illustration, window: VisitWindow, tmp_path: Path
) -> None:
    assert field.frame.accessibleName() == "No picture"
    (tmp_path / "plan.svg").write_bytes(SVG)
    drop(field, tmp_path / "plan.svg")
    kept = image(window)
    assert (kept.form, kept.width, kept.height, kept.file) == ("svg", 30, 20, "plan.svg")
    assert window.session.picture(kept.digest) == SVG
    assert field.frame.accessibleName() == "Picture"
    assert colour(field).red() > 200 > 100 > colour(field).blue()  # noqa: PLR0133
    assert "plan.svg" in field.said.text()
    assert "SVG" in field.said.text()
    assert "30" not in field.said.text()  # which says nothing of its size on paper
    window.session.undo()
    assert image(window) == Image()
    assert field.frame.accessibleName() == "No picture"
    window.session.redo()
    assert image(window) == kept


def test_another_file_takes_its_place_by_one_undo_and_none_takes_it_off(
    field: Illustration, window: VisitWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field.take(SVG, "/home/somebody/plan.svg")
    first = image(window)
    assert first.file == "plan.svg"
    pixels = QImage(40, 30, QImage.Format.Format_RGB32)
    pixels.fill(QColor("blue"))
    pixels.setText("Author", "SECRET")
    (tmp_path / "photo.png").write_bytes(pictures.encoded(pixels, "png"))
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "photo.png"), "")
    )
    field.choose()
    second = image(window)
    assert (second.form, second.width, second.height) == ("png", 40, 30)
    assert b"SECRET" not in window.session.picture(second.digest)
    assert "40 × 30" in field.said.text()
    assert colour(field).blue() > 200
    window.session.undo()
    assert image(window) == first
    field.clear()
    assert image(window) == Image()
    window.session.undo()
    assert image(window) == first


def test_what_cannot_be_kept_says_why_and_changes_nothing(
    field: Illustration, window: VisitWindow
) -> None:
    field.take(SVG.replace(b"<rect", b"<script/><rect"), "bad.svg")
    assert not field.told.isHidden()
    assert "it holds a script" in field.told.text()
    assert image(window) == Image()
    field.take(SVG, "good.svg")
    assert field.told.isHidden()


def test_a_picture_on_the_clipboard_is_pasted(field: Illustration, window: VisitWindow) -> None:
    pixels = QImage(50, 20, QImage.Format.Format_RGB32)
    pixels.fill(QColor("green"))
    QGuiApplication.clipboard().setImage(pixels)
    field.paste()
    assert (image(window).form, image(window).width, image(window).file) == ("png", 50, "")


def test_a_picture_that_the_file_does_not_hold_is_told(
    field: Illustration, window: VisitWindow
) -> None:
    value = {"digest": "a" * 64, "form": "png", "width": 9, "height": 9, "file": "gone.png"}
    window.session.set_field("plan", "image", value)
    assert not field.told.isHidden()
    assert field.frame.accessibleName() == "No picture"
    assert "gone.png" in field.said.text()


@pytest.mark.usefixtures("field")
def test_only_a_photograph_asks_for_consent_and_a_caption_is_found(window: VisitWindow) -> None:
    shown = window.shown
    assert isinstance(shown, Browser)
    assert not shown.form.editors["consent"].isVisibleTo(shown.form)
    window.session.set_field("plan", "sort", "photograph")
    assert shown.form.editors["consent"].isVisibleTo(shown.form)
    index = Index(window.session.visit)
    assert index.step(60)
    for word in ("site plan", "配置図", "योजना"):
        assert [hit.record.id for hit in index.find([word.casefold()], 5)] == ["plan"]
