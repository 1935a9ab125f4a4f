"""Our charts in one process: `python -m tests.benchmarks.charts_resident VISIT.json ROUNDS`.

Prints the seconds of work that importing took, and drawing all charts on the pages of a pack of
nothing else, first and again: from the records to the finished file, of which the charts are not
all. JSON as `matplotlib_svg` prints it.
"""

import gc
import json
import sys
import time
from pathlib import Path

from lohum_brief.visit.document import decode
from lohum_brief.visit.records import Pack
from tests.benchmarks.convert import CHARTS_ID
from tests.packs.rendering import render


def main() -> None:
    """Render once and again."""
    document, rounds = Path(sys.argv[1]), int(sys.argv[2])
    visit = decode(document.read_bytes(), document.name)
    pack = visit.get(Pack, CHARTS_ID)
    if pack is None:
        sys.exit(f"{document} was not made by tests.benchmarks.prepare.")
    gc.disable()  # as the command line does while it imports and exports
    start = time.process_time()
    import lohum_brief.charts.draw  # noqa: F401

    imported = time.process_time() - start

    def work() -> float:
        start = time.process_time()
        render(visit, pack)
        return time.process_time() - start

    print(json.dumps({"import": imported, "all": [work() for _ in range(1 + rounds)]}))


main()
