"""What a visit keeps of a picture from outside: what is seen, and nothing else."""

import warnings
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from lohum_brief.document import picture_files
from lohum_brief.document.picture_files import file_name, kept, media_type
from lohum_brief.errors import UsageError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40mm" height="20mm">'
PLAIN = f'<?xml version="1.0"?>{HEAD}<defs><linearGradient id="g"/></defs><rect fill="url(#g)" width="9" height="9"/><use xlink:href="#g"/></svg>'  # fmt: skip


def picture(form: str, mode: str = "RGB", **more: Any) -> bytes:
    """A picture of two halves, dark at the left."""
    light: Any = {"L": 250, "CMYK": (0, 0, 0, 0)}.get(mode, (250, 250, 250))
    dark: Any = {"L": 5, "CMYK": (0, 0, 0, 250)}.get(mode, (5, 5, 5))
    image = Image.new(mode, (40, 20), light)
    image.paste(dark, (0, 0, 20, 20))
    out = BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    said = Image.Exif()
    said[0x010F] = "SECRETCAMERA"
    said[0x0112] = orientation
    said[0x9286] = "SECRETWORDS"
    return said


def test_a_jpeg_loses_what_the_camera_said_and_no_pixel() -> None:
    data = picture("JPEG", exif=exif(), comment=b"SECRETCOMMENT")
    assert b"SECRET" in data
    found = kept(data)
    assert (found.form, found.width, found.height) == ("jpeg", 40, 20)
    assert b"SECRET" not in found.data
    assert Image.open(BytesIO(found.data)).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_png_loses_texts_times_and_camera_and_no_pixel() -> None:
    texts = PngInfo()
    texts.add_text("Author", "SECRETAUTHOR")
    texts.add_itxt("Comment", "SECRETCOMMENT")
    data = picture("PNG", pnginfo=texts, exif=exif(), dpi=(96, 96))
    found = kept(data)
    assert (found.form, found.width, found.height) == ("png", 40, 20)
    assert b"SECRET" not in found.data
    assert b"pHYs" not in found.data
    assert Image.open(BytesIO(found.data)).tobytes() == Image.open(BytesIO(data)).tobytes()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_what_lies_on_its_side_is_turned_upright(form: str) -> None:
    found = kept(picture(form, exif=exif(6)))
    assert (found.width, found.height) == (20, 40)
    image = Image.open(BytesIO(found.data)).convert("L")
    top, bottom = (image.crop((0, y, 20, y + 1)).tobytes()[0] for y in (5, 35))
    assert bottom - top > 200
    assert b"SECRET" not in found.data


def test_other_colours_become_srgb_and_four_inks_three() -> None:
    inks = kept(picture("JPEG", "CMYK"))
    assert Image.open(BytesIO(inks.data)).mode == "RGB"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    odd = kept(picture("JPEG", icc_profile=profile))
    assert "icc_profile" not in Image.open(BytesIO(odd.data)).info
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = picture("JPEG", icc_profile=own)
    assert Image.open(BytesIO(kept(plain).data)).tobytes() == Image.open(BytesIO(plain)).tobytes()


def test_transparency_stays() -> None:
    out = BytesIO()
    Image.new("RGBA", (3, 3), (1, 2, 3, 0)).save(out, "PNG", exif=exif(3))
    assert Image.open(BytesIO(kept(out.getvalue()).data)).getpixel((0, 0)) == (1, 2, 3, 0)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a picture"),
        (b"GIF89a", "not a picture"),
        (b"\x1f\x8b\x08 svgz", "compressed"),
        (picture("JPEG")[:-300], "damaged"),
        (picture("PNG")[:-20], "damaged"),
        (b"\xff\xd8\xff\xe0", "damaged"),
    ],
)
def test_what_cannot_be_kept_says_why(data: bytes, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        kept(data)


def test_too_many_pixels_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_files, "_AT_MOST", 799)
    with pytest.raises(UsageError, match="too many pixels"):
        kept(picture("PNG"))
    monkeypatch.setattr(picture_files, "BIGGEST", 10)
    with pytest.raises(UsageError, match="larger than"):
        kept(picture("PNG"))


@pytest.mark.parametrize(
    ("size", "pixels"),
    [
        ('width="40mm" height="20mm"', (151, 76)),
        ('viewBox="0 0 300 150"', (300, 150)),
        ('width="100%" height="100%" viewBox="0,0,30,15"', (30, 15)),
        ('width="600" viewBox="0 0 300 150"', (600, 300)),
    ],
)
def test_a_drawing_is_kept_byte_by_byte_with_its_size(size: str, pixels: tuple[int, int]) -> None:
    data = PLAIN.replace('width="40mm" height="20mm"', size).encode()
    found = kept(data)
    assert found.data == data
    assert (found.form, found.width, found.height) == ("svg", *pixels)


INSIDE = "</svg>"


@pytest.mark.parametrize(
    ("put", "why"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<metadata><script href="#a"/></metadata>', "script"),
        ('<rect onload="x()"/>', "script"),
        ('<a href="#x"/>', "“a”"),
        ("<foreignObject/>", "foreignObject"),
        ('<animate attributeName="href"/>', "animate"),
        ('<set attributeName="href"/>', "“set”"),
        ('<image href="a.png"/>', "pixels"),
        ('<use href="other.svg#x"/>', "outside the file, “other.svg#x”"),
        ('<use xlink:href="http://example.org/x"/>', "outside"),
        ('<use href="data:image/svg+xml,x"/>', "outside"),
        ('<g xml:base="http://example.org/"/>', "outside"),
        ('<rect fill="url(http://example.org/x)"/>', "outside"),
        ("<rect fill=\"URL( 'http://example.org/x')\"/>", "outside"),
        ('<rect style="fill:u\\72l(x)"/>', "outside"),
        ("<style>@import 'x.css';</style>", "outside"),
        ("<style>rect{fill:url(x.png)}</style>", "outside"),
        ("<style><![CDATA[@im]]><![CDATA[port 'x']]></style>", "outside"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "html"),
        ('<metadata><b xmlns="http://www.w3.org/1999/xhtml"/></metadata>', "“b”"),
        ('<x xmlns="urn:other"/>', "“x”"),
        ('<?xml-stylesheet href="x.css"?>', "instruction"),
        ("<g>" * 120 + "</g>" * 120, "too many parts"),
        ('<g id="a"><use href="#a"/></g>', "too many parts"),
        (
            "".join(
                f'<g id="g{at}">' + f'<use href="#g{at - 1}"/>' * 10 + '<path d="M0 0"/></g>'
                for at in range(9)
            )
            + '<use href="#g8"/>',
            "too many parts",
        ),
        ("<g>", "damaged"),
    ],
)
def test_what_is_more_than_a_drawing_is_refused_with_its_reason(put: str, why: str) -> None:
    with pytest.raises(UsageError, match="not kept") as caught:
        kept(PLAIN.replace(INSIDE, put + INSIDE).encode())
    assert why in str(caught.value)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + PLAIN.partition("?>")[2], "document type"),
        (PLAIN.replace("2000/svg", "2000/other"), "no SVG"),
        (PLAIN.replace('width="40mm" height="20mm"', ""), "how large"),
        (PLAIN.replace('height="20mm"', 'height="0"'), "how large"),
    ],
)
def test_a_document_that_is_no_plain_drawing_is_refused(data: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        kept(data.encode())


def test_what_drawing_programs_note_for_themselves_harms_nobody() -> None:
    noted = (
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" x="\\a"/>'
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="http://x"/></metadata>'
    )
    assert kept(PLAIN.replace(INSIDE, noted + INSIDE).encode()).form == "svg"


BESIDE = [
    "<!-- SECRET -->",
    "<title>SECRET</title>",
    "<g><desc>SECRET</desc><path d='M0 0h9'/></g>",
    '<metadata a="SECRET>x"/>',
    '<metadata><r:RDF xmlns:r="urn:r"><r:x>SECRET</r:x></r:RDF></metadata>',
    '<n:namedview xmlns:n="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" n:docname="SECRET"/>',
    '<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="SECRET" aria-label="SECRET"/>',
    "<style>/* SECRET */ rect { fill: red }</style>",
]


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("code", ["utf-8"])
def test_what_stands_beside_a_drawing_goes_along_nowhere(beside: str, code: str) -> None:
    text = "<text>before<!-- SECRET -->behind 北</text>"
    head, plain = PLAIN.partition("?>")[1:]
    data = f"<?xml version='1.0' encoding='{code}'{head}<!-- SECRET -->{plain.replace(INSIDE, beside + text + INSIDE)}"
    found = kept(data.encode(code))
    told = found.data.decode()
    assert "SECRET" not in told
    assert "beforebehind 北" in told
    assert '<rect fill="url(#g)" width="9" height="9"' in told
    assert ("fill: red" in told) == ("fill: red" in beside)
    assert kept(found.data) == found, "and is a drawing as any other"


def test_a_drawing_of_many_megabytes_is_refused_with_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(picture_files, "_BIGGEST_DRAWING", 100)
    with pytest.raises(UsageError, match="larger than 0 MB; make it simpler"):
        kept(PLAIN.encode())


def test_a_bomb_is_told_by_its_pixels_and_nothing_goes_to_the_terminal() -> None:
    def claiming(side: int) -> bytes:
        data = picture("PNG")
        size = side.to_bytes(4, "big") * 2
        body = b"IHDR" + size + data[24:29]
        return data[:12] + body + zlib.crc32(body).to_bytes(4, "big") + data[33:]

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for side in (10_001, 30_000):
            with pytest.raises(UsageError, match="too many pixels"):
                kept(claiming(side))


def test_forms_are_told_by_the_data_and_folders_are_nobodys_business() -> None:
    assert [media_type(kept(one).data) for one in (picture("JPEG"), picture("PNG"), PLAIN.encode())] == [
        "image/jpeg", "image/png", "image/svg+xml",
    ]  # fmt: skip
    assert (
        file_name(r"C:\Users\secret\plan.svg") == file_name("/home/secret/plan.svg") == "plan.svg"
    )
