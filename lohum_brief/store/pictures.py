"""Pictures from outside, put into the file of a visit."""

from collections.abc import Callable

from lohum_brief.document.picture_files import Kept, file_name
from lohum_brief.visit.records import Image


def put(keep: Callable[[bytes], str], picture: Kept, file: str) -> Image:
    """Keep the data of a picture that came from a file so called; returns what its record says of
    it. `keep` returns the digest by which the data are found.
    """
    return Image(
        digest=keep(picture.data),
        form=picture.form,
        width=picture.width,
        height=picture.height,
        file=file_name(file),
    )
