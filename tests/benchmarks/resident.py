"""Our exports in one process: `python -m tests.benchmarks.resident VISIT.json OUT.pdf ROUNDS`.

Prints the seconds of each export that follows the change of one paragraph, as a JSON list.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from msgspec.structs import replace

from lohum_brief.release.export import export
from lohum_brief.visit.document import decode
from lohum_brief.visit.edit import apply, put
from lohum_brief.visit.records import Pack, Paragraph
from tests.benchmarks.convert import PACK_ID


def main() -> None:
    """Export once, then again after each change of the Hindi of one paragraph in the middle."""
    document, out, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    visit = decode(document.read_bytes(), document.name)
    pack = visit.get(Pack, PACK_ID)
    if pack is None:
        sys.exit(f"{document} was not made by tests.benchmarks.convert.")
    pairs = [paragraph for paragraph in visit.of(Paragraph) if paragraph.verbatim is None]
    paragraph = pairs[len(pairs) // 2]
    export(visit, pack, out)
    seconds = []
    for number in range(1, rounds + 1):
        text = replace(paragraph.text, hi=f"{paragraph.text['hi']} ({number})")
        start = perf_counter()
        visit = apply(visit, put(visit, replace(paragraph, text=text)))
        export(visit, pack, out)
        seconds.append(perf_counter() - start)
    print(json.dumps(seconds))


main()
