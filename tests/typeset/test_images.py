"""Photos in tables: once in the file, described in each language, and nothing of the camera."""

import contextlib
import io
from io import BytesIO

import page as page_validation
import pikepdf
import pytest
from PIL import Image as Pillow

from lohum_brief.document.blocks import Column, Row, Table
from lohum_brief.document.images import Photo, jpeg
from lohum_brief.typeset.compose import compose
from tests.typeset.conftest import document, para
from tests.typeset.test_pictures import figures

PLACE = "51 30 26 N"


def photo(colour: str = "red", mode: str = "RGB", *, progressive: bool = False) -> bytes:
    picture = Pillow.new(mode, (30, 40), 128 if mode == "L" else colour)
    exif = Pillow.Exif()
    exif[0x010F] = "SECRET CAMERA"
    exif[0x010E] = PLACE
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=b"SECRET COMMENT", progressive=progressive)
    return out.getvalue()


def rows(*data: bytes) -> Table:
    made = []
    for number, one in enumerate(data):
        alts = (("hi", "विद्युत"), ("ja", f"写真 {number}"))
        cells = ((), (para("hi", "विद्युत"), para("ja", "炭酸")))
        made.append(Row(cells, photo=Photo(jpeg(one), 36.0, alts)))
    return Table((Column(0.2), Column(0.8)), (), tuple(made), row_header=1, photos=0)


@pytest.mark.parametrize("layout", ["parallel", "stacked", "facing"])
def test_a_photo_stands_once_in_the_file_and_is_described(layout: str) -> None:
    pdf = compose(document(rows(photo(), photo(), photo("blue")), layout=layout)).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        images = opened.pages[0].Resources.XObject
        assert len(images) == 2
        raw = [bytes(image.read_raw_bytes()) for image in images.values()]
    for data in raw:
        assert b"SECRET" not in data
        assert PLACE.encode() not in data
        assert Pillow.open(BytesIO(data)).size == (30, 40)
    found = figures(pdf)
    langs = ["hi", "ja"] if layout == "facing" else ["hi"]
    assert [lang for lang, _, _ in found] == langs * 3
    for _, _, (left, bottom, right, top) in found:
        assert (round(right - left), round(top - bottom)) == (36, 48)
    assert compose(document(rows(photo(), photo(), photo("blue")), layout=layout)).pdf == pdf


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_page_with_photos_is_valid(profile: str) -> None:
    pdf = compose(document(rows(photo(), photo(mode="L"), photo(progressive=True)))).pdf
    report = page_validation.validate_pdf_bytes(pdf, profile=profile)
    assert report.is_compliant, [
        (failure.rule_id, failure.message) for failure in report.failures[:5]
    ]


def test_what_is_no_printable_jpeg_is_refused() -> None:
    whole = photo()
    ink = io.BytesIO()
    Pillow.new("CMYK", (3, 4)).save(ink, "JPEG")
    for data in (
        b"",
        b"\xff\xd8",
        whole[:100],
        whole[:-2],
        b"\x89PNG" + whole,
        ink.getvalue(),
        whole[:2] + b"\0" + whole,
    ):
        with pytest.raises(ValueError, match=r".+"):
            jpeg(data)
    assert jpeg(whole + b"behind the end\xff\xd8").data.endswith(b"\xff\xd9")


@pytest.mark.parametrize("cut", range(0, 600, 7))
def test_wherever_it_is_cut_off_it_is_a_picture_or_refused(cut: int) -> None:
    with contextlib.suppress(ValueError):
        jpeg(photo()[:cut])


@pytest.mark.parametrize("progressive", [False, True])
def test_what_follows_the_first_end_of_a_picture_is_left_out(progressive: bool) -> None:
    alone, second = photo(progressive=progressive), photo("blue")
    for behind in (second, b"SECRET TRAILER", b"\xff\xd9", b"PK\x03\x04 a whole archive"):
        kept = jpeg(alone + behind)
        assert kept.data == jpeg(alone).data
        assert b"SECRET" not in kept.data
    assert Pillow.open(io.BytesIO(jpeg(alone).data)).convert("RGB").getpixel((9, 9)) == (254, 0, 0)


def test_only_what_draws_the_picture_is_kept_of_a_jpeg() -> None:
    whole = photo()
    secret = b"\xff\xe2\x00\x10SECRET PROFILE" + b"\xff\xf7\x00\x0fSECRET OTHER!"
    assert jpeg(whole[:2] + secret + whole[2:]).data == jpeg(whole).data


@pytest.mark.parametrize("size", [(60_000, 60_000), (0, 40), (65_535, 1_600)])
def test_a_picture_of_no_size_or_of_far_too_many_pixels_is_refused(size: tuple[int, int]) -> None:
    data = photo()
    at = data.index(b"\xff\xc0") + 5
    width, height = size
    with pytest.raises(ValueError, match="no frame that can be printed"):
        jpeg(data[:at] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + data[at + 4 :])
