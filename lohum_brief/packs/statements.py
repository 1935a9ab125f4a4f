"""What was reported, by whom; where reports conflict, both readings and which is chosen."""

from msgspec import structs

from lohum_brief.document.blocks import Block, Flow, Heading, Space
from lohum_brief.document.paragraphs import Cell, Para
from lohum_brief.document.style import BODY, GREY, SMALL, TITLE_2
from lohum_brief.language import dates
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.packs.brief import Brief
from lohum_brief.packs.readings import label
from lohum_brief.visit.records import Section, Statement


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return statements that stand alone, then the conflicts, each with its chosen reading
    first.
    """
    del section
    out: list[Block] = []
    conflicts: dict[str, list[Statement]] = {}
    for statement in brief.visit.of(Statement):
        if statement.conflict:
            conflicts.setdefault(statement.conflict, []).append(statement)
        else:
            out.append(_statement(statement, brief))
    if conflicts:
        out.append(Heading(2, "", brief.word("Conflicting reports", TITLE_2)))
    for number, readings in enumerate(conflicts.values()):
        if number:
            out.append(Space(1))
        for reading in sorted(readings, key=lambda reading: not reading.chosen):
            out += _reading(reading, brief)
    return out


def _statement(statement: Statement, brief: Brief) -> Block:
    cell = brief.cell(statement.text, BODY, marks=brief.cite(statement.sources))
    return Flow(_attributed(cell, statement, brief), bullet="•", record=statement.id)


def _attributed(cell: Cell, statement: Statement, brief: Brief) -> Cell:
    """Return the text with who says it and when behind, in grey."""
    if not statement.said_by and not statement.date:
        return cell
    out = []
    for para in cell:
        told = _told(statement, para.lang or brief.langs[0], brief)
        out.append(_with_attribution(para, told) if told else para)
    return tuple(out)


def _told(statement: Statement, lang: Lang, brief: Brief) -> str:
    """Return who says it and when, as an aside; nothing where neither is known."""
    when = dates.as_of(statement.date, lang, months=False) if statement.date else ""
    told = [brief.printed(part, lang) for part in (statement.said_by[lang], when) if part]
    punctuation = LANGUAGES[lang].punctuation
    return punctuation.aside(punctuation.comma.join(told)) if told else ""


def _with_attribution(para: Para, told: str) -> Para:
    spans = [span for span in para.spans if not span.mark]
    marks = [span for span in para.spans if span.mark]
    # In the text's own size: readers (poppler) take a line of two sizes for two texts.
    grey = structs.replace(spans[-1], text=told, style=structs.replace(BODY, ink=GREY))
    return structs.replace(para, spans=(*spans, grey, *marks))


def _reading(reading: Statement, brief: Brief) -> list[Block]:
    cell = brief.cell(reading.text, BODY, marks=brief.cite(reading.sources), label=label(reading))
    out: list[Block] = [
        Flow(_attributed(cell, reading, brief), record=reading.id, keep=bool(reading.why))
    ]
    if reading.why:
        out.append(Flow(brief.cell(reading.why, SMALL, label="Reason"), record=reading.id))
    return out
