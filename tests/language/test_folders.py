"""Languages are folders: they have the same rooms, and nobody else says which they are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import lohum_brief
from lohum_brief.language.codes import LANGS
from lohum_brief.language.languages import LANGUAGES

PACKAGE = Path(lohum_brief.__file__).parent
FOLDERS = {lang: PACKAGE / "language" / lang for lang in LANGS}
OWN = set(LANGS) - {"en"}
"""English is the language of the source: what has no language of its own is set and said in it."""


def names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The codes of languages that a module names: in strings, in paths of fields, as attributes and
    as keywords.
    """
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text), lineno=line) if id(node) not in documented:
                found = re.fullmatch(r"(?:[\w.]*\.)?(\w\w)", text)
                if found and found[1] in OWN:
                    yield line, text
            case (
                ast.Attribute(attr=name, lineno=line) | ast.keyword(arg=str(name), lineno=line)
            ) if name in OWN:
                yield line, name


def test_nobody_but_their_folders_names_them() -> None:
    named = [
        f"{file.relative_to(PACKAGE)}:{line}: {text}"
        for file in sorted(PACKAGE.rglob("*.py"))
        if not any(file.is_relative_to(folder) for folder in FOLDERS.values())
        for line, text in names(ast.parse(file.read_text("utf-8")))
    ]
    assert not named


def test_they_have_the_same_rooms() -> None:
    rooms = {file.stem for file in (PACKAGE / "language" / "rooms").glob("*.py")} - {"__init__"} | {
        "countries"
    }
    for lang, folder in FOLDERS.items():
        assert rooms <= {file.stem for file in folder.glob("*.py")}
        for room in rooms:
            assert getattr(LANGUAGES[lang], room) is not None


def test_they_have_forms_for_the_same_things() -> None:
    english = LANGUAGES["en"]
    for language in LANGUAGES.values():
        assert [*language.units.forms] == [*english.units.forms]
        assert [*language.units.contents] == [*english.units.contents]
        assert language.spoken.units.keys() == english.spoken.units.keys()
        assert language.spoken.each.keys() == english.spoken.each.keys()
        assert language.spoken.kinds.keys() == english.spoken.kinds.keys()
        assert language.countries.keys() == english.countries.keys()
        assert (len(language.dates.months), len(language.dates.weekdays)) == (12, 7)
        assert language.faces.files.keys() == english.faces.files.keys()
