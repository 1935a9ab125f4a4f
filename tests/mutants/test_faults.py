"""The faults that `make mutants` puts into the program."""

import ast
from pathlib import Path

import pytest

from tests.mutants.__main__ import SEED, chosen, excused
from tests.mutants.faults import faults, faulty

ROOT = Path(__file__).resolve().parents[2]


def made(source: str) -> list[str]:
    return [faulty(source, fault) for fault in faults(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["a <= b"]),
        ("a >= (b)", ["a > (b)"]),
        ("(a) is  not b", ["(a) is b"]),
        ("a not in b in c", ["a in b in c", "a not in b not in c"]),
        ("a and b and c", ["a or b and c", "a and b or c"]),
        ("not (a)", [" (a)"]),
        ("a + b", ["a - b"]),
        ("True", ["False"]),
        ("x[1]", ["x[0]", "x[2]"]),
        ("x[0]", ["x[1]"]),
        ("0", ["(-1)", "1"]),
        ("['क' < x]", ["['क' <= x]"]),
        ("a if b else c", ["a if (not (b)) else c"]),
        ("[a for a in b if c]", ["[a for a in b if (not (c))]"]),
    ],
)
def test_expressions(source: str, expected: list[str]) -> None:
    source = f"x = {source}"
    assert made(source) == [f"x = {one}" for one in expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("return a", "return None"),
        ("a.b = c", "pass"),
        ("a[b] = c", "pass"),
        ("a += b", "pass"),
        ("del a", "pass"),
        ("call(\n        a)", "pass"),
        ("yield a", "yield from ()"),
        ("raise a", "pass"),
        ("continue", "break"),
        ("break", "continue"),
    ],
)
def test_statements(line: str, expected: str) -> None:
    assert made(f"def f():\n    for a in c:\n        {line}\n") == [
        f"def f():\n    for a in c:\n        {expected}\n"
    ]


@pytest.mark.parametrize(
    "source",
    [
        '"""Sentence."""',
        "a = 'text'",
        "return None",
        "return",
        "a: Annotated[int, Meta(ge=1)]",
        "A = Literal[1, 2]",
        "@cache(3)\ndef f(): ...",
        "class A(B, frozen=True): ...",
        "assert a < b",
        "a = f'{b < 1}'",
        "if TYPE_CHECKING:\n    a.b = 1",
    ],
)
def test_nothing_is_changed_in_words_and_in_what_is_for_the_type_checker(source: str) -> None:
    assert made(source) == []


def test_those_of_the_program_are_programs_and_the_same_each_time() -> None:
    found = chosen(ROOT, 40)
    assert [one.key for one in found] == [one.key for one in chosen(ROOT, 40, SEED)]
    assert len(found) == 40
    for mutant in found:
        source = (ROOT / mutant.path).read_text("utf-8")
        assert ast.dump(ast.parse(source)) != ast.dump(ast.parse(faulty(source, mutant.fault)))


def test_what_is_excused_says_why() -> None:
    assert all(len(key.split("\t")) == 4 and len(reason) > 20 for key, reason in excused().items())
