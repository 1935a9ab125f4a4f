"""How many functions have more than ten ways through them: `python -m tests.house.complexity`.

They are counted as radon does, with the conditions and loops of comprehensions and with `and` and
`or`, which ruff's C901 leaves out.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

MOST: Final = 10
"""Ways through a function that can still be read."""
AIM: Final = 1.5
"""Of a hundred functions, how many may have more."""


class Counted(NamedTuple):
    """A function and the ways through it."""

    ways: int
    place: str
    name: str


def functions(source: str, place: str = "") -> list[Counted]:
    """Return the functions and methods of a source; what is inside of a function is not listed."""
    return [
        Counted(_ways(node.body), place, node.name) for node in _outermost(ast.parse(source).body)
    ]


def _outermost(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    for statement in body:
        if isinstance(statement, ast.FunctionDef):
            yield statement
        else:
            yield from _outermost(
                [one for one in ast.iter_child_nodes(statement) if isinstance(one, ast.stmt)]
            )


def _ways(body: list[ast.stmt]) -> int:
    return 1 + sum(map(_turns, body))


def _turns(node: ast.AST) -> int:
    """Return how many ways a node adds; functions and classes inside of one add none."""
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return 0
        case ast.Assert():
            return 1
        case ast.If() | ast.IfExp():
            own = 1
        case ast.For() | ast.While():
            own = 1 + bool(node.orelse)
        case ast.Try():
            own = len(node.handlers) + bool(node.orelse)
        case ast.BoolOp():
            own = len(node.values) - 1
        case ast.comprehension():
            own = 1 + len(node.ifs)
        case ast.Match():
            own = len(node.cases) - any(_takes_all(case.pattern) for case in node.cases)
        case _:
            own = 0
    return own + sum(map(_turns, ast.iter_child_nodes(node)))


def _takes_all(pattern: ast.pattern) -> bool:
    return isinstance(pattern, ast.MatchAs) and pattern.pattern is None


def counted(program: Path) -> list[Counted]:
    """Return the functions of all modules of a folder, those with the most ways first."""
    found = [
        one
        for path in program.rglob("*.py")
        for one in functions(path.read_text("utf-8"), path.relative_to(program).as_posix())
    ]
    return sorted(found, key=lambda one: (-one.ways, one.place, one.name))


def share(found: list[Counted]) -> float:
    """Return how many of a hundred functions have too many ways."""
    return 100 * sum(one.ways > MOST for one in found) / len(found)


def report(program: Path) -> Iterator[str]:
    """Yield the share of each package and of all, and the functions that have most ways."""
    found = counted(program)
    packages = sorted({one.place.split("/")[0] for one in found if "/" in one.place})
    for package in packages:
        own = [one for one in found if one.place.startswith(f"{package}/")]
        yield f"{package:10} {share(own):5.1f} % of {len(own)}"
    yield f"{'all':10} {share(found):5.1f} % of {len(found)} functions have over {MOST} ways (aim {AIM} %)"
    yield from (f"{one.ways:4} {one.place} {one.name}" for one in found[:20])


if __name__ == "__main__":
    print("\n".join(report(Path(__file__).resolve().parents[2] / "lohum_brief")))
