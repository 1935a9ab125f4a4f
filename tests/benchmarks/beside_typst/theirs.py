"""The same document by Typst: its blocks as JSON for `pages.typ`."""

import json
import shutil
from pathlib import Path
from typing import Any, Final

import typst

from lohum_brief.document.blocks import Block, Flow, FreePage, Heading, NewPage, Table
from lohum_brief.document.paragraphs import Cell, Para
from lohum_brief.document.style import BODY
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.paths import resource
from tests.benchmarks.beside_typst.content import Content, number_of, parts

_FACES: Final[dict[str, dict[Lang, str]]] = {
    "sans": {"en": "Noto Sans", "hi": "Noto Sans Devanagari", "ja": "Noto Sans JP"},
    "serif": {"en": "Noto Serif", "hi": "Noto Serif Devanagari", "ja": "Noto Serif JP"},
}


def typeset(content: Content, folder: Path) -> bytes:
    """Return the document as Typst sets it."""
    told = {
        "langs": content.langs,
        "blocks": [told for block in content.document.blocks for told in _block(block)],
    }
    (folder / "content.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    shutil.copy(Path(__file__).with_name("pages.typ"), folder)
    fonts = [str(resource("fonts"))]
    found = typst.compile(
        str(folder / "pages.typ"), root=str(folder), font_paths=fonts, ignore_system_fonts=True
    )
    assert isinstance(found, bytes)
    return found


def _block(block: Block) -> list[dict[str, Any]]:
    if isinstance(block, Heading):
        return [_abreast("heading", block.paras, wide=block.wide)]
    if isinstance(block, Flow):
        inset = 12.0 if block.bullet or block.boxed else 0.0
        right = 12.0 if block.boxed else 0.0
        left = inset + (20.0 if block.quoted else 0.0)
        return [_abreast("flow", block.paras, wide=block.wide, left=left, right=right)]
    if isinstance(block, Table):
        rows = [[_cell(cell) for cell in row.cells] for row in block.rows]
        columns = [column.weight for column in block.columns]
        head = [_cell(cell) for cell in block.head]
        return [{"kind": "table", "columns": columns, "head": head, "rows": rows}]
    if isinstance(block, FreePage):
        return [
            {"kind": "box", "width": box.width, "paras": _cell((box.para,))} for box in block.boxes
        ]
    return [{"kind": "page"}] if isinstance(block, NewPage) else []


def _abreast(
    kind: str, paras: Cell, *, wide: bool, left: float = 0.0, right: float = 0.0
) -> dict[str, Any]:
    shared = wide or any(not para.lang for para in paras)
    return {"kind": kind, "paras": _cell(paras), "wide": shared, "left": left, "right": right}


def _cell(cell: Cell) -> list[dict[str, Any]]:
    return [_para(para) for para in cell if para.spans]


def _para(para: Para) -> dict[str, Any]:
    spans = []
    for span in para.spans:
        family, _, bold = span.style.family.partition("-")
        # Latin letters and figures within Japanese are those of the Latin face, as in ours.
        order = dict.fromkeys(("en" if span.lang == "ja" else span.lang, span.lang, *LANGS))
        spans.append(
            {
                "text": span.text,
                "lang": span.lang,
                "fonts": [_FACES[family][lang] for lang in order],
                "weight": "bold" if bold else "regular",
                "size": span.style.size * LANGUAGES[span.lang].faces.scale,
                "ink": parts(number_of(para)),
            }
        )
    size = para.spans[0].style.size if para.spans else BODY.size
    return {
        "lang": para.lang or para.spans[0].lang,
        "size": size,
        "align": para.align,
        "spans": spans,
    }
