"""Pictures by the command line: in, out, replaced, refused; none of their bytes is read by others."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from lohum_brief.store.assets import name_of
from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_pictures, sample_visit
from lohum_brief.store.sqlite import assets
from lohum_brief.visit.records import Picture
from tests.cli.conftest import Run

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="9" height="9"/></svg>'


def jpeg() -> bytes:
    out = BytesIO()
    exif = Pillow.Exif()
    exif[0x010F] = "SECRETCAMERA"
    Pillow.new("RGB", (40, 30), (9, 9, 9)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def pictures(path: Path) -> dict[str, Picture]:
    return {one.id: one for one in store_at(path).read().of(Picture)}


def test_a_drawing_comes_in_and_goes_out_byte_by_byte(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    source, out = tmp_path / "plan.svg", tmp_path / "out.svg"
    source.write_bytes(SVG)
    ran = run("picture", visit_file, "--add", source, "--sort", "plan", "--id", "plan")
    assert (ran.code, ran.out) == (0, "plan  plan.svg  30 × 20\n")
    found = pictures(visit_file)["plan"]
    assert (found.sort, found.audience, found.image.file) == ("plan", "guest", "plan.svg")
    assert run("picture", visit_file, "--extract", "plan", "-o", out).code == 0
    assert out.read_bytes() == SVG
    assert run("check", visit_file).code == 0


def test_a_photograph_loses_what_the_camera_said_and_replaces_another(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    first, second, out = tmp_path / "a.svg", tmp_path / "b.jpg", tmp_path / "out.jpg"
    first.write_bytes(SVG)
    second.write_bytes(jpeg())
    ident = run("picture", visit_file, "--add", first).out.split()[0]
    assert pictures(visit_file)[ident].sort == "photograph"
    assert run("picture", visit_file, "--add", second, "--id", ident).code == 0
    image = pictures(visit_file)[ident].image
    assert (image.form, image.width, image.height, image.file) == ("jpeg", 40, 30, "b.jpg")
    assert run("picture", visit_file, "--extract", ident, "-o", out).code == 0
    assert b"SECRET" not in out.read_bytes()
    assert b"SECRET" not in visit_file.read_bytes()
    with store_at(visit_file).open() as opened:
        opened.undo()
        assert opened.visit.by_id[ident].image.file == "a.svg"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        ((), 2, "--add PICTURE, or --extract ID"),
        (("--add", "PLAN", "--extract", "x"), 2, "--add PICTURE, or --extract ID"),
        (("--add", "nothing.svg"), 2, "There is no file nothing.svg"),
        (("--add", "BAD"), 2, "bad.svg: The drawing is not kept: it holds a script"),
        (("--add", "PLAN", "--sort", "map"), 2, "photograph, plan, logo"),
        (("--add", "PLAN", "--id", "aims"), 2, "aims is not a picture"),
        (("--add", "PLAN", "--id", "no good"), 2, "no good"),
        (("--extract", "x"), 2, "Say with -o"),
        (("--extract", "x", "-o", "OUT"), 2, "There is no picture x"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words_and_nothing_changes(
    run: Run, visit_file: Path, tmp_path: Path, words: tuple[str, ...], code: int, why: str
) -> None:
    (tmp_path / "plan.svg").write_bytes(SVG)
    (tmp_path / "bad.svg").write_bytes(SVG.replace(b"<rect", b"<script/><rect"))
    names = {"PLAN": "plan.svg", "BAD": "bad.svg", "OUT": "out.svg"}
    before = visit_file.read_bytes()
    ran = run(
        "picture", visit_file, *(str(tmp_path / names[word]) if word in names else word for word in words)
    )  # fmt: skip
    assert ran.code == code
    assert why in ran.err
    assert "Traceback" not in ran.err
    assert pictures(visit_file) == {}
    assert len(visit_file.read_bytes()) >= len(before)
    assert not (tmp_path / "out.svg").exists()


def test_the_document_has_digests_and_no_bytes(run: Run, visit_file: Path, tmp_path: Path) -> None:
    source, copy = tmp_path / "plan.svg", tmp_path / "copy.lbrief"
    source.write_bytes(SVG)
    run("picture", visit_file, "--add", source, "--sort", "plan", "--id", "plan")
    document = tmp_path / "visit.json"
    document.write_text(run("dump", visit_file).out, "utf-8")
    assert name_of(SVG) in document.read_text("utf-8")
    assert "<svg" not in document.read_text("utf-8")
    assert run("load", document, copy).code == 0
    assert "The picture is not in this file" in run("check", copy).out
    ran = run("picture", copy, "--extract", "plan", "-o", tmp_path / "out.svg")
    assert (ran.code, "is not in this visit" in ran.err) == (2, True)


def test_a_table_names_the_file_and_reads_it_back(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    source, table = tmp_path / "plan.svg", tmp_path / "pictures.csv"
    source.write_bytes(SVG)
    run("picture", visit_file, "--add", source, "--sort", "plan", "--id", "plan")
    before = pictures(visit_file)
    assert run("table", visit_file, "picture", "-o", table).code == 0
    assert "plan.svg" in table.read_text("utf-8")
    assert run("import", visit_file, "picture", table).code == 0
    assert pictures(visit_file) == before


def test_a_list_of_pictures_brings_the_files_that_lie_beside_it(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "plan.svg").write_bytes(SVG)
    (tmp_path / "bad.svg").write_bytes(SVG.replace(b"<rect", b"<script/><rect"))
    table = tmp_path / "list.csv"
    table.write_text(
        "Caption,Alt text,Type,File\nSite plan,The whole site,site plan,plan.svg\n"
        "Bad,Nothing,logo,bad.svg\nLater,A hall,photo,hall.jpg\n",
        "utf-8",
    )
    shown = run("import", visit_file, "picture", table, "--audience", "guest", "--dry-run")
    ran = run("import", visit_file, "picture", table, "--audience", "guest")
    for told in (shown, ran):  # what will fail is told before
        assert told.code == 1
        assert "bad.svg: The drawing is not kept: it holds a script" in told.err
        assert "hall.jpg is not beside the table: the picture has no file yet." in told.err
        assert "plan.svg" not in told.err
    assert "bad.svg: The drawing is not kept: it holds a script" in ran.err
    found = {one.caption["en"]: one for one in pictures(visit_file).values()}
    assert (found["Site plan"].sort, found["Site plan"].image.digest) == ("plan", name_of(SVG))
    assert [found[name].image.digest for name in ("Bad", "Later")] == ["", ""]
    assert found["Later"].image.file == "hall.jpg"
    assert "hall.jpg is not in this file yet" in run("check", visit_file).out


def test_the_sample_holds_the_files_of_its_pictures(run: Run, tmp_path: Path) -> None:
    held = {name_of(data) for data in sample_pictures()}
    assert {one.image.digest for one in sample_visit().of(Picture)} == held
    path = tmp_path / "sample.lbrief"
    run("sample", path)
    assert store_at(path).picture_names() == held
    ran = run("picture", path, "--extract", "picture:plan", "-o", tmp_path / "plan.svg")
    assert ran.code == 0
    assert (tmp_path / "plan.svg").read_bytes() in sample_pictures()


def test_who_exports_checks_and_opens_a_visit_reads_no_byte_of_a_picture(
    run: Run, visit_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "plan.svg"
    source.write_bytes(SVG)
    run("picture", visit_file, "--add", source, "--sort", "plan")
    monkeypatch.setattr(assets, "get", pytest.fail)
    assert run("export", visit_file, "--all", "-o", tmp_path / "out").code == 0
    assert run("check", visit_file).code == 0
    assert run("packs", visit_file, "--marks").code == 0
    with store_at(visit_file).open() as opened:
        assert opened.visit.of(Picture)
