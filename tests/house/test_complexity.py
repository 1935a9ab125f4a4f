"""The ways through a function, counted as radon 6 counts them; all figures here are radon's."""

from pathlib import Path

import pytest

from tests.house.complexity import AIM, Counted, counted, functions, report, share

PROGRAM = Path(__file__).resolve().parents[2] / "lohum_brief"


@pytest.mark.parametrize(
    ("body", "ways"),
    [
        ("pass", 1),
        ("if a: pass\n elif b: pass\n else: pass", 3),
        ("return a and b and c or d", 4),
        ("return a if b else c", 2),
        ("for a in b: pass\n else: pass", 3),
        ("while a: pass", 2),
        ("try: pass\n except A: pass\n except B: pass\n else: pass\n finally: pass", 4),
        ("return [a for a in b if c if d for e in f]", 5),
        ("with a: pass", 1),
        ("assert a and b", 2),
        ("match a:\n  case 1: pass\n  case 2 if b: pass\n  case _: pass", 3),
        ("match a:\n  case 1: pass\n  case [b]: pass", 3),
        ("def inner():\n  if a: pass", 1),
        ("class Inner:\n  if a: pass", 1),
        ("return lambda: a or b", 2),
    ],
)
def test_ways(body: str, ways: int) -> None:
    [found] = functions(f"def f():\n {body}\n")
    assert found.ways == ways


def test_methods_and_functions_under_conditions_are_listed_and_inner_ones_are_not() -> None:
    source = "class A:\n def f(self):\n  def inner(): pass\nif a:\n def g(): pass\n"
    assert [one.name for one in functions(source)] == ["f", "g"]


def test_the_share_is_of_a_hundred() -> None:
    assert (
        share([Counted(10, "a", "f"), Counted(11, "a", "g"), *[Counted(1, "a", "h")] * 2]) == 25.0
    )


def test_the_report_names_every_package_and_the_worst_functions() -> None:
    lines = [*report(PROGRAM)]
    assert {path.name for path in PROGRAM.iterdir() if (path / "__init__.py").exists()} <= {
        line.split()[0] for line in lines
    }
    worst = counted(PROGRAM)[0]
    assert any(line.endswith(f"{worst.place} {worst.name}") for line in lines)


def test_few_functions_have_more_ways_than_a_reader_can_follow() -> None:
    assert share(counted(PROGRAM)) <= AIM
