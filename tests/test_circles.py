"""Modules that import each other in a circle can be neither read nor changed one at a time."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import lohum_brief

PACKAGE = Path(lohum_brief.__file__).parent
CEILING = 0
"""How many modules may still lie in a circle. It only ever goes down."""


def _modules() -> dict[str, Path]:
    """Return the file of each module; a package stands for its `__init__`."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def _named(tree: ast.AST, package: str) -> Iterator[tuple[str, ...]]:
    """Yield what each import may mean, the likeliest first, also for types only and in functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name,) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: 1 - node.level or None] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((f"{base}.{alias.name}", base) for alias in node.names)


def _imports() -> dict[str, set[str]]:
    """Return which modules of ours each module imports."""
    modules = _modules()
    found = {}
    for name, path in modules.items():
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        named = _named(ast.parse(path.read_text(encoding="utf-8")), package)
        meant = {next((one for one in names if one in modules), "") for names in named}
        found[name] = meant - {name, ""}
    return found


def _reached(start: str, imports: Mapping[str, set[str]]) -> set[str]:
    """Return what a module imports, directly or through others."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = imports[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return found


def _circles(imports: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the groups of modules that all reach each other."""
    reached = {name: _reached(name, imports) for name in imports}
    tied = {name for name in imports if name in reached[name]}
    groups = {
        frozenset(other for other in reached[name] if name in reached[other]) for name in tied
    }
    return sorted(sorted(group) for group in groups)


def test_circles_are_found_also_through_imports_for_types_and_in_functions() -> None:
    lazy = ast.parse(
        "def later():\n    from a import b\nif TYPE_CHECKING:\n    from . import c\nimport d"
    )
    assert set(_named(lazy, "e")) == {("a.b", "a"), ("e.c", "e"), ("d",)}
    assert list(_named(ast.parse("from ..a import b"), "e.f")) == [("e.a.b", "e.a")]
    tied = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set[str](), "e": {"a"}}
    assert _circles(tied) == [["a", "b", "c"]]


def test_no_modules_import_each_other_in_a_circle() -> None:
    circles = _circles(_imports())
    told = "\n\n".join("\n".join(circle) for circle in circles)
    assert sum(map(len, circles)) <= CEILING, told
