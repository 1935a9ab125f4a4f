"""Write what both sides read: `python -m tests.benchmarks.prepare FOLDER`.

A process of its own, because the memory of whoever starts a measured process counts as that process's.
"""

import json
import shutil
import sys
from pathlib import Path

from lohum_brief.paths import resource
from tests.benchmarks.convert import visit_document
from tests.benchmarks.standard_pack import DATA, SIZES, standard_pack, without_repetition


def main() -> None:
    """FOLDER/NAME.json is ours, FOLDER/NAME holds Typst's; NAME is the size, and `unique` where no word repeats."""
    folder = Path(sys.argv[1])
    fonts = folder / "fonts"
    fonts.mkdir()
    for family in ("NotoSans", "NotoSansDevanagari", "BIZUDPGothic"):
        for weight in ("Regular", "Bold"):
            (fonts / f"{family}-{weight}.ttf").symlink_to(resource(f"fonts/{family}-{weight}.ttf"))
    for size in SIZES:
        usual = standard_pack(size)
        for name, pack in ((f"{size}", usual), (f"{size}unique", without_repetition(usual))):
            document = json.dumps(visit_document(pack), ensure_ascii=False)
            (folder / f"{name}.json").write_text(document, encoding="utf-8")
            theirs = folder / name
            theirs.mkdir()
            shutil.copy(DATA / "pack.typ", theirs)
            (theirs / "pack.json").write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")


main()
