"""Readings over kanji where a pack prints each only where it is first wanted."""

from typing import Final

from msgspec import structs

from lohum_brief.document.blocks import Block, Contents, Flow, FreePage, Heading, Row, Table
from lohum_brief.document.document import Running
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.language.codes import READ
from lohum_brief.language.furigana import Known, plain, unrepeated
from lohum_brief.visit.records import Furigana

_ONCE: Final = ("section", "pack")


def wanted(blocks: list[Block], furigana: Furigana) -> list[Block]:
    """Return the blocks of a pack, in their order, with each reading once in the whole pack or in
    each section, where the pack wants that. What stands before the sections is a section too.
    """
    if furigana not in _ONCE:
        return blocks
    known: Known = set()
    found = []
    for block in blocks:
        if furigana == "section" and isinstance(block, Heading) and block.level == 1:
            known = set()
        found.append(_thinned(block, known))
    return found


def of_every_page(running: Running, furigana: Furigana) -> Running:
    """Return what stands on every page, and so is nowhere first, without readings in such a
    pack.
    """
    if furigana not in _ONCE:
        return running
    return Running(*[_cell(cell, None) for cell in running.cells])


def _thinned(block: Block, known: Known) -> Block:
    match block:
        case Heading() | Flow():
            return structs.replace(block, paras=_cell(block.paras, known))
        case Contents():
            return structs.replace(block, title=_cell(block.title, known))
        case FreePage():
            boxes = [structs.replace(box, para=_para(box.para, known)) for box in block.boxes]
            return structs.replace(block, boxes=tuple(boxes))
        case Table():
            head = tuple(_cell(cell, known) for cell in block.head)
            rows = tuple(_row(row, known) for row in block.rows)
            return structs.replace(block, head=head, rows=rows, again=_cell(block.again, None))
        case _:  # the words of drawings have no readings
            return block


def _row(row: Row, known: Known) -> Row:
    cells = tuple(_cell(cell, known) for cell in row.cells)
    return structs.replace(row, cells=cells, again=_cell(row.again, None))


def _cell(cell: Cell, known: Known | None) -> Cell:
    """Return a cell without the readings that are known, without any for None; itself where it has
    none.
    """
    found = tuple(_para(para, known) for para in cell)
    return cell if found == cell else found


def _para(para: Para, known: Known | None) -> Para:
    if not any("《" in span.text for span in para.spans):
        return para
    return structs.replace(para, spans=tuple(_span(span, known) for span in para.spans))


def _span(span: Span, known: Known | None) -> Span:
    if span.lang != READ:
        return span
    text = plain(span.text) if known is None else unrepeated(span.text, known)
    return structs.replace(span, text=text)
