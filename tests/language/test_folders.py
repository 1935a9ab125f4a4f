"""Languages are folders: they have the same rooms, and nobody else says which they are."""

import ast
import re
import subprocess
import sys
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


LETTERS = re.compile(
    "[\u0904-\u0939\u0958-\u0961\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff]"
)
"""Letters of which words in Hindi and Japanese are made; no digits, signs and marks."""
SHAPES = "ranges of a script's letters, whoever writes them"
SHOWN = "an example that messages or help show in every language"
ALLOWED = {
    "charts/lettering.py": SHAPES,
    "checks/placeholders.py": SHAPES,
    "checks/punctuation.py": "letters that number the entries of a list",
    "checks/readings.py": SHAPES,
    "checks/spellings.py": "katakana that look like kanji",
    "cli/commands.py": SHOWN,
    "exchange/encodings.py": SHAPES,
    "exchange/headings.py": SHAPES,
    "exchange/honorifics.py": SHAPES,
    "exchange/legacy_hindi.py": "the encoding of fonts from before Unicode, as others of `encodings`",
    "exchange/number_formats.py": "formats that workbooks name by a number",
    "exchange/people.py": SHAPES,
    "exchange/readings.py": SHAPES,
    "exchange/shown_numbers.py": "signs of currencies",
    "exchange/sides.py": SHAPES,
    "language/binding.py": "what counts as a sign behind a number",
    "language/breaking.py": "what counts as a sign before a number",
    "language/figures.py": SHOWN,
    "language/furigana.py": SHAPES,
    "language/hints.py": SHAPES,
    "language/nukta.py": "letters that Unicode has in two forms",
    "language/ordinals.py": "what an ordinal counts where a token says nothing, as it is stored",
    "language/parsing/dates.py": SHOWN,
    "language/parsing/quantities.py": SHOWN,
    "language/source.py": "spellings of one word that Devanagari has",
    "language/typed/lexicon.py": "signs of currencies, and nasals",
    "language/typed/running.py": "spellings of one word that Devanagari has",
    "language/variants.py": "kanji that have two forms",
    "typeset/spacing.py": "letters told by their shape, and what counts as a sign before a number",
    "visit/labels.py": "honorifics that the form shows as they print",
    "visit/tokens.py": "what an ordinal counts where a token says nothing, as it is stored",
}
"""Modules outside the folders that have such letters in what is no docstring, and what for."""


def words(tree: ast.AST) -> Iterator[int]:
    """The lines where a module has letters of Hindi or Japanese, but for docstrings."""
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text), lineno=line) if id(node) not in documented:
                if LETTERS.search(text):
                    yield line


def test_words_of_a_language_stand_in_its_folder() -> None:
    found = {
        file.relative_to(PACKAGE).as_posix(): lines
        for file in sorted(PACKAGE.rglob("*.py"))
        if not any(file.is_relative_to(folder) for folder in FOLDERS.values())
        and (lines := list(words(ast.parse(file.read_text("utf-8")))))
    }
    assert {name: lines for name, lines in found.items() if name not in ALLOWED} == {}
    assert ALLOWED.keys() == found.keys()  # what has none any more is allowed none


def test_nobody_imports_from_their_folders() -> None:
    imported = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in sorted(PACKAGE.rglob("*.py"))
        if not any(file.is_relative_to(folder) for folder in FOLDERS.values())
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(tuple(f"lohum_brief.language.{lang}." for lang in LANGS))
    ]
    assert imported == []


def test_they_have_the_same_rooms() -> None:
    rooms = {file.stem for file in (PACKAGE / "language" / "rooms").glob("*.py")} - {"__init__"} | {
        "countries"
    }
    for lang, folder in FOLDERS.items():
        assert rooms <= {file.stem for file in folder.glob("*.py")}
        for room in rooms:
            assert getattr(LANGUAGES[lang], room) is not None


def test_any_room_may_be_asked_for_first() -> None:
    """What reads a language needs the languages, which need their readers: none may wait for
    another.
    """
    rooms = [file.stem for file in (PACKAGE / "language" / "rooms").glob("[!_]*.py")]
    script = """
import sys
from importlib import import_module
for asked in sys.argv[1:]:
    for name in [name for name in sys.modules if name.startswith("lohum_brief")]:
        del sys.modules[name]
    lang, room = asked.split(".")
    getattr(import_module("lohum_brief.language.languages").LANGUAGES[lang], room)
"""
    asked = [f"{lang}.{room}" for lang in LANGS for room in rooms]
    done = subprocess.run(
        [sys.executable, "-c", script, *asked], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


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
