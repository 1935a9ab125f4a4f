"""The mark of a draft: six characters of the digest of what it prints, by which two drafts on a
desk are told apart.

Equal content has an equal mark, whenever and wherever it is printed. Other content shares it by
chance only, one in sixteen million.
"""

from typing import Final

import msgspec
from msgspec import structs

from lohum_brief.document.blocks import Block, Flow, Heading, Picture, Table
from lohum_brief.document.document import Document
from lohum_brief.document.paragraphs import Cell, Span
from lohum_brief.language.numbers import digits_of
from lohum_brief.lean_imports import blake2b

_BYTES: Final = 3
_encode: Final = msgspec.msgpack.Encoder(order="deterministic").encode


def mark_of(document: Document, asked: list[str]) -> str:
    """Return the mark of a planned document, before it bears one itself.

    Of charts counts what they were asked to show (`asked`): how their lines come out on a machine
    is no content. Nor is who made the file, and when, or by which ids records are known.
    """
    written: dict[str, dict[str, str]] = {}
    for one in document.references:
        own = written.setdefault(one.holder, {})
        for lang in document.langs:
            own[digits_of(one.printed, lang, devanagari=document.devanagari)] = one.written
        own[one.printed] = one.written
    blocks = [_printed(_unpaged(block, written)) for block in document.blocks]
    rest = structs.replace(document, blocks=(), creator="", created=None, references=())
    parts = b"\x93", _fields(rest), _encode(blocks), _encode(asked)  # a list of three
    return blake2b(b"".join(parts), digest_size=_BYTES).hexdigest()


_LATER: Final = frozenset({"grey", "shares"})
"""Fields that the first marks did not know: where they say nothing, a mark is what it was."""


def _fields(document: Document) -> bytes:
    """Return a document as it is encoded without those of the later fields that say nothing."""
    said = {
        name: msgspec.Raw(_encode(value))
        for name, value in structs.asdict(document).items()
        if value or name not in _LATER
    }
    return msgspec.msgpack.encode(said)


def _unpaged(block: Block, written: dict[str, dict[str, str]]) -> Block:
    """Return a block with the tokens themselves where its texts name pages.

    On which these are is known only when it is set, and hangs on fonts.
    """
    if not written:
        return block
    match block:
        case Heading() | Flow() if own := written.get(block.record):
            return structs.replace(block, paras=_with_tokens(block.paras, own))
        case Table():
            rows = tuple(
                structs.replace(row, cells=tuple(_with_tokens(cell, own) for cell in row.cells))
                if (own := written.get(row.record))
                else row
                for row in block.rows
            )
            return structs.replace(block, rows=rows)
    return block


def _with_tokens(cell: Cell, written: dict[str, str]) -> Cell:
    def said(span: Span) -> Span:
        text = span.text
        for printed, token in written.items():
            text = text.replace(printed, token)
        return span if text == span.text else structs.replace(span, text=text)

    return tuple(structs.replace(para, spans=tuple(map(said, para.spans))) for para in cell)


def _printed(block: Block) -> object:
    """Return what of a block is seen: not by which records it was made."""
    match block:
        case Picture():
            return "Picture", block.wide, block.keep
        case Table():
            rows = [(row.cells, row.flags, row.again, row.photo) for row in block.rows]
            return structs.replace(block, rows=()), rows
        case Heading() | Flow():
            return structs.replace(block, record="") if block.record else block
    return block
