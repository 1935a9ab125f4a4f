"""Organisations and groups that a row names, in one cell or in one for each language: METI beside
経済産業省 is one body with two names, and whoever is there with any of them is meant.
"""

from collections.abc import Callable, Mapping

from lohum_brief.exchange import doubts, doubts_of_people
from lohum_brief.exchange.references import lang_of
from lohum_brief.exchange.rows import Row, named
from lohum_brief.exchange.tongues import in_languages
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit import called
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Group, Organisation

Add = Callable[[str, Mapping[Lang, str]], str]
"""Adds a body of a name, and of its names by their languages, and gives its id."""


def body(row: Row, field: str, kind: type[Organisation | Group], add: Add) -> str:
    """Return the id of the body that a row names in some columns; empty where it names none. Raises
    OpenQuestionError.
    """
    whole = _text(row, field)
    texts = _by_language(row, field)
    row.field = field if whole else next((f"{field}.{lang}" for lang in texts), field)
    if whole and not texts:
        return _of_one_cell(whole, row, kind, add)
    if whole:
        texts.setdefault(lang_of(whole, row.visit.particulars.original), whole)
    if not texts:
        return ""
    found = _found(texts, row, kind)
    first = whole or next(iter(texts.values()))
    ident = (
        row.directory.anew(kind, texts, lambda: add(first, texts))
        if found == doubts.NEW
        else found or named(row, kind, lambda text: add(text, texts))(first)
    )
    row.called[ident] = texts
    return ident


def _by_language(row: Row, field: str) -> dict[Lang, str]:
    return {lang: text for lang in LANGS if (text := _text(row, f"{field}.{lang}"))}


def _text(row: Row, field: str) -> str:
    text = row.take(field)
    return "" if is_dash(text) else text


def is_dash(text: str) -> bool:
    """Whether a cell says that there is nothing to say: –."""
    return not text.strip(" -–—―－‐ー")


def _of_one_cell(text: str, row: Row, kind: type[Organisation | Group], add: Add) -> str:
    """The body of a cell that may name it in several languages."""
    if known := row.directory.find(kind, text):
        return known
    texts = in_languages(text, row, row.field, names=True) if kind is Organisation else {}
    found = _found(texts, row, kind)
    if found == doubts.NEW:
        return row.directory.anew(kind, texts, lambda: add(text, texts))
    if found:
        row.called[found] = texts
        return found
    return named(row, kind, lambda name: add(name, texts))(text)


def _found(texts: Mapping[Lang, str], row: Row, kind: type[Organisation | Group]) -> str | None:
    """The body that is there with one of some names. Where they are of several, or where most of
    them are others, somebody says which is meant, or that a new one is.
    """
    if len(texts) > 1 and (own := row.directory.called_all(kind, texts)):
        return own
    found = _known(texts, row, kind)
    if not found or (len(found) == 1 and row.directory.agrees(found[0], texts)):
        return next(iter(found), None)
    records = [row.directory.record(ident) for ident in found]
    choices = [(one.id, called.title(one, row.visit)) for one in records]
    doubt = doubts_of_people.which if len(found) > 1 else doubts_of_people.same
    return row.ask(doubt(choices), legible(" / ".join(texts.values()), 80))


def _known(texts: Mapping[Lang, str], row: Row, kind: type[Organisation | Group]) -> list[str]:
    """The ids of all that have one of some names, each once."""
    known = [row.directory.find(kind, text) for text in texts.values()]
    return list(dict.fromkeys(ident for ident in known if ident is not None))
