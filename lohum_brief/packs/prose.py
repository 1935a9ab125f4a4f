"""Paragraphs, points and tables that a section's author wrote."""

from typing import Literal

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Flow, Heading, Row, Space
from lohum_brief.document.blocks import Table as Grid
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import BODY, CELL, HEAD, SMALL, TITLE_2
from lohum_brief.language.cells import written
from lohum_brief.message import msg, small
from lohum_brief.packs.brief import Brief, neutral
from lohum_brief.packs.columns import pointed
from lohum_brief.packs.refusing import refused
from lohum_brief.visit.records import Chart, Paragraph, Section, Table
from lohum_brief.visit.text import Text


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return the section's paragraphs, tables and charts, in their order in the visit."""
    out: list[Block] = []
    for record in brief.prose.get(section.id, ()):
        if isinstance(record, Table):
            out += _table(record, brief)
        elif isinstance(record, Chart):
            # A pack without charts need not wait for what draws them.
            from lohum_brief.packs import charts  # noqa: PLC0415

            if not charts.elsewhere(record, section):
                out += charts.blocks(record, brief)
        else:
            out.append(_paragraph(record, brief))
    return out


def _paragraph(record: Paragraph, brief: Brief) -> Block:
    marks = brief.cite(record.sources)
    style = SMALL if record.style == "small" else BODY
    if record.verbatim:
        lang = record.verbatim
        # The words of a law are not smaller than what is said about them.
        para = brief.para(record.text[lang], lang, BODY, marks=marks)
        return Flow((structs.replace(para, lang=""),), quoted=True, record=record.id)
    if record.style == "heading":
        return Heading(2, "", brief.cell(record.text, TITLE_2), record=record.id)
    bullet = "•" if record.style == "point" else ""
    return Flow(brief.cell(record.text, style, marks=marks), bullet=bullet, record=record.id)


def _table(record: Table, brief: Brief) -> list[Block]:
    out: list[Block] = []
    if record.title:
        title = brief.cell(record.title, TITLE_2)
        out += [Heading(2, "", title, record=record.id, wide=brief.inset), Space(1)]
    left: Literal["left", "right"] = "left"
    aligns = (*record.align, *(left for _ in record.columns))[: len(record.columns)]
    rows = _rows(record, brief)
    columns = [
        pointed([row[i] for row in rows], align, first=not i) for i, align in enumerate(aligns)
    ]
    weights = map(_weight, record.columns, columns)
    marks = brief.cite(record.sources)
    out.append(
        Grid(
            tuple(Column(weight, align) for weight, align in zip(weights, aligns, strict=True)),
            tuple(_cell(column, brief, head=True) for column in record.columns),
            tuple(Row(row, record=record.id) for row in zip(*columns, strict=True)),
            keep=bool(marks),
        )
    )
    return [*out, _sources(marks, brief)] if marks else out


def _rows(record: Table, brief: Brief) -> list[tuple[Cell, ...]]:
    """Return rows as wide as the table. Raises BriefError for one with more cells."""
    rows = []
    width = len(record.columns)
    for i, row in enumerate(record.rows):
        if len(row) > width:
            why = msg(
                "It has {count} cells, but the table has {wanted} columns.",
                count=len(row),
                wanted=width,
            )
            raise refused(record.id, f"rows.{i}", small(why), brief.pack, brief.visit)
        rows.append((*[_cell(cell, brief) for cell in row], *((),) * (width - len(row))))
    return rows


def _sources(marks: str, brief: Brief) -> Block:
    label = tuple(
        Para((Span(f"{brief.words[lang]('Source')}\u00a0{marks}", lang, SMALL),), lang)
        for lang in brief.langs
    )
    return Flow(label, wide=brief.inset)


def _cell(cell: Text | str, brief: Brief, *, head: bool = False) -> Cell:
    style = HEAD if head else CELL
    if isinstance(cell, Text):
        alike = {brief.printed(cell[lang], lang) for lang in brief.langs}
        if len(alike) == 1 and "" not in alike:
            return neutral(alike.pop(), style, lang=brief.langs[0])
        return brief.cell(cell, style)
    return brief.shared(written(cell, brief.common) if brief.one else cell, style)


def _weight(head: Text, cells: list[Cell]) -> float:
    """Return a column's share: by its longest text, but no column is starved or takes all."""
    paras = [para for cell in cells for para in cell]
    longest = max([len(para.text) for para in paras], default=0)
    pointed_at = [para for para in paras if para.tail is not None]
    if pointed_at:
        behind = max([len(para.tail or "") for para in pointed_at])
        before = max([len(para.text) - len(para.tail or "") for para in pointed_at])
        others = [len(para.text) for para in paras if para.tail is None]
        longest = max([before + behind, *others])
    return min(max(longest, len(head["en"]), 6), 40)
