"""How full the pages of the sample's packs are: `python -m tests.benchmarks.page_fill [PACK ...]`.

One line for each pack: pages, mean fill, pages under 60 % that something follows, and the fill of
every page in per cent.
"""

import sys
from statistics import mean

from lohum_brief.release.rendering import render
from lohum_brief.store.shipped import sample_visit
from lohum_brief.typeset.compose import compose
from lohum_brief.visit.records import Pack
from tests.packs.filling import fills

_LEAST = 60


def main() -> None:
    visit = sample_visit()
    wanted = sys.argv[1:]
    for pack in visit.of(Pack):
        if wanted and pack.id not in wanted:
            continue
        shares = [round(100 * one.share) for one in fills(render(visit, pack, compose).pdf)]
        inner = shares[1:-1] if pack.form == "book" else shares[:-1]
        low = [share for share in inner if share < _LEAST]
        print(
            f"{pack.id}: {len(shares)} pages, {mean(shares):.0f} % full, {len(low)} under "
            f"{_LEAST} %"
        )
        print("   ", *(f"{number}:{share}" for number, share in enumerate(shares, 1)))


if __name__ == "__main__":
    main()
