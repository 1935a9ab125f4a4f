"""The mark of a draft: six characters of the digest of what it prints, by which two drafts on a
desk are told apart.

Equal content has an equal mark, whenever and wherever it is printed. Other content shares it by
chance only, one in sixteen million.
"""

from typing import Final

import msgspec
from msgspec import structs

from lohum_brief.document.blocks import Picture
from lohum_brief.document.document import Document
from lohum_brief.lean_imports import blake2b

_BYTES: Final = 3
_encode: Final = msgspec.msgpack.Encoder(order="deterministic").encode


def mark_of(document: Document, asked: list[str]) -> str:
    """Return the mark of a planned document, before it bears one itself.

    Of charts counts what they were asked to show (`asked`): how their lines come out on a machine
    is no content. Nor is who made the file, and when.
    """
    blocks = [
        (block.record, block.wide) if isinstance(block, Picture) else block
        for block in document.blocks
    ]
    rest = structs.replace(document, blocks=(), creator="", created=None)
    return blake2b(_encode((rest, blocks, asked)), digest_size=_BYTES).hexdigest()
