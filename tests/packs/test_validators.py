"""Every pack of the sample, in each layout and choice of languages, as validators see it.

`page-validation` finds nothing. Of what `outloud` calls errors two are none, and what they rest on
stays as it is, for readers are served by it:

- TAG-002 takes a running head that stands on fewer than three pages, or the head of a table that is
  repeated where the table goes on, for prose that readers skip. Both are said once, where they
  first stand; PDF/UA wants them to be artifacts, and said again they would be in the way.
- TBL-010 counts heads against cells: where a programme has two columns, the times head their rows.
  So whoever goes down the other column hears when something is.
"""

import itertools
import re
from pathlib import Path
from typing import Any, Final

import outloud
import page as page_validation
import pymupdf
import pytest

from lohum_brief.document.blocks import Heading, Table
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import BOTTOM, TOP
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.admit import admit
from lohum_brief.visit.records import Layout, Pack
from tests.packs.conftest import LAYOUTS, pack, sample
from tests.packs.planning import plan
from tests.packs.readback import said_of
from tests.packs.rendering import render

CHOICES: Final[list[tuple[Layout, tuple[Lang, ...]]]] = [
    (layout, langs)
    for count in (1, 2, 3)
    for langs in itertools.combinations(LANGS, count)
    for layout in (LAYOUTS if count > 1 else LAYOUTS[:1])
]


@pytest.mark.nightly
@pytest.mark.parametrize(("layout", "langs"), CHOICES)
@pytest.mark.parametrize("ident", [one.id for one in sample().of(Pack)])
def test_validators_find_nothing(
    ident: str, layout: Layout, langs: tuple[Lang, ...], tmp_path: Path
) -> None:
    record = sample().get(Pack, ident)
    assert record is not None
    record = pack(record, layout=layout, languages=langs)
    rendered = render(sample(), record)
    for profile in ("ua1", "2a"):
        report = page_validation.validate_pdf_bytes(rendered.pdf, profile=profile)
        assert report.is_compliant, [
            (failure.rule_id, failure.message) for failure in report.failures[:5]
        ]
    file = tmp_path / "pack.pdf"
    file.write_bytes(rendered.pdf)
    result = outloud.check(str(file))
    assert result.error is None
    errors = [finding for finding in result.findings if finding.severity == "error"]
    document = plan(admit(sample(), record.audience), record, pages=rendered.first_pages)
    with pymupdf.open(file) as pdf:
        heights = [sheet.rect.height for sheet in pdf]
    assert [str(one) for one in errors if not _is_meant(one, document, heights)] == []


def _is_meant(finding: Any, document: Document, heights: list[float]) -> bool:
    if finding.rule == "TAG-002":
        return _is_around(finding, heights) or _is_said_before(finding.evidence, document)
    return finding.rule == "TBL-010" and _is_a_list_of_times(finding.message)


def _is_around(finding: Any, heights: list[float]) -> bool:
    """Return whether all that is meant stands above or below the text of its page."""
    return bool(finding.boxes) and all(
        box["y1"] < BOTTOM or box["y0"] > heights[box["page"] - 1] - TOP for box in finding.boxes
    )


def _is_said_before(evidence: str, document: Document) -> bool:
    """Return whether all words stand in the head of a table, in running heads or in titles; the
    last ones may be cut.
    """
    paras = [para for cell in document.running.cells for para in cell]
    for block in document.blocks:
        if isinstance(block, Heading):
            paras += block.paras
        elif isinstance(block, Table):
            paras += [para for cell in block.head for para in cell]
    known = {word for para in paras for word in said_of(para).split()}
    said = [word.strip("…;") for word in evidence.split()]
    return all(
        word.isdecimal() or any(one.startswith(word) for one in known) for word in said if word
    )


def _is_a_list_of_times(message: str) -> bool:
    """Return whether a table has two columns, of which the first heads the rows: as many heads of
    rows as cells, and two of columns.
    """
    counts = re.search(r"(\d+) header cells against (\d+) data cells", message)
    return counts is not None and int(counts[1]) == int(counts[2]) + 2
