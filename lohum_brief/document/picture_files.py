"""Pictures from outside, made such as a visit keeps them: nothing goes along but what is seen.

JPEG and PNG lose all that camera and programs wrote beside the picture; they are turned upright and
brought to sRGB where they are not, and else keep every pixel. SVG loses its comments, titles and
metadata (`bare_vectors`) and is else kept as it is given (see `vectors`).

Pillow comes with matplotlib and is loaded by whoever takes a picture, never by whoever opens a
visit.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from lohum_brief.document import vectors
from lohum_brief.document.bare_vectors import bare
from lohum_brief.document.images import jpeg
from lohum_brief.errors import UsageError
from lohum_brief.message import msg

if TYPE_CHECKING:
    from PIL.Image import Image

BIGGEST: Final = 50_000_000
"""Bytes of a file."""
_BIGGEST_DRAWING: Final = 10_000_000
"""Bytes of a drawing: a larger one is a picture in disguise, and takes readers minutes."""
_AT_MOST: Final = 100_000_000
"""Pixels: more are a mistake or an attack, and take a reader's memory."""
_QUALITY: Final = 92

Form = Literal["jpeg", "png", "svg"]


class Kept(NamedTuple):
    """A picture as it is kept, and its size: pixels, or those of CSS where it is a drawing."""

    data: bytes
    form: Form
    width: int
    height: int


_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SUFFIXES: Final[dict[str, str]] = {"jpeg": ".jpg", "png": ".png", "svg": ".svg"}


def suffix(form: str) -> str:
    """Return how the name of a file of such a form ends; nothing where the form is not known."""
    return _SUFFIXES.get(form, "")


def media_type(data: bytes) -> str:
    """Return the media type of a picture that is kept."""
    if data.startswith(_PNG):
        return "image/png"
    return "image/jpeg" if data.startswith(b"\xff\xd8") else "image/svg+xml"


def file_name(said: str) -> str:
    """Return the name of a file without the folders before it, which are nobody's business."""
    return re.split(r"[/\\]", said.strip())[-1][:200]


def kept(data: bytes) -> Kept:
    """Return a picture as a visit keeps it. Raises UsageError that says why it cannot be kept."""
    if len(data) > BIGGEST:
        raise UsageError(
            msg(
                "The picture is larger than {megabytes} MB; make it smaller first.",
                megabytes=BIGGEST // 1_000_000,
            )
        )
    if data.startswith((_PNG, b"\xff\xd8\xff")):
        return _pixels(data)
    if vectors.looks_like_svg(data):
        return _drawing(data)
    if data.startswith(b"\x1f\x8b"):
        raise UsageError(msg("The file is compressed; save the drawing as plain SVG, not SVGZ."))
    raise UsageError(msg("This is not a picture that can be kept; use SVG, PNG or JPEG."))


def _drawing(data: bytes) -> Kept:
    """Return a drawing with nothing else in its file."""
    if len(data) > _BIGGEST_DRAWING:
        raise UsageError(
            msg(
                "The drawing is larger than {megabytes} MB; make it simpler, or save it as PNG.",
                megabytes=_BIGGEST_DRAWING // 1_000_000,
            )
        )
    size = vectors.size(data)
    return Kept(bare(data), "svg", *size)


def _damaged() -> UsageError:
    return UsageError(msg("The picture is damaged and cannot be read."))


def _too_large() -> UsageError:
    return UsageError(msg("The picture has too many pixels; make it smaller first."))


@contextmanager
def _unwarned() -> Iterator[None]:
    """Keep Pillow from warning of many pixels on the terminal: the limit is ours."""
    from PIL import Image  # noqa: PLC0415 - see the head of this module

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        yield


def _pixels(data: bytes) -> Kept:
    """Return a picture of pixels with nothing else in its file."""
    from PIL import Image  # noqa: PLC0415 - see the head of this module

    form: Form = "png" if data.startswith(_PNG) else "jpeg"
    try:
        with (
            _unwarned(),
            Image.open(BytesIO(data), formats=("PNG",) if form == "png" else ("JPEG",)) as image,
        ):
            if image.width * image.height > _AT_MOST:
                raise _too_large()
            image.load()
            if _is_plain(image):
                bare = _bare_png(data) if form == "png" else jpeg(data).data
                return Kept(bare, form, image.width, image.height)
            upright = _upright(image)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except (OSError, SyntaxError, ValueError):
        raise _damaged() from None
    out = BytesIO()
    if form == "png":
        upright.save(out, "PNG")
    else:
        upright.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return Kept(out.getvalue(), form, upright.width, upright.height)


def _is_plain(image: "Image") -> bool:
    """Return whether the picture shows the same without what stands beside it."""
    upright = image.getexif().get(0x0112, 1) in (0, 1)  # orientation (Exif 2.3, table 4)
    return upright and image.mode != "CMYK" and (image.mode == "L" or not _is_of_own_colours(image))


def _is_of_own_colours(image: "Image") -> bool:
    """Return whether it has a colour profile other than sRGB, which readers take without one."""
    profile = image.info.get("icc_profile")
    return profile is not None and b"sRGB" not in profile.replace(b"\0", b"")


def _upright(image: "Image") -> "Image":
    """Return the pixels alone, turned upright, in sRGB."""
    from PIL import Image, ImageCms, ImageOps  # noqa: PLC0415 - see the head of this module

    turned = ImageOps.exif_transpose(image)
    mode = "L" if image.mode in ("1", "L") else "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if profile and _is_of_own_colours(image):
        try:
            made = ImageCms.profileToProfile(
                turned if turned.mode in ("RGB", "RGBA", "CMYK", "L") else turned.convert(mode),
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=mode if mode != "L" else "RGB",
            )
            turned = made if made is not None else turned
        except ImageCms.PyCMSError:
            pass  # a profile that nobody can read changes nothing for any other reader either
    bare = Image.new(mode, turned.size)
    bare.paste(turned.convert(mode))
    return bare


_SEEN: Final = frozenset([b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM"])
"""Chunks that a decoder needs (PNG, third edition). Others tell of camera, time and program, hold
texts, or move the picture.
"""


def _bare_png(data: bytes) -> bytes:
    return _PNG + b"".join(chunk for name, chunk in _chunks(data) if name in _SEEN)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks up to the end of the picture, each with its name. Raises ValueError."""
    at = len(_PNG)
    while at + 12 <= len(data):
        stop = at + 12 + int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        if stop > len(data):
            break
        yield name, data[at:stop]
        if name == b"IEND":
            return
        at = stop
    raise ValueError("cut off")
