"""What nothing in the program uses is not in it: functions, classes, constants, methods and fields.

Tests do not count as use. A name of a module is sought in the module itself, where it is imported,
and as an attribute of anything; one of a class as an attribute of anything. Words in strings count
as use: some things are found by their names.
"""

import ast
import importlib
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from lohum_brief.language.codes import LANGS

ROOT: Final = Path(__file__).resolve().parents[1]

KEPT: Final = {
    "lohum_brief.store.locate.register": "a store that is added says so here",
    "lohum_brief.visit.audiences.INWARD": "tests of secrecy go over them",
    "lohum_brief.window.live.exporting.ExportDialog.finished_text": "tests wait for it",
    "lohum_brief.window.search.finder.Finder.indexing": "tests wait for its end",
    "lohum_brief.language.phrases.LABELS": "as HEADINGS",
    "lohum_brief.language.phrases.MARKS": "as HEADINGS",
    "lohum_brief.language.phrases.HEADINGS": "lists what prints, for translators",
}
"""What only tests ask for, with the reason why it is there nevertheless."""

_WORD: Final = re.compile(r"[A-Za-z_]\w*")

Inside = tuple[ast.AST, ...]
"""The functions and classes that something stands in."""


class Named(NamedTuple):
    """Something that a module or a class gives a name, and the statement that does."""

    module: str
    owner: str
    name: str
    statement: ast.stmt

    def __str__(self) -> str:
        """Return the name by which it would be imported."""
        return ".".join(part for part in (self.module, self.owner, self.name) if part)


class Program:
    """Which names the modules give and which they use."""

    def __init__(self, sources: dict[str, str]) -> None:
        self.given: list[Named] = []
        self._loaded: dict[tuple[str, str], list[Inside]] = defaultdict(list)
        self._attributes: dict[str, list[Inside]] = defaultdict(list)
        self._imported: set[tuple[str, str]] = set()
        self._said: set[str] = set()
        for module, source in sources.items():
            tree = ast.parse(source)
            self.given += _given(module, "", tree.body)
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef):
                    self.given += _given(module, node.name, node.body)
            self._read(module, tree, ())

    def unused(self) -> list[Named]:
        """Return what is named by nothing but itself."""
        return [
            one for one in self.given if not one.name.startswith("__") and not self._is_used(one)
        ]

    def _is_used(self, one: Named) -> bool:
        uses = [*self._loaded[one.module, one.name], *self._attributes[one.name]]
        by_import = not one.owner and (one.module, one.name) in self._imported
        return (
            by_import
            or one.name in self._said
            or any(one.statement not in inside for inside in uses)
        )

    def _read(self, module: str, node: ast.AST, inside: Inside) -> None:
        match node:
            case ast.Attribute(attr=name, ctx=ast.Load()) | ast.keyword(arg=str(name)):
                self._attributes[name].append(inside)
            case ast.MatchClass(kwd_attrs=names):
                for name in names:
                    self._attributes[name].append(inside)
            case ast.Name(id=name, ctx=ast.Load()):
                self._loaded[module, name].append(inside)
            case ast.ImportFrom(module=str(source), names=aliases):
                self._imported |= {(source, alias.name) for alias in aliases}
            case ast.Expr(value=ast.Constant()):
                return  # a docstring speaks of things, it does not use them
            case ast.Constant(value=str(text)):
                self._said.update(_WORD.findall(text))
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            inside = (*inside, node)
        for child in ast.iter_child_nodes(node):
            self._read(module, child, inside)


def _given(module: str, owner: str, body: list[ast.stmt]) -> Iterator[Named]:
    for statement in body:
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield Named(module, owner, name, statement)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield Named(module, owner, name, statement)
            case ast.If(body=within, orelse=other):
                yield from _given(module, owner, [*within, *other])


def _sources() -> dict[str, str]:
    paths = (ROOT / "lohum_brief").rglob("*.py")
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path.read_text("utf-8")
        for path in sorted(paths)
    }


def _is_of_a_library(one: Named) -> bool:
    """Return whether a library asks for it: the class that it is in has it from one of these."""
    if not one.owner:
        return False
    found = getattr(importlib.import_module(one.module), one.owner, None)
    bases = found.__mro__[1:] if isinstance(found, type) else ()
    return any(
        not base.__module__.startswith("lohum_brief") and hasattr(base, one.name) for base in bases
    )


def _is_a_room(one: Named) -> bool:
    """Return whether a language is asked for it by the name of its module."""
    parts = one.module.split(".")
    return parts[1:3] in [["language", lang] for lang in LANGS] and one.name == parts[-1].upper()


def test_there_is_no_dead_code() -> None:
    unused = [
        one
        for one in Program(_sources()).unused()
        if not _is_a_room(one) and not _is_of_a_library(one)
    ]
    assert sorted(map(str, unused)) == sorted(KEPT)


def test_dead_code_is_found() -> None:
    sources = {
        "a": "def used(): return _own()\ndef unused(): return unused()\ndef _own(): ...\nSAID = 1\nLIMIT: int = 2\n",
        "b": "from a import used\nclass Used:\n    def method(self): ...\n    def none(self): self.none()\n"
        "    field: int = 0\n    silent: int\nused(Used().method, field=1, name='SAID')\n",
    }
    assert [*map(str, Program(sources).unused())] == [
        "a.unused",
        "a.LIMIT",
        "b.Used.none",
        "b.Used.silent",
    ]
