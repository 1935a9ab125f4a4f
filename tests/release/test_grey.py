"""A proof in grey, as a copier sees the colours of a pack."""

from collections.abc import Iterator
from pathlib import Path

import page as page_validation
import pymupdf
import pytest
from msgspec import structs

from lohum_brief.document.images import jpeg
from lohum_brief.release.export import export
from lohum_brief.typeset.pdf.grey import photo as grey_photo
from lohum_brief.typeset.pdf.grey import toned
from lohum_brief.visit.records import Pack
from tests.packs.conftest import sample
from tests.typeset.test_images import photo


def colours(file: Path) -> Iterator[bool]:
    """Yield for each page whether it shows a colour. A step more or less is rounding."""
    with pymupdf.open(file) as pdf:
        for sheet in pdf:
            shown = sheet.get_pixmap(dpi=50, colorspace=pymupdf.csRGB).samples
            points = zip(shown[::3], shown[1::3], shown[2::3], strict=True)
            yield any(max(point) - min(point) > 2 for point in points)


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, Path]:
    record = sample().get(Pack, "hosts")
    assert record is not None
    record = structs.replace(record, languages=("en",))
    plain, proof = tmp_path / "plain.pdf", tmp_path / "proof.pdf"
    export(sample(), record, plain)
    export(sample(), record, proof, grey=True)
    return plain, proof


def test_a_proof_has_no_colour_and_is_otherwise_the_pack(written: tuple[Path, Path]) -> None:
    plain, proof = written
    assert all(colours(plain))
    assert not any(colours(proof))
    with pymupdf.open(plain) as one, pymupdf.open(proof) as other:
        assert [sheet.get_text() for sheet in one] == [sheet.get_text() for sheet in other]
    for profile in ("ua1", "2a"):
        assert page_validation.validate_pdf_bytes(proof.read_bytes(), profile=profile).is_compliant


def test_each_colour_is_as_light_as_it_was() -> None:
    assert toned("1 0 0 rg 10 20 m 0 0 1 RG 0.25 g") == "0.299 g 10 20 m 0.114 G 0.25 g"
    assert toned("1 1 1 rg") == "1 g"
    assert toned("0.5 0.5 0.5 rg") == "0.5 g"


def test_photos_are_grey_too() -> None:
    image = jpeg(photo("red"))
    made = grey_photo(image)
    assert (made.components, made.width, made.height) == (1, image.width, image.height)
    assert grey_photo(made) is made
