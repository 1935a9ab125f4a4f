"""The faults that can be put into a source: each changes one place of it.

Conditions turned, comparisons shifted by one, `and` for `or`, a `not` or a statement left out, None
for what is returned, a number that is one off, the other truth value, minus for plus. Sentences and
other strings are left as they are, as are annotations, assertions, decorators, keywords of classes
and what stands in f-strings (whose places Python 3.11 does not know).
"""

import ast
import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Fault(NamedTuple):
    """A change of one place: between two offsets of the source something else stands."""

    start: int
    stop: int
    instead: str
    kind: str


_COMPARED: Final[dict[type[ast.cmpop], tuple[str, str]]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: (r"is\s+not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: (r"not\s+in", "in"),
}
_ADDED: Final[dict[type[ast.operator], tuple[str, str]]] = {
    ast.Add: (r"\+", "-"),
    ast.Sub: ("-", "+"),
}
_ALIASES: Final = ("Literal", "Annotated")


def faulty(source: str, fault: Fault) -> str:
    """Return the source with a fault in it."""
    return source[: fault.start] + fault.instead + source[fault.stop :]


def faults(source: str) -> list[Fault]:
    """Return every fault that can be put into a source, in the order of their places."""
    return sorted(set(_Finder(source).of(ast.parse(source))))


class _Finder:
    def __init__(self, source: str) -> None:
        self._source = source
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._texts = source.splitlines()
        self._firsts: set[ast.expr] = set()

    def of(self, node: ast.AST) -> Iterator[Fault]:
        """Yield the faults of a node and of what is in it."""
        if isinstance(node, ast.JoinedStr) or _is_for_types(node):
            return
        find = getattr(self, f"_{type(node).__name__.lower()}", None)
        if find is not None:
            yield from find(node)
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "keywords") and not isinstance(
                node, ast.Call
            ):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from self.of(child)

    # Expressions

    def _compare(self, node: ast.Compare) -> Iterator[Fault]:
        for left, operator, right in zip(
            [node.left, *node.comparators], node.ops, node.comparators, strict=False
        ):
            yield self._between(left, right, *_COMPARED[type(operator)], kind="compared")

    def _boolop(self, node: ast.BoolOp) -> Iterator[Fault]:
        said = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield self._between(left, right, *said, kind="joined")

    def _binop(self, node: ast.BinOp) -> Iterator[Fault]:
        if said := _ADDED.get(type(node.op)):
            yield self._between(node.left, node.right, *said, kind="added")

    def _unaryop(self, node: ast.UnaryOp) -> Iterator[Fault]:
        if isinstance(node.op, ast.Not):
            start = self._start(node)
            yield Fault(start, start + len("not"), "", "not")

    def _constant(self, node: ast.Constant) -> Iterator[Fault]:
        start, stop = self._span(node)
        if isinstance(node.value, bool):
            yield Fault(start, stop, str(not node.value), "constant")
        elif isinstance(node.value, int):
            yield Fault(start, stop, f"{node.value + 1}", "constant")
            if node not in self._firsts:
                yield Fault(start, stop, f"{node.value - 1}" if node.value else "(-1)", "constant")

    # Conditions

    def _subscript(self, node: ast.Subscript) -> Iterator[Fault]:
        """Leave it at the second for the first: of one alone the last is the first too."""
        if isinstance(node.slice, ast.Constant) and node.slice.value == 0:
            self._firsts.add(node.slice)
        yield from ()

    def _if(self, node: ast.If | ast.IfExp | ast.While) -> Iterator[Fault]:
        yield self._turned(node.test)

    _ifexp = _while = _if

    def _comprehension(self, node: ast.comprehension) -> Iterator[Fault]:
        yield from map(self._turned, node.ifs)

    # Statements

    def _return(self, node: ast.Return) -> Iterator[Fault]:
        if node.value is not None and not (
            isinstance(node.value, ast.Constant) and node.value.value is None
        ):
            yield Fault(*self._span(node), "return None", "returned")

    def _expr(self, node: ast.Expr) -> Iterator[Fault]:
        if isinstance(node.value, ast.Yield | ast.YieldFrom):
            yield Fault(*self._span(node), "yield from ()", "left out")
        elif not isinstance(node.value, ast.Constant):
            yield self._left_out(node)

    def _assign(self, node: ast.Assign) -> Iterator[Fault]:
        if all(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets):
            yield self._left_out(node)

    def _augassign(self, node: ast.stmt) -> Iterator[Fault]:
        yield self._left_out(node)

    _delete = _raise = _augassign

    def _continue(self, node: ast.Continue) -> Iterator[Fault]:
        yield Fault(*self._span(node), "break", "left out")

    def _break(self, node: ast.Break) -> Iterator[Fault]:
        yield Fault(*self._span(node), "continue", "left out")

    # Places

    def _turned(self, node: ast.expr) -> Fault:
        start, stop = self._span(node)
        return Fault(start, stop, f"(not ({self._source[start:stop]}))", "turned")

    def _left_out(self, node: ast.stmt) -> Fault:
        return Fault(*self._span(node), "pass", "left out")

    def _between(
        self, left: ast.expr, right: ast.expr, pattern: str, instead: str, *, kind: str
    ) -> Fault:
        """Return the fault of an operator, which has only brackets and comments beside it."""
        start, stop = self._span(left)[1], self._start(right)
        found = re.compile(pattern).search(self._source, start, stop)
        assert found is not None, ast.unparse(left)
        return Fault(*found.span(), instead, kind)

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._offset(node.lineno, node.col_offset)

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        return self._start(node), self._offset(node.end_lineno or 0, node.end_col_offset or 0)

    def _offset(self, line: int, column: int) -> int:
        """Return the offset of a place; its column counts bytes of UTF-8."""
        return self._lines[line - 1] + len(self._texts[line - 1].encode()[:column].decode())


def _is_for_types(node: ast.AST) -> bool:
    """Return whether a node speaks to the type checker only, as the assertions do."""
    if isinstance(node, ast.Assert):
        return True
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return (
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id in _ALIASES
    )
