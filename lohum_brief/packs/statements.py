"""What was reported, by whom; where reports conflict, both readings and which is chosen."""

from msgspec import structs

from lohum_brief.document.blocks import Block, Flow, Heading, Space
from lohum_brief.document.paragraphs import Cell
from lohum_brief.document.style import BODY, GREY, SMALL, TITLE_2
from lohum_brief.language import dates
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.packs.brief import Brief
from lohum_brief.packs.readings import label
from lohum_brief.visit.records import Section, Statement


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Statements that stand alone, then the conflicts, each with its chosen reading first."""
    del section
    statements = brief.visit.of(Statement)
    out = [_statement(statement, brief) for statement in statements if not statement.conflict]
    conflicts = list(
        dict.fromkeys(statement.conflict for statement in statements if statement.conflict)
    )
    if conflicts:
        out.append(Heading(2, "", brief.word("Conflicting reports", TITLE_2)))
    for number, conflict in enumerate(conflicts):
        if number:
            out.append(Space(1))
        readings = [statement for statement in statements if statement.conflict == conflict]
        for reading in sorted(readings, key=lambda reading: not reading.chosen):
            out += _reading(reading, brief)
    return out


def _statement(statement: Statement, brief: Brief) -> Block:
    cell = brief.cell(statement.text, BODY, marks=brief.cite(statement.sources))
    return Flow(_attributed(cell, statement, brief), bullet="•", record=statement.id)


def _attributed(cell: Cell, statement: Statement, brief: Brief) -> Cell:
    """The text with who says it and when behind, in grey."""
    if not statement.said_by and not statement.date:
        return cell
    out = []
    for para in cell:
        lang = para.lang or brief.langs[0]
        when = dates.as_of(statement.date, lang, months=False) if statement.date else ""
        told = [brief.printed(part, lang) for part in (statement.said_by[lang], when) if part]
        if told:
            punctuation = LANGUAGES[lang].punctuation
            spans = [span for span in para.spans if not span.mark]
            marks = [span for span in para.spans if span.mark]
            # In the text's own size: readers (poppler) take a line of two sizes for two texts.
            grey = structs.replace(
                spans[-1],
                text=punctuation.aside(punctuation.comma.join(told)),
                style=structs.replace(BODY, ink=GREY),
            )
            out.append(structs.replace(para, spans=(*spans, grey, *marks)))
        else:
            out.append(para)
    return tuple(out)


def _reading(reading: Statement, brief: Brief) -> list[Block]:
    cell = brief.cell(reading.text, BODY, marks=brief.cite(reading.sources), label=label(reading))
    out: list[Block] = [
        Flow(_attributed(cell, reading, brief), record=reading.id, keep=bool(reading.why))
    ]
    if reading.why:
        out.append(Flow(brief.cell(reading.why, SMALL, label="Reason"), record=reading.id))
    return out
