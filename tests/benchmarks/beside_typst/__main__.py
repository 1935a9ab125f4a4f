"""Set every kind of page on both sides and print one table."""

import argparse
import tempfile
from pathlib import Path

import pymupdf

from lohum_brief.document.geometry import A4, BOTTOM
from lohum_brief.typeset.compose import compose
from tests.benchmarks.beside_typst.content import Content, contents
from tests.benchmarks.beside_typst.measures import Figures, figures, read
from tests.benchmarks.beside_typst.theirs import typeset

_SIDES = ("ours", "Typst")
_HEAD = (
    *("paragraphs", "one word", "in cells", "stubs", "spread %", "parted"),
    *("kinsoku", "hyphens", "apart", "people/p.", "words/p."),
)
"""The fields of `Figures`, shortly."""
_SHOWN = 2
"""Pages of each kind that are drawn."""


def main() -> None:
    """Print the table; with `--pictures` draw pages side by side."""
    parser = argparse.ArgumentParser(description="Our pages beside Typst's.")
    parser.add_argument("--pictures", type=Path, help="a folder for pages side by side")
    options = parser.parse_args()
    print(f"{'':22}{'side':6}" + "".join(f"{name:>11}" for name in _HEAD))
    with tempfile.TemporaryDirectory() as folder:
        for content in contents():
            files = (compose(content.document).pdf, typeset(content, Path(folder)))
            for side, pdf in zip(_SIDES, files, strict=True):
                print(_row(content, side, figures(content, read(pdf, A4[1] - BOTTOM))))
            if options.pictures:
                _draw(content, files, options.pictures)


def _row(content: Content, side: str, found: Figures) -> str:
    name = f"{content.kind} {'+'.join(content.langs)}" if side == _SIDES[0] else ""
    spread = " ".join(f"{value:.1f}" for value in found.spread.values())
    columns = [spread if value == found.spread else _cell(value) for value in found]
    return f"{name:22}{side:6}" + "".join(f"{column:>11}" for column in columns)


def _cell(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else "" if value is None else f"{value}"


def _draw(content: Content, files: tuple[bytes, bytes], folder: Path) -> None:
    """Draw the first pages side by side."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "-".join((content.kind.replace(" ", "-").replace(",", ""), *content.langs))
    with (
        pymupdf.open(stream=files[0]) as ours,
        pymupdf.open(stream=files[1]) as theirs,
        pymupdf.open() as both,
    ):
        for number in range(min(_SHOWN, ours.page_count, theirs.page_count)):
            page = both.new_page(width=2 * A4[0], height=A4[1])
            for place, one in enumerate((ours, theirs)):
                room = pymupdf.Rect(place * A4[0], 0, (place + 1) * A4[0], A4[1])
                page.show_pdf_page(room, one, number)
            page.get_pixmap(dpi=110).save(folder / f"{name}-{number + 1}.png")


if __name__ == "__main__":
    main()
