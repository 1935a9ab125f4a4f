"""Write what both sides read: `python -m tests.benchmarks.prepare FOLDER`.

A process of its own, because the memory of whoever starts a measured process counts as that
process's.
"""

import json
import shutil
import sys
from pathlib import Path

from lohum_brief.paths import resource
from tests.benchmarks.convert import visit_document
from tests.benchmarks.standard_pack import (
    DATA,
    SIZES,
    standard_pack,
    with_charts,
    without_repetition,
)


def main() -> None:
    """FOLDER/NAME.json is ours, FOLDER/NAME holds Typst's; NAME is the size, `unique` where no word
    repeats, `charts` with charts.
    """
    folder = Path(sys.argv[1])
    fonts = folder / "fonts"
    fonts.mkdir()
    for family in ("NotoSans", "NotoSansDevanagari", "NotoSansJP"):
        for weight in ("Regular", "Bold"):
            (fonts / f"{family}-{weight}.ttf").symlink_to(resource(f"fonts/{family}-{weight}.ttf"))
    packs = {"charts": with_charts()}
    for size in SIZES:
        packs[f"{size}"] = standard_pack(size)
        packs[f"{size}unique"] = without_repetition(packs[f"{size}"])
    for name, pack in packs.items():
        (folder / f"{name}.json").write_text(
            json.dumps(visit_document(pack), ensure_ascii=False), encoding="utf-8"
        )
        theirs = folder / name
        theirs.mkdir()
        shutil.copy(DATA / "pack.typ", theirs)
        (theirs / "pack.json").write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")


main()
